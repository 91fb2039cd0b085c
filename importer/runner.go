package importer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"zayavka/importer/table"
	"zayavka/store"
	"zayavka/temporary"
)

// imports are what is asked of the store.
type imports interface {
	shop
	Region() string
	Location() *time.Location
	File(ctx context.Context, id int64) (store.File, error)
	CheckImport(ctx context.Context, staffID, fileID int64, choices store.ImportChoices) (store.DataImport, error)
	BeginImport(ctx context.Context, staffID, id int64) (store.DataImport, error)
	KeepImport(ctx context.Context, row store.DataImport) (bool, error)
	DataImport(ctx context.Context, id int64) (store.DataImport, error)
	NewImport(actor store.Actor, dryRun bool) *store.Import
}

// OpenContent gives the content of a file by its SHA-256.
type OpenContent func(ctx context.Context, sha256 string) (io.ReadSeekCloser, int64, error)

// Runner takes uploaded files in, in the background. How far they are is in the store, for all processes.
type Runner struct {
	store imports
	open  OpenContent
	clock func() time.Time
	log   *slog.Logger

	ctx     context.Context //nolint:containedctx // it is that of the work in the background, which Stop ends
	cancel  context.CancelFunc
	mu      sync.Mutex // of what is begun, against Stop
	working sync.WaitGroup
}

// NewRunner begins nothing yet.
func NewRunner(s imports, open OpenContent, clock func() time.Time, log *slog.Logger) *Runner {
	r := &Runner{store: s, open: open, clock: clock, log: log}
	r.ctx, r.cancel = context.WithCancel(context.Background())
	return r
}

// Check begins to look what would become of a file's rows.
func (r *Runner) Check(ctx context.Context, staffID, fileID int64, choices store.ImportChoices) (store.DataImport, error) {
	row, err := r.store.CheckImport(ctx, staffID, fileID, choices)
	if err == nil {
		r.begin(row)
	}
	return row, err
}

// Run begins to take a file's rows in, or goes on.
func (r *Runner) Run(ctx context.Context, staffID, id int64) (store.DataImport, error) {
	row, err := r.store.BeginImport(ctx, staffID, id)
	if err == nil {
		r.begin(row)
	}
	return row, err
}

// Stop ends what is at work after the batches of rows that are being taken in, and waits for that.
func (r *Runner) Stop() {
	r.mu.Lock()
	r.cancel()
	r.mu.Unlock()
	r.working.Wait()
}

func (r *Runner) begin(row store.DataImport) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ctx.Err() == nil { // else another process goes on with it
		r.working.Go(func() { r.work(row) })
	}
}

// What an import fails for beside a table.Fault.
const (
	FaultGone     = "gone"     // the file was forgotten
	FaultInternal = "internal" // nobody who imports can do anything about it
)

// errEnd ends an import that was stopped, begun anew, or forgotten.
var errEnd = errors.New("the import is to end")

func (r *Runner) work(row store.DataImport) {
	err := r.take(r.ctx, &row)
	var fault *table.Error
	switch {
	case errors.Is(err, errEnd):
		return
	case err != nil && r.ctx.Err() != nil:
		row.State = store.ImportInterrupted
	case errors.As(err, &fault):
		row.State, row.Report.Fault = store.ImportFailed, string(fault.Fault)
	case store.CodeOf(err) == store.NotFound:
		row.State, row.Report.Fault = store.ImportFailed, FaultGone
	case err != nil:
		row.State, row.Report.Fault = store.ImportFailed, FaultInternal
		r.log.Error("An import failed", "error", err, "import", row.ID)
	case row.State == store.ImportChecking:
		row.State, row.RowCount = store.ImportChecked, row.DoneCount
	default:
		row.State = store.ImportDone
	}
	const timeout = 10 * time.Second
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.ctx), timeout)
	defer cancel()
	if _, err := r.store.KeepImport(ctx, row); err != nil {
		r.log.Error("Could not write down what became of an import", "error", err, "import", row.ID)
	}
}

// take reads the file of an import, and takes its rows in unless it only checks them. A panic, such as one in a library
// that reads a file which nobody has thought of, ends this import alone.
func (r *Runner) take(ctx context.Context, row *store.DataImport) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
		}
	}()
	plan, remove, err := r.plan(ctx, *row)
	defer remove()
	if err != nil {
		return err
	}
	row.Report = plan.report()
	if plan.Usable() != nil {
		return nil
	}
	into := r.store.NewImport(store.Actor{Kind: store.ActorStaff, ID: row.StaffID}, row.State == store.ImportChecking)
	return plan.Run(ctx, into, func(results []Result) error {
		for _, result := range results {
			note(&row.Report, result)
		}
		row.DoneCount += len(results)
		kept, err := r.store.KeepImport(context.WithoutCancel(ctx), *row)
		if err == nil && !kept {
			return errEnd
		}
		return err
	})
}

// plan copies the file of an import to where its rows are read from, until remove is called.
func (r *Runner) plan(ctx context.Context, row store.DataImport) (plan *Plan, remove func(), err error) {
	folder, err := temporary.Folder("", "zayavka-import-")
	if err != nil {
		return nil, func() {}, err
	}
	remove = func() { _ = os.RemoveAll(folder) }
	file, err := r.store.File(ctx, row.FileID)
	if err != nil {
		return nil, remove, err
	}
	path := filepath.Join(folder, copyName)
	if err := r.copy(ctx, file.SHA256, path); err != nil {
		return nil, remove, fmt.Errorf("copy a file to import: %w", err)
	}
	options := Options{
		Region: r.store.Region(), Location: r.store.Location(), Now: r.clock(), Chosen: row.Choices.Columns, Statuses: row.Choices.Statuses,
	}
	if options.Names, err = ReadNames(ctx, r.store); err != nil {
		return nil, remove, err
	}
	plan, err = Recognise(path, options)
	return plan, remove, err
}

// copyName is what the copy of a file is called, whose own name a file system may not take.
const copyName = "rows"

func (r *Runner) copy(ctx context.Context, sha256, path string) (err error) {
	content, _, err := r.open(ctx, sha256)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, content.Close()) }()
	to, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, content)
	return errors.Join(err, to.Close())
}

// What is shown of the rows that are refused.
const (
	mostRefused  = 10
	mostStatuses = 30
)

func note(report *store.ImportReport, result Result) {
	if report.Counts == nil {
		report.Counts = map[store.ImportKind]int{}
	}
	report.Counts[result.Verdict.Kind]++
	result.AddTo(&report.Agreed, &report.Paid)
	refusal := result.Verdict.Refusal
	if refusal == nil {
		return
	}
	if len(report.Refused) < mostRefused {
		report.Refused = append(report.Refused, store.RefusedRow{
			Sheet: result.Sheet.Name, Line: result.Row.Line, Ru: Why("ru", refusal), En: Why("en", refusal),
		})
	}
	if refusal.Reason != ReasonNoStatus || len(report.Statuses) == mostStatuses {
		return
	}
	word := cell(result.Row.Cells, result.Sheet.place(Status))
	if word != "" && !slices.Contains(report.Statuses, word) {
		report.Statuses = append(report.Statuses, word)
	}
}

// report tells what is recognised.
func (p *Plan) report() (report store.ImportReport) {
	for _, sheet := range p.Sheets {
		told := store.ImportSheet{
			Name: sheet.Name, Tasks: sheet.Tasks, Skipped: sheet.Skipped,
			WithoutStatus: sheet.Tasks && !sheet.Skipped && !sheet.has(Status) && !sheet.has(Closed),
		}
		for _, column := range sheet.Columns {
			field := column.Field
			if field == Unused {
				field = ""
			}
			told.Columns = append(told.Columns, store.ImportColumn{
				Letter: column.Letter(), Heading: shown(column.Heading), Example: shown(column.Example), Amount: column.Amount, Field: string(field),
			})
		}
		report.Sheets = append(report.Sheets, told)
	}
	return report
}

// shown is as much of a cell as tells what it is.
func shown(text string) string {
	const longest = 60
	if characters := []rune(text); len(characters) > longest {
		return string(characters[:longest-1]) + "…"
	}
	return text
}
