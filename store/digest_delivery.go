package store

import "context"

// DigestQueue is a queue as a digest tells it, with the tasks that are still there.
type DigestQueue struct {
	DigestPart
	Tasks []DigestTask
}

// DigestTask is a task as a digest names it.
type DigestTask struct {
	Task
	Customer *Customer // nil when the card is gone
	Item     string    // what was brought; empty when nobody said
}

// withDigest reads what a digest tells of. After a day in the outbox it is over.
func (s *Store) withDigest(ctx context.Context, delivery *Delivery) error {
	if s.now().Sub(delivery.Notification.FirstDue) > reminderDelay {
		delivery.Refusal = tooLate
		return nil
	}
	var taskIDs, customerIDs []int64
	for _, part := range delivery.Notification.Payload.Digest {
		taskIDs = append(taskIDs, part.Tasks...)
	}
	tasks, err := s.TasksByID(ctx, taskIDs)
	if err != nil {
		return err
	}
	for _, task := range tasks {
		customerIDs = append(customerIDs, valueOf(task.CustomerID))
	}
	customers, err := s.CustomersByID(ctx, customerIDs)
	if err != nil {
		return err
	}
	items, err := s.ItemsByTask(ctx, taskIDs)
	if err != nil {
		return err
	}
	for _, part := range delivery.Notification.Payload.Digest {
		queue := DigestQueue{DigestPart: part}
		for _, id := range part.Tasks {
			task := tasks[id]
			if task == nil {
				continue
			}
			told := DigestTask{Task: *task, Customer: customers[valueOf(task.CustomerID)]}
			if item := items[id]; item != nil {
				told.Item = item.Name()
			}
			queue.Tasks = append(queue.Tasks, told)
		}
		delivery.Digest = append(delivery.Digest, queue)
	}
	return nil
}
