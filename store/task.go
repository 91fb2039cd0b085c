package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"zayavka/store/phone"
)

// Status is how far a task has come.
type Status string

const (
	StatusAccepted   Status = "ACCEPTED"
	StatusInProgress Status = "IN_PROGRESS"
	StatusReady      Status = "READY"
	StatusClosed     Status = "CLOSED"
)

// Statuses are all statuses in the order in which a task goes through them.
func Statuses() []Status {
	return []Status{StatusAccepted, StatusInProgress, StatusReady, StatusClosed}
}

// Category is what kind of work a task is.
type Category string

const (
	CategoryConsulting Category = "CONSULTING"
	CategoryDiagnosis  Category = "DIAGNOSIS"
	CategoryRepair     Category = "REPAIR"
	CategoryOther      Category = "OTHER"
)

// Categories are all categories in the order in which they are offered.
func Categories() []Category {
	return []Category{CategoryConsulting, CategoryDiagnosis, CategoryRepair, CategoryOther}
}

// Task is one piece of work for a customer, who knows it as a request.
type Task struct {
	bun.BaseModel `bun:"table:tasks,alias:t"`
	ID            int64  `bun:",pk,autoincrement"`
	CustomerID    *int64 // nil when the card was deleted
	EmployeeID    *int64 // who is responsible; nil when that account is gone
	Category      Category
	Status        Status
	Description   string
	Version       int // grows by one with every change
	CreatedAt     time.Time
	UpdatedAt     time.Time
	ReadyAt       *time.Time // when it first became READY
	ReadySince    *time.Time // since when it is READY; nil while it is not
	ClosedAt      *time.Time // when it became CLOSED; nil while it is not
	ExternalID    string     // what another system calls it, unique; may be empty
	Source        TaskSource
	// AwaitingReplySince is when the customer wrote the oldest message that nobody has answered; nil when none waits.
	AwaitingReplySince *time.Time
	PromisedAt         *time.Time // until when it is to be ready; midnight in the business's zone is the whole of that day
	OverdueAt          *time.Time // from when it is overdue; nil without a promise, and once it is ready
	StageID            *int64     // the shop's own step inside the status
	ShopCategoryID     *int64     // the shop's own kind of work, which has a Category
	WarrantyOfID       *int64     // the task whose warranty this one is done under
	WarrantyUntil      *time.Time // the end of the warranty on it
}

// NewTask is a task to be made. Category and Status may be empty.
type NewTask struct {
	CustomerPhone string // a phone that nobody has makes a card
	CustomerName  string // for that card, or for one without a name
	EmployeeID    *int64 // who is responsible; 0 is nobody, nil the member of staff who makes it
	Category      Category
	Status        Status
	Description   string
	ExternalID    string
	CreatedAt     *time.Time // when it was taken in, for one that comes from another system; nil is now
	Silent        bool       // the customer is not told
	Item          ItemUpdate
	PromisedAt    *time.Time     // nil and the zero time are no promise
	Note          string         // among staff; may be empty
	NoteFileIDs   []int64        // uploads of who makes it; its pictures show the item before the work
	Agreed        []EstimateLine // the price to which the customer has agreed at the counter; none for none
	// ConsentVersion is of the shop's text on personal data, to which the customer has agreed at the counter; "" for none.
	ConsentVersion string

	// Nil and 0 are none of them.
	StageID, ShopCategoryID, WarrantyOfID *int64
}

// TaskUpdate changes what is not nil.
type TaskUpdate struct {
	EmployeeID  *int64 // 0 takes the employee off
	Category    *Category
	Status      *Status
	Description *string
	ExternalID  *string
	Item        *ItemUpdate
	PromisedAt  *time.Time // the zero time takes the promise back
	// 0 takes it off. A stage is one of the status that the task then has.
	StageID, ShopCategoryID, WarrantyOfID *int64
	WarrantyUntil                         *Day // empty for none
	Version                               *int // what the change is based on; another than the task's own is a Conflict
}

// CreateTask makes a task for the customer with the phone, and the customer if need be. The
// member of staff who makes it becomes its employee, unless another is named. A customer with a
// chat is told.
func (s *Store) CreateTask(ctx context.Context, actor Actor, in NewTask) (Task, error) {
	description, err := cleanText("description", in.Description, MaxDescription)
	if err != nil {
		return Task{}, err
	}
	name, err := cleanText("customerName", in.CustomerName, MaxName)
	if err != nil {
		return Task{}, err
	}
	externalID, err := cleanText("externalId", in.ExternalID, MaxExternalID)
	if err != nil {
		return Task{}, err
	}
	createdAt, err := s.takenIn(in.CreatedAt)
	if err != nil {
		return Task{}, err
	}
	promisedAt, err := checkPromise(in.PromisedAt)
	if err != nil {
		return Task{}, err
	}
	item, err := Item{}.updated(in.Item)
	if err != nil {
		return Task{}, err
	}
	note := NewMessage{Text: in.Note, FileIDs: in.NoteFileIDs}
	hasNote := in.Note != "" || len(in.NoteFileIDs) > 0
	if hasNote {
		if note.Text, err = cleanMessage(note); err != nil {
			return Task{}, fieldError(err, "note")
		}
	}
	var total int64
	if len(in.Agreed) > 0 {
		if in.Agreed, total, err = cleanLines(in.Agreed); err != nil {
			return Task{}, fieldError(err, "agreed")
		}
	}
	number, fault := phone.Read(in.CustomerPhone, s.region)
	if number.Key == "" {
		return Task{}, fieldError(errPhone(fault), "customerPhone")
	}
	var consentTo Shop
	if in.ConsentVersion != "" {
		if consentTo, err = s.shopWithText(ctx, in.ConsentVersion); err != nil {
			return Task{}, fieldError(err, "consentVersion")
		}
	}
	var task Task
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, err := tx.findCustomer(ctx, "phone_key = $1", number.Key)
			if err != nil {
				return err
			}
			if customer == nil {
				if fault != "" {
					return fieldError(errPhone(fault), "customerPhone")
				}
				inserted, err := tx.insertCustomerWithPhone(ctx, number, NewCustomer{Name: name})
				if err != nil {
					return err
				}
				tx.emitCustomer(Customer{}, inserted)
				customer = &inserted
			} else if err := tx.nameCustomer(ctx, customer, name); err != nil {
				return err
			}
			if in.ConsentVersion != "" {
				if err := tx.insertConsent(ctx, consentTo, customer.ID, actor.staffID()); err != nil {
					return err
				}
			}
			employeeID, assigned, err := tx.firstEmployee(ctx, actor, in.EmployeeID)
			if err != nil {
				return err
			}
			task = Task{
				CustomerID: &customer.ID, EmployeeID: employeeID, Description: description, Version: 1,
				Category:   orDefault(in.Category, CategoryOther),
				Status:     orDefault(in.Status, StatusAccepted),
				ExternalID: externalID, Source: sourceOf(actor, in), CreatedAt: cmp.Or(createdAt, tx.now), UpdatedAt: tx.now,
				PromisedAt: promisedAt,
			}
			if err := tx.changeStage(ctx, &task, task.Status, in.StageID); err != nil {
				return err
			}
			if err := tx.changeCategory(ctx, &task, chosen(in.Category), in.ShopCategoryID); err != nil {
				return err
			}
			if err := tx.changeWarranty(ctx, &task, in.WarrantyOfID); err != nil {
				return err
			}
			task.reached(task.Status, task.CreatedAt)
			if err := tx.insertTasks(ctx, actor, newcomer{&task, customer, item, assigned}); err != nil {
				return err
			}
			if err := tx.remindOfPromise(ctx, Task{}, task); err != nil {
				return err
			}
			if hasNote {
				if err := tx.noteNewTask(ctx, actor, task, note); err != nil {
					return err
				}
			}
			if len(in.Agreed) > 0 {
				if err := tx.agreeTasks(ctx, actor, agreement{task.ID, customer, 1, in.Agreed, total, tx.now}); err != nil {
					return err
				}
			}
			if in.Silent {
				return nil
			}
			if err := tx.newsAssigned(ctx, actor, Task{}, task); err != nil {
				return err
			}
			if err := tx.remindOf(ctx, Task{}, task, false); err != nil {
				return err
			}
			return tx.tell(ctx, customer, task, NotificationTaskCreated, NotificationPayload{To: task.Status})
		})
	})
	return task, err
}

// newcomer is a task to be inserted. Of what it says of its history it is whose it becomes.
type newcomer struct {
	task     *Task
	customer *Customer
	item     Item
	assigned []HistoryEntry
}

// insertTasks writes new tasks, and tells of them.
func (t *tx) insertTasks(ctx context.Context, actor Actor, newcomers ...newcomer) error {
	tasks := make([]*Task, len(newcomers))
	for i, new := range newcomers {
		t.store.setOverdue(new.task)
		tasks[i] = new.task
	}
	if err := taskColumns.insert(ctx, t, tasks...); err != nil {
		return taskConflict(err, "insert tasks")
	}
	var items []taskItem
	var texts []taskSearch
	var events []HistoryEntry
	for _, new := range newcomers {
		task := new.task
		t.knowItem(task.ID, new.item)
		if new.item != (Item{}) {
			items = append(items, taskItem{task.ID, new.item})
		}
		t.changed(SubjectTask, Created, task.ID)
		t.emitTask(WebhookTaskCreated, *task, new.customer)
		texts = append(texts, taskSearch{task.ID, t.store.taskSearchText(*task, new.item, new.customer)})
		for _, event := range append([]HistoryEntry{{Kind: EventCreated, To: string(task.Status)}}, new.assigned...) {
			event.TaskID = task.ID
			events = append(events, event)
		}
	}
	if err := t.saveItems(ctx, items...); err != nil {
		return err
	}
	if err := t.writeSearch(ctx, texts); err != nil {
		return err
	}
	return t.recordAll(ctx, actor, events)
}

// UpdateTask changes a task, keeps who changed what, and tells the customer of a new status.
// Values equal to the present ones change nothing. The Conflict of a Version that is not the
// task's own carries the task as it is.
func (s *Store) UpdateTask(ctx context.Context, actor Actor, id int64, in TaskUpdate) (Task, error) {
	var task Task
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			task, err = tx.updateTask(ctx, actor, id, in)
			return err
		})
	})
	return task, err
}

func (t *tx) updateTask(ctx context.Context, actor Actor, id int64, in TaskUpdate) (Task, error) {
	customer, previous, err := t.lockTask(ctx, id)
	if err != nil {
		return Task{}, err
	}
	if in.Version != nil && *in.Version != previous.Version {
		return Task{}, staleVersion(previous)
	}
	task := previous
	if in.Status != nil && *in.Status != task.Status {
		task.Status = *in.Status
		task.reached(task.Status, t.now)
	}
	if err := t.changeStage(ctx, &task, previous.Status, in.StageID); err != nil {
		return Task{}, err
	}
	if err := t.changeCategory(ctx, &task, in.Category, in.ShopCategoryID); err != nil {
		return Task{}, err
	}
	if err := t.changeWarranty(ctx, &task, in.WarrantyOfID); err != nil {
		return Task{}, err
	}
	if err := t.endWarranty(ctx, &task, previous.Status, in.WarrantyUntil); err != nil {
		return Task{}, err
	}
	if in.Description != nil {
		if task.Description, err = cleanText("description", *in.Description, MaxDescription); err != nil {
			return Task{}, err
		}
	}
	if in.ExternalID != nil {
		if task.ExternalID, err = cleanText("externalId", *in.ExternalID, MaxExternalID); err != nil {
			return Task{}, err
		}
	}
	if in.PromisedAt != nil {
		if task.PromisedAt, err = checkPromise(in.PromisedAt); err != nil {
			return Task{}, err
		}
	}
	events := t.store.changesBetween(previous, task)
	changedItem, err := t.changeItem(ctx, id, in.Item)
	if err != nil {
		return Task{}, err
	}
	events = append(events, changedItem...)
	if in.EmployeeID != nil {
		assigned, err := t.assign(ctx, &task, *in.EmployeeID)
		if err != nil {
			return Task{}, err
		}
		events = append(events, assigned...)
		if err := t.newsAssigned(ctx, actor, previous, task); err != nil {
			return Task{}, err
		}
	}
	return t.saveTask(ctx, actor, customer, previous, task, events)
}

// takenIn is when a task from another system was taken in there; zero is now.
func (s *Store) takenIn(at *time.Time) (time.Time, error) {
	switch {
	case at == nil:
		return time.Time{}, nil
	case at.Year() < 1970 || at.After(s.now()):
		return time.Time{}, errInvalid("createdTime", "A task was taken in at a moment that is over, after 1970.")
	}
	return at.UTC().Truncate(time.Microsecond), nil
}

// taskConflict tells an external id that another task has from other failures.
func taskConflict(err error, attempted string) error {
	if isUniqueViolation(err) {
		return errConflict("externalId", "Another task has this externalId.")
	}
	return wrap(err, attempted)
}

// saveTask keeps a locked task's new state and the lines of its history that tell of it, and tells
// its customer of a new status. Without lines there is nothing to keep.
func (t *tx) saveTask(ctx context.Context, actor Actor, customer *Customer, previous, task Task, events []HistoryEntry) (Task, error) {
	if len(events) == 0 && task.ExternalID == previous.ExternalID {
		return previous, nil
	}
	events, err := t.keepTask(ctx, actor, customer, previous, &task, events)
	if err != nil {
		return Task{}, err
	}
	if task.Status != previous.Status && customer != nil {
		isUndo := slices.ContainsFunc(events, func(event HistoryEntry) bool { return event.Undo })
		if err := t.remindOf(ctx, previous, task, isUndo); err != nil {
			return Task{}, err
		}
	}
	if customer != nil && (task.Status != previous.Status || !sameID(task.StageID, previous.StageID)) {
		if err := t.tellStatus(ctx, customer, previous, task); err != nil {
			return Task{}, err
		}
	}
	if err := t.remindOfPromise(ctx, previous, task); err != nil {
		return Task{}, err
	}
	return task, t.tellPromise(ctx, customer, previous, task)
}

// keepTask writes a locked task's new state and the lines of its history, which it returns, and tells no customer.
func (t *tx) keepTask(ctx context.Context, actor Actor, customer *Customer, previous Task, task *Task, events []HistoryEntry) ([]HistoryEntry, error) {
	task.Version++
	task.UpdatedAt = t.now
	t.store.setOverdue(task)
	if err := taskColumns.update(ctx, t, task); err != nil {
		return nil, taskConflict(err, "save task")
	}
	t.changed(SubjectTask, Updated, task.ID)
	t.emitTaskChanges(previous, *task, customer, events)
	if task.ExternalID != previous.ExternalID ||
		slices.ContainsFunc(events, func(e HistoryEntry) bool { return e.Kind == EventDescription || e.Kind == EventItem }) {
		if err := t.indexTask(ctx, *task, customer); err != nil {
			return nil, err
		}
	}
	if task.Status == StatusClosed && previous.Status != StatusClosed {
		wiped, err := t.wipeAccessCode(ctx, task.ID)
		if err != nil {
			return nil, err
		}
		events = append(events, wiped...)
	}
	return events, t.recordAll(ctx, actor, events)
}

// reached notes the moment of a new status.
func (t *Task) reached(status Status, at time.Time) {
	t.ReadySince, t.ClosedAt = nil, nil
	switch status {
	case StatusClosed:
		t.ClosedAt = &at
	case StatusReady:
		t.ReadySince = &at
		if t.ReadyAt == nil {
			t.ReadyAt = &at
		}
	}
}

// DeleteTask removes a task and what was still to be said of it. Its history stays, without its words.
func (s *Store) DeleteTask(ctx context.Context, actor Actor, id int64) error {
	return retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, task, err := tx.lockTask(ctx, id)
			if err != nil {
				return err
			}
			return tx.deleteTask(ctx, actor, task, customer)
		})
	})
}

// deleteTask deletes a locked task. The customer, nil for none, is named to webhooks.
func (t *tx) deleteTask(ctx context.Context, actor Actor, task Task, customer *Customer) error {
	if err := t.deleteNotifications(ctx, "task_id = ?", task.ID); err != nil {
		return err
	}
	if err := t.deleteMessages(ctx, "task_id = ?", task.ID); err != nil {
		return err
	}
	if _, err := t.NewDelete().Model(&task).WherePK().Exec(ctx); err != nil {
		return wrap(err, "delete task")
	}
	t.changed(SubjectTask, Deleted, task.ID)
	if err := t.forgetTaskText(ctx, task.ID, customer); err != nil {
		return err
	}
	task.Description = ""
	t.knowItem(task.ID, Item{})
	t.emitTask(WebhookTaskDeleted, task, customer)
	if err := t.forgetTask(ctx, task.ID); err != nil {
		return err
	}
	return t.record(ctx, actor, task.ID, EventDeleted, string(task.Status), "")
}

// chosen is nil where nothing was.
func chosen[T ~string](value T) *T {
	if value == "" {
		return nil
	}
	return &value
}

func orDefault[T ~string](value, fallback T) T {
	if value == "" {
		return fallback
	}
	return value
}

// Actor is who makes a change.
type Actor struct {
	Kind ActorKind
	ID   int64 // of the staff member, customer or API token; 0 for the system
}

// ActorKind tells whose id an Actor's is.
type ActorKind string

const (
	ActorStaff    ActorKind = "staff"
	ActorCustomer ActorKind = "customer"
	ActorToken    ActorKind = "token" // a program with an API token
	ActorSystem   ActorKind = "system"
)

func (a Actor) staffID() *int64 {
	if a.Kind != ActorStaff {
		return nil
	}
	return &a.ID
}
