package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// ErasureWait is for how long it can be taken back that a customer is to be forgotten.
const ErasureWait = 30 * 24 * time.Hour

// RequestErasure has all that is kept about a customer erased when ErasureWait is over, and not before their last task is
// closed: what the shop has of theirs is given back first. Asked again, the first day stands. A customer asks for their own
// card alone, from a chat that has proven it.
func (s *Store) RequestErasure(ctx context.Context, actor Actor, customerID int64) (Customer, error) {
	return s.setErasure(ctx, actor, customerID, func(now time.Time, customer *Customer) bool {
		if customer.EraseAt != nil {
			return false
		}
		at := now.Add(ErasureWait)
		customer.EraseAt = &at
		return true
	})
}

// CancelErasure takes that back. Where nothing was asked for it changes nothing.
func (s *Store) CancelErasure(ctx context.Context, actor Actor, customerID int64) (Customer, error) {
	return s.setErasure(ctx, actor, customerID, func(_ time.Time, customer *Customer) bool {
		asked := customer.EraseAt != nil
		customer.EraseAt = nil
		return asked
	})
}

func (s *Store) setErasure(ctx context.Context, actor Actor, customerID int64, set func(now time.Time, customer *Customer) bool) (Customer, error) {
	var customer Customer
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		if customer, err = tx.lockCustomer(ctx, customerID); err != nil {
			return err
		}
		if err := customer.mustBeOf(actor); err != nil {
			return err
		}
		if !set(tx.now, &customer) {
			return nil
		}
		return tx.saveCustomer(ctx, &customer)
	})
	return customer, err
}

// mustBeOf refuses a customer what is not proven to be theirs; staff may.
func (c Customer) mustBeOf(actor Actor) error {
	if actor.Kind == ActorCustomer && (actor.ID != c.ID || c.TelegramID == nil || c.PhoneVerifiedAt == nil) {
		return &Error{Code: Forbidden, Message: "Confirm the phone first: share it with the button."}
	}
	return nil
}

// EraseCustomer erases at once, for an admin. A customer with a task that is not closed is a Conflict. It returns the card
// as it was.
func (s *Store) EraseCustomer(ctx context.Context, actor Actor, customerID int64) (Customer, error) {
	var customer Customer
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		if err := tx.mustBeAdmin(ctx, actor, "Only an admin can erase a customer's data at once."); err != nil {
			return err
		}
		if customer, err = tx.lockCustomer(ctx, customerID); err != nil {
			return err
		}
		return tx.eraseCustomer(ctx, actor, customer)
	})
	return customer, err
}

// erasureAfterClosing is how long a customer's last task has to be closed before they are erased by themselves: a status can be
// a slip, and an erasure cannot be taken back.
const erasureAfterClosing = 24 * time.Hour

// dueErasures chooses the cards whose time has come.
const dueErasures = `erase_at <= ? AND NOT EXISTS (SELECT 1 FROM tasks AS t WHERE t.customer_id = c.id AND ` + notLongClosed + ")"

// notLongClosed chooses tasks of whose customers nothing is erased yet.
const notLongClosed = "(t.status <> 'CLOSED' OR t.closed_at > ?)"

// EraseDue erases the customers whose ErasureWait is over and whose tasks have all been closed for a day, each in a transaction
// of its own: who is killed in the middle leaves nothing half done, and the next pass goes on.
func (s *Store) EraseDue(ctx context.Context) (erased int, err error) {
	var due []int64
	err = s.read.NewSelect().Model((*Customer)(nil)).Column("id").Where(dueErasures, s.now(), s.now().Add(-erasureAfterClosing)).Order("id").Scan(ctx, &due)
	if err != nil {
		return 0, wrap(err, "look for customers to be erased")
	}
	for _, id := range due {
		err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, err := tx.lockCustomer(ctx, id)
			switch {
			case CodeOf(err) == NotFound:
				return nil // deleted since
			case err != nil:
				return err
			case customer.EraseAt == nil || customer.EraseAt.After(tx.now):
				return nil // taken back since
			}
			waits, err := tx.NewSelect().Model((*Task)(nil)).Where("customer_id = ?", id).Where(notLongClosed, tx.now.Add(-erasureAfterClosing)).Exists(ctx)
			if err != nil {
				return wrap(err, "look for tasks of who is to be erased")
			}
			if waits {
				return errConflict("customerId", "A request of this customer is open, or was closed less than a day ago.")
			}
			return tx.eraseCustomer(ctx, Actor{Kind: ActorSystem}, customer)
		})
		switch CodeOf(err) {
		case "":
			erased++
		case Conflict: // a task since: the next pass looks again
		default:
			return erased, wrap(err, "erase a customer")
		}
	}
	return erased, nil
}

func (t *tx) lockCustomer(ctx context.Context, id int64) (Customer, error) {
	customer, err := t.findCustomer(ctx, "id = $1", id)
	if err == nil && customer == nil {
		err = errNotFound()
	}
	if err != nil {
		return Customer{}, err
	}
	return *customer, nil
}

// eraseCustomer forgets a locked customer altogether. Of their tasks those with money stay, as amounts and days.
func (t *tx) eraseCustomer(ctx context.Context, actor Actor, customer Customer) error {
	var tasks []Task
	if err := t.forUpdate(t.NewSelect().Model(&tasks).Where("customer_id = ?", customer.ID).Order("id")).Scan(ctx); err != nil {
		return wrap(err, "read the tasks of who is to be erased")
	}
	ids := make([]int64, len(tasks))
	for i, task := range tasks {
		if task.Status != StatusClosed {
			return errConflict("customerId", "Request № %d of this customer is still open. Close it first.", task.ID)
		}
		ids[i] = task.ID
	}
	kept, err := t.tasksWithMoney(ctx, ids)
	if err != nil {
		return err
	}
	for _, task := range tasks {
		if kept[task.ID] {
			err = t.eraseWords(ctx, task.ID)
		} else {
			err = t.deleteTask(ctx, actor, task, nil) // whose it was is told to nobody any more
		}
		if err != nil {
			return err
		}
	}
	if err := t.removeCustomer(ctx, actor, customer); err != nil {
		return err
	}
	return t.eraseTraces(ctx, customer)
}

// tasksWithMoney are those that the shop has to keep for its books: with a payment, or a price that was agreed on.
func (t *tx) tasksWithMoney(ctx context.Context, ids []int64) (map[int64]bool, error) {
	kept := map[int64]bool{}
	for _, query := range []*bun.SelectQuery{
		t.NewSelect().Model((*Payment)(nil)),
		t.NewSelect().Model((*Estimate)(nil)).Where("state = ?", EstimateAccepted),
	} {
		var found []int64
		if err := query.Column("task_id").Distinct().Where("task_id IN (?)", bun.List(ids)).Scan(ctx, &found); err != nil {
			return nil, wrap(err, "look for tasks with money")
		}
		for _, id := range found {
			kept[id] = true
		}
	}
	return kept, nil
}

// eraseWords takes out of a task, and out of all that hangs on it, what somebody said or brought.
func (t *tx) eraseWords(ctx context.Context, taskID int64) error {
	if err := t.deleteNotifications(ctx, "task_id = ?", taskID); err != nil {
		return err
	}
	if err := t.deleteMessages(ctx, "task_id = ?", taskID); err != nil {
		return err
	}
	if err := t.deleteFiles(ctx, "task_id = ?", taskID); err != nil {
		return err
	}
	for _, table := range []string{"task_items", "drafts", "posts", "photo_links", "reminders", "imported_tasks"} {
		if _, err := t.NewDelete().Table(table).Where("task_id = ?", taskID).Exec(ctx); err != nil {
			return wrap(err, "erase the "+table+" of a task")
		}
	}
	t.knowItem(taskID, Item{})
	_, err := t.NewUpdate().Model((*EstimateLine)(nil)).Set("text = ''").
		Where("estimate_id IN (SELECT id FROM estimates WHERE task_id = ?)", taskID).Exec(ctx)
	if err != nil {
		return wrap(err, "erase the words of estimates")
	}
	if _, err := t.NewUpdate().Model((*Estimate)(nil)).Set("comment = ''").Where("task_id = ?", taskID).Exec(ctx); err != nil {
		return wrap(err, "erase the comments of estimates")
	}
	if _, err := t.NewUpdate().Model((*Task)(nil)).Set("description = ''").Where("id = ?", taskID).Exec(ctx); err != nil {
		return wrap(err, "erase a task's description")
	}
	return t.forgetTaskText(ctx, taskID, nil)
}

// eraseTraces removes what is left of a customer, and of their chat, in rows that are not theirs.
func (t *tx) eraseTraces(ctx context.Context, customer Customer) error {
	// What is shown of a file that was taken in may show their row.
	if err := t.deleteFiles(ctx, "message_id IS NULL AND id IN ("+restingImports+")", t.now.Add(-importSilence)); err != nil {
		return err
	}
	if customer.TelegramID == nil {
		return nil
	}
	chat := *customer.TelegramID
	// An account of a member of staff can be a customer's too: what it is told as theirs stays.
	if err := t.deleteNotifications(ctx, "customer_id IS NULL AND staff_id IS NULL AND chat_id = ?", chat); err != nil {
		return err
	}
	var claims []PhoneClaim
	if err := t.NewDelete().Model(&claims).Where("telegram_id = ?", chat).Returning("*").Scan(ctx, &claims); err != nil {
		return wrap(err, "erase what a chat claimed")
	}
	for _, claim := range claims {
		t.changed(SubjectCustomer, Updated, claim.CustomerID)
	}
	if err := t.forgetClaimants(ctx, claims); err != nil {
		return err
	}
	for _, table := range []string{"connect_offers", "connect_guesses"} {
		if _, err := t.NewDelete().Table(table).Where("chat_id = ?", chat).Exec(ctx); err != nil {
			return wrap(err, "erase the "+table+" of a chat")
		}
	}
	if _, err := t.NewDelete().Table("posts").Where("chat_id = ?", chat).Where("NOT for_staff").Exec(ctx); err != nil {
		return wrap(err, "erase the posts of a chat")
	}
	_, err := t.NewUpdate().Model((*Update)(nil)).Set("chat_id = 0").Where("chat_id = ?", chat).Where("state = ?", UpdateDone).Exec(ctx)
	return wrap(err, "erase whose updates were")
}
