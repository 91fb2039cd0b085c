package store

import (
	"context"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/uptrace/bun"
)

// EventKind says what a HistoryEntry tells of.
type EventKind string

const (
	EventCreated     EventKind = "created"     // To is the first status
	EventStatus      EventKind = "status"      // From and To are statuses
	EventCategory    EventKind = "category"    // From and To are categories
	EventDescription EventKind = "description" // From and To are the texts
	EventEmployee    EventKind = "employee"    // From and To are how the members were called then
	EventCustomer    EventKind = "customer"    // From and To are how the customers were called then
	EventItem        EventKind = "item"        // From and To are what was brought, in words
	EventPromise     EventKind = "promise"     // From and To are moments as RFC 3339, in the business's zone
	EventStage       EventKind = "stage"       // From and To are ids of stages
	EventDeleted     EventKind = "deleted"     // From is the last status

	EventRated            EventKind = "rated"             // To is the customer's rating, from 1 to 5
	EventPickUpLater      EventKind = "pick_up_later"     // the customer comes later for what is READY
	EventRemindersStopped EventKind = "reminders_stopped" // the customer is not reminded any more of what is READY
	EventRemindersResumed EventKind = "reminders_resumed" // or is again
	EventShopCategory     EventKind = "shop_category"     // From and To are ids of the shop's categories
	EventWarranty         EventKind = "warranty"          // From and To are the days on which it ends
	EventWarrantyOf       EventKind = "warranty_of"       // From and To are the numbers of the tasks under whose warranty it is done

	EventAccessCodeSet     EventKind = "access_code_set"
	EventAccessCodeShown   EventKind = "access_code_shown"
	EventAccessCodeRemoved EventKind = "access_code_removed" // by somebody, or because the task was closed

	EventMessageFiled EventKind = "message_filed" // From and To are the numbers of the tasks that it was, and is, filed to

	// To is an amount and its currency, as in "740000 RUB"; From is a DecisionWay or a PaymentMethod.
	EventEstimateSent      EventKind = "estimate_sent"
	EventEstimateAccepted  EventKind = "estimate_accepted"
	EventEstimateDeclined  EventKind = "estimate_declined"
	EventEstimateExpired   EventKind = "estimate_expired"
	EventEstimateWithdrawn EventKind = "estimate_withdrawn" // by somebody, not by a newer one
	EventPayment           EventKind = "payment"
)

// HistoryEntry is one line of a task's history. Lines are only ever added, and outlive the task.
type HistoryEntry struct {
	bun.BaseModel `bun:"table:task_events,alias:e"`
	ID            int64 `bun:",pk,autoincrement"`
	TaskID        int64
	ActorKind     ActorKind
	ActorID       *int64
	Kind          EventKind
	From          string `bun:"from_value"`
	To            string `bun:"to_value"`
	At            time.Time
	Undo          bool // an EventStatus that took the one before it back

	// Of an EventStatus, the task's before it.
	ReadyAtBefore, ReadySinceBefore, ClosedAtBefore *time.Time
	StageBefore                                     *int64
	WarrantyBefore                                  *time.Time
}

func (t *tx) record(ctx context.Context, actor Actor, taskID int64, kind EventKind, from, to string) error {
	return t.recordAll(ctx, actor, []HistoryEntry{{TaskID: taskID, Kind: kind, From: from, To: to}})
}

// recordAll adds lines that say what the actor has just done.
func (t *tx) recordAll(ctx context.Context, actor Actor, events []HistoryEntry) error {
	for some := range slices.Chunk(events, rowsInStatement) {
		insert := batched{statement: t.recording(actor, some), onError: attempting("insert events of task " + strconv.FormatInt(some[0].TaskID, 10))}
		if err := t.atEnd(ctx, insert); err != nil {
			return err
		}
	}
	return nil
}

// recording is the statement that adds lines.
func (t *tx) recording(actor Actor, events []HistoryEntry) statement {
	var args []any
	var actorID *int64
	if actor.ID != 0 {
		actorID = &actor.ID
	}
	for _, event := range events {
		args = append(args, event.TaskID, string(actor.Kind), actorID, string(event.Kind), event.From, event.To, t.now, event.Undo,
			&event.ReadyAtBefore, &event.ReadySinceBefore, &event.ClosedAtBefore, event.StageBefore, &event.WarrantyBefore)
	}
	return statement{"INSERT INTO task_events (task_id, actor_kind, actor_id, kind, from_value, to_value, at, undo, " +
		"ready_at_before, ready_since_before, closed_at_before, stage_before, warranty_before) VALUES " +
		dollars(1, len(events), len(args)/len(events)), args}
}

// changesBetween are the lines that tell how a task changed, as far as the task itself knows that.
func (s *Store) changesBetween(from, to Task) []HistoryEntry {
	var events []HistoryEntry
	stage, warranty := from.StageID, from.WarrantyUntil
	if from.Status != to.Status { // which takes the stage off, and gives the warranty
		if to.StageID == nil {
			stage = nil
		}
		warranty = to.WarrantyUntil
	}
	for _, event := range []HistoryEntry{
		{
			Kind: EventStatus, From: string(from.Status), To: string(to.Status),
			ReadyAtBefore: from.ReadyAt, ReadySinceBefore: from.ReadySince, ClosedAtBefore: from.ClosedAt,
			StageBefore: from.StageID, WarrantyBefore: from.WarrantyUntil,
		},
		{Kind: EventCategory, From: string(from.Category), To: string(to.Category)},
		{Kind: EventDescription, From: from.Description, To: to.Description},
		{Kind: EventStage, From: idText(stage), To: idText(to.StageID)},
		{Kind: EventShopCategory, From: idText(from.ShopCategoryID), To: idText(to.ShopCategoryID)},
		{Kind: EventWarrantyOf, From: idText(from.WarrantyOfID), To: idText(to.WarrantyOfID)},
		{Kind: EventWarranty, From: s.dayText(warranty), To: s.dayText(to.WarrantyUntil)},
		{Kind: EventPromise, From: s.promiseText(from.PromisedAt), To: s.promiseText(to.PromisedAt)},
	} {
		if event.From != event.To {
			event.TaskID = to.ID
			events = append(events, event)
		}
	}
	return events
}

// History gives the histories of many tasks with one statement, each oldest first.
func (s *Store) History(ctx context.Context, taskIDs []int64) (map[int64][]HistoryEntry, error) {
	byTask, _, err := s.HistoryUpTo(ctx, taskIDs, math.MaxInt32)
	return byTask, err
}

// HistoryUpTo is History, unless there are more than most: then tooMany is true and none is given.
func (s *Store) HistoryUpTo(ctx context.Context, taskIDs []int64, most int) (byTask map[int64][]HistoryEntry, tooMany bool, err error) {
	var events []HistoryEntry
	err = s.read.NewSelect().Model(&events).Where("task_id IN (?)", bun.List(taskIDs)).Order("id").Limit(int64(most) + 1).Scan(ctx)
	if err != nil || len(events) > most {
		return nil, err == nil, wrap(err, "read histories of tasks")
	}
	byTask = make(map[int64][]HistoryEntry, len(taskIDs))
	for _, event := range events {
		byTask[event.TaskID] = append(byTask[event.TaskID], event)
	}
	return byTask, false, nil
}
