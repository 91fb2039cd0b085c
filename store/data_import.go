package store

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// DataImport is a file that an admin takes in: what was recognised in it, how far that is and what became of the rows. It
// is forgotten after a day, with the file. Importing is for whoever began it, and fenced by the attempt.
type DataImport struct {
	bun.BaseModel `bun:"table:imports,alias:i"`
	ID            int64 `bun:",pk,autoincrement"`
	StaffID       int64 // who began it
	FileID        int64
	State         DataImportState
	Attempt       int // counts the beginnings
	Choices       ImportChoices
	Report        ImportReport
	RowCount      int // in all, once they are checked
	DoneCount     int
	CreatedAt     time.Time
	UpdatedAt     time.Time // while it is at work, after each batch of rows
}

// DataImportState is how far an import is.
type DataImportState string

const (
	ImportChecking    DataImportState = "CHECKING" // a dry run is under way
	ImportChecked     DataImportState = "CHECKED"
	ImportRunning     DataImportState = "RUNNING"
	ImportStopped     DataImportState = "STOPPED"     // by an admin
	ImportInterrupted DataImportState = "INTERRUPTED" // its process has stopped
	ImportDone        DataImportState = "DONE"
	ImportFailed      DataImportState = "FAILED"
)

// atWork are the states in which rows are read.
var atWork = []DataImportState{ImportChecking, ImportRunning}

// ImportChoices are what a person has chosen in place of what is recognised.
type ImportChoices struct {
	Columns  []ChosenColumn    `json:"columns,omitempty"`
	Statuses map[string]Status `json:"statuses,omitempty"` // of words; the empty word is a row without one
}

// ChosenColumn is what a column says.
type ChosenColumn struct {
	Sheet  string `json:"sheet"`
	Column string `json:"column"` // its letter
	Field  string `json:"field"`  // empty for one that is not taken
}

// ImportReport is what is shown of a file and its rows.
type ImportReport struct {
	Sheets   []ImportSheet      `json:"sheets,omitempty"`
	Counts   map[ImportKind]int `json:"counts,omitempty"`
	Refused  []RefusedRow       `json:"refused,omitempty"`  // the first ones
	Statuses []string           `json:"statuses,omitempty"` // the first words for statuses that are not known
	Agreed   ImportSum          `json:"agreed,omitzero"`
	Paid     ImportSum          `json:"paid,omitzero"`
	Fault    string             `json:"fault,omitempty"` // why it failed
}

// ImportSum is what the rows that are not refused say of money in all, in hundredths. An amount that was read wrong is likely
// to be the highest.
type ImportSum struct {
	Rows    int    `json:"rows"` // with an amount
	Total   int64  `json:"total"`
	Highest int64  `json:"highest"`
	Sheet   string `json:"sheet,omitempty"` // of the highest
	Line    int    `json:"line"`
}

// ImportSheet is a sheet as it is recognised.
type ImportSheet struct {
	Name          string         `json:"name"`
	Tasks         bool           `json:"tasks"`   // else customers
	Skipped       bool           `json:"skipped"` // no column has phones
	WithoutStatus bool           `json:"withoutStatus"`
	Columns       []ImportColumn `json:"columns"`
}

// ImportColumn is a column as it is recognised.
type ImportColumn struct {
	Letter  string `json:"letter"`
	Heading string `json:"heading"`
	Example string `json:"example"`
	Amount  *int64 `json:"amount,omitempty"` // the example as it is read, in hundredths; nil for what is no amount
	Field   string `json:"field"`            // empty for one that is not taken
}

// RefusedRow is where a row is that is not taken, and why.
type RefusedRow struct {
	Sheet string `json:"sheet"`
	Line  int    `json:"line"`
	Ru    string `json:"ru"`
	En    string `json:"en"`
}

const (
	// importSilence is after how long an import of which nothing is heard has no process any more.
	importSilence = time.Minute
	// keepImports is for how long an import is known, as its file is.
	keepImports = keepUnsent
)

const (
	// importsAtWork chooses, among the imports i, those at which a process is; its argument is importSilence ago.
	importsAtWork = "i.state IN ('CHECKING', 'RUNNING') AND i.updated_at >= ?"
	// restingImports selects the files of the others, with which those imports go; its argument is the same.
	restingImports = "SELECT i.file_id FROM imports AS i WHERE NOT (" + importsAtWork + ")"
)

// interrupted tells that the process which was at it has died.
func (i *DataImport) interrupted(now time.Time) bool {
	return slices.Contains(atWork, i.State) && now.Sub(i.UpdatedAt) > importSilence
}

// CheckImport begins the dry run of an admin's upload, or of a file that is being imported. Earlier files of the same
// admin are forgotten. It is a Conflict while another import is at work.
func (s *Store) CheckImport(ctx context.Context, staffID, fileID int64, choices ImportChoices) (DataImport, error) {
	var row DataImport
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var file File
		query := tx.NewSelect().Model(&file).Where("id = ?", fileID).Where("message_id IS NULL").
			Where("staff_id = ? OR id IN (SELECT file_id FROM imports)", staffID)
		if err := tx.forUpdate(query).Scan(ctx); err != nil {
			return notFoundOr(err, "lock a file to import")
		}
		if err := tx.endInterrupted(ctx); err != nil {
			return err
		}
		err := notFoundOr(tx.forUpdate(tx.NewSelect().Model(&row).Where("file_id = ?", fileID)).Scan(ctx), "lock an import")
		if err != nil && CodeOf(err) != NotFound {
			return err
		}
		if row.State == ImportRunning {
			return errImportAtWork()
		}
		row.StaffID, row.FileID, row.Choices = staffID, fileID, choices
		row.Report, row.RowCount = ImportReport{}, 0
		if err := tx.beginImport(ctx, &row, ImportChecking); err != nil {
			return err
		}
		return tx.deleteFiles(ctx, "message_id IS NULL AND id IN ("+restingImports+" AND i.staff_id = ?)", tx.now.Add(-importSilence), staffID)
	})
	return row, err
}

// BeginImport begins to take the rows in, or goes on. It is a Conflict before they were checked, and while another import
// is at work.
func (s *Store) BeginImport(ctx context.Context, staffID, id int64) (DataImport, error) {
	var row DataImport
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.endInterrupted(ctx); err != nil {
			return err
		}
		if err := tx.forUpdate(tx.NewSelect().Model(&row).Where("id = ?", id)).Scan(ctx); err != nil {
			return notFoundOr(err, "lock an import")
		}
		switch {
		case slices.Contains(atWork, row.State):
			return errImportAtWork()
		case row.RowCount == 0:
			return errConflict("", "Look first at what would become of the rows: check the file.")
		}
		row.StaffID = staffID
		return tx.beginImport(ctx, &row, ImportRunning)
	})
	return row, err
}

func errImportAtWork() error {
	return errConflict("", "An import is at work. Wait for its end, or stop it.")
}

// endInterrupted lets others begin where a process has died.
func (t *tx) endInterrupted(ctx context.Context) error {
	_, err := t.NewUpdate().Model((*DataImport)(nil)).Set("state = ?", ImportInterrupted).Where("state IN (?)", bun.List(atWork)).
		Where("updated_at < ?", t.now.Add(-importSilence)).Exec(ctx)
	return wrap(err, "end imports that were interrupted")
}

func (t *tx) beginImport(ctx context.Context, row *DataImport, state DataImportState) error {
	row.State, row.Attempt, row.DoneCount, row.UpdatedAt = state, row.Attempt+1, 0, t.now
	var err error
	if row.ID == 0 {
		row.CreatedAt = t.now
		_, err = t.NewInsert().Model(row).Exec(ctx)
	} else {
		_, err = t.NewUpdate().Model(row).WherePK().Exec(ctx)
	}
	if isUniqueViolation(err) {
		return errImportAtWork()
	}
	return wrap(err, "begin an import")
}

// KeepImport writes down how far an import is that is at work. It is not kept when that is to end: it was stopped, begun
// anew or forgotten.
func (s *Store) KeepImport(ctx context.Context, row DataImport) (kept bool, err error) {
	row.UpdatedAt = s.now()
	result, err := s.write.NewUpdate().Model(&row).Column("state", "report", "row_count", "done_count", "updated_at").WherePK().
		Where("attempt = ?", row.Attempt).Where("state IN (?)", bun.List(atWork)).Exec(ctx)
	if err != nil {
		return false, wrap(err, "keep how far an import is")
	}
	count, err := result.RowsAffected()
	return count == 1, wrap(err, "keep how far an import is")
}

// StopImport ends an import after the batch of rows that is being taken in. One that is not at work stays as it is.
func (s *Store) StopImport(ctx context.Context, id int64) (DataImport, error) {
	_, err := s.write.NewUpdate().Model((*DataImport)(nil)).Set("state = ?", ImportStopped).Set("updated_at = ?", s.now()).
		Where("id = ?", id).Where("state IN (?)", bun.List(atWork)).Exec(ctx)
	if err != nil {
		return DataImport{}, wrap(err, "stop an import")
	}
	return s.DataImport(ctx, id)
}

// DataImport gives an import, or an error with the code NotFound.
func (s *Store) DataImport(ctx context.Context, id int64) (DataImport, error) {
	return s.readImport(ctx, s.read.NewSelect().Where("id = ?", id))
}

// LastDataImport gives the newest import, or an error with the code NotFound.
func (s *Store) LastDataImport(ctx context.Context) (DataImport, error) {
	return s.readImport(ctx, s.read.NewSelect().Order("id DESC").Limit(1))
}

func (s *Store) readImport(ctx context.Context, query *bun.SelectQuery) (DataImport, error) {
	var row DataImport
	err := notFoundOr(query.Model(&row).Scan(ctx), "read an import")
	if row.interrupted(s.now()) {
		row.State = ImportInterrupted
	}
	return row, err
}
