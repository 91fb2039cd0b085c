package store

import (
	"cmp"
	"context"
	"slices"
)

// DeleteCustomer removes the card with this phone and all that was kept of it: what was still to be sent to
// it, its name in histories, what webhooks were told. Its tasks stay, without a customer. It returns the
// card as it was.
func (s *Store) DeleteCustomer(ctx context.Context, actor Actor, phone string) (Customer, error) {
	var customer Customer
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		if customer, err = tx.lockCustomerByPhone(ctx, phone); err != nil {
			return err
		}
		return tx.removeCustomer(ctx, actor, customer)
	})
	return customer, err
}

// removeCustomer removes a locked card, and what tells of it in what stays.
func (t *tx) removeCustomer(ctx context.Context, actor Actor, customer Customer) error {
	tasks, err := t.releaseTasks(ctx, actor, customer)
	if err != nil {
		return err
	}
	if err := t.deleteCustomer(ctx, customer); err != nil {
		return err
	}
	if customer.TelegramID != nil {
		if err := t.deleteChat(ctx, *customer.TelegramID); err != nil {
			return err
		}
	}
	return t.forgetCustomer(ctx, customer, tasks)
}

// releaseTasks takes a card's tasks off it, as a change like any other; their histories do not say whose
// they were. The name and the phone go out of what is searched, too.
func (t *tx) releaseTasks(ctx context.Context, actor Actor, customer Customer) ([]Task, error) {
	var tasks []Task
	err := t.NewUpdate().Model((*Task)(nil)).Set("customer_id = NULL").Set("awaiting_reply_since = NULL").Set("version = version + 1").
		Set("updated_at = ?", t.now).Where("customer_id = ?", customer.ID).Returning("*").Scan(ctx, &tasks)
	if err != nil {
		return nil, wrap(err, "take tasks off a card")
	}
	slices.SortFunc(tasks, func(a, b Task) int { return cmp.Compare(a.ID, b.ID) })
	var events []HistoryEntry
	for _, task := range tasks {
		t.changed(SubjectTask, Updated, task.ID)
		t.emitTask(WebhookTaskUpdated, task, nil)
		events = append(events, HistoryEntry{TaskID: task.ID, Kind: EventCustomer})
	}
	if err := t.recordAll(ctx, actor, events); err != nil {
		return nil, err
	}
	texts, err := t.searchRows(ctx, tasks)
	if err != nil {
		return nil, err
	}
	return tasks, t.writeSearch(ctx, texts)
}

// deleteCustomer removes a card that has no tasks any more.
func (t *tx) deleteCustomer(ctx context.Context, customer Customer) error {
	if err := t.deleteNotifications(ctx, "customer_id = ?", customer.ID); err != nil {
		return err
	}
	if err := t.deleteMessages(ctx, "customer_id = ?", customer.ID); err != nil {
		return err
	}
	if err := t.voidClaims(ctx, customer.ID); err != nil {
		return err
	}
	if err := t.refuseCodeClaims(ctx, customer.ID); err != nil {
		return err
	}
	if _, err := t.NewDelete().Model(&customer).WherePK().Exec(ctx); err != nil {
		return wrap(err, "delete customer")
	}
	t.changed(SubjectCustomer, Deleted, customer.ID)
	t.emit(WebhookCustomerDeleted, newCustomerDetails(Customer{ID: customer.ID, CreatedAt: customer.CreatedAt, UpdatedAt: t.now}))
	return nil
}
