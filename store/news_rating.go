package store

import "context"

// newsOfRating tells the admins of a rating that is poor.
func (t *tx) newsOfRating(ctx context.Context, task Task, rating Rating) error {
	if rating.Rating > PoorRating {
		return nil
	}
	admins, err := readColumn[int64](t.query(ctx, "SELECT id FROM staff WHERE role = $1 AND active ORDER BY id", string(RoleAdmin)))
	if err != nil {
		return wrap(err, "find admins to tell")
	}
	for _, admin := range admins {
		err := t.newsTo(ctx, admin, Notification{
			TaskID: task.ID, AboutCustomerID: valueOf(task.CustomerID), Payload: NotificationPayload{News: NewsRating, Rating: rating.Rating},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// addToNewsOfRating has the news of a rating tell why, too.
func (t *tx) addToNewsOfRating(ctx context.Context, taskID int64, reason *Message) error {
	var found []Notification
	query := t.NewSelect().Model(&found).Where("kind = ?", NotificationNews).Where("task_id = ?", taskID).Order("id")
	if err := t.forUpdate(query).Scan(ctx); err != nil {
		return wrap(err, "look for the news of a rating")
	}
	for i := range found {
		if news := &found[i]; news.Payload.News == NewsRating {
			news.Payload.add(reason)
			if err := t.tellAgain(ctx, news); err != nil {
				return err
			}
		}
	}
	return nil
}
