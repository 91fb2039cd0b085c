package store

import (
	"context"
	"strconv"
)

// FileMessage files a message to a task of the same customer, with all of its files; nil takes it off the task that it
// was filed to. Notes stay where they were written.
func (s *Store) FileMessage(ctx context.Context, actor Actor, id int64, taskID *int64) (Message, error) {
	var message Message
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			if message, err = tx.lockMessage(ctx, id); err != nil {
				return err
			}
			switch {
			case message.Direction == DirectionNote:
				return errConflict("id", "A note stays with the task that it was written to.")
			case message.DraftID != nil:
				return errConflict("id", "The customer is still writing the request to which this belongs.")
			case sameID(message.TaskID, taskID):
				return nil
			}
			if err := tx.isOfCustomer(ctx, taskID, message.CustomerID); err != nil {
				return err
			}
			return tx.fileMessage(ctx, actor, &message, taskID)
		})
	})
	return message, err
}

// isOfCustomer refuses a task of another customer than the one who is locked. Who has no card has no tasks.
func (t *tx) isOfCustomer(ctx context.Context, taskID, customerID *int64) error {
	if taskID == nil {
		return nil
	}
	_, task, err := t.lockTask(ctx, *taskID)
	switch {
	case err != nil:
		return fieldError(err, "taskId")
	case customerID == nil || !sameID(task.CustomerID, customerID):
		return errConflict("taskId", "This task is not of the customer who wrote the message.")
	}
	return nil
}

// fileMessage files a locked message. Both tasks are locked, as their customer is.
func (t *tx) fileMessage(ctx context.Context, actor Actor, message *Message, taskID *int64) error {
	event := HistoryEntry{Kind: EventMessageFiled}
	var touched []int64
	for at, id := range map[*string]*int64{&event.From: message.TaskID, &event.To: taskID} {
		if id != nil {
			*at = strconv.FormatInt(*id, 10)
			touched = append(touched, *id)
		}
	}
	message.TaskID, message.UpdatedAt = taskID, t.now
	if _, err := t.NewUpdate().Model(message).Column("task_id", "updated_at").WherePK().Exec(ctx); err != nil {
		return wrap(err, "file message")
	}
	for table, model := range map[string]any{"files": (*File)(nil), "notifications": (*Notification)(nil)} {
		if _, err := t.NewUpdate().Model(model).Set("task_id = ?", taskID).Where("message_id = ?", message.ID).Exec(ctx); err != nil {
			return wrap(err, "file the "+table+" of a message")
		}
	}
	if err := t.dropReasons(ctx, []int64{message.ID}, taskID); err != nil {
		return err
	}
	t.changed(SubjectMessage, Updated, message.ID)
	var events []HistoryEntry
	for _, id := range touched {
		if err := t.countAwaiting(ctx, id); err != nil {
			return err
		}
		event.TaskID = id
		events = append(events, event)
	}
	return t.recordAll(ctx, actor, events)
}

// answered records that a message answers what its customer wrote: about the same task, or filed to none.
func (t *tx) answered(ctx context.Context, message Message) error {
	if message.TaskID == nil {
		return t.markAnswered(ctx, "customer_id = ? AND task_id IS NULL AND draft_id IS NULL", *message.CustomerID)
	}
	return t.answeredTask(ctx, *message.TaskID)
}

// answeredTask records that nothing that was written about a task waits for an answer.
func (t *tx) answeredTask(ctx context.Context, taskID int64) error {
	if err := t.markAnswered(ctx, "task_id = ?", taskID); err != nil {
		return err
	}
	return t.countAwaiting(ctx, taskID)
}

func (t *tx) markAnswered(ctx context.Context, where string, id int64) error {
	var ids []int64
	err := t.NewUpdate().Model((*Message)(nil)).Set("answered_at = ?", t.now).Set("updated_at = ?", t.now).
		Where(where, id).Where("direction = ?", DirectionIn).Where("answered_at IS NULL").Returning("id").Scan(ctx, &ids)
	t.changed(SubjectMessage, Updated, ids...)
	return wrap(err, "mark messages as answered")
}

// countAwaiting finds since when a task waits for an answer: the oldest message of its customer that has none. The task
// is locked. Its version does not grow: whoever changes it is in nobody's way.
func (t *tx) countAwaiting(ctx context.Context, taskID int64) error {
	var changed []int64
	err := t.NewRaw(`UPDATE tasks SET awaiting_reply_since = w.since FROM (
			SELECT min(created_at) AS since FROM messages WHERE task_id = ? AND direction = 'IN' AND answered_at IS NULL) AS w
		WHERE tasks.id = ? AND tasks.awaiting_reply_since IS DISTINCT FROM w.since RETURNING tasks.id`, taskID, taskID).Scan(ctx, &changed)
	t.changed(SubjectTask, Updated, changed...)
	return wrap(err, "find since when a task waits for an answer")
}

// TakeTask makes a member of staff responsible for a task for which nobody is. Else it is a Conflict that says who has
// it, and carries the task; taking one's own again changes nothing.
func (s *Store) TakeTask(ctx context.Context, actor Actor, id int64) (Task, error) {
	var task Task
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, previous, err := tx.lockTask(ctx, id)
			if err != nil {
				return err
			}
			task = previous
			switch {
			case actor.Kind != ActorStaff:
				return &Error{Code: Forbidden, Message: "Only a member of staff can take a task."}
			case sameID(task.EmployeeID, &actor.ID):
				return nil
			case task.EmployeeID != nil:
				return tx.errTaken(ctx, task)
			}
			events, err := tx.assign(ctx, &task, actor.ID)
			if err != nil {
				return err
			}
			if task, err = tx.saveTask(ctx, actor, customer, previous, task, events); err != nil {
				return err
			}
			return tx.newsTaken(ctx, id)
		})
	})
	return task, err
}

func (t *tx) errTaken(ctx context.Context, task Task) error {
	var holder Staff
	if err := t.NewSelect().Model(&holder).Where("id = ?", *task.EmployeeID).Scan(ctx); err != nil {
		return notFoundOr(err, "read who has a task")
	}
	return &Error{Code: Conflict, Field: "id", Task: &task, Message: holder.DisplayName() + " has taken this task already."}
}

// NoReplyNeeded records that what a customer wrote needs no answer: about a task, or, where taskID is nil, what is
// filed to none.
func (s *Store) NoReplyNeeded(ctx context.Context, taskID, customerID *int64) error {
	in := NewMessage{TaskID: taskID, CustomerID: customerID}
	if err := in.checkAddressee(); err != nil {
		return err
	}
	return retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			if taskID == nil {
				customer, err := tx.findCustomer(ctx, "id = $1", *customerID)
				if err == nil && customer == nil {
					err = fieldError(errNotFound(), "customerId")
				}
				if err != nil {
					return err
				}
				return tx.markAnswered(ctx, "customer_id = ? AND task_id IS NULL AND draft_id IS NULL", *customerID)
			}
			if _, _, err := tx.lockTask(ctx, *taskID); err != nil {
				return fieldError(err, "taskId")
			}
			return tx.answeredTask(ctx, *taskID)
		})
	})
}

// MuteCustomer makes the bot keep nothing more of what a customer writes, and tell nobody of it, or ends that.
func (s *Store) MuteCustomer(ctx context.Context, id int64, muted bool) (Customer, error) {
	var customer Customer
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		found, err := tx.findCustomer(ctx, "id = $1", id)
		switch {
		case err != nil:
			return err
		case found == nil:
			return errNotFound()
		}
		customer = *found
		if muted == (customer.MutedAt != nil) {
			return nil
		}
		customer.MutedAt = nil
		if muted {
			customer.MutedAt = &tx.now
		}
		err = tx.saveCustomer(ctx, &customer)
		tx.emitCustomer(*found, customer)
		return err
	})
	return customer, err
}
