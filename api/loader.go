package api

import (
	"context"
	"maps"
	"slices"
	"time"

	engine "zayavka/api/graphql"
	"zayavka/store"
)

// loader reads the rows that the rows of a list refer to, all with one statement. Who finds a list
// announces the ids in it; the first get then reads everything announced so far. Nothing is read
// for fields that nobody asks for.
//
// graphql-go resolves one field after another, so this needs no waiting for further ids, which
// would cost milliseconds on each level and split long lists into several statements. A loader
// belongs to one operation and is not safe for concurrent use.
type loader[Row any] struct {
	read      func(ctx context.Context, ids []int64) (map[int64]Row, error)
	announced []int64
	rows      map[int64]Row // what was found
	absent    map[int64]bool
	err       error // of the last read; further ones would fail too
}

func newLoader[Row any](read func(context.Context, []int64) (map[int64]Row, error)) *loader[Row] {
	return &loader[Row]{read: read}
}

func (l *loader[Row]) announce(id int64) { l.announced = append(l.announced, id) }

// know takes a row that was read together with another one.
func (l *loader[Row]) know(id int64, row Row) {
	if l.rows == nil {
		l.rows = map[int64]Row{}
	}
	l.rows[id] = row
}

// announceSome announces the ids that are not nil.
func (l *loader[Row]) announceSome(ids ...*int64) {
	for _, id := range ids {
		if id != nil {
			l.announce(*id)
		}
	}
}

// get finds a row; found is false when nobody has the id.
func (l *loader[Row]) get(ctx context.Context, id int64) (row Row, found bool, err error) {
	if row, found = l.rows[id]; found || l.absent[id] {
		return row, found, nil
	}
	if l.err == nil {
		l.announce(id)
		l.err = l.readAnnounced(ctx)
	}
	row, found = l.rows[id]
	return row, found, l.err
}

func (l *loader[Row]) readAnnounced(ctx context.Context) error {
	ids := slices.DeleteFunc(l.announced, func(id int64) bool {
		_, found := l.rows[id]
		return found || l.absent[id]
	})
	l.announced = nil
	slices.Sort(ids)
	ids = slices.Compact(ids)
	rows, err := l.read(ctx, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, found := rows[id]; !found {
			if l.absent == nil {
				l.absent = map[int64]bool{}
			}
			l.absent[id] = true
		}
	}
	if l.rows == nil {
		l.rows = rows
		return nil
	}
	maps.Copy(l.rows, rows)
	return nil
}

// loaders are the loaders of one operation.
type loaders struct {
	customers           *loader[*store.Customer]
	staff               *loader[*store.Staff]
	tasksByCustomer     *loader[[]store.Task]
	notificationsByTask *loader[[]store.Notification]
	historyByTask       *loader[[]store.HistoryEntry]
	undoDeadlines       *loader[time.Time]
	apiTokens           *loader[*store.APIToken]
	items               *loader[*store.Item] // by task
	stages              *loader[*store.Stage]
	shopCategories      *loader[*store.ShopCategory]
	tasks               *loader[*store.Task]
	phoneClaims         *loader[[]store.PhoneClaim]
	consents            *loader[[]store.Consent]
	connectCodeEnds     *loader[time.Time]       // by customer
	readyReminders      *loader[*store.Reminder] // by task
	ratings             *loader[*store.Rating]   // by task
	messages            *loader[*store.Message]
	deliveries          *loader[store.Notification] // by message
	filesByMessage      *loader[[]store.File]
	filesByTask         *loader[[]store.File]
	// For who does not see notes.
	filesByTaskWithoutNotes *loader[[]store.File]

	taskPagesByCustomer pagesOf[store.Task]
	messagesByTask      pagesOf[store.Message]
	messagesByCustomer  pagesOf[store.Message]

	estimateLoaders

	store  *store.Store
	budget *engine.Budget
}

func newLoaders(s *store.Store, b *engine.Budget) *loaders {
	l := &loaders{
		staff: newLoader(s.StaffByID), apiTokens: newLoader(s.APITokensByID), items: newLoader(s.ItemsByTask),
		stages: newLoader(s.StagesByID), shopCategories: newLoader(s.ShopCategoriesByID),
		undoDeadlines: newLoader(s.UndoDeadlines), connectCodeEnds: newLoader(s.ConnectCodeEnds), ratings: newLoader(s.RatingsByTask), store: s, budget: b,
		taskPagesByCustomer: newPagesOf[store.Task](b), messagesByTask: newPagesOf[store.Message](b), messagesByCustomer: newPagesOf[store.Message](b),
	}
	l.loadMessages()
	l.readyReminders = newLoader(func(ctx context.Context, ids []int64) (map[int64]*store.Reminder, error) {
		return s.RemindersByTask(ctx, store.ReminderReadyWaits, ids)
	})
	l.loadEstimates()
	l.historyByTask = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.HistoryEntry, error) {
		histories, tooMany, err := s.HistoryUpTo(ctx, ids, b.MayLoad())
		histories, err = grouped(b, histories, tooMany, err)
		for _, events := range histories {
			l.foundHistory(events)
		}
		return histories, err
	})
	l.tasks = newLoader(func(ctx context.Context, ids []int64) (map[int64]*store.Task, error) {
		byID, err := s.TasksByID(ctx, ids)
		for _, task := range byID {
			l.foundTask(task)
		}
		return byID, err
	})
	l.notificationsByTask = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.Notification, error) {
		byTask, tooMany, err := s.NotificationsByTaskUpTo(ctx, ids, b.MayLoad())
		byTask, err = grouped(b, byTask, tooMany, err)
		for _, notifications := range byTask {
			l.foundNotifications(notifications)
		}
		return byTask, err
	})
	l.phoneClaims = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.PhoneClaim, error) {
		byCustomer, tooMany, err := s.OpenPhoneClaimsByCustomer(ctx, ids, b.MayLoad())
		return grouped(b, byCustomer, tooMany, err)
	})
	l.consents = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.Consent, error) {
		byCustomer, tooMany, err := s.ConsentsByCustomerUpTo(ctx, ids, b.MayLoad())
		for _, consents := range byCustomer {
			for _, consent := range consents {
				l.staff.announceSome(consent.StaffID)
			}
		}
		return grouped(b, byCustomer, tooMany, err)
	})
	l.customers = newLoader(func(ctx context.Context, ids []int64) (map[int64]*store.Customer, error) {
		customers, err := s.CustomersByID(ctx, ids)
		for id := range customers {
			l.foundCustomer(id)
		}
		return customers, err
	})
	l.tasksByCustomer = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.Task, error) {
		byCustomer, tooMany, err := s.TasksByCustomer(ctx, ids, b.MayLoad())
		byCustomer, err = grouped(b, byCustomer, tooMany, err)
		for _, tasks := range byCustomer {
			l.foundTasks(tasks)
		}
		return byCustomer, err
	})
	return l
}

// forNextPart are loaders for the next part of a long list. What was read is kept only where many rows
// refer to few others.
func (l *loaders) forNextPart() *loaders {
	own := len(l.tasksByCustomer.rows) + len(l.historyByTask.rows) + len(l.notificationsByTask.rows) + len(l.phoneClaims.rows) + len(l.consents.rows) + len(l.connectCodeEnds.rows) + len(l.items.rows) +
		len(l.estimatesByTask.rows) + len(l.newestEstimates.rows) + len(l.estimateMessagesByTask.rows) + len(l.balances.rows) + len(l.paymentsByTask.rows) +
		len(l.filesByTask.rows) + len(l.filesByTaskWithoutNotes.rows) +
		len(l.taskPagesByCustomer.byArguments) + len(l.messagesByTask.byArguments) + len(l.messagesByCustomer.byArguments)
	if own == 0 && len(l.customers.rows) <= keptCustomers {
		return l
	}
	return newLoaders(l.store, l.budget)
}

// foundTasks announces what the tasks refer to.
func (l *loaders) foundTasks(tasks []store.Task) {
	for i := range tasks {
		l.foundTask(&tasks[i])
	}
}

func (l *loaders) foundTask(task *store.Task) {
	l.notificationsByTask.announce(task.ID)
	l.historyByTask.announce(task.ID)
	l.messagesByTask.announce(task.ID)
	l.items.announce(task.ID)
	l.announceEstimates(task.ID)
	l.filesByTask.announce(task.ID)
	l.filesByTaskWithoutNotes.announce(task.ID)
	if l.store.MayUndo(*task) {
		l.undoDeadlines.announce(task.ID)
	}
	if task.Status == store.StatusReady {
		l.readyReminders.announce(task.ID)
	}
	l.ratings.announce(task.ID)
	l.customers.announceSome(task.CustomerID)
	l.staff.announceSome(task.EmployeeID)
	l.stages.announceSome(task.StageID)
	l.shopCategories.announceSome(task.ShopCategoryID)
	l.tasks.announceSome(task.WarrantyOfID)
}

// foundNotifications announces what the messages refer to.
func (l *loaders) foundNotifications(notifications []store.Notification) {
	for _, notification := range notifications {
		l.tasks.announce(notification.TaskID)
		l.customers.announce(notification.CustomerID)
		if notification.MessageID != 0 {
			l.messages.announce(notification.MessageID)
		}
		if notification.Payload.Stage != 0 {
			l.stages.announce(notification.Payload.Stage)
		}
	}
}

// foundCustomers announces what the customers refer to.
func (l *loaders) foundCustomers(customers []store.Customer) {
	for _, customer := range customers {
		l.foundCustomer(customer.ID)
	}
}

// foundHistory announces who did what the events tell.
func (l *loaders) foundHistory(events []store.HistoryEntry) {
	for _, event := range events {
		l.foundActor(event.ActorKind, event.ActorID)
	}
}

// foundActor announces who did something.
func (l *loaders) foundActor(kind store.ActorKind, id *int64) {
	switch kind {
	case store.ActorStaff:
		l.staff.announceSome(id)
	case store.ActorCustomer:
		l.customers.announceSome(id)
	case store.ActorToken:
		l.apiTokens.announceSome(id)
	}
}

func (l *loaders) foundCustomer(id int64) {
	l.tasksByCustomer.announce(id)
	l.phoneClaims.announce(id)
	l.consents.announce(id)
	l.connectCodeEnds.announce(id)
	l.taskPagesByCustomer.announce(id)
	l.messagesByCustomer.announce(id)
}
