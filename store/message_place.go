package store

import (
	"cmp"
	"context"
	"slices"

	"github.com/uptrace/bun"
)

// Place is where the newest words of a chat are, and where they might belong.
type Place struct {
	Filed      *Task   // the task that they are filed to; nil when to none
	Draft      *Draft  // the request that they are a part of; nil when of none
	Open       []int64 // the customer's tasks that are not closed, newest first, as many as there are buttons for
	Reason     bool    // they are why the customer has rated Filed poorly
	LastClosed int64   // the customer's newest task if that is closed and none is open; 0 for none
}

// place is where a customer's message lies, whose open tasks are given, the newest first.
func (t *tx) place(ctx context.Context, message Message, open []Task) (place Place, err error) {
	for _, task := range open[:min(len(open), openTasksOfReception)] {
		place.Open = append(place.Open, task.ID)
	}
	switch {
	case message.TaskID != nil:
		if place.Filed, err = t.taskOf(ctx, *message.CustomerID, *message.TaskID); err == nil && place.Filed != nil {
			place.Reason, err = t.isReason(ctx, message)
		}
	case message.DraftID != nil:
		place.Draft, err = t.draft(ctx, *message.DraftID)
	case len(open) == 0 && message.CustomerID != nil:
		newest, err := t.newestTasks(ctx, []int64{*message.CustomerID})
		place.LastClosed = newest[*message.CustomerID]
		return place, err
	}
	return place, err
}

// ChatPlace is where the newest message of a registered chat lies; ok is false when there is none of the last quarter
// of an hour.
func (s *Store) ChatPlace(ctx context.Context, customer Customer) (place Place, ok bool, err error) {
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var newest []Message
		err := tx.NewSelect().Model(&newest).Where("chat_id = ?", *customer.TelegramID).Where("direction = ?", DirectionIn).
			Where("created_at > ?", tx.now.Add(-recent)).Order("id DESC").Limit(1).Scan(ctx)
		if err != nil {
			return wrap(err, "read the newest message of a chat")
		}
		if ok = len(newest) > 0; !ok {
			return nil
		}
		open, err := tx.openTasks(ctx, []int64{customer.ID})
		if err != nil {
			return err
		}
		place, err = tx.place(ctx, newest[0], open[customer.ID])
		return err
	})
	return place, ok, err
}

// FileRecent files to a task what the chat wrote in the last quarter of an hour and is filed to none; with from, what
// is filed to that task, and with taskID 0, to none. The customer says so by a button. Tasks of others are NotFound.
func (s *Store) FileRecent(ctx context.Context, customer Customer, from, taskID int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		locked, err := tx.findCustomer(ctx, "id = $1", customer.ID)
		if err != nil || locked == nil {
			return cmp.Or(err, errNotFound())
		}
		var task *Task
		if taskID != 0 {
			if task, err = tx.taskOf(ctx, customer.ID, taskID); err != nil || task == nil {
				return cmp.Or(err, errNotFound())
			}
		}
		moved, err := tx.recentMessages(ctx, *locked, from)
		if err != nil || len(moved) == 0 {
			return err
		}
		return tx.fileAll(ctx, locked, moved, task)
	})
}

// recentMessages are the customer's messages of the present talk that are filed to a task, or with 0 to none.
func (t *tx) recentMessages(ctx context.Context, customer Customer, taskID int64) (messages []Message, err error) {
	query := t.NewSelect().Model(&messages).Where("customer_id = ?", customer.ID).Where("direction = ?", DirectionIn).
		Where("created_at > ?", t.now.Add(-recent)).Where("draft_id IS NULL").Order("id")
	if taskID == 0 {
		query.Where("task_id IS NULL")
	} else {
		query.Where("task_id = ?", taskID)
	}
	return messages, wrap(query.Scan(ctx), "read the messages of the present talk")
}

// fileAll files messages of one customer, with their files, to a task, or with nil to none.
func (t *tx) fileAll(ctx context.Context, customer *Customer, messages []Message, task *Task) error {
	ids := make([]int64, len(messages))
	for i, message := range messages {
		ids[i] = message.ID
		t.changed(SubjectMessage, Updated, message.ID)
	}
	var taskID *int64
	if task != nil {
		taskID = &task.ID
	}
	_, err := t.NewUpdate().Model((*Message)(nil)).Set("task_id = ?", taskID).Set("updated_at = ?", t.now).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	if err != nil {
		return wrap(err, "file messages")
	}
	_, err = t.NewUpdate().Model((*File)(nil)).Set("task_id = ?", taskID).Set("updated_at = ?", t.now).Where("message_id IN (?)", bun.List(ids)).Exec(ctx)
	if err != nil {
		return wrap(err, "file the files of messages")
	}
	if err := t.dropReasons(ctx, ids, taskID); err != nil {
		return err
	}
	touched := []*int64{taskID}
	for _, message := range messages {
		touched = append(touched, message.TaskID)
	}
	counted := map[int64]bool{}
	for _, id := range touched {
		if id == nil || counted[*id] {
			continue
		}
		counted[*id] = true
		if err := t.countAwaiting(ctx, *id); err != nil {
			return err
		}
	}
	return nil
}

// taskOf is a task of the customer; nil when it is somebody else's, or gone.
func (t *tx) taskOf(ctx context.Context, customerID, taskID int64) (*Task, error) {
	rows, err := t.query(ctx, taskColumns.from("t")+" WHERE t.id = $1 AND t.customer_id = $2", taskID, customerID)
	if err != nil {
		return nil, wrap(err, "read a customer's task")
	}
	task, err := taskColumns.one(rows)
	if CodeOf(err) == NotFound {
		return nil, nil
	}
	return &task, wrap(err, "read a customer's task")
}

// newestTasks are the newest tasks of customers who have any.
func (t *tx) newestTasks(ctx context.Context, customerIDs []int64) (map[int64]int64, error) {
	if len(customerIDs) == 0 {
		return nil, nil
	}
	condition, ids := t.store.anyOf("customer_id", "$1", customerIDs)
	rows, err := t.query(ctx, "SELECT customer_id, max(id) FROM tasks WHERE "+condition+" GROUP BY customer_id", ids)
	if err != nil {
		return nil, wrap(err, "find the newest tasks of customers")
	}
	defer rows.Close()
	newest := make(map[int64]int64, len(customerIDs))
	for rows.Next() {
		var customerID, id int64
		if err := rows.Scan(&customerID, &id); err != nil {
			return nil, wrap(err, "find the newest tasks of customers")
		}
		newest[customerID] = id
	}
	return newest, wrap(rows.Err(), "find the newest tasks of customers")
}

// adoptMessages makes what a chat wrote before it was registered the customer's, filed to their only open task if there
// is exactly one.
func (t *tx) adoptMessages(ctx context.Context, customer *Customer) error {
	var adopted []Message
	err := t.NewUpdate().Model((*Message)(nil)).Set("customer_id = ?", customer.ID).Set("author_id = ?", customer.ID).
		Set("author_name = ''").Set("updated_at = ?", t.now).Where("chat_id = ?", *customer.TelegramID).Where("customer_id IS NULL").
		Returning("*").Scan(ctx, &adopted)
	if err != nil || len(adopted) == 0 {
		return wrap(err, "take over what a chat wrote before")
	}
	slices.SortFunc(adopted, func(a, b Message) int { return cmp.Compare(a.ID, b.ID) })
	open, err := t.openTasks(ctx, []int64{customer.ID})
	if err != nil {
		return err
	}
	var task *Task
	if tasks := open[customer.ID]; len(tasks) == 1 {
		task = &tasks[0]
		if err := t.fileAll(ctx, customer, adopted, task); err != nil {
			return err
		}
	}
	for _, message := range adopted {
		if task != nil {
			message.TaskID = &task.ID
		} else {
			t.changed(SubjectMessage, Updated, message.ID)
		}
		if err := t.messageReceived(ctx, message, task, customer); err != nil {
			return err
		}
	}
	return nil
}

// moveMessages gives a customer's messages, and the news about them, to another one; with nil those of their chat that
// are filed to no task are the chat's alone again.
func (t *tx) moveMessages(ctx context.Context, from *Customer, to *int64) error {
	moved := t.NewUpdate().Model((*Message)(nil)).Set("customer_id = ?", to).Set("updated_at = ?", t.now).Where("customer_id = ?", from.ID)
	authors := t.NewUpdate().Model((*Message)(nil)).Set("author_id = ?", to).
		Where("author_kind = ?", ActorCustomer).Where("author_id = ?", from.ID)
	if to == nil {
		moved.Where("chat_id = ?", *from.TelegramID).Where("task_id IS NULL").Where("direction = ?", DirectionIn)
		authors.Where("customer_id IS NULL")
	}
	var ids []int64
	if err := moved.Returning("id").Scan(ctx, &ids); err != nil {
		return wrap(err, "move messages")
	}
	t.changed(SubjectMessage, Updated, ids...)
	if _, err := authors.Exec(ctx); err != nil {
		return wrap(err, "move the authors of messages")
	}
	if to == nil {
		return nil
	}
	for _, table := range []string{"posts", "notifications"} {
		column := map[string]string{"posts": "customer_id", "notifications": "about_customer_id"}[table]
		_, err := t.NewUpdate().Table(table).Set("? = ?", bun.Ident(column), *to).Where("? = ?", bun.Ident(column), from.ID).Exec(ctx)
		if err != nil {
			return wrap(err, "move "+table+" of messages")
		}
	}
	return nil
}
