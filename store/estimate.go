package store

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/uptrace/bun"
)

// EstimateState is how far an estimate has come.
type EstimateState string

const (
	EstimateDraft     EstimateState = "DRAFT"     // staff write it
	EstimateSent      EstimateState = "SENT"      // the customer is asked
	EstimateAccepted  EstimateState = "ACCEPTED"  // and has agreed
	EstimateDeclined  EstimateState = "DECLINED"  // or not
	EstimateExpired   EstimateState = "EXPIRED"   // or has not answered in time
	EstimateWithdrawn EstimateState = "WITHDRAWN" // taken back, or a newer one was sent, before they answered
)

// DecisionWay is how a customer has decided.
type DecisionWay string

const (
	ViaTelegram DecisionWay = "TELEGRAM" // by a button in their own chat
	ViaPhone    DecisionWay = "PHONE"    // to staff, who have noted it
	ViaCounter  DecisionWay = "COUNTER"
)

// Estimate is what staff say that the work of a task costs. Of a task's estimates one is a draft at most, which is the
// newest, and one waits for an answer. Money is in hundredths of the currency.
type Estimate struct {
	bun.BaseModel `bun:"table:estimates,alias:est"`
	ID            int64 `bun:",pk,autoincrement"`
	TaskID        int64
	Version       int // of the task's estimates: grows whenever one is written, so a draft that is written again has another
	State         EstimateState
	Total         int64
	Currency      string // ISO 4217
	ValidUntil    *time.Time
	SentAt        *time.Time
	DecidedAt     *time.Time // when it became EstimateAccepted or EstimateDeclined
	DecidedByKind ActorKind
	DecidedByID   *int64
	Via           DecisionWay
	Comment       string // staff's own words with a decision that they note
	CreatedAt     time.Time
	UpdatedAt     time.Time

	Lines []EstimateLine `bun:"-"` // what it is made of, in their order
}

// EstimateLine is a piece of work, or a part, in an estimate. A price below zero is a discount.
type EstimateLine struct {
	bun.BaseModel `bun:"table:estimate_lines,alias:l"`
	ID            int64 `bun:",pk,autoincrement"`
	EstimateID    int64
	Text          string
	Quantity      int
	Price         int64 // of one
}

// What an estimate may hold. GraphQL's Int has 32 bits, and so bounds money.
const (
	MaxMoney         = 2_000_000_000
	MaxEstimateLines = 30
	MaxQuantity      = 10_000
)

// NewEstimate is an estimate to be written.
type NewEstimate struct {
	TaskID     int64
	Lines      []EstimateLine
	ValidUntil *time.Time // until when the customer can accept it; nil for no end
	Version    *int       // of the task's newest estimate, on which this one is based, 0 for none; another one is a Conflict
}

// SaveEstimate writes an estimate that nobody is told of yet: over the task's draft or, where there is none, as a new one.
func (s *Store) SaveEstimate(ctx context.Context, actor Actor, in NewEstimate) (Estimate, error) {
	lines, total, err := cleanLines(in.Lines)
	if err != nil {
		return Estimate{}, err
	}
	var estimate Estimate
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			_, task, err := tx.lockTask(ctx, in.TaskID)
			if err != nil {
				return fieldError(err, "taskId")
			}
			end, err := tx.cleanEnd(in.ValidUntil)
			if err != nil {
				return err
			}
			newest, err := tx.newestEstimate(ctx, task.ID)
			if err != nil {
				return err
			}
			if in.Version != nil && *in.Version != newest.Version {
				return errConflict("version", "Somebody else has written another estimate of this task since you loaded it. Load it again.")
			}
			version := newest.Version + 1
			estimate = Estimate{TaskID: task.ID, State: EstimateDraft, CreatedAt: tx.now}
			if newest.State == EstimateDraft {
				estimate = newest
			}
			estimate.Version, estimate.Total, estimate.Currency, estimate.Lines = version, total, s.currency, lines
			estimate.ValidUntil, estimate.UpdatedAt = end, tx.now
			if err := tx.writeEstimate(ctx, &estimate); err != nil {
				return err
			}
			return tx.touchTask(ctx, &task)
		})
	})
	return estimate, err
}

// cleanEnd gives the end of an estimate's time as it is kept, and refuses one that is over.
func (t *tx) cleanEnd(validUntil *time.Time) (*time.Time, error) {
	if validUntil == nil {
		return nil, nil
	}
	end := validUntil.UTC().Truncate(time.Microsecond)
	if !end.After(t.now) || end.Year() > 9999 {
		return nil, errInvalid("validUntil", "Choose an end that is still to come, or none.")
	}
	return &end, nil
}

// newestEstimate is the task's newest estimate, without its lines; zero where there is none.
func (t *tx) newestEstimate(ctx context.Context, taskID int64) (newest Estimate, err error) {
	err = t.NewSelect().Model(&newest).Where("task_id = ?", taskID).Order("version DESC").Limit(1).Scan(ctx)
	return newest, unlessNotFound(notFoundOr(err, "read the newest estimate"))
}

// writeEstimate inserts or updates an estimate with its lines.
func (t *tx) writeEstimate(ctx context.Context, estimate *Estimate) error {
	var err error
	if estimate.ID == 0 {
		_, err = t.NewInsert().Model(estimate).Exec(ctx)
	} else {
		_, err = t.NewUpdate().Model(estimate).WherePK().Exec(ctx)
	}
	if err != nil {
		return wrap(err, "write estimate")
	}
	if _, err := t.NewDelete().Model((*EstimateLine)(nil)).Where("estimate_id = ?", estimate.ID).Exec(ctx); err != nil {
		return wrap(err, "remove the lines of a draft")
	}
	for i := range estimate.Lines {
		estimate.Lines[i].ID, estimate.Lines[i].EstimateID = 0, estimate.ID
	}
	_, err = t.NewInsert().Model(&estimate.Lines).Exec(ctx)
	return wrap(err, "insert the lines of an estimate")
}

// cleanLines gives the lines as they are kept, and their sum.
func cleanLines(lines []EstimateLine) (cleaned []EstimateLine, total int64, err error) {
	switch {
	case len(lines) == 0:
		return nil, 0, errInvalid("lines", "Write at least one line: what is to be done, and its price.")
	case len(lines) > MaxEstimateLines:
		return nil, 0, errInvalid("lines", "An estimate has at most %d lines. Put some of them together.", MaxEstimateLines)
	}
	for i, line := range lines {
		text, err := cleanText("lines", line.Text, MaxName)
		switch {
		case err != nil:
			return nil, 0, err
		case text == "":
			return nil, 0, errInvalid("lines", "Line %d says nothing. Write what is to be done, or leave it out.", i+1)
		case line.Quantity < 1 || line.Quantity > MaxQuantity:
			return nil, 0, errInvalid("lines", "The quantity in line %d must be from 1 to %d.", i+1, MaxQuantity)
		case line.Price < -MaxMoney || line.Price > MaxMoney:
			return nil, 0, errInvalid("lines", "The price in line %d is too large.", i+1)
		}
		cleaned = append(cleaned, EstimateLine{Text: text, Quantity: line.Quantity, Price: line.Price})
		total += int64(line.Quantity) * line.Price
	}
	if total < 0 || total > MaxMoney {
		return nil, 0, errInvalid("lines", "The sum must be from 0 to %d hundredths.", MaxMoney)
	}
	return cleaned, total, nil
}

// SendEstimate asks the customer whether they agree to a draft. The one before, if it still waits for an answer, is
// withdrawn. A customer without a chat is asked by staff.
func (s *Store) SendEstimate(ctx context.Context, actor Actor, id int64, version int) (Estimate, error) {
	var estimate Estimate
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			var task Task
			var customer *Customer
			customer, task, estimate, err = tx.lockEstimate(ctx, id)
			switch {
			case err != nil:
				return err
			case estimate.State != EstimateDraft || estimate.Version != version:
				return tx.isOver(estimate, version)
			case customer == nil:
				return fieldError(errNoCustomer, "id")
			}
			if _, err := tx.cleanEnd(estimate.ValidUntil); err != nil {
				return err
			}
			var withdrawn []Estimate
			_, err = tx.NewUpdate().Model(&withdrawn).Set("state = ?", EstimateWithdrawn).Set("updated_at = ?", tx.now).
				Where("task_id = ?", task.ID).Where("state = ?", EstimateSent).Returning("*").Exec(ctx)
			if err != nil {
				return wrap(err, "withdraw the estimate before")
			}
			for _, before := range withdrawn {
				if err := tx.retellEstimate(ctx, customer, before); err != nil {
					return err
				}
			}
			estimate.State, estimate.SentAt, estimate.UpdatedAt = EstimateSent, &tx.now, tx.now
			if _, err := tx.NewUpdate().Model(&estimate).Column("state", "sent_at", "updated_at").WherePK().Exec(ctx); err != nil {
				return wrap(err, "send estimate")
			}
			if err := tx.estimateChanged(ctx, actor, &task, EventEstimateSent, "", estimate); err != nil {
				return err
			}
			return tx.tellEstimate(ctx, customer, task, estimate)
		})
	})
	return estimate, err
}

// lockEstimate locks an estimate and before it its task and customer, and reads its lines.
func (t *tx) lockEstimate(ctx context.Context, id int64) (*Customer, Task, Estimate, error) {
	taskIDs, err := readColumn[int64](t.query(ctx, "SELECT task_id FROM estimates WHERE id = $1", id))
	switch {
	case err != nil:
		return nil, Task{}, Estimate{}, wrap(err, "find the task of an estimate")
	case len(taskIDs) == 0:
		return nil, Task{}, Estimate{}, errNotFound()
	}
	customer, task, err := t.lockTask(ctx, taskIDs[0])
	if err != nil {
		return nil, Task{}, Estimate{}, err
	}
	found, err := readEstimates(ctx, t, t.now, func(q *bun.SelectQuery) { t.forUpdate(q.Where("id = ?", id)) })
	switch {
	case err != nil:
		return nil, Task{}, Estimate{}, err
	case len(found) == 0:
		return nil, Task{}, Estimate{}, errNotFound()
	}
	return customer, task, found[0], nil
}

// isOver tells, as a Conflict, what an estimate is now of which somebody has asked something that it cannot be any more.
func (t *tx) isOver(estimate Estimate, version int) error {
	if estimate.Version != version {
		return errConflict("version", "This estimate was written again since: its version is %d now.", estimate.Version)
	}
	said := map[EstimateState]string{
		EstimateDraft:     "This estimate is a draft: send it to the customer first.",
		EstimateSent:      "This estimate was sent already, and waits for an answer.",
		EstimateExpired:   "Nobody answered this estimate in time. Write a new one.",
		EstimateWithdrawn: "This estimate was withdrawn: it was taken back, or a newer one was sent.",
	}[estimate.State]
	if estimate.State == EstimateAccepted || estimate.State == EstimateDeclined {
		verb := map[EstimateState]string{EstimateAccepted: "accepted", EstimateDeclined: "declined"}[estimate.State]
		said = fmt.Sprintf("The customer has %s this estimate already, at %s.", verb, estimate.DecidedAt.UTC().Format(time.RFC3339))
	}
	return errConflict("id", "%s", said)
}

// estimateChanged keeps, in the history of its locked task, what became of an estimate; detail is what it came by.
func (t *tx) estimateChanged(ctx context.Context, actor Actor, task *Task, kind EventKind, detail string, estimate Estimate) error {
	if err := t.touchTask(ctx, task); err != nil {
		return err
	}
	return t.record(ctx, actor, task.ID, kind, detail, moneyInHistory(estimate.Total, estimate.Currency))
}

// moneyInHistory is an amount as a line of a history has it: hundredths and the currency, as in "740000 RUB".
func moneyInHistory(amount int64, currency string) string {
	return strconv.FormatInt(amount, 10) + " " + currency
}

// touchTask makes a change of what belongs to a locked task a change of the task.
func (t *tx) touchTask(ctx context.Context, task *Task) error {
	task.Version++
	task.UpdatedAt = t.now
	_, err := t.exec(ctx, "UPDATE tasks SET version = $2, updated_at = $3 WHERE id = $1", task.ID, task.Version, task.UpdatedAt)
	t.changed(SubjectTask, Updated, task.ID)
	return wrap(err, "change the version of a task")
}
