package store

import (
	"context"
	"strconv"
	"time"

	"github.com/uptrace/bun"
)

// Rating is how a customer rates the work on a task, from 1 to 5. They are asked once.
type Rating struct {
	bun.BaseModel `bun:"table:ratings,alias:ra"`
	TaskID        int64      `bun:",pk"`
	EmployeeID    *int64     // who was responsible when it was rated
	Rating        int        `bun:",nullzero"` // 0 until the customer has answered
	MessageID     *int64     // the message that says why
	CommentUntil  *time.Time // until when the next message of the chat says why; nil where it is not waited for
	AskedAt       time.Time
	RatedAt       *time.Time

	Comment string `bun:",scanonly"` // the words of that message; may be empty
}

const (
	// ratingAfter is how many days after a task was CLOSED its customer is asked for a rating.
	ratingAfter = 1
	// PoorRating is up to which rating the customer is asked why, and admins are told.
	PoorRating  = 3
	WorstRating = 1
	BestRating  = 5
	// commentWait is for how long the reason is waited for.
	commentWait = 24 * time.Hour
)

// endRating asks the customer for a rating, once in the life of a task.
func (t *tx) endRating(ctx context.Context, wanted, late bool, reminder Reminder, customer *Customer, task Task) (ReminderEnd, error) {
	if err := t.deleteReminder(ctx, reminder); err != nil {
		return "", err
	}
	switch {
	case task.Status != StatusClosed:
		return ReminderGone, nil
	case late:
		return ReminderDropped, nil
	case !wanted || !customer.canBeTold():
		return ReminderNobody, nil
	}
	// A question that came too late to be sent was none.
	asked, err := t.exec(ctx, `INSERT INTO ratings (task_id, asked_at) VALUES ($1, $2)
		ON CONFLICT (task_id) DO UPDATE SET asked_at = excluded.asked_at WHERE ratings.rating IS NULL AND EXISTS (
			SELECT 1 FROM notifications AS n WHERE n.task_id = excluded.task_id AND n.kind = 'rating' AND n.state = 'failed' AND n.last_error = $3)
		AND NOT EXISTS (SELECT 1 FROM notifications AS n WHERE n.task_id = excluded.task_id AND n.kind = 'rating' AND n.state <> 'failed')`,
		task.ID, t.now, tooLate)
	if err != nil || asked == 0 {
		return ReminderGone, wrap(err, "note that a rating is asked for")
	}
	return ReminderSent, t.tell(ctx, customer, task, NotificationRating, NotificationPayload{To: task.Status})
}

// unaskRating lets a customer be asked another time whose question was taken back before it was sent.
func (t *tx) unaskRating(ctx context.Context, taskID int64) error {
	_, err := t.NewDelete().Model((*Rating)(nil)).Where("task_id = ?", taskID).Where("rating IS NULL").Exec(ctx)
	return wrap(err, "forget that a rating was asked for")
}

// RateTask keeps a customer's rating, for which they were asked. A task that is not theirs, or of which nobody asked, is NotFound;
// one that is rated already a Conflict. After one up to PoorRating the next message of the chat is kept as its comment.
func (s *Store) RateTask(ctx context.Context, customer Customer, taskID int64, stars int) error {
	if stars < WorstRating || stars > BestRating {
		return errInvalid("rating", "A rating is a whole number from 1 to 5.")
	}
	return retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			owner, task, err := tx.lockTask(ctx, taskID)
			if err != nil {
				return err
			}
			var found []Rating
			err = tx.forUpdate(tx.NewSelect().Model(&found).Where("task_id = ?", taskID)).Scan(ctx)
			switch {
			case err != nil:
				return wrap(err, "lock a rating")
			case owner == nil || owner.ID != customer.ID || len(found) == 0:
				return errNotFound()
			case found[0].Rating != 0:
				return errConflict("", "This task is rated already.")
			}
			rating := &found[0]
			rating.Rating, rating.EmployeeID, rating.RatedAt = stars, task.EmployeeID, &tx.now
			if stars <= PoorRating {
				until := tx.now.Add(commentWait)
				rating.CommentUntil = &until
			}
			if _, err := tx.NewUpdate().Model(rating).WherePK().Exec(ctx); err != nil {
				return wrap(err, "keep a rating")
			}
			tx.changed(SubjectTask, Updated, taskID)
			tx.emitRated(task, owner, *rating)
			if err := tx.newsOfRating(ctx, task, *rating); err != nil {
				return err
			}
			return tx.record(ctx, Actor{Kind: ActorCustomer, ID: customer.ID}, taskID, EventRated, "", strconv.Itoa(stars))
		})
	})
}

// awaitedReasons are, by customer, the tasks that were rated so poorly that the reason is waited for.
func (t *tx) awaitedReasons(ctx context.Context, customerIDs []int64) (map[int64]int64, error) {
	condition, ids := t.store.anyOf("t.customer_id", "$2", customerIDs)
	rows, err := t.query(ctx, `SELECT t.customer_id, t.id FROM ratings AS ra JOIN tasks AS t ON t.id = ra.task_id
		WHERE ra.comment_until > $1 AND `+condition+" ORDER BY ra.rated_at", t.now, ids)
	if err != nil {
		return nil, wrap(err, "look for ratings whose reason is waited for")
	}
	defer rows.Close()
	reasons := map[int64]int64{}
	for rows.Next() {
		var customer, task int64
		if err := rows.Scan(&customer, &task); err != nil {
			return nil, wrap(err, "read ratings whose reason is waited for")
		}
		reasons[customer] = task
	}
	return reasons, wrap(rows.Err(), "read ratings whose reason is waited for")
}

// keepReason keeps a message as why its customer has rated a task poorly, and adds it to the news of that.
func (t *tx) keepReason(ctx context.Context, message Message, task Task, customer *Customer) error {
	var rated []Rating
	err := t.NewUpdate().Model(&rated).Set("message_id = ?", message.ID).Set("comment_until = NULL").Where("task_id = ?", task.ID).Returning("*").Scan(ctx)
	if err != nil || len(rated) == 0 {
		return wrap(err, "keep the reason of a rating")
	}
	rated[0].Comment = message.Text
	t.changed(SubjectTask, Updated, task.ID)
	t.emitRated(task, customer, rated[0])
	return t.addToNewsOfRating(ctx, task.ID, &message)
}

// isReason tells that a message says why its task was rated poorly.
func (t *tx) isReason(ctx context.Context, message Message) (bool, error) {
	is, err := t.NewSelect().Model((*Rating)(nil)).Where("task_id = ?", message.TaskID).Where("message_id = ?", message.ID).Exists(ctx)
	return is, wrap(err, "look whether a message is the reason of a rating")
}

// dropReasons has messages that are filed elsewhere now, to a task or with nil to none, not be the reasons of ratings of other
// tasks. Those reasons are not waited for again. The customer of the messages is locked.
func (t *tx) dropReasons(ctx context.Context, messageIDs []int64, taskID *int64) error {
	var rated []Rating
	query := t.NewUpdate().Model(&rated).Set("message_id = NULL").Where("message_id IN (?)", bun.List(messageIDs)).Returning("*")
	if taskID != nil {
		query.Where("task_id <> ?", *taskID)
	}
	if err := query.Scan(ctx); err != nil {
		return wrap(err, "take the reason off a rating")
	}
	for _, rating := range rated {
		customer, task, err := t.lockTask(ctx, rating.TaskID)
		if err != nil {
			return err
		}
		t.changed(SubjectTask, Updated, task.ID)
		t.emitRated(task, customer, rating)
	}
	return nil
}

// RatingsByTask finds the ratings of many tasks with one statement; those that are not rated are left out.
func (s *Store) RatingsByTask(ctx context.Context, taskIDs []int64) (map[int64]*Rating, error) {
	var ratings []Rating
	err := s.read.NewSelect().Model(&ratings).ColumnExpr("ra.*, COALESCE(m.text, '') AS comment").Join("LEFT JOIN messages AS m ON m.id = ra.message_id").
		Where("ra.task_id IN (?)", bun.List(taskIDs)).Where("ra.rating IS NOT NULL").Scan(ctx)
	return byID(ratings, func(r *Rating) int64 { return r.TaskID }), wrap(err, "read ratings of tasks")
}
