package store

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// PersonalDataPause is for how long a customer who was sent what is kept about them is not sent it again.
const PersonalDataPause = 10 * time.Minute

// PersonalData is all that is kept about a customer, as they may see it: neither staff's notes nor anything of other people.
// Its JSON is what the customer gets. Moments are in the shop's zone; money is as in "7400.00 RUB".
type PersonalData struct {
	MadeAt        time.Time              `json:"madeAt"`
	Card          PersonalCard           `json:"card"`
	Consents      []PersonalConsent      `json:"consents"`
	Requests      []PersonalRequest      `json:"requests"`
	Messages      []PersonalMessage      `json:"messages"`
	Notifications []PersonalNotification `json:"notifications"`
}

// PersonalCard is who the customer is.
type PersonalCard struct {
	Name            string     `json:"name"`
	Phone           string     `json:"phone"`
	PhoneVerifiedAt *time.Time `json:"phoneVerifiedAt"`
	TelegramID      *int64     `json:"telegramId"`
	Language        string     `json:"language"`
	ExternalID      string     `json:"externalId,omitempty"`
	UnreachableAt   *time.Time `json:"unreachableAt,omitempty"`
	MutedAt         *time.Time `json:"mutedAt,omitempty"`
	EraseAt         *time.Time `json:"eraseAt,omitempty"`
	CreatedAt       time.Time  `json:"createdAt"`
}

// PersonalConsent is a text that the customer has agreed to.
type PersonalConsent struct {
	Version   string    `json:"version"`
	Link      string    `json:"link"`
	AtCounter bool      `json:"atCounter"` // staff have noted it
	GivenAt   time.Time `json:"givenAt"`
}

// PersonalRequest is one of their tasks.
type PersonalRequest struct {
	Number        int64              `json:"number"`
	CreatedAt     time.Time          `json:"createdAt"`
	Status        Status             `json:"status"`
	Category      Category           `json:"category"`
	Employee      string             `json:"employee,omitempty"`
	Description   string             `json:"description,omitempty"`
	Item          string             `json:"item,omitempty"`
	Serial        string             `json:"serial,omitempty"`
	Condition     string             `json:"condition,omitempty"`
	Includes      string             `json:"includes,omitempty"`
	PromisedAt    *time.Time         `json:"promisedAt,omitempty"`
	ReadyAt       *time.Time         `json:"readyAt,omitempty"`
	ClosedAt      *time.Time         `json:"closedAt,omitempty"`
	WarrantyUntil *time.Time         `json:"warrantyUntil,omitempty"`
	Rating        int                `json:"rating,omitempty"`
	RatingComment string             `json:"ratingComment,omitempty"`
	Estimates     []PersonalEstimate `json:"estimates,omitempty"`
	Payments      []PersonalPayment  `json:"payments,omitempty"`
	History       []PersonalEvent    `json:"history"`
}

// PersonalEstimate is a price about which the customer was asked.
type PersonalEstimate struct {
	State  EstimateState `json:"state"`
	SentAt *time.Time    `json:"sentAt"`
	Total  string        `json:"total"`
	Lines  []string      `json:"lines"` // as in "Screen, 1 × 7400.00 RUB"
}

// PersonalPayment is what they have paid, or, below zero, got back.
type PersonalPayment struct {
	At     time.Time     `json:"at"`
	Amount string        `json:"amount"`
	Method PaymentMethod `json:"method"`
}

// PersonalEvent is a line of a task's history; see EventKind.
type PersonalEvent struct {
	At   time.Time `json:"at"`
	Kind EventKind `json:"kind"`
	From string    `json:"from,omitempty"`
	To   string    `json:"to,omitempty"`
}

// PersonalMessage is one that they wrote, or that the shop wrote to them.
type PersonalMessage struct {
	At            time.Time      `json:"at"`
	FromCustomer  bool           `json:"fromCustomer"`
	Request       *int64         `json:"request,omitempty"`
	Text          string         `json:"text"`
	PreviousTexts []string       `json:"previousTexts,omitempty"`
	Files         []PersonalFile `json:"files,omitempty"`
}

// PersonalFile is a file of a message.
type PersonalFile struct {
	Kind FileKind `json:"kind"`
	Name string   `json:"name,omitempty"`
	Mime string   `json:"mime,omitempty"`
	Size int64    `json:"size"` // bytes
	Kept bool     `json:"kept"` // its content is here; else in Telegram alone
}

// PersonalNotification is what the bot wrote to them by itself.
type PersonalNotification struct {
	At      time.Time         `json:"at"`
	Kind    NotificationKind  `json:"kind"`
	State   NotificationState `json:"state"`
	Request *int64            `json:"request,omitempty"`
	SentAt  *time.Time        `json:"sentAt,omitempty"`
}

// shownEvents are the lines of a task's history that its customer may see.
var shownEvents = []EventKind{
	EventCreated, EventStatus, EventPromise, EventRated, EventPickUpLater, EventRemindersStopped, EventRemindersResumed, EventPayment,
	EventEstimateSent, EventEstimateAccepted, EventEstimateDeclined, EventEstimateExpired, EventEstimateWithdrawn,
}

// PersonalData gathers what is kept about a customer. A customer gets their own, from a chat that has proven the card, and of
// the messages those of that chat: in another one somebody else may have written, who only typed the phone or had it before. After
// PersonalDataSent it is RateLimited for PersonalDataPause.
func (s *Store) PersonalData(ctx context.Context, actor Actor, customerID int64) (PersonalData, error) {
	customer, err := s.Customer(ctx, customerID)
	if err != nil {
		return PersonalData{}, err
	}
	now := s.now()
	if actor.Kind == ActorCustomer {
		if err := customer.mustBeOf(actor); err != nil {
			return PersonalData{}, err
		}
		if sent := customer.DataSentAt; sent != nil && now.Sub(*sent) < PersonalDataPause {
			return PersonalData{}, &Error{
				Code: RateLimited, Message: "This was sent a short while ago. Ask again later.", RetryAfter: PersonalDataPause - now.Sub(*sent),
			}
		}
	}
	data := PersonalData{MadeAt: now.In(s.location), Card: PersonalCard{
		Name: customer.Name, Phone: customer.Phone, PhoneVerifiedAt: s.local(customer.PhoneVerifiedAt), TelegramID: customer.TelegramID,
		Language: customer.Language, ExternalID: customer.ExternalID, UnreachableAt: s.local(customer.UnreachableAt),
		MutedAt: s.local(customer.MutedAt), EraseAt: s.local(customer.EraseAt), CreatedAt: customer.CreatedAt.In(s.location),
	}}
	consents, err := s.ConsentsByCustomer(ctx, []int64{customer.ID})
	if err != nil {
		return PersonalData{}, err
	}
	for _, consent := range consents[customer.ID] {
		data.Consents = append(data.Consents, PersonalConsent{consent.Version, consent.Link, consent.StaffID != nil, consent.GivenAt.In(s.location)})
	}
	if data.Requests, err = s.personalRequests(ctx, customer); err != nil {
		return PersonalData{}, err
	}
	if data.Messages, err = s.personalMessages(ctx, actor, customer); err != nil {
		return PersonalData{}, err
	}
	data.Notifications, err = s.personalNotifications(ctx, customer)
	return data, err
}

// PersonalDataSent notes that the customer was sent what is kept about them.
func (s *Store) PersonalDataSent(ctx context.Context, customerID int64) error {
	_, err := s.write.NewUpdate().Model((*Customer)(nil)).Set("data_sent_at = ?", s.now()).Where("id = ?", customerID).Exec(ctx)
	return wrap(err, "note that a customer was sent their data")
}

// local is a moment in the shop's zone; nil stays nil.
func (s *Store) local(at *time.Time) *time.Time {
	if at == nil {
		return nil
	}
	local := at.In(s.location)
	return &local
}

// personalAtOnce is for how many tasks or messages the rest is read at once.
const personalAtOnce = 500

func (s *Store) personalRequests(ctx context.Context, customer Customer) (requests []PersonalRequest, err error) {
	var tasks []Task
	if err := s.read.NewSelect().Model(&tasks).Where("customer_id = ?", customer.ID).Order("id").Scan(ctx); err != nil {
		return nil, wrap(err, "read a customer's tasks")
	}
	for some := range slices.Chunk(tasks, personalAtOnce) {
		ids := make([]int64, len(some))
		var employees []int64
		for i, task := range some {
			ids[i] = task.ID
			if task.EmployeeID != nil {
				employees = append(employees, *task.EmployeeID)
			}
		}
		items, err := s.ItemsByTask(ctx, ids)
		if err != nil {
			return nil, err
		}
		staff, err := s.StaffByID(ctx, employees)
		if err != nil {
			return nil, err
		}
		estimates, _, err := s.EstimatesOfTasks(ctx, ids, math.MaxInt32)
		if err != nil {
			return nil, err
		}
		payments, _, err := s.PaymentsOfTasks(ctx, ids, math.MaxInt32)
		if err != nil {
			return nil, err
		}
		ratings, err := s.RatingsByTask(ctx, ids)
		if err != nil {
			return nil, err
		}
		history, err := s.History(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, task := range some {
			item, rating, employee := cmp.Or(items[task.ID], &Item{}), cmp.Or(ratings[task.ID], &Rating{}), &Staff{}
			if task.EmployeeID != nil {
				employee = cmp.Or(staff[*task.EmployeeID], employee)
			}
			requests = append(requests, PersonalRequest{
				Number: task.ID, CreatedAt: task.CreatedAt.In(s.location), Status: task.Status, Category: task.Category, Employee: employee.Name,
				Description: task.Description, Item: item.Name(), Serial: item.Serial, Condition: item.Condition, Includes: item.Includes,
				PromisedAt: s.local(task.PromisedAt), ReadyAt: s.local(task.ReadyAt), ClosedAt: s.local(task.ClosedAt),
				WarrantyUntil: s.local(task.WarrantyUntil), Rating: rating.Rating, RatingComment: rating.Comment,
				Estimates: s.personalEstimates(estimates[task.ID]), Payments: s.personalPayments(payments[task.ID]), History: s.personalHistory(history[task.ID]),
			})
		}
	}
	return requests, nil
}

// personalEstimates are the prices about which the customer was asked, the oldest first.
func (s *Store) personalEstimates(estimates []Estimate) (personal []PersonalEstimate) {
	for _, estimate := range slices.Backward(estimates) {
		if estimate.SentAt == nil {
			continue
		}
		var lines []string
		for _, line := range estimate.Lines {
			lines = append(lines, fmt.Sprintf("%s, %d × %s", line.Text, line.Quantity, money(line.Price, estimate.Currency)))
		}
		personal = append(personal, PersonalEstimate{estimate.State, s.local(estimate.SentAt), money(estimate.Total, estimate.Currency), lines})
	}
	return personal
}

func (s *Store) personalPayments(payments []Payment) (personal []PersonalPayment) {
	for _, payment := range payments {
		personal = append(personal, PersonalPayment{payment.CreatedAt.In(s.location), money(payment.Amount, s.currency), payment.Method})
	}
	return personal
}

func (s *Store) personalHistory(history []HistoryEntry) (personal []PersonalEvent) {
	for _, event := range history {
		if slices.Contains(shownEvents, event.Kind) {
			personal = append(personal, PersonalEvent{event.At.In(s.location), event.Kind, event.From, event.To})
		}
	}
	return personal
}

// money is an amount in hundredths as people and programs read it.
func money(amount int64, currency string) string {
	sign := ""
	if amount < 0 {
		sign, amount = "-", -amount
	}
	return fmt.Sprintf("%s%d.%02d %s", sign, amount/100, amount%100, currency)
}

func (s *Store) personalMessages(ctx context.Context, actor Actor, customer Customer) (personal []PersonalMessage, err error) {
	var messages []Message
	query := s.read.NewSelect().Model(&messages).Where("customer_id = ?", customer.ID).
		Where("direction IN (?)", bun.List([]Direction{DirectionIn, DirectionOut})).Order("id")
	if actor.Kind == ActorCustomer {
		query.Where("chat_id = ?", *customer.TelegramID)
	}
	if err := query.Scan(ctx); err != nil {
		return nil, wrap(err, "read a customer's messages")
	}
	for some := range slices.Chunk(messages, personalAtOnce) {
		ids := make([]int64, len(some))
		for i, message := range some {
			ids[i] = message.ID
		}
		files, err := s.FilesOfMessages(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, message := range some {
			shown := PersonalMessage{At: message.CreatedAt.In(s.location), FromCustomer: message.Direction == DirectionIn, Request: message.TaskID, Text: message.Text}
			if shown.FromCustomer {
				shown.PreviousTexts = message.PreviousTexts
			}
			for _, file := range files[message.ID] {
				shown.Files = append(shown.Files, PersonalFile{file.Kind, file.Name, file.Mime, file.Size, file.State == FileKept})
			}
			personal = append(personal, shown)
		}
	}
	return personal, nil
}

func (s *Store) personalNotifications(ctx context.Context, customer Customer) (personal []PersonalNotification, err error) {
	var notifications []Notification
	err = s.read.NewSelect().Model(&notifications).Where("customer_id = ?", customer.ID).Order("id").Scan(ctx)
	for _, sent := range notifications {
		shown := PersonalNotification{At: sent.CreatedAt.In(s.location), Kind: sent.Kind, State: sent.State, SentAt: s.local(sent.SentAt)}
		if sent.TaskID != 0 {
			shown.Request = &sent.TaskID
		}
		personal = append(personal, shown)
	}
	return personal, wrap(err, "read what a customer was told")
}
