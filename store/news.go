package store

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// NewsKind is what news for staff are about.
type NewsKind string

const (
	NewsRequest     NewsKind = "request"     // a customer's new request, and what they wrote about it right after
	NewsMessage     NewsKind = "message"     // what a customer wrote
	NewsAssigned    NewsKind = "assigned"    // a task whose employee the member has become
	NewsUndelivered NewsKind = "undelivered" // the member's own message, which its customer did not get
	NewsRating      NewsKind = "rating"      // a poor rating, and why
)

const (
	// burst is for how long after the first of a customer's messages the next ones are added to its news.
	burst = 5 * time.Minute
	// editPause gathers what comes in quick succession, as an album does, into one edit.
	editPause = 3 * time.Second
	// mostInNews bounds the messages that one piece of news names.
	mostInNews = 20
)

// newsChat is where staff are told: in a member's own chat or, with StaffID 0, in their group.
type newsChat struct{ ChatID, StaffID int64 }

// newsOf tells staff of a request that a customer has made or, with a message, of what a customer wrote about a
// task; without a task the message is not filed. The task's employee is told, if they want to be, else everybody
// who wants everything, and the group in any case; a customer who works here is not told of themselves. The
// customer's row is locked.
func (t *tx) newsOf(ctx context.Context, task *Task, customer *Customer, message *Message) error {
	chats, err := t.newsChats(ctx, task, customer)
	if err != nil {
		return err
	}
	news := Notification{Kind: NotificationNews, Payload: NotificationPayload{News: NewsMessage}}
	if task != nil {
		news.TaskID = task.ID
		if message == nil || task.Source == SourceCustomer && task.CreatedAt.Equal(t.now) {
			news.Payload.News = NewsRequest
		}
	}
	if customer != nil {
		news.AboutCustomerID = customer.ID
	}
	for _, chat := range chats {
		news.ChatID, news.StaffID = chat.ChatID, chat.StaffID
		if err := t.addNews(ctx, news, message); err != nil {
			return err
		}
	}
	return nil
}

// newsChats are the chats that are told of a task or, with none, of what belongs to nobody yet.
func (t *tx) newsChats(ctx context.Context, task *Task, customer *Customer) ([]newsChat, error) {
	staff, groups, err := t.whoHearsNews(ctx)
	if err != nil {
		return nil, err
	}
	told := slices.DeleteFunc(slices.Clone(staff), func(s Staff) bool { return task == nil || !sameID(task.EmployeeID, &s.ID) })
	if len(told) == 0 {
		told = slices.DeleteFunc(slices.Clone(staff), func(s Staff) bool { return s.Notify != NotifyEverything })
	}
	chats := make([]newsChat, 0, len(told)+1)
	for _, member := range told {
		if customer == nil || !sameID(customer.TelegramID, member.TelegramID) {
			chats = append(chats, newsChat{*member.TelegramID, member.ID})
		}
	}
	for _, group := range groups {
		chats = append(chats, newsChat{ChatID: group})
	}
	return chats, nil
}

// audience is who hears news: linked staff who want any, and groups.
type audience struct {
	staff  []Staff
	groups []int64
}

// whoHearsNews reads that once in a transaction, which may tell of many messages.
func (t *tx) whoHearsNews(ctx context.Context) ([]Staff, []int64, error) {
	if t.audience != nil {
		return t.audience.staff, t.audience.groups, nil
	}
	var found audience
	err := t.NewSelect().Model(&found.staff).Column("id", "telegram_id", "notify").Where("active").Where("telegram_id IS NOT NULL").
		Where("notify <> ?", NotifyNothing).Order("id").Scan(ctx)
	if err != nil {
		return nil, nil, wrap(err, "find staff to tell")
	}
	found.groups, err = readColumn[int64](t.query(ctx, "SELECT chat_id FROM staff_groups WHERE confirmed_at IS NOT NULL ORDER BY chat_id"))
	if err != nil {
		return nil, nil, wrap(err, "find the group to tell")
	}
	t.audience = &found
	return found.staff, found.groups, nil
}

// newsTo tells one member of something, in their own chat, unless they want no news.
func (t *tx) newsTo(ctx context.Context, staffID int64, news Notification) error {
	member, err := t.listener(ctx, staffID)
	if err != nil || member == nil {
		return err
	}
	news.Kind, news.StaffID, news.ChatID = NotificationNews, staffID, *member.TelegramID
	return t.insertNotice(ctx, news)
}

// listener is a member who has linked their Telegram account and wants any news; nil when they do not.
func (t *tx) listener(ctx context.Context, staffID int64) (*Staff, error) {
	var found []Staff
	err := t.NewSelect().Model(&found).Where("id = ?", staffID).Where("active").Where("telegram_id IS NOT NULL").Where("notify <> ?", NotifyNothing).Scan(ctx)
	if err != nil || len(found) == 0 {
		return nil, wrap(err, "find the member to tell")
	}
	return &found[0], nil
}

// newsAssigned tells a member of a task that somebody else has made theirs.
func (t *tx) newsAssigned(ctx context.Context, actor Actor, previous, task Task) error {
	if task.EmployeeID == nil || sameID(previous.EmployeeID, task.EmployeeID) || actor == (Actor{Kind: ActorStaff, ID: *task.EmployeeID}) {
		return nil
	}
	return t.newsTo(ctx, *task.EmployeeID, Notification{
		TaskID: task.ID, AboutCustomerID: valueOf(task.CustomerID), Payload: NotificationPayload{News: NewsAssigned},
	})
}

// newsUndelivered tells a member that a customer did not get what they wrote.
func (t *tx) newsUndelivered(ctx context.Context, failed Notification) error {
	var messages []Message
	err := t.NewSelect().Model(&messages).Where("id = ?", failed.MessageID).Where("author_kind = ?", ActorStaff).Scan(ctx)
	if err != nil || len(messages) == 0 {
		return wrap(err, "read a message that was not delivered")
	}
	return t.newsTo(ctx, *messages[0].AuthorID, Notification{
		TaskID: failed.TaskID, AboutCustomerID: failed.CustomerID,
		Payload: NotificationPayload{News: NewsUndelivered, Messages: []int64{failed.MessageID}, Count: 1},
	})
}

// addNews adds a message to the chat's newest news of the same task or customer, if these are still of one burst,
// or else writes news of their own.
func (t *tx) addNews(ctx context.Context, news Notification, message *Message) error {
	newest, err := t.newestNews(ctx, news)
	if err != nil {
		return err
	}
	if newest == nil {
		news.Payload.add(message)
		return t.insertNotice(ctx, news)
	}
	newest.Payload.add(message)
	return t.tellAgain(ctx, newest)
}

// newestNews is the chat's newest news of the same task or customer, locked, or nil if that is another burst's: it is
// over after a while, and when somebody has answered.
func (t *tx) newestNews(ctx context.Context, news Notification) (*Notification, error) {
	var found []Notification
	query := t.NewSelect().Model(&found).Where("kind = ?", NotificationNews).Where("chat_id = ?", news.ChatID).Order("id DESC").Limit(1)
	if news.TaskID != 0 {
		query.Where("task_id = ?", news.TaskID)
	} else {
		query.Where("about_customer_id = ?", news.AboutCustomerID).Where("task_id IS NULL")
	}
	if err := t.forUpdate(query).Scan(ctx); err != nil || len(found) == 0 {
		return nil, wrap(err, "look for the news of a burst")
	}
	newest := &found[0]
	grows := newest.Payload.News == NewsMessage || newest.Payload.News == NewsRequest
	waits := newest.State == NotificationQueued && newest.TelegramMessageID == 0
	shown := (newest.State == NotificationSent || newest.State == NotificationSending || newest.State == NotificationQueued) &&
		newest.CreatedAt.After(t.now.Add(-burst))
	if !grows || !waits && !shown {
		return nil, nil
	}
	answered := t.NewSelect().Model((*Message)(nil)).Where("direction = ?", DirectionOut).Where("created_at > ?", newest.CreatedAt)
	if news.TaskID != 0 {
		answered.Where("task_id = ?", news.TaskID)
	} else {
		answered.Where("customer_id = ?", news.AboutCustomerID)
	}
	over, err := answered.Exists(ctx)
	if err != nil || over {
		return nil, wrap(err, "look whether a burst was answered")
	}
	return newest, nil
}

// tellAgain has a message sent that is not yet, or edited. What is under way just now is edited right after that.
func (t *tx) tellAgain(ctx context.Context, told *Notification) error {
	if told.State == NotificationSending {
		told.Payload.Again = true
	} else {
		due := t.now
		if told.TelegramMessageID != 0 {
			due = t.now.Add(min(editPause, t.store.hold))
		}
		told.queueAgain(due, t.now)
		t.queued = true
	}
	_, err := t.NewUpdate().Model(told).Column("payload", "state", "attempts", "unanswered", "panics", "not_before", "first_due",
		"lease_until", "last_error", "updated_at").WherePK().Exec(ctx)
	return wrap(err, "queue a message again")
}

// newsTaken has the newest news of a task edited in every chat: they show whose it is.
func (t *tx) newsTaken(ctx context.Context, taskID int64) error {
	var shown []Notification
	query := t.NewSelect().Model(&shown).Where("kind = ?", NotificationNews).Where("task_id = ?", taskID).
		Where("state IN (?)", bun.List([]NotificationState{NotificationSent, NotificationSending})).Order("id DESC")
	if err := t.forUpdate(query).Scan(ctx); err != nil {
		return wrap(err, "look for the news of a task")
	}
	seen := map[int64]bool{}
	for i := range shown {
		if news := &shown[i]; !seen[news.ChatID] {
			seen[news.ChatID] = true
			if err := t.tellAgain(ctx, news); err != nil {
				return err
			}
		}
	}
	return nil
}

// add names a message that news tell of. Of very many the newest are named, and all are counted.
func (p *NotificationPayload) add(message *Message) {
	if message == nil || slices.Contains(p.Messages, message.ID) {
		return
	}
	p.Count++
	p.Messages = append(p.Messages, message.ID)
	p.Messages = p.Messages[max(0, len(p.Messages)-mostInNews):]
}
