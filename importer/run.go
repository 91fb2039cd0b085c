package importer

import (
	"context"
	"errors"

	"zayavka/importer/table"
	"zayavka/store"
)

// Result is what became of a row.
type Result struct {
	Sheet   *Sheet
	Row     table.Row
	Task    *store.ImportTask // as it was read; nil for a row that says nothing of one
	Verdict store.ImportVerdict
}

// AddTo adds the amounts that a row says to those of the rows before, unless it is refused. A row that is there already
// counts as well: the sums show how the file is read, and not what is new.
func (r Result) AddTo(agreed, paid *store.ImportSum) {
	if r.Task == nil || r.Verdict.Kind == store.ImportRefused {
		return
	}
	for _, line := range r.Task.Agreed { // one at most
		r.add(agreed, line.Price)
	}
	if r.Task.Paid != 0 {
		r.add(paid, r.Task.Paid)
	}
}

func (r Result) add(to *store.ImportSum, amount int64) {
	to.Rows++
	to.Total += amount
	if to.Rows == 1 || amount > to.Highest {
		to.Highest, to.Sheet, to.Line = amount, r.Sheet.Name, r.Row.Line
	}
}

// Counts are how many rows got each verdict.
type Counts map[store.ImportKind]int

// Rows is how many there are in all.
func (c Counts) Rows() (rows int) {
	for _, count := range c {
		rows += count
	}
	return rows
}

// taker is what is asked of the store.
type taker interface {
	Take(ctx context.Context, rows []store.ImportRow) ([]store.ImportVerdict, error)
}

// BatchSize is how many rows are taken in at once: so many that the disk is not waited for all the time, and so few that
// others who write to the database hardly wait.
const BatchSize = 400

// ErrStopped tells that ctx ended before the file did. What was taken in before stays.
var ErrStopped = errors.New("stopped before the end of the file")

// Run gives all rows of the file to the store. It tells the result of each in the order of the file, each batch after it
// is kept. It ends between two batches.
func (p *Plan) Run(ctx context.Context, to taker, tell func([]Result) error) error {
	b := &batch[Result]{to: to, tell: tell, judge: func(result *Result, verdict store.ImportVerdict) { result.Verdict = verdict }}
	for i := range p.Sheets {
		sheet := &p.Sheets[i]
		if sheet.Skipped {
			continue
		}
		for row, err := range p.File.Rows(sheet.Name) {
			if err != nil {
				return errors.Join(err, b.flush(ctx))
			}
			if row.Line < sheet.firstLine {
				continue
			}
			if err := p.add(ctx, b, sheet, row); err != nil {
				return err
			}
		}
	}
	return b.flush(ctx)
}

func (p *Plan) add(ctx context.Context, b *batch[Result], sheet *Sheet, row table.Row) error {
	result := Result{Sheet: sheet, Row: row}
	in, refusal := p.row(sheet, row)
	if refusal != nil {
		result.Verdict = store.ImportVerdict{Kind: store.ImportRefused, Refusal: refusal}
		return b.add(ctx, nil, result)
	}
	result.Task = in.Task
	return b.add(ctx, &in, result)
}

// batch is some rows on their way to the store, which takes them in one transaction.
type batch[R any] struct {
	to    taker
	judge func(*R, store.ImportVerdict)
	tell  func([]R) error

	results []R
	rows    []store.ImportRow // those of the results that can be read
	places  []int             // where they are among the results
}

// add adds a row, nil for one that is refused already.
func (b *batch[R]) add(ctx context.Context, row *store.ImportRow, result R) error {
	if row != nil {
		b.rows = append(b.rows, *row)
		b.places = append(b.places, len(b.results))
	}
	if b.results = append(b.results, result); len(b.results) < BatchSize {
		return nil
	}
	return b.flush(ctx)
}

func (b *batch[R]) flush(ctx context.Context) error {
	if ctx.Err() != nil {
		return ErrStopped
	}
	verdicts, err := b.to.Take(context.WithoutCancel(ctx), b.rows)
	if err != nil {
		return err
	}
	for i, verdict := range verdicts {
		b.judge(&b.results[b.places[i]], verdict)
	}
	err = b.tell(b.results)
	b.results, b.rows, b.places = nil, nil, nil
	return err
}
