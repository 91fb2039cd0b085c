package store

import (
	"time"

	"github.com/uptrace/bun"
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
