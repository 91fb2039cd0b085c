package store

import (
	"cmp"
	"context"
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
	ClosedAt      *time.Time // when it became CLOSED; nil while it is not
	ExternalID    string     // what another system calls it, unique; may be empty
	Source        TaskSource
	// AwaitingReplySince is when the customer wrote the oldest message that nobody has answered; nil when none waits.
	AwaitingReplySince *time.Time
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
}

// TaskUpdate changes what is not nil.
type TaskUpdate struct {
	EmployeeID  *int64 // 0 takes the employee off
	Category    *Category
	Status      *Status
	Description *string
	ExternalID  *string
	Version     *int // what the change is based on; another than the task's own is a Conflict
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
	number, fault := phone.Read(in.CustomerPhone, s.region)
	if number.Key == "" {
		return Task{}, fieldError(errPhone(fault), "customerPhone")
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
			employeeID, assigned, err := tx.firstEmployee(ctx, actor, in.EmployeeID)
			if err != nil {
				return err
			}
			task = Task{
				CustomerID: &customer.ID, EmployeeID: employeeID, Description: description, Version: 1,
				Category:   orDefault(in.Category, CategoryOther),
				Status:     orDefault(in.Status, StatusAccepted),
				ExternalID: externalID, Source: sourceOf(actor, in), CreatedAt: cmp.Or(createdAt, tx.now), UpdatedAt: tx.now,
			}
			if err := tx.insertTask(ctx, actor, customer, &task, assigned); err != nil {
				return err
			}
			if in.Silent {
				return nil
			}
			if err := tx.newsAssigned(ctx, actor, Task{}, task); err != nil {
				return err
			}
			return tx.tell(ctx, customer, task, NotificationTaskCreated, "")
		})
	})
	return task, err
}

// insertTask writes a new task of a customer, and tells of it; assigned are the lines of its history that tell whose
// it is.
func (t *tx) insertTask(ctx context.Context, actor Actor, customer *Customer, task *Task, assigned []HistoryEntry) error {
	task.reached(task.Status, task.CreatedAt)
	if err := taskColumns.insert(ctx, t, task); err != nil {
		return taskConflict(err, "insert task")
	}
	t.changed(SubjectTask, Created, task.ID)
	t.emitTask(WebhookTaskCreated, *task, customer)
	if err := t.indexTask(ctx, *task, customer); err != nil {
		return err
	}
	events := append([]HistoryEntry{{Kind: EventCreated, To: string(task.Status)}}, assigned...)
	for i := range events {
		events[i].TaskID = task.ID
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
	if in.Category != nil {
		task.Category = *in.Category
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
	events := changesBetween(previous, task)
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
	task.Version++
	task.UpdatedAt = t.now
	if err := taskColumns.update(ctx, t, &task); err != nil {
		return Task{}, taskConflict(err, "save task")
	}
	t.changed(SubjectTask, Updated, task.ID)
	t.emitTaskChanges(previous, task, customer)
	if task.Description != previous.Description {
		if err := t.indexTask(ctx, task, customer); err != nil {
			return Task{}, err
		}
	}
	if err := t.recordAll(ctx, actor, events); err != nil {
		return Task{}, err
	}
	if task.Status == previous.Status || customer == nil {
		return task, nil
	}
	return task, t.tellStatus(ctx, customer, task, previous.Status)
}

// reached notes the moment of a new status.
func (t *Task) reached(status Status, at time.Time) {
	t.ClosedAt = nil
	switch {
	case status == StatusClosed:
		t.ClosedAt = &at
	case status == StatusReady && t.ReadyAt == nil:
		t.ReadyAt = &at
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
			if err := tx.deleteNotifications(ctx, "task_id = ?", id); err != nil {
				return err
			}
			if err := tx.deleteMessages(ctx, "task_id = ?", id); err != nil {
				return err
			}
			if _, err := tx.NewDelete().Model(&task).WherePK().Exec(ctx); err != nil {
				return wrap(err, "delete task")
			}
			tx.changed(SubjectTask, Deleted, id)
			if err := tx.forgetTaskText(ctx, id, customer); err != nil {
				return err
			}
			task.Description = ""
			tx.emitTask(WebhookTaskDeleted, task, customer)
			if err := tx.forgetTask(ctx, id); err != nil {
				return err
			}
			return tx.record(ctx, actor, id, EventDeleted, string(task.Status), "")
		})
	})
}

// lockTask locks a task and, first, its customer: everything that locks both does it in this
// order. The customer is nil when the task has none.
func (t *tx) lockTask(ctx context.Context, id int64) (*Customer, Task, error) {
	customer, err := t.findCustomer(ctx, "id = (SELECT customer_id FROM tasks WHERE id = $1)", id)
	if err != nil {
		return nil, Task{}, err
	}
	rows, err := t.query(ctx, taskColumns.from("t")+" WHERE t.id = $1"+t.lock(), id)
	if err != nil {
		return nil, Task{}, wrap(err, "lock task")
	}
	task, err := taskColumns.one(rows)
	if err != nil {
		return nil, Task{}, wrap(err, "lock task")
	}
	if (customer == nil) != (task.CustomerID == nil) || customer != nil && *task.CustomerID != customer.ID {
		return nil, Task{}, errConflict("", "The task has just been changed by somebody else. Load it again.")
	}
	return customer, task, nil
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
