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
	EventDeleted     EventKind = "deleted"     // From is the last status

	EventMessageFiled EventKind = "message_filed" // From and To are the numbers of the tasks that it was, and is, filed to
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

	ReadyAtBefore, ClosedAtBefore *time.Time // of an EventStatus: the task's before it
}

func (t *tx) record(ctx context.Context, actor Actor, taskID int64, kind EventKind, from, to string) error {
	return t.recordAll(ctx, actor, []HistoryEntry{{TaskID: taskID, Kind: kind, From: from, To: to}})
}

// recordAll adds lines that say what the actor has just done.
func (t *tx) recordAll(ctx context.Context, actor Actor, events []HistoryEntry) error {
	var actorID *int64
	if actor.ID != 0 {
		actorID = &actor.ID
	}
	for some := range slices.Chunk(events, rowsInStatement) {
		var values []any
		for _, event := range some {
			values = append(values, event.TaskID, string(actor.Kind), actorID, string(event.Kind), event.From, event.To, t.now, event.Undo,
				&event.ReadyAtBefore, &event.ClosedAtBefore)
		}
		_, err := t.exec(ctx, "INSERT INTO task_events (task_id, actor_kind, actor_id, kind, from_value, to_value, at, undo, "+
			"ready_at_before, closed_at_before) VALUES "+dollars(1, len(some), len(values)/len(some)), values...)
		if err != nil {
			return wrap(err, "insert events of task "+strconv.FormatInt(some[0].TaskID, 10))
		}
	}
	return nil
}

// changesBetween are the lines that tell how a task changed, but for its employee and customer,
// whose names the task does not know.
func changesBetween(from, to Task) []HistoryEntry {
	var events []HistoryEntry
	for _, event := range []HistoryEntry{
		{Kind: EventStatus, From: string(from.Status), To: string(to.Status), ReadyAtBefore: from.ReadyAt, ClosedAtBefore: from.ClosedAt},
		{Kind: EventCategory, From: string(from.Category), To: string(to.Category)},
		{Kind: EventDescription, From: from.Description, To: to.Description},
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
