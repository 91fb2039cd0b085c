package store

import "context"

// Tell keeps what a customer wrote, about a task unless its id is 0, and tells staff.
func (s *Store) Tell(ctx context.Context, customerID, taskID int64, text string) (message Message, err error) {
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		customer, err := tx.findCustomer(ctx, "id = $1", customerID)
		if err != nil {
			return err
		}
		message = Message{
			CustomerID: &customerID, ChatID: *customer.TelegramID, Direction: DirectionIn, AuthorKind: ActorCustomer, AuthorID: &customerID,
			Text: text, PreviousTexts: []string{}, CreatedAt: tx.now, UpdatedAt: tx.now,
		}
		var task *Task
		if taskID != 0 {
			_, locked, err := tx.lockTask(ctx, taskID)
			if err != nil {
				return err
			}
			task, message.TaskID = &locked, &taskID
		}
		if _, err := tx.NewInsert().Model(&message).Exec(ctx); err != nil {
			return err
		}
		return tx.newsOf(ctx, task, customer, &message)
	})
	return message, err
}
