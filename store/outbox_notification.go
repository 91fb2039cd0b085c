package store

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"zayavka/telemetry"
)

// NotificationKind says what a notification tells.
type NotificationKind string

const (
	NotificationTaskCreated   NotificationKind = "task_created"
	NotificationStatusChanged NotificationKind = "status_changed"
	NotificationPromiseMoved  NotificationKind = "promise_moved"

	NotificationReadyWaits NotificationKind = "ready_waits" // that what is ready was not picked up
	NotificationRating     NotificationKind = "rating"      // asks for a rating
	NotificationDigest     NotificationKind = "digest"      // tells a member of staff what is to be done

	// NotificationWebhookDisabled tells an admin that the service made a webhook inactive.
	NotificationWebhookDisabled NotificationKind = "webhook_disabled"

	// Of a PhoneClaim: to admins and to the card's chat, that there is one; to both chats, what staff
	// decided; to who claims, that no chat has the phone any more.
	NotificationPhoneClaimed NotificationKind = "phone_claimed"
	NotificationPhoneMoved   NotificationKind = "phone_moved"
	NotificationPhoneKept    NotificationKind = "phone_kept"
	NotificationPhoneFree    NotificationKind = "phone_free"
)

// NotificationState is how far a notification has come.
type NotificationState string

const (
	NotificationQueued      NotificationState = "queued"      // waits for its time or its turn
	NotificationSending     NotificationState = "sending"     // claimed under a lease
	NotificationSent        NotificationState = "sent"        // Telegram has it
	NotificationUnreachable NotificationState = "unreachable" // the customer blocked the bot or left
	NotificationUnknown     NotificationState = "unknown"     // sent three times, and no answer came
	NotificationFailed      NotificationState = "failed"      // Telegram refused it for good
)

// Notification is a row of the outbox: one message to a customer, written in the transaction
// that changes the task; or a notice, about no task, to a member of staff or to a chat, whose card can change.
type Notification struct {
	bun.BaseModel     `bun:"table:notifications,alias:n"`
	ID                int64 `bun:",pk,autoincrement"`
	CustomerID        int64 `bun:",nullzero"` // 0 in a notice
	StaffID           int64 `bun:",nullzero"` // 0 in one that is not for staff
	ChatID            int64
	TaskID            int64 `bun:",nullzero"` // 0 in a notice
	MessageID         int64 `bun:",nullzero"` // of NotificationMessage
	AboutCustomerID   int64 `bun:",nullzero"` // of NotificationNews
	Kind              NotificationKind
	Payload           NotificationPayload `bun:"type:jsonb"`
	State             NotificationState
	Attempts          int       // sends that ended without an answer of "sent"
	Unanswered        int       // of these, those that Telegram may have carried out
	Panics            int       // how often the sender panicked over it
	NotBefore         time.Time // the hold's end, then what Telegram or the back-off asks for
	FirstDue          time.Time // the hold's end: since when it is late, however often it is tried
	Fence             int64     // of the last claim
	LeaseUntil        *time.Time
	LastError         string
	TelegramMessageID int
	Traceparent       string `bun:",nullzero"` // of the operation that queued it; "" for one that was not traced
	SentAt            *time.Time
	CreatedAt         time.Time
	UpdatedAt         time.Time
}

// NotificationPayload is what the message is made of. From is empty for a new task, and both are
// where it is about none.
type NotificationPayload struct {
	From Status `json:"from,omitempty"`
	To   Status `json:"to,omitempty"`

	// Of NotificationStatusChanged: the stage to which the task came, if customers are told of it, and in which it was; 0 for none.
	Stage       int64 `json:"stage,omitempty"`
	StageBefore int64 `json:"stageBefore,omitempty"`

	Part int    `json:"part,omitempty"` // of NotificationMessage: which of its message's MessageParts, from 0
	Host string `json:"host,omitempty"` // of the webhook that was disabled

	// Of NotificationPromiseMoved: until when the task is to be ready, and until when it was; nil is for no promise.
	Promised       *time.Time `json:"promised,omitempty"`
	PromisedBefore *time.Time `json:"promisedBefore,omitempty"`

	FileID int64 `json:"file,omitempty"` // of NotificationFileCopy

	Phone    string `json:"phone,omitempty"`    // of a PhoneClaim, Phone.Key
	Name     string `json:"name,omitempty"`     // on its card; for staff
	Claimant string `json:"claimant,omitempty"` // in Telegram; for staff
	Claims   bool   `json:"claims,omitempty"`   // whether the chat is the one that claims
	ByCode   bool   `json:"byCode,omitempty"`   // PhoneClaim.ByCode
	Language string `json:"language,omitempty"` // of a notice to a chat, "ru" or "en"

	// Of NotificationNews.
	News     NewsKind `json:"news,omitempty"`
	Messages []int64  `json:"messages,omitempty"` // the newest of those that it tells of, oldest first
	Count    int      `json:"count,omitempty"`    // of all that it tells of
	Again    bool     `json:"again,omitempty"`    // it has changed while it was under way; also of what asks about an estimate
	Rating   int      `json:"rating,omitempty"`   // of NewsRating, from 1 to 5

	Digest []DigestPart `json:"digest,omitempty"` // of NotificationDigest

	EstimateID int64 `json:"estimate,omitempty"` // of NotificationEstimate, NotificationEstimateNudge and NewsDecision
}

// aboutStatus chooses the messages that tell a customer of a task's status, and aboutTask those that the bot itself
// writes about a task.
const (
	aboutStatus = "kind IN ('task_created', 'status_changed')"
	aboutTask   = "kind IN ('task_created', 'status_changed', 'promise_moved', 'ready_waits', 'rating', 'estimate_nudge')"
)

// heldBack, followed by now, chooses the messages that can still tell something newer instead. It is the end of the hold that counts,
// not when a message is due next: what a sender that stops gives back unsent is due at once, and told by itself.
const heldBack = isQueued + " AND last_error = '' AND first_due > "

// isQueued is for the few rows of one task or one message. It is not written as the indexes of all that is queued are: beside
// the task's own index PostgreSQL would go through one of them, thousands of rows while Telegram does not answer.
const isQueued = "state || '' = 'queued'"

// Claim names the row as it was claimed.
func (n Notification) Claim() Claim { return Claim{n.ID, n.Fence} }

// tellStatus writes the message that tells the customer of a task's new status, or of a stage of which customers are told. While an
// earlier one about the same task is still held back, that one tells what is newest; what is undone within the hold is not told at all. The
// customer's row is locked.
func (t *tx) tellStatus(ctx context.Context, customer *Customer, previous, task Task) error {
	if customer.TelegramID == nil {
		return nil
	}
	stageID, err := t.toldStage(ctx, previous, task)
	if err != nil {
		return err
	}
	// Locked, because the sender may claim the row at this very moment.
	held, err := readColumn[int64](t.query(ctx, `SELECT id FROM notifications WHERE task_id = $1 AND `+aboutStatus+` AND `+heldBack+`$2
		ORDER BY id DESC LIMIT 1`+t.lock(), task.ID, t.now))
	switch {
	case err != nil:
		return wrap(err, "look for a held notification")
	case len(held) > 0:
		return t.changeHeld(ctx, held[0], task, stageID)
	case task.Status == previous.Status && (stageID == 0 || customer.PhoneVerifiedAt == nil):
		return nil // who has not proven their phone hears of statuses alone
	}
	return t.tell(ctx, customer, task, NotificationStatusChanged,
		NotificationPayload{From: previous.Status, To: task.Status, Stage: stageID, StageBefore: valueOf(previous.StageID)})
}

// toldStage is the stage to which a task comes if customers are told of that; else 0.
func (t *tx) toldStage(ctx context.Context, previous, task Task) (int64, error) {
	if task.StageID == nil || sameID(task.StageID, previous.StageID) {
		return 0, nil
	}
	var told []int64
	err := t.NewSelect().Model((*Stage)(nil)).Column("id").Where("id = ?", *task.StageID).Where("told").Scan(ctx, &told)
	if err != nil || len(told) == 0 {
		return 0, wrap(err, "look whether customers are told of a stage")
	}
	return told[0], nil
}

// tell writes a message to the customer, if they have a chat, about a task. The customer's row is locked.
func (t *tx) tell(ctx context.Context, customer *Customer, task Task, kind NotificationKind, payload NotificationPayload) error {
	if customer.TelegramID == nil {
		return nil
	}
	notification := Notification{
		CustomerID: customer.ID, ChatID: *customer.TelegramID, TaskID: task.ID, Kind: kind,
		Payload: payload, State: NotificationQueued,
		NotBefore: t.now.Add(t.store.hold), CreatedAt: t.now, UpdatedAt: t.now,
	}
	if customer.UnreachableAt != nil {
		notification.State = NotificationUnreachable
	}
	encoded, _ := json.Marshal(payload) // texts and times always encode
	insert := batched{
		statement: statement{`INSERT INTO notifications
			(customer_id, chat_id, task_id, kind, payload, state, not_before, first_due, created_at, updated_at, traceparent)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $8, nullif($9, '')) RETURNING id`,
			[]any{customer.ID, *customer.TelegramID, task.ID, string(kind),
				string(encoded), string(notification.State), notification.NotBefore, t.now, telemetry.Traceparent(ctx)}},
		read: func(rows resultRows) error {
			ids, err := readColumn[int64](rows, nil)
			if err == nil {
				notification.ID = ids[0]
				t.changed(SubjectNotification, Created, notification.ID)
			}
			return err
		},
		onError: attempting("insert notification"),
	}
	t.queued = true
	if notification.State != NotificationUnreachable {
		return t.atEnd(ctx, insert)
	}
	if err := t.batch(ctx, insert); err != nil {
		return err
	}
	t.emitNotificationFailed(notification) // which names it
	return nil
}

func (t *tx) changeHeld(ctx context.Context, id int64, task Task, stageID int64) error {
	held := new(Notification)
	if err := t.NewSelect().Model(held).Where("id = ?", id).Scan(ctx); err != nil {
		return wrap(err, "read held notification")
	}
	back := held.Payload.From == task.Status && (stageID == 0 || held.Payload.StageBefore == stageID)
	if held.Kind == NotificationStatusChanged && back {
		_, err := t.NewDelete().Model(held).WherePK().Exec(ctx)
		t.changed(SubjectNotification, Deleted, held.ID)
		return wrap(err, "drop the notification of an undone change")
	}
	held.Payload.To, held.Payload.Stage = task.Status, stageID
	held.NotBefore = t.now.Add(t.store.hold)
	held.FirstDue = held.NotBefore
	held.UpdatedAt = t.now
	t.queued = true
	t.changed(SubjectNotification, Updated, held.ID)
	_, err := t.NewUpdate().Model(held).WherePK().Exec(ctx)
	return wrap(err, "change held notification")
}

// notifyAdmins writes a message to every admin whose Telegram account is linked.
func (t *tx) notifyAdmins(ctx context.Context, kind NotificationKind, payload NotificationPayload) error {
	var admins []Staff
	err := t.NewSelect().Model(&admins).Where("role = ?", RoleAdmin).Where("active").Where("telegram_id IS NOT NULL").Scan(ctx)
	if err != nil {
		return wrap(err, "find admins to tell")
	}
	for _, admin := range admins {
		notice := Notification{StaffID: admin.ID, ChatID: *admin.TelegramID, Kind: kind, Payload: payload}
		if err := t.insertNotice(ctx, notice); err != nil {
			return err
		}
	}
	return nil
}

// insertNotice writes a message that is about no task, to be sent at once.
func (t *tx) insertNotice(ctx context.Context, notice Notification) error {
	notice.queueAgain(t.now, t.now)
	notice.CreatedAt = t.now
	if _, err := t.NewInsert().Model(&notice).Exec(ctx); err != nil {
		return wrap(err, "insert notice")
	}
	t.queued = true
	return nil
}

// queueAgain makes a notification that is over as good as new.
func (n *Notification) queueAgain(due, now time.Time) {
	n.State, n.LastError, n.LeaseUntil = NotificationQueued, "", nil
	n.Attempts, n.Unanswered, n.Panics = 0, 0, 0
	n.NotBefore, n.FirstDue, n.UpdatedAt = due, due, now
}

// deleteNotifications removes the messages for which the condition holds, and tells of it; the
// foreign keys would remove them without a word.
func (t *tx) deleteNotifications(ctx context.Context, where string, arg any) error {
	var ids []int64
	err := t.NewDelete().Model((*Notification)(nil)).Where(where, arg).Returning("id").Scan(ctx, &ids)
	t.changed(SubjectNotification, Deleted, ids...)
	return wrap(err, "delete notifications")
}

// Notification finds a message by its id.
func (s *Store) Notification(ctx context.Context, id int64) (Notification, error) {
	var notification Notification
	err := s.read.NewSelect().Model(&notification).Where("id = ?", id).Scan(ctx)
	return notification, notFoundOr(err, "read notification")
}

// NotificationsByTask gives the messages about many tasks with one statement, each task's oldest
// first.
func (s *Store) NotificationsByTask(ctx context.Context, taskIDs []int64) (map[int64][]Notification, error) {
	byTask, _, err := s.NotificationsByTaskUpTo(ctx, taskIDs, math.MaxInt32)
	return byTask, err
}

// NotificationsByTaskUpTo is NotificationsByTask, unless there are more than most: then tooMany is true
// and none is given.
func (s *Store) NotificationsByTaskUpTo(
	ctx context.Context, taskIDs []int64, most int,
) (byTask map[int64][]Notification, tooMany bool, err error) {
	var notifications []Notification
	err = s.read.NewSelect().Model(&notifications).Where("task_id IN (?)", bun.List(taskIDs)).
		Where(aboutTask).Order("id").Limit(int64(most) + 1).Scan(ctx)
	if err != nil || len(notifications) > most {
		return nil, err == nil, wrap(err, "read notifications of tasks")
	}
	byTask = make(map[int64][]Notification, len(taskIDs))
	for _, notification := range notifications {
		byTask[notification.TaskID] = append(byTask[notification.TaskID], notification)
	}
	return byTask, false, nil
}

// ResendNotification queues a message again that failed, of which nobody knows whether it arrived, or whose
// customer could not be reached; it goes to the chat that the customer has now. Of a message in parts all go again that
// did not arrive, in order. A message that waits or was sent is a Conflict.
func (s *Store) ResendNotification(ctx context.Context, id int64) (Notification, error) {
	var notification Notification
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		customer, err := tx.findCustomer(ctx, "id = (SELECT customer_id FROM notifications WHERE id = $1)", id)
		if err != nil {
			return err
		}
		if err := tx.forUpdate(tx.NewSelect().Model(&notification).Where("id = ?", id)).Scan(ctx); err != nil {
			return notFoundOr(err, "lock notification")
		}
		switch {
		case customer == nil:
			return errNotFound() // it is a notice
		case !slices.Contains(unsentStates, notification.State):
			return errConflict("", "This message waits or was sent already.")
		case customer.TelegramID == nil:
			return errConflict("", "The customer has no chat with the bot.")
		}
		again := []Notification{notification}
		if notification.Kind == NotificationMessage {
			if err := mayWrite(ctx, tx, *customer, notification.TaskID); err != nil {
				return err
			}
			if again, err = tx.unsentParts(ctx, notification.MessageID); err != nil {
				return err
			}
		}
		for i := range again {
			row := &again[i]
			row.ChatID = *customer.TelegramID
			row.queueAgain(tx.now, tx.now)
			tx.changed(SubjectNotification, Updated, row.ID)
			if _, err := tx.NewUpdate().Model(row).WherePK().Exec(ctx); err != nil {
				return wrap(err, "queue notification again")
			}
			if row.ID == id {
				notification = *row
			}
		}
		tx.queued = true
		if notification.MessageID != 0 {
			tx.changed(SubjectMessage, Updated, notification.MessageID)
		}
		return nil
	})
	return notification, err
}

// unsentStates are those of messages that are over and did not arrive, as far as anybody knows.
var unsentStates = []NotificationState{NotificationFailed, NotificationUnreachable, NotificationUnknown}

// unsentParts locks what of a message did not arrive, in order.
func (t *tx) unsentParts(ctx context.Context, messageID int64) (parts []Notification, err error) {
	err = t.forUpdate(t.NewSelect().Model(&parts).Where("message_id = ?", messageID).Where("state IN (?)", bun.List(unsentStates)).Order("id")).Scan(ctx)
	return parts, wrap(err, "lock what of a message did not arrive")
}
