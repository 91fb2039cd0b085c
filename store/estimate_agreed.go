package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// Agreed is what a customer has agreed to pay for a task: the newest estimate that they have accepted.
type Agreed struct {
	TaskID   int64
	Amount   int64 // in hundredths of the currency
	Currency string
}

// agreed gives what is agreed for many tasks, by task; those without are left out.
func (s *Store) agreed(ctx context.Context, taskIDs []int64) (map[int64]*Agreed, error) {
	var found []Agreed
	err := s.read.NewRaw(`SELECT task_id, total AS amount, currency FROM estimates WHERE task_id IN (?) AND state = 'ACCEPTED' ORDER BY version`,
		bun.List(taskIDs)).Scan(ctx, &found)
	return byID(found, func(a *Agreed) int64 { return a.TaskID }), wrap(err, "read what is agreed")
}

// withAgreed reads what is agreed for the tasks of which customers are told a status, where their chat may see it.
func (s *Store) withAgreed(ctx context.Context, deliveries []Delivery) error {
	var taskIDs []int64
	for _, delivery := range deliveries {
		if delivery.tellsPrice() {
			taskIDs = append(taskIDs, delivery.Task.ID)
		}
	}
	if len(taskIDs) == 0 {
		return nil
	}
	agreed, err := s.agreed(ctx, taskIDs)
	for i, delivery := range deliveries {
		if delivery.tellsPrice() {
			deliveries[i].Agreed = agreed[delivery.Task.ID]
		}
	}
	return err
}

func (d *Delivery) tellsPrice() bool {
	kind := d.Notification.Kind
	return (kind == NotificationTaskCreated || kind == NotificationStatusChanged) && d.Customer.PhoneVerifiedAt != nil
}

// AgreedTotal adds up what customers have agreed to in the days from first to last, both of them included; of a task the
// newest estimate that was accepted counts, on the day on which it was. It is in hundredths of the shop's currency.
func (s *Store) AgreedTotal(ctx context.Context, first, last Day) (int64, error) {
	days := s.DayInterval(&first, &last)
	total, err := readColumn[int64](s.query(ctx, `SELECT CAST(COALESCE(sum(total), 0) AS bigint) FROM estimates AS est
		WHERE state = 'ACCEPTED' AND decided_at >= $1 AND decided_at < $2 AND currency = $3
		AND NOT EXISTS (SELECT 1 FROM estimates AS newer WHERE newer.task_id = est.task_id AND newer.state = 'ACCEPTED' AND newer.version > est.version)`,
		s.sqlTime(days.From), s.sqlTime(days.To), s.currency))
	if err != nil {
		return 0, wrap(err, "add up what is agreed")
	}
	return total[0], nil
}

// agreement is what a customer has agreed to at the counter, and when.
type agreement struct {
	taskID   int64
	customer *Customer
	version  int // of the task's estimates
	lines    []EstimateLine
	total    int64
	at       time.Time
}

// agreeTasks keeps estimates to which the customers of tasks have agreed at the counter.
func (t *tx) agreeTasks(ctx context.Context, actor Actor, agreements ...agreement) error {
	if len(agreements) == 0 {
		return nil
	}
	estimates := make([]Estimate, len(agreements))
	for i, agreed := range agreements {
		estimates[i] = Estimate{
			TaskID: agreed.taskID, Version: agreed.version, State: EstimateAccepted, Total: agreed.total, Currency: t.store.currency, Lines: agreed.lines,
			SentAt: &agreed.at, DecidedAt: &agreed.at, DecidedByKind: actor.Kind, Via: ViaCounter, CreatedAt: t.now, UpdatedAt: t.now,
		}
		if actor.ID != 0 {
			estimates[i].DecidedByID = &actor.ID
		}
	}
	if _, err := t.NewInsert().Model(&estimates).Exec(ctx); err != nil {
		return wrap(err, "insert estimates")
	}
	var lines []EstimateLine
	var events []HistoryEntry
	for i, estimate := range estimates {
		for _, line := range estimate.Lines {
			line.ID, line.EstimateID = 0, estimate.ID
			lines = append(lines, line)
		}
		t.emitDecision(estimate, agreements[i].customer)
		events = append(events, HistoryEntry{
			TaskID: estimate.TaskID, Kind: EventEstimateAccepted, From: string(ViaCounter), To: moneyInHistory(estimate.Total, estimate.Currency),
		})
	}
	if _, err := t.NewInsert().Model(&lines).Exec(ctx); err != nil {
		return wrap(err, "insert the lines of estimates")
	}
	return t.recordAll(ctx, actor, events)
}
