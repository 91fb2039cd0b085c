package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/uptrace/bun"
)

// What is deleted is gone from everything that was kept of it: histories and deliveries to webhooks go on
// saying that something was, not what it said.

// forgetCustomer takes a deleted card's words out of what stays; tasks are those that it had.
func (t *tx) forgetCustomer(ctx context.Context, customer Customer, tasks []Task) error {
	t.forgotten = append(t.forgotten, mark(SubjectCustomer, customer.ID))
	ids := make([]int64, len(tasks))
	for i, task := range tasks {
		ids[i] = task.ID
		t.forgotten = append(t.forgotten, mark(SubjectTask, task.ID))
	}
	called := []string{customer.Phone}
	if customer.Name != "" {
		shared, err := t.NewSelect().Model((*Customer)(nil)).Where("name = ?", customer.Name).Where("id <> ?", customer.ID).Exists(ctx)
		if err != nil {
			return wrap(err, "look who else has a customer's name")
		}
		if !shared { // else lines of others, whom it does not tell apart, would lose it
			called = append(called, customer.Name)
		}
	}
	for column, condition := range map[string]string{"from_value": "from_value IN (?) OR task_id IN (?)", "to_value": "to_value IN (?) OR task_id IN (?)"} {
		_, err := t.NewUpdate().Model((*HistoryEntry)(nil)).Set(column+" = ''").Where("kind = 'customer'").
			Where(condition, bun.List(called), bun.List(ids)).Exec(ctx)
		if err != nil {
			return wrap(err, "forget a customer's name in histories")
		}
	}
	if err := t.forgetInDeliveries(ctx, "customer_id", customer.ID); err != nil {
		return err
	}
	if customer.TelegramID != nil {
		_, err := t.NewDelete().Model((*Update)(nil)).Where("chat_id = ?", *customer.TelegramID).Where("state = ?", UpdateDead).Exec(ctx)
		if err != nil {
			return wrap(err, "forget what a customer wrote")
		}
	}
	// Notices of claims name their phone in their payload alone.
	err := t.deleteNotifications(ctx, "customer_id IS NULL AND NOT ("+pendingStates+") AND CAST(payload AS text) LIKE ?",
		`%"phone"%"`+customer.PhoneKey+`"%`)
	return wrap(err, "forget notices about a customer")
}

// forgetTaskText takes a deleted task's words out of what stays.
func (t *tx) forgetTaskText(ctx context.Context, id int64, customer *Customer) error {
	t.forgotten = append(t.forgotten, mark(SubjectTask, id))
	if customer != nil { // answers about a customer, or another of their tasks, can tell of this one
		others, err := readColumn[int64](t.query(ctx, "SELECT id FROM tasks WHERE customer_id = $1", customer.ID))
		if err != nil {
			return wrap(err, "find the customer's other tasks")
		}
		t.forgotten = append(t.forgotten, mark(SubjectCustomer, customer.ID))
		for _, other := range others {
			t.forgotten = append(t.forgotten, mark(SubjectTask, other))
		}
	}
	_, err := t.NewUpdate().Model((*HistoryEntry)(nil)).Set("from_value = ''").Set("to_value = ''").
		Where("kind IN ('description', 'customer', 'item')").Where("task_id = ?", id).Exec(ctx)
	if err != nil {
		return wrap(err, "forget a task's description in its history")
	}
	return t.forgetInDeliveries(ctx, "task_id", id)
}

// forgetInDeliveries takes the words out of what is told, or was told, to webhooks of rows. Its body
// stays one of its event: without texts, and without the customer where that is who is forgotten.
func (t *tx) forgetInDeliveries(ctx context.Context, column string, ids ...int64) error {
	var deliveries []WebhookDelivery
	query := t.NewSelect().Model(&deliveries).Column("id", "event", "payload").Where("? IN (?)", bun.Ident(column), bun.List(ids)).Order("id")
	if err := t.forUpdate(query).Scan(ctx); err != nil {
		return wrap(err, "read deliveries to forget")
	}
	for _, delivery := range deliveries {
		var message struct {
			Type      WebhookType     `json:"type"`
			Timestamp json.RawMessage `json:"timestamp"`
			Data      map[string]any  `json:"data"`
		}
		if err := json.Unmarshal([]byte(delivery.Payload), &message); err != nil {
			return wrap(err, "read a delivery to forget")
		}
		switch {
		case column == "about_message_id" && delivery.Event == WebhookTaskRated:
			delete(message.Data, "ratingComment")
		case column == "about_message_id":
			message.Data["text"], message.Data["files"] = "", []any{}
		case column == "task_id" && strings.HasPrefix(string(delivery.Event), "message."):
			// Its words are forgotten with the message.
		case column == "task_id" && strings.HasPrefix(string(delivery.Event), "estimate."):
			message.Data["lines"], message.Data["comment"] = []any{}, nil
		case column == "task_id":
			message.Data["description"], message.Data["item"] = nil, nil
			delete(message.Data, "ratingComment")
		case strings.HasPrefix(string(delivery.Event), "customer."):
			for _, text := range []string{"name", "note", "telegramId"} {
				message.Data[text] = nil
			}
			message.Data["phone"] = ""
		default:
			message.Data["customer"] = nil
		}
		payload, err := json.Marshal(message)
		if err != nil {
			return wrap(err, "write a delivery without what is forgotten")
		}
		_, err = t.NewUpdate().Model((*WebhookDelivery)(nil)).Set("payload = ?", string(payload)).Where("id = ?", delivery.ID).Exec(ctx)
		if err != nil {
			return wrap(err, "forget what a webhook was told")
		}
	}
	return nil
}

// mark is how a request with an idempotency key notes that its answer may tell of a row.
func mark(subject Subject, id int64) string { return fmt.Sprintf("%s%d,", subject, id) }

// forgetAnswers drops the answers that may tell of what the transaction has deleted, its own among them.
// Who sends such a request again learns that it was carried out. So do those whose rows are not noted.
func (t *tx) forgetAnswers(ctx context.Context) error {
	if len(t.forgotten) == 0 {
		return nil
	}
	query := t.NewUpdate().Model((*idempotencyKey)(nil)).Set("response = NULL").Set("forgotten = ?", true).Where("NOT forgotten").
		WhereGroup(" AND ", func(q *bun.UpdateQuery) *bun.UpdateQuery {
			q.Where("subjects = ''")
			if len(t.forgotten) > maxMarks {
				return q.WhereOr("TRUE")
			}
			for _, mark := range t.forgotten {
				q.WhereOr("subjects LIKE ?", "%,"+mark+"%")
			}
			return q
		})
	_, err := query.Exec(ctx)
	return wrap(err, "forget answers")
}

// maxMarks is how many rows are looked for in what requests noted; with more, all answers are dropped.
const maxMarks = 200
