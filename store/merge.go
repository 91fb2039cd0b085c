package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/uptrace/bun"
)

// MergeCustomers makes one card of two that are the same person's. The tasks of the card `from`
// and the messages about them move to the card `into`, whose own data wins: from's chat, language,
// name and external id are taken where it has none, from's phone and note are added to its note. Where both
// have a chat, `into` keeps its own, and whoever writes from the other is a stranger to the bot.
func (s *Store) MergeCustomers(ctx context.Context, actor Actor, from, into int64) (Customer, error) {
	if from == into {
		return Customer{}, errInvalid("into", "These are the same card. Choose two different ones.")
	}
	var merged Customer
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		source, target, err := tx.lockTwoCustomers(ctx, from, into)
		if err != nil {
			return err
		}
		if err := tx.moveTasks(ctx, actor, source, target); err != nil {
			return err
		}
		if err := tx.takeOver(ctx, source, target); err != nil {
			return err
		}
		merged = *target
		return nil
	})
	return merged, err
}

// lockTwoCustomers locks in the order of the ids, so that two merges of the same cards do not wait
// for each other.
func (t *tx) lockTwoCustomers(ctx context.Context, from, into int64) (source, target *Customer, err error) {
	var customers []Customer
	query := t.NewSelect().Model(&customers).Where("id IN (?)", bun.List([]int64{from, into})).Order("id")
	if err := t.forUpdate(query).Scan(ctx); err != nil {
		return nil, nil, wrap(err, "lock two customers")
	}
	find := func(field string, id int64) (*Customer, error) {
		at := slices.IndexFunc(customers, func(c Customer) bool { return c.ID == id })
		if at < 0 {
			return nil, fieldError(errNotFound(), field)
		}
		return &customers[at], nil
	}
	if source, err = find("from", from); err != nil {
		return nil, nil, err
	}
	target, err = find("into", into)
	return source, target, err
}

// moveTasks gives a card's tasks to another card, with their messages and their history.
func (t *tx) moveTasks(ctx context.Context, actor Actor, from, to *Customer) error {
	var moved []Task
	err := t.NewUpdate().Model((*Task)(nil)).Set("customer_id = ?", to.ID).Set("version = version + 1").
		Set("updated_at = ?", t.now).Where("customer_id = ?", from.ID).Returning("*").Scan(ctx, &moved)
	if err != nil {
		return wrap(err, "move tasks to another card")
	}
	slices.SortFunc(moved, func(a, b Task) int { return cmp.Compare(a.ID, b.ID) })
	var events []HistoryEntry
	for _, task := range moved {
		t.changed(SubjectTask, Updated, task.ID)
		t.emitTask(WebhookTaskUpdated, task, to)
		events = append(events, HistoryEntry{TaskID: task.ID, Kind: EventCustomer, From: from.DisplayName(), To: to.DisplayName()})
	}
	if err := t.recordAll(ctx, actor, events); err != nil {
		return err
	}
	if err := t.indexTasksOf(ctx, to.ID); err != nil {
		return err
	}
	if err := t.moveMessages(ctx, from, &to.ID); err != nil {
		return err
	}
	var messages []int64
	err = t.NewUpdate().Model((*Notification)(nil)).Set("customer_id = ?", to.ID).Where("customer_id = ?", from.ID).
		Returning("id").Scan(ctx, &messages)
	for _, id := range messages {
		t.changed(SubjectNotification, Updated, id)
	}
	return wrap(err, "move notifications to another card")
}

// takeOver gives the target what only the source has, and removes the source.
func (t *tx) takeOver(ctx context.Context, source, target *Customer) error {
	previous := *target
	target.Note = mergedNote(*source, *target)
	if utf8.RuneCountInString(target.Note) > MaxDescription {
		return errInvalid("into", "The notes of the two cards together are longer than %d characters. Shorten one of them first.", MaxDescription)
	}
	target.Name = cmp.Or(target.Name, source.Name)
	target.Language = cmp.Or(target.Language, source.Language)
	target.ExternalID = cmp.Or(target.ExternalID, source.ExternalID)
	target.EraseAt = cmp.Or(target.EraseAt, source.EraseAt) // who has asked to be forgotten has asked it of both
	_, err := t.NewUpdate().Model((*Consent)(nil)).Set("customer_id = ?", target.ID).Where("customer_id = ?", source.ID).
		Where("version NOT IN (SELECT version FROM consents WHERE customer_id = ?)", target.ID).Exec(ctx)
	if err != nil {
		return wrap(err, "move consents to another card")
	}
	_, err = t.NewUpdate().Model((*HistoryEntry)(nil)).Set("actor_id = ?", target.ID).
		Where("actor_kind = ?", ActorCustomer).Where("actor_id = ?", source.ID).
		Where("task_id IN (SELECT id FROM tasks WHERE customer_id = ?)", target.ID).Exec(ctx)
	if err != nil {
		return wrap(err, "move a customer's lines of history")
	}
	// What is kept of the source is forgotten with the target.
	_, err = t.NewUpdate().Model((*WebhookDelivery)(nil)).Set("customer_id = ?", target.ID).Where("customer_id = ?", source.ID).Exec(ctx)
	if err != nil {
		return wrap(err, "move what webhooks were told")
	}
	_, err = t.NewUpdate().Model((*idempotencyKey)(nil)).Set("subjects = subjects || ?", mark(SubjectCustomer, target.ID)).
		Where("subjects LIKE ?", "%,"+mark(SubjectCustomer, source.ID)+"%").Exec(ctx)
	if err != nil {
		return wrap(err, "move what answers tell of")
	}
	// Before the target takes the chat, which only one card can have.
	if err := t.deleteCustomer(ctx, *source); err != nil {
		return err
	}
	unreachableAt, reachableAt := target.UnreachableAt, target.ReachableAt
	if target.TelegramID == nil {
		target.TelegramID, unreachableAt, reachableAt = source.TelegramID, source.UnreachableAt, source.ReachableAt
		target.PhoneVerifiedAt = source.PhoneVerifiedAt // staff say that it is the same person
	}
	if target.TelegramID != nil {
		if err := t.linkChat(ctx, target, *target.TelegramID); err != nil {
			return err
		}
		target.UnreachableAt, target.ReachableAt = unreachableAt, reachableAt
	}
	if err := t.saveCustomer(ctx, target); err != nil {
		return err
	}
	t.emitCustomer(previous, *target)
	return t.askAgain(ctx, target, !sameID(previous.TelegramID, target.TelegramID))
}

// mergedNote is the target's note and, below it, what of the source has no other place.
func mergedNote(source, target Customer) string {
	called := source.Phone
	if source.Name != "" && source.Name != target.Name && target.Name != "" {
		called = source.Name + ", " + source.Phone
	}
	lines := slices.DeleteFunc([]string{target.Note, called, source.Note}, func(line string) bool { return line == "" })
	return strings.Join(lines, "\n")
}
