package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash/maphash"
	"strings"
	"time"

	"zayavka/store/phone"
)

// ImportRow is a row of what another system kept: a customer, and a task of theirs unless Task is nil.
type ImportRow struct {
	Phone      string
	Name       string    // for a card without one
	Note       string    // added to what the card says
	Language   string    // "ru", "en" or ""
	ExternalID string    // of the card; given to one that has none
	KnownSince time.Time // the zero time is when the task was taken in, or else now
	TelegramID *int64    // the chat that was the customer's there; given to a card without one, unless another has it
	NoCustomer bool      // nobody's task: the customer was deleted there; Phone is empty
	Task       *ImportTask
}

// ImportTask is a task as another system kept it.
type ImportTask struct {
	ExternalID  string // empty for one without a number there: then whose, of when and what it is tells it from others
	Status      Status // empty for what the moments tell
	Category    Category
	Description string
	Item        Item
	Note        string // among staff
	Agreed      []EstimateLine
	Paid        int64 // in hundredths

	CreatedAt, ReadyAt, ClosedAt, PromisedAt *time.Time
	WarrantyUntil                            *Day

	EmployeeID, StageID, ShopCategoryID *int64 // nil for none; the employee may be a disabled member
}

// ImportVerdict is what becomes of a row.
type ImportVerdict struct {
	Kind    ImportKind
	Refusal *Error // why, of ImportRefused
	TaskID  int64  // 0 in a dry run, and without a task
}

// ImportKind is what a row means for what is there already.
type ImportKind string

const (
	ImportNew     ImportKind = "NEW"     // the customer is new, and the task with them
	ImportKnown   ImportKind = "KNOWN"   // a new task of a customer who was there
	ImportChanged ImportKind = "CHANGED" // it says something new of a task, or of a customer
	ImportSame    ImportKind = "SAME"    // it says nothing new
	ImportRefused ImportKind = "REFUSED"
)

// Why rows are refused, as Error.Reason has it, beside what is wrong with a field alone.
const (
	ReasonRepeated        = "repeated"         // an earlier row has the number, and says something else
	ReasonAnotherCustomer = "another_customer" // the task with the number is another customer's
	ReasonAnotherDay      = "another_day"      // the task with the number was taken in on another day
	ReasonWorkedOn        = "worked_on"        // the task was changed here since it was imported
	ReasonOrder           = "order"            // it became ready, or was closed, before it was taken in
)

// contentKey begins the external id of a task that had no number in the file; the rest is made of what it is.
const contentKey = "import:"

// Import takes the rows of one file in, in batches. It remembers what the file's rows were, in some bytes for each.
// It is for one goroutine.
type Import struct {
	store *Store
	actor Actor
	dry   bool
	seed  maphash.Seed

	phones map[uint64]bool     // of earlier rows of the file
	tasks  map[uint64]seenTask // by the external id
}

type seenTask struct{ content, phone uint64 }

// NewImport begins an import. A dry run gives the verdicts alone.
func (s *Store) NewImport(actor Actor, dryRun bool) *Import {
	return &Import{store: s, actor: actor, dry: dryRun, seed: maphash.MakeSeed(), phones: map[uint64]bool{}, tasks: map[uint64]seenTask{}}
}

// Take takes some hundreds of rows in, all of them in one transaction, and gives a verdict for each. Nobody is told: no
// notification, no news, no webhook. What was taken in before is recognised, so that rows can be given again. A row
// without an error of its own is never refused for another's.
func (i *Import) Take(ctx context.Context, rows []ImportRow) ([]ImportVerdict, error) {
	cleaned := make([]cleanRow, len(rows))
	for n, row := range rows {
		cleaned[n] = i.store.cleanImport(row)
	}
	var batch importBatch
	if i.dry {
		batch = importBatch{Import: i, querier: i.store}
		if err := batch.judge(ctx, cleaned); err != nil {
			return nil, err
		}
	} else {
		err := retryConflict(func() error {
			return i.store.inTx(ctx, func(ctx context.Context, tx *tx) error {
				batch = importBatch{Import: i, querier: tx, tx: tx}
				if err := batch.judge(ctx, cleaned); err != nil {
					return err
				}
				tx.outgoing = nil // webhooks hear of what happens in the shop, not of what it brings along
				return nil
			})
		})
		if err != nil {
			return nil, wrap(err, "import rows")
		}
	}
	for key := range batch.newPhones {
		i.phones[key] = true
	}
	for key, seen := range batch.newTasks {
		i.tasks[key] = seen
	}
	return batch.verdicts, nil
}

func (i *Import) hash(text string) uint64 { return maphash.String(i.seed, text) }

// cleanRow is a row whose values are known to be right, or why it is refused.
type cleanRow struct {
	ImportRow
	number  phone.Number
	fault   phone.Fault
	total   int64  // agreed
	key     string // the external id of its task
	content string // a digest of all that it says of the task, and the day of intake behind a space; without one where the row has none
	refusal error

	taskKept bool // of the task it says nothing new
}

func (s *Store) cleanImport(row ImportRow) (clean cleanRow) {
	clean.ImportRow = row
	if !row.NoCustomer {
		clean.number, clean.fault = phone.Read(row.Phone, s.region)
	}
	if clean.number.Key == "" && (!row.NoCustomer || row.Task == nil) {
		clean.refusal = errPhone(clean.fault)
		return clean
	}
	for _, text := range []struct {
		field   string
		text    *string
		longest int
	}{{"name", &clean.Name, MaxName}, {"note", &clean.Note, MaxDescription}, {"externalId", &clean.ExternalID, MaxExternalID}} {
		if *text.text, clean.refusal = cleanText(text.field, *text.text, text.longest); clean.refusal != nil {
			return clean
		}
	}
	if row.Task == nil {
		return clean
	}
	task := *row.Task
	clean.Task = &task
	if clean.refusal = s.cleanImportTask(&clean, &task); clean.refusal != nil {
		return clean
	}
	clean.key = task.ExternalID
	if clean.key == "" {
		clean.key = contentKey + digest(clean.number.Key, momentText(task.CreatedAt), task.Description, task.Item.text())
	}
	said, _ := json.Marshal(task) // texts, numbers and times always encode
	clean.content = digest(clean.number.Key, string(said))
	if task.CreatedAt != nil {
		clean.content += " " + string(s.DayOf(*task.CreatedAt))
	}
	return clean
}

func momentText(at *time.Time) string {
	if at == nil {
		return ""
	}
	return at.Format(time.RFC3339)
}

// digest is a short text by which others are told apart.
func digest(texts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

func (s *Store) cleanImportTask(clean *cleanRow, task *ImportTask) (err error) {
	if task.ExternalID, err = cleanText("externalId", task.ExternalID, MaxExternalID); err != nil {
		return err
	}
	if task.Description, err = cleanText("description", task.Description, MaxDescription); err != nil {
		return err
	}
	if task.Note != "" {
		if task.Note, err = cleanMessage(NewMessage{Text: task.Note}); err != nil {
			return fieldError(err, "note")
		}
	}
	item := task.Item
	task.Item, err = Item{}.updated(ItemUpdate{
		Kind: &item.Kind, Maker: &item.Maker, Model: &item.Model, Serial: &item.Serial, Condition: &item.Condition, Includes: &item.Includes,
	})
	if err != nil {
		return err
	}
	if len(task.Agreed) > 0 {
		if task.Agreed, clean.total, err = cleanLines(task.Agreed); err != nil {
			return fieldError(err, "agreed")
		}
	}
	if task.Paid < 0 || task.Paid > MaxMoney {
		return errInvalid("paid", "What was paid must be from 0 to %d hundredths.", MaxMoney)
	}
	if task.PromisedAt, err = checkPromise(task.PromisedAt); err != nil {
		return err
	}
	return s.cleanMoments(task)
}

// cleanMoments checks the moments, and the status that they tell. A day without an hour is its beginning, so that what was closed on
// the day on which it was taken in would have been closed before.
func (s *Store) cleanMoments(task *ImportTask) error {
	for _, moment := range []struct {
		field string
		at    **time.Time
	}{{"createdTime", &task.CreatedAt}, {"readyTime", &task.ReadyAt}, {"closedTime", &task.ClosedAt}} {
		at, err := s.takenIn(*moment.at)
		if err != nil {
			return fieldError(err, moment.field)
		}
		if at.IsZero() {
			continue
		}
		if began := task.CreatedAt; began != nil && at.Before(*began) {
			if s.DayOf(at) < s.DayOf(*began) {
				return &Error{Code: Invalid, Field: moment.field, Reason: ReasonOrder, Message: "It cannot be over before it was taken in. Check both days."}
			}
			at = *began
		}
		*moment.at = &at
	}
	if task.Status == "" {
		switch {
		case task.ClosedAt != nil:
			task.Status = StatusClosed
		case task.ReadyAt != nil:
			task.Status = StatusReady
		default:
			task.Status = StatusAccepted
		}
	}
	return nil
}
