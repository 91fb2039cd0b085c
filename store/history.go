package store

import (
	"context"
	"strconv"
	"time"

	"github.com/uptrace/bun"
)

// EventKind says what a TaskEvent tells of.
type EventKind string

const (
	EventCreated     EventKind = "created"     // To is the first status
	EventStatus      EventKind = "status"      // From and To are statuses
	EventCategory    EventKind = "category"    // From and To are categories
	EventDescription EventKind = "description" // From and To are the texts
	EventDeleted     EventKind = "deleted"     // From is the last status
)

// TaskEvent is one line of a task's history. Lines are only ever added, and outlive the task.
type TaskEvent struct {
	bun.BaseModel `bun:"table:task_events,alias:e"`
	ID            int64 `bun:",pk,autoincrement"`
	TaskID        int64
	ActorKind     ActorKind
	ActorID       *int64
	Kind          EventKind
	From          string `bun:"from_value"`
	To            string `bun:"to_value"`
	At            time.Time
}

func (t *tx) record(ctx context.Context, actor Actor, taskID int64, kind EventKind, from, to string) error {
	event := TaskEvent{TaskID: taskID, ActorKind: actor.Kind, Kind: kind, From: from, To: to, At: t.now}
	if actor.ID != 0 {
		event.ActorID = &actor.ID
	}
	_, err := t.NewInsert().Model(&event).Exec(ctx)
	return wrap(err, "insert task event "+string(kind)+" of task "+strconv.FormatInt(taskID, 10))
}

func (t *tx) recordChanges(ctx context.Context, actor Actor, from, to Task) error {
	for _, change := range []struct {
		kind     EventKind
		from, to string
	}{
		{EventStatus, string(from.Status), string(to.Status)},
		{EventCategory, string(from.Category), string(to.Category)},
		{EventDescription, from.Description, to.Description},
	} {
		if change.from == change.to {
			continue
		}
		if err := t.record(ctx, actor, to.ID, change.kind, change.from, change.to); err != nil {
			return err
		}
	}
	return nil
}

// TaskEvents gives the histories of many tasks with one statement, each oldest first.
func (s *Store) TaskEvents(ctx context.Context, taskIDs []int64) (map[int64][]TaskEvent, error) {
	var events []TaskEvent
	err := s.read.NewSelect().Model(&events).Where("task_id IN (?)", bun.List(taskIDs)).Order("id").Scan(ctx)
	if err != nil {
		return nil, wrap(err, "read histories of tasks")
	}
	byTask := make(map[int64][]TaskEvent, len(taskIDs))
	for _, event := range events {
		byTask[event.TaskID] = append(byTask[event.TaskID], event)
	}
	return byTask, nil
}
