package store

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// NotificationEstimate asks a customer whether they agree to an estimate. It shows the estimate as it is whenever it is sent,
// and is edited when that changes.
const NotificationEstimate NotificationKind = "estimate"

// NewsDecision is what a customer says to an estimate.
const NewsDecision NewsKind = "decision"

// tellEstimate writes the message that asks the customer, if they have a chat, and has them asked again. The customer's row is locked.
func (t *tx) tellEstimate(ctx context.Context, customer *Customer, task Task, estimate Estimate) error {
	if customer.TelegramID == nil {
		return nil
	}
	due := t.now.Add(t.store.hold)
	notification := Notification{
		CustomerID: customer.ID, ChatID: *customer.TelegramID, TaskID: task.ID, Kind: NotificationEstimate,
		Payload: NotificationPayload{EstimateID: estimate.ID}, State: NotificationQueued,
		NotBefore: due, FirstDue: due, CreatedAt: t.now, UpdatedAt: t.now,
	}
	if customer.UnreachableAt != nil {
		notification.State = NotificationUnreachable
	}
	if _, err := t.NewInsert().Model(&notification).Exec(ctx); err != nil {
		return wrap(err, "insert the notification of an estimate")
	}
	t.queued = true
	t.changed(SubjectNotification, Created, notification.ID)
	if notification.State == NotificationUnreachable {
		t.emitNotificationFailed(notification)
	}
	return t.remind(ctx, ReminderEstimate, task.ID, 0, t.now.Add(firstNudge), false)
}

// retellEstimate has the messages about an estimate, whose task and customer are locked, edited to what the estimate is now.
// Those that were not sent yet are dropped: the answer is known, or there is a newer estimate.
func (t *tx) retellEstimate(ctx context.Context, customer *Customer, estimate Estimate) error {
	if err := t.stopNudges(ctx, estimate.TaskID); err != nil {
		return err
	}
	messages, err := t.messagesAboutEstimate(ctx, estimate, NotificationEstimate, NotificationEstimateNudge)
	if err != nil {
		return err
	}
	for _, told := range messages {
		if err := t.retell(ctx, customer, &told); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) retell(ctx context.Context, customer *Customer, told *Notification) error {
	switch {
	case customer == nil || customer.TelegramID == nil || *customer.TelegramID != told.ChatID:
		return nil // it stands in a chat that the card has left
	case told.State == NotificationQueued && told.TelegramMessageID == 0 && told.Unanswered == 0:
		return t.deleteNotifications(ctx, "id = ?", told.ID)
	case told.TelegramMessageID == 0 && told.State != NotificationSending && told.State != NotificationQueued:
		return nil // it did not arrive
	}
	t.changed(SubjectNotification, Updated, told.ID)
	return t.tellAgain(ctx, told)
}

// askAgain asks a customer about the estimates that wait for their answer: with all, because their chat can see them only
// now, about each, and else about those that they could not be asked about. The customer's row is locked.
func (t *tx) askAgain(ctx context.Context, customer *Customer, all bool) error {
	if customer.TelegramID == nil {
		return nil
	}
	var waiting []Estimate
	err := t.NewSelect().Model(&waiting).Join("JOIN tasks AS t ON t.id = est.task_id").Where("t.customer_id = ?", customer.ID).
		Where("est.state = ?", EstimateSent).Where("(est.valid_until IS NULL OR est.valid_until > ?)", t.now).Order("est.id").Scan(ctx)
	if err != nil {
		return wrap(err, "look for estimates that wait for an answer")
	}
	for _, estimate := range waiting {
		told, err := t.notificationOfEstimate(ctx, estimate)
		switch {
		case err != nil:
			return err
		case told != nil && (told.State == NotificationQueued || told.State == NotificationSending):
			// It shows what the chat may see when it is sent.
		case told != nil && told.State == NotificationUnreachable:
			told.ChatID, told.TelegramMessageID = *customer.TelegramID, 0
			told.queueAgain(t.now.Add(t.store.hold), t.now)
			if _, err := t.NewUpdate().Model(told).WherePK().Exec(ctx); err != nil {
				return wrap(err, "queue the message about an estimate again")
			}
			t.queued = true
			t.changed(SubjectNotification, Updated, told.ID)
		case all:
			if err := t.tellEstimate(ctx, customer, Task{ID: estimate.TaskID}, estimate); err != nil {
				return err
			}
		}
	}
	return nil
}

// withEstimates reads the estimates of the deliveries that have one, for chats that may see them. Those whose estimate is gone
// are left out.
func (s *Store) withEstimates(ctx context.Context, deliveries []Delivery) ([]Delivery, error) {
	var ids []int64
	for _, delivery := range deliveries {
		if id := delivery.Notification.Payload.EstimateID; id != 0 {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return deliveries, nil
	}
	estimates, err := readEstimates(ctx, s.read, s.now(), func(q *bun.SelectQuery) { q.Where("id IN (?)", bun.List(ids)) })
	if err != nil {
		return nil, err
	}
	known, complete := byID(estimates, func(e *Estimate) int64 { return e.ID }), deliveries[:0]
	for _, delivery := range deliveries {
		estimate := known[delivery.Notification.Payload.EstimateID]
		switch {
		case delivery.Notification.Payload.EstimateID == 0:
		case estimate == nil:
			continue
		case delivery.News != nil || delivery.Customer.PhoneVerifiedAt != nil:
			delivery.Estimate = estimate
		}
		complete = append(complete, delivery)
	}
	return complete, nil
}

// notificationOfEstimate locks the newest message that asks about an estimate; nil when there is none.
func (t *tx) notificationOfEstimate(ctx context.Context, estimate Estimate) (*Notification, error) {
	found, err := t.messagesAboutEstimate(ctx, estimate, NotificationEstimate)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// messagesAboutEstimate locks the messages of these kinds about an estimate, the newest first.
func (t *tx) messagesAboutEstimate(ctx context.Context, estimate Estimate, kinds ...NotificationKind) ([]Notification, error) {
	var found []Notification
	query := t.NewSelect().Model(&found).Where("task_id = ?", estimate.TaskID).Where("kind IN (?)", bun.List(kinds)).Order("id DESC")
	err := t.forUpdate(query).Scan(ctx)
	found = slices.DeleteFunc(found, func(n Notification) bool { return n.Payload.EstimateID != estimate.ID })
	return found, wrap(err, "look for the messages about an estimate")
}

// newsDecided tells staff what a customer says to an estimate, but not who has noted it. It is news of its own, not a line
// in others: an edit comes without a sound.
func (t *tx) newsDecided(ctx context.Context, actor Actor, task Task, customer *Customer, estimate Estimate) error {
	chats, err := t.newsChats(ctx, &task, customer)
	if err != nil {
		return err
	}
	for _, chat := range chats {
		if actor.Kind == ActorStaff && actor.ID == chat.StaffID {
			continue
		}
		err := t.insertNotice(ctx, Notification{
			Kind: NotificationNews, ChatID: chat.ChatID, StaffID: chat.StaffID, TaskID: task.ID, AboutCustomerID: valueOf(task.CustomerID),
			Payload: NotificationPayload{News: NewsDecision, EstimateID: estimate.ID},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// estimateData is what webhooks are told of a decision.
type estimateData struct {
	ID          int64         `json:"id,string"`
	TaskID      int64         `json:"taskId,string"`
	Version     int           `json:"version"`
	State       EstimateState `json:"state"` // ACCEPTED or DECLINED
	Total       int64         `json:"total"` // in hundredths of the currency, as prices are
	Currency    string        `json:"currency"`
	Lines       []lineData    `json:"lines"`
	Via         DecisionWay   `json:"via"`
	Comment     *string       `json:"comment"`
	DecidedTime time.Time     `json:"decidedTime"`
	Customer    *customerData `json:"customer"`
}

type lineData struct {
	Text     string `json:"text"`
	Quantity int    `json:"quantity"`
	Price    int64  `json:"price"`
}

func newEstimateData(estimate Estimate, customer *Customer) estimateData {
	data := estimateData{
		ID: estimate.ID, TaskID: estimate.TaskID, Version: estimate.Version, State: estimate.State, Total: estimate.Total,
		Currency: estimate.Currency, Lines: []lineData{}, Via: estimate.Via, Comment: orNil(estimate.Comment), DecidedTime: estimate.DecidedAt.UTC(),
	}
	for _, line := range estimate.Lines {
		data.Lines = append(data.Lines, lineData{line.Text, line.Quantity, line.Price})
	}
	if customer != nil {
		short := newCustomerData(*customer)
		data.Customer = &short
	}
	return data
}

func (t *tx) emitDecision(estimate Estimate, customer *Customer) {
	event := WebhookEstimateDeclined
	if estimate.State == EstimateAccepted {
		event = WebhookEstimateAccepted
	}
	t.emit(event, newEstimateData(estimate, customer))
}

// EstimateNotifications gives the messages about the estimates of many tasks, each task's oldest first; if there are more than
// most, tooMany is true and none is given.
func (s *Store) EstimateNotifications(
	ctx context.Context, taskIDs []int64, most int,
) (byTask map[int64][]Notification, tooMany bool, err error) {
	var notifications []Notification
	err = s.read.NewSelect().Model(&notifications).Where("task_id IN (?)", bun.List(taskIDs)).
		Where("kind = ?", NotificationEstimate).Order("id").Limit(int64(most) + 1).Scan(ctx)
	if err != nil || len(notifications) > most {
		return nil, err == nil, wrap(err, "read the messages about estimates")
	}
	byTask = map[int64][]Notification{}
	for _, notification := range notifications {
		byTask[notification.TaskID] = append(byTask[notification.TaskID], notification)
	}
	return byTask, false, nil
}
