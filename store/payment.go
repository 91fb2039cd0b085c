package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// PaymentMethod is how something was paid.
type PaymentMethod string

const (
	PaidByCash     PaymentMethod = "CASH"
	PaidByCard     PaymentMethod = "CARD"
	PaidByTransfer PaymentMethod = "TRANSFER"
	PaidOtherwise  PaymentMethod = "OTHER"
)

// Payment is what a customer has paid for a task, or, below zero, what of that was taken back. Payments are only ever added.
type Payment struct {
	bun.BaseModel `bun:"table:payments,alias:p"`
	ID            int64 `bun:",pk,autoincrement"`
	TaskID        int64
	Amount        int64 // in hundredths
	Method        PaymentMethod
	AuthorKind    ActorKind
	AuthorID      *int64
	CreatedAt     time.Time
}

// Balance is what a customer owes for a task. Money is in hundredths.
type Balance struct {
	Agreed *int64 // the total of the newest accepted estimate; nil before there is one
	Paid   int64
}

// Due is what is left to pay, below zero where more was paid than agreed; nil before anything is agreed.
func (b Balance) Due() *int64 {
	if b.Agreed == nil {
		return nil
	}
	due := *b.Agreed - b.Paid
	return &due
}

// AddPayment notes what was paid for a task. What is below zero takes back, at most what was paid.
func (s *Store) AddPayment(ctx context.Context, actor Actor, taskID, amount int64, method PaymentMethod) (Task, error) {
	if amount == 0 || amount < -MaxMoney || amount > MaxMoney {
		return Task{}, errInvalid("amount", "The amount must be from 1 to %d hundredths, or as much below zero to take back.", MaxMoney)
	}
	var task Task
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			if _, task, err = tx.lockTask(ctx, taskID); err != nil {
				return fieldError(err, "taskId")
			}
			paid, err := readColumn[int64](tx.query(ctx, "SELECT CAST(COALESCE(sum(amount), 0) AS bigint) FROM payments WHERE task_id = $1", taskID))
			switch {
			case err != nil:
				return wrap(err, "add up payments")
			case paid[0]+amount < 0:
				return errConflict("amount", "That is more than was paid.")
			case paid[0]+amount > MaxMoney:
				return errInvalid("amount", "All payments of a task together can be %d hundredths at most.", MaxMoney)
			}
			payment := Payment{TaskID: taskID, Amount: amount, Method: method, AuthorKind: actor.Kind, CreatedAt: tx.now}
			if actor.ID != 0 {
				payment.AuthorID = &actor.ID
			}
			if _, err := tx.NewInsert().Model(&payment).Exec(ctx); err != nil {
				return wrap(err, "insert payment")
			}
			if err := tx.touchTask(ctx, &task); err != nil {
				return err
			}
			return tx.record(ctx, actor, taskID, EventPayment, string(method), moneyInHistory(amount, s.currency))
		})
	})
	return task, err
}

// PaymentsOfTasks gives the payments of many tasks, each task's oldest first; if there are more than most, tooMany is true
// and none is given.
func (s *Store) PaymentsOfTasks(ctx context.Context, taskIDs []int64, most int) (byTask map[int64][]Payment, tooMany bool, err error) {
	var payments []Payment
	err = s.read.NewSelect().Model(&payments).Where("task_id IN (?)", bun.List(taskIDs)).Order("id").Limit(int64(most) + 1).Scan(ctx)
	if err != nil || len(payments) > most {
		return nil, err == nil, wrap(err, "read payments")
	}
	byTask = map[int64][]Payment{}
	for _, payment := range payments {
		byTask[payment.TaskID] = append(byTask[payment.TaskID], payment)
	}
	return byTask, false, nil
}

// Balances gives what is agreed and paid for many tasks, by task; those without either are left out.
func (s *Store) Balances(ctx context.Context, taskIDs []int64) (map[int64]Balance, error) {
	agreed, err := s.agreed(ctx, taskIDs)
	if err != nil {
		return nil, err
	}
	var paid []struct{ TaskID, Amount int64 }
	err = s.read.NewRaw(`SELECT task_id, CAST(sum(amount) AS bigint) AS amount FROM payments WHERE task_id IN (?) GROUP BY task_id`,
		bun.List(taskIDs)).Scan(ctx, &paid)
	if err != nil {
		return nil, wrap(err, "add up payments")
	}
	balances := map[int64]Balance{}
	for taskID, price := range agreed {
		balances[taskID] = Balance{Agreed: &price.Amount}
	}
	for _, row := range paid {
		balances[row.TaskID] = Balance{Agreed: balances[row.TaskID].Agreed, Paid: row.Amount}
	}
	return balances, nil
}
