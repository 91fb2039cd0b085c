package store

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"zayavka/store/phone"
)

// TaskFilter chooses tasks; all that is set must hold.
type TaskFilter struct {
	ID             *int64
	CustomerID     *int64
	ExternalID     *string    // exactly
	Phone          *string    // the customer's, in any writing; what is no phone finds nothing
	Statuses       []Status   // any of them; empty is all
	Categories     []Category // any of them; empty is all
	EmployeeID     *int64
	Unassigned     *bool   // whether nobody is responsible
	Unreachable    *bool   // whether the customer cannot be written to any more
	Awaiting       *bool   // whether the customer waits for an answer
	Overdue        *bool   // whether it is not ready although it was promised to be
	Serial         *string // the serial number of what was brought, in any writing
	StageID        *int64
	ShopCategoryID *int64
	WarrantyOfID   *int64 // done under the warranty of this task
	Search         string
	Day            *Day // created on it
	FirstDay       *Day // created on it or later
	LastDay        *Day // created on it or earlier
	Created        Interval
	Updated        Interval
	Promised       Interval
}

// Interval is half-open: From belongs to it, To does not. A zero end is open.
type Interval struct{ From, To time.Time }

// DayInterval is all moments of the days from first to last; nil is open.
func (s *Store) DayInterval(first, last *Day) Interval {
	var interval Interval
	if first != nil {
		interval.From, _ = first.bounds(s.location)
	}
	if last != nil {
		_, interval.To = last.bounds(s.location)
	}
	return interval
}

// TaskOrder is an order of tasks.
type TaskOrder string

const (
	TasksNewestFirst          TaskOrder = "newest"
	TasksOldestFirst          TaskOrder = "oldest"
	TasksRecentlyUpdatedFirst TaskOrder = "updated"
	TasksLongestWaitFirst     TaskOrder = "waiting" // of those whose customer waits for an answer
	TasksPromisedFirst        TaskOrder = "promise" // of open ones: overdue, then promised, then the rest
	TasksLongestReadyFirst    TaskOrder = "ready"   // of those that are READY
)

func (o TaskOrder) ordering() ordering {
	switch o {
	case TasksOldestFirst:
		return ordering{column: "created_at"}
	case TasksRecentlyUpdatedFirst:
		return ordering{column: "updated_at", descending: true}
	case TasksLongestWaitFirst:
		return ordering{column: "awaiting_reply_since"}
	case TasksPromisedFirst:
		return ordering{column: "overdue_at", absent: noPromise}
	case TasksLongestReadyFirst:
		return ordering{column: "ready_since", partial: true}
	}
	return ordering{column: "created_at", descending: true}
}

// Cursor is the task's place in a list of this order.
func (o TaskOrder) Cursor(task Task) Cursor {
	switch o {
	case TasksRecentlyUpdatedFirst:
		return Cursor{task.UpdatedAt, task.ID}
	case TasksLongestWaitFirst:
		return Cursor{*task.AwaitingReplySince, task.ID}
	case TasksPromisedFirst:
		if task.OverdueAt == nil {
			return Cursor{noPromiseAt, task.ID}
		}
		return Cursor{*task.OverdueAt, task.ID}
	case TasksLongestReadyFirst:
		return Cursor{*task.ReadySince, task.ID}
	}
	return Cursor{task.CreatedAt, task.ID}
}

// OffsetPage is a part of a list by position: Limit 0 is all of it, in ascending id order unless
// NewestFirst, which is the order of TasksNewestFirst.
type OffsetPage struct {
	NewestFirst   bool
	Limit, Offset int
}

// Tasks lists the tasks that the filter chooses.
func (s *Store) Tasks(ctx context.Context, filter TaskFilter, page OffsetPage) ([]Task, error) {
	w := s.taskConditions(filter)
	if w.nothing {
		return nil, nil
	}
	rest := " ORDER BY t.id"
	if page.NewestFirst {
		rest = " ORDER BY t.created_at DESC, t.id DESC"
	}
	if page.Limit > 0 {
		rest += " LIMIT " + strconv.Itoa(page.Limit) + " OFFSET " + strconv.Itoa(page.Offset)
	}
	rows, err := w.query(ctx, taskColumns.from("t"), rest)
	if err != nil {
		return nil, wrap(err, "list tasks")
	}
	tasks, err := taskColumns.all(rows, page.Limit)
	return tasks, wrap(err, "list tasks")
}

// TasksUpTo gives all tasks that the filter chooses, in ascending id order, unless there are more than
// most: then tooMany is true and no task is given.
func (s *Store) TasksUpTo(ctx context.Context, filter TaskFilter, most int) (tasks []Task, tooMany bool, err error) {
	tasks, tooMany, err = readUpTo(ctx, s.taskConditions(filter), "t", taskColumns, most)
	// The database's LIMIT with an order can make it walk the ids through the whole table for the few rows
	// of a recent day.
	slices.SortFunc(tasks, func(a, b Task) int { return cmp.Compare(a.ID, b.ID) })
	return tasks, tooMany, wrap(err, "list tasks")
}

// TaskIDsUpTo gives the ids of all tasks that the filter chooses, ascending, unless there are more than
// most.
func (s *Store) TaskIDsUpTo(ctx context.Context, filter TaskFilter, most int) (ids []int64, tooMany bool, err error) {
	ids, tooMany, err = readIDsUpTo(ctx, s.taskConditions(filter), "tasks", "t", most)
	return ids, tooMany, wrap(err, "list ids of tasks")
}

// TaskPage reads a page of the list of tasks that the filter chooses.
func (s *Store) TaskPage(ctx context.Context, filter TaskFilter, order TaskOrder, r PageRequest) (Page[Task], error) {
	w, err := s.taskPageConditions(ctx, filter)
	if err != nil {
		return Page[Task]{}, wrap(err, "search tasks")
	}
	page, err := readPage(ctx, w, "t", taskColumns, order.ordering(), r)
	return page, wrap(err, "read a page of the tasks")
}

// CountTasks counts the tasks that the filter chooses.
func (s *Store) CountTasks(ctx context.Context, filter TaskFilter) (int, error) {
	filter, err := s.searchedPhone(ctx, filter)
	if err != nil {
		return 0, wrap(err, "count tasks")
	}
	w := s.taskConditions(filter)
	count, err := w.count(ctx, "tasks AS t")
	return count, wrap(err, "count tasks")
}

func (s *Store) taskConditions(filter TaskFilter) conditions {
	w := conditions{store: s}
	if filter.ID != nil {
		w.add("t.id = ?", *filter.ID)
	}
	if filter.CustomerID != nil {
		w.add("t.customer_id = ?", *filter.CustomerID)
	}
	if filter.ExternalID != nil {
		w.addExternalID("t", *filter.ExternalID)
	}
	if filter.Serial != nil {
		key := SerialKey(*filter.Serial)
		w.nothing = w.nothing || key == ""
		w.add("t.id IN (SELECT i.task_id FROM task_items AS i WHERE i.serial_key = ? AND i.serial_key <> '')", key)
	}
	if filter.Phone != nil {
		number, _ := phone.Read(*filter.Phone, s.region)
		w.nothing = w.nothing || number.Key == ""
		w.add("t.customer_id = (SELECT id FROM customers WHERE phone_key = ?)", number.Key)
	}
	addEnum(&w, "t.status", filter.Statuses, Statuses())
	if filter.Overdue != nil { // with all that the index of overdue tasks leaves out, or it is not used
		const overdue = "(t.overdue_at IS NOT NULL AND t.overdue_at <= ? AND t.status IN ('ACCEPTED', 'IN_PROGRESS'))"
		w.add(map[bool]string{true: overdue, false: "NOT " + overdue}[*filter.Overdue], s.now())
	}
	if len(filter.Statuses) > 0 && !slices.Contains(filter.Statuses, StatusClosed) && !s.isPostgres() {
		w.add("t.status <> 'CLOSED'") // or SQLite does not see that the indexes of open tasks hold them
	}
	category := "t.category"
	if len(filter.Statuses) > 0 && !s.isPostgres() {
		category = "+t.category" // or SQLite prefers the index of categories to that of the few open tasks
	}
	addEnum(&w, category, filter.Categories, Categories())
	if filter.EmployeeID != nil {
		w.add("t.employee_id = ?", *filter.EmployeeID)
	}
	if filter.StageID != nil {
		w.add("t.stage_id = ?", *filter.StageID)
	}
	if filter.ShopCategoryID != nil {
		w.add("t.shop_category_id = ?", *filter.ShopCategoryID)
	}
	if filter.WarrantyOfID != nil {
		w.add("t.warranty_of_id = ?", *filter.WarrantyOfID)
	}
	if filter.Unassigned != nil {
		w.add(map[bool]string{true: "t.employee_id IS NULL", false: "t.employee_id IS NOT NULL"}[*filter.Unassigned])
	}
	if filter.Unreachable != nil {
		const unreachable = "t.customer_id IN (SELECT id FROM customers WHERE unreachable_at IS NOT NULL)"
		w.add(map[bool]string{true: unreachable, false: "NOT coalesce(" + unreachable + ", false)"}[*filter.Unreachable])
	}
	if filter.Awaiting != nil {
		w.add(map[bool]string{true: "t.awaiting_reply_since IS NOT NULL", false: "t.awaiting_reply_since IS NULL"}[*filter.Awaiting])
	}
	if filter.Day != nil {
		w.addInterval("t.created_at", s.DayInterval(filter.Day, filter.Day))
	}
	w.addInterval("t.created_at", s.DayInterval(filter.FirstDay, filter.LastDay))
	w.addInterval("t.created_at", filter.Created)
	w.addInterval("t.updated_at", filter.Updated)
	w.addInterval("t.promised_at", filter.Promised)
	w.searchTasks(filter.Search)
	return w
}

// addExternalID says what the index of external ids leaves out, or it is not used. Nothing has an empty one.
func (w *conditions) addExternalID(alias, id string) {
	id, err := cleanText("externalId", id, MaxExternalID) // as it is kept; nothing has what cannot be
	w.nothing = w.nothing || err != nil
	w.add(alias+".external_id = ?", id)
	w.add(alias + ".external_id <> ''")
}

func (w *conditions) addInterval(column string, in Interval) {
	if !in.From.IsZero() {
		w.add(column+" >= ?", in.From)
	}
	if !in.To.IsZero() {
		w.add(column+" < ?", in.To)
	}
}

// TasksByID finds many tasks with one statement; ids that nobody has are left out.
func (s *Store) TasksByID(ctx context.Context, ids []int64) (map[int64]*Task, error) {
	tasks, err := taskColumns.byID(ctx, s, "id", ids, func(t *Task) int64 { return t.ID })
	return tasks, wrap(err, "read tasks")
}
