package store

import (
	"context"
	"slices"
	"time"
)

// UpdateTask changes a task, keeps who changed what, and tells the customer of a new status.
// Values equal to the present ones change nothing. The Conflict of a Version that is not the
// task's own carries the task as it is.
func (s *Store) UpdateTask(ctx context.Context, actor Actor, id int64, in TaskUpdate) (Task, error) {
	var task Task
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			// From here on nothing may read this task's row, history, reminders or new notifications from the database.
			tx.gathers = true
			task, err = tx.updateTask(ctx, actor, id, in)
			return err
		})
	})
	return task, err
}

func (t *tx) updateTask(ctx context.Context, actor Actor, id int64, in TaskUpdate) (Task, error) {
	customer, previous, err := t.lockTask(ctx, id)
	if err != nil {
		return Task{}, err
	}
	if in.Version != nil && *in.Version != previous.Version {
		return Task{}, staleVersion(previous)
	}
	task := previous
	if in.Status != nil && *in.Status != task.Status {
		task.Status = *in.Status
		task.reached(task.Status, t.now)
	}
	if err := t.changeStage(ctx, &task, previous.Status, in.StageID); err != nil {
		return Task{}, err
	}
	if err := t.changeCategory(ctx, &task, in.Category, in.ShopCategoryID); err != nil {
		return Task{}, err
	}
	if err := t.changeWarranty(ctx, &task, in.WarrantyOfID); err != nil {
		return Task{}, err
	}
	if err := t.endWarranty(ctx, &task, previous.Status, in.WarrantyUntil); err != nil {
		return Task{}, err
	}
	if in.Description != nil {
		if task.Description, err = cleanText("description", *in.Description, MaxDescription); err != nil {
			return Task{}, err
		}
	}
	if in.ExternalID != nil {
		if task.ExternalID, err = cleanText("externalId", *in.ExternalID, MaxExternalID); err != nil {
			return Task{}, err
		}
	}
	if in.PromisedAt != nil {
		if task.PromisedAt, err = checkPromise(in.PromisedAt); err != nil {
			return Task{}, err
		}
	}
	events := t.store.changesBetween(previous, task)
	changedItem, err := t.changeItem(ctx, id, in.Item)
	if err != nil {
		return Task{}, err
	}
	events = append(events, changedItem...)
	if in.EmployeeID != nil {
		assigned, err := t.assign(ctx, &task, *in.EmployeeID)
		if err != nil {
			return Task{}, err
		}
		events = append(events, assigned...)
		if err := t.newsAssigned(ctx, actor, previous, task); err != nil {
			return Task{}, err
		}
	}
	return t.saveTask(ctx, actor, customer, previous, task, events)
}

// taskConflict tells an external id that another task has from other failures.
func taskConflict(err error, attempted string) error {
	if isUniqueViolation(err) {
		return errConflict("externalId", "Another task has this externalId.")
	}
	return wrap(err, attempted)
}

// saveTask keeps a locked task's new state and the lines of its history that tell of it, and tells
// its customer of a new status. Without lines there is nothing to keep.
func (t *tx) saveTask(ctx context.Context, actor Actor, customer *Customer, previous, task Task, events []HistoryEntry) (Task, error) {
	if len(events) == 0 && task.ExternalID == previous.ExternalID {
		return previous, nil
	}
	events, err := t.keepTask(ctx, actor, customer, previous, &task, events)
	if err != nil {
		return Task{}, err
	}
	if task.Status != previous.Status && customer != nil {
		isUndo := slices.ContainsFunc(events, func(event HistoryEntry) bool { return event.Undo })
		if err := t.remindOf(ctx, previous, task, isUndo); err != nil {
			return Task{}, err
		}
	}
	if customer != nil && (task.Status != previous.Status || !sameID(task.StageID, previous.StageID)) {
		if err := t.tellStatus(ctx, customer, previous, task); err != nil {
			return Task{}, err
		}
	}
	if err := t.remindOfPromise(ctx, previous, task); err != nil {
		return Task{}, err
	}
	return task, t.tellPromise(ctx, customer, previous, task)
}

// keepTask writes a locked task's new state and the lines of its history, which it returns, and tells no customer.
func (t *tx) keepTask(ctx context.Context, actor Actor, customer *Customer, previous Task, task *Task, events []HistoryEntry) ([]HistoryEntry, error) {
	task.Version++
	task.UpdatedAt = t.now
	t.store.setOverdue(task)
	t.emitTaskChanges(previous, *task, customer, events)
	if task.Status == StatusClosed && previous.Status != StatusClosed {
		wiped, err := t.wipeAccessCode(ctx, task.ID)
		if err != nil {
			return nil, err
		}
		events = append(events, wiped...)
	}
	save := batched{statement: taskColumns.updating(task), onError: func(err error) error { return taskConflict(err, "save task") }}
	if err := t.atEnd(ctx, save); err != nil {
		return nil, err
	}
	if err := t.recordAll(ctx, actor, events); err != nil {
		return nil, err
	}
	t.changed(SubjectTask, Updated, task.ID)
	if task.ExternalID != previous.ExternalID ||
		slices.ContainsFunc(events, func(e HistoryEntry) bool { return e.Kind == EventDescription || e.Kind == EventItem }) {
		return events, t.indexTask(ctx, *task, customer)
	}
	return events, nil
}

// reached notes the moment of a new status.
func (t *Task) reached(status Status, at time.Time) {
	t.ReadySince, t.ClosedAt = nil, nil
	switch status {
	case StatusClosed:
		t.ClosedAt = &at
	case StatusReady:
		t.ReadySince = &at
		if t.ReadyAt == nil {
			t.ReadyAt = &at
		}
	}
}

// DeleteTask removes a task and what was still to be said of it. Its history stays, without its words.
func (s *Store) DeleteTask(ctx context.Context, actor Actor, id int64) error {
	return retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, task, err := tx.lockTask(ctx, id)
			if err != nil {
				return err
			}
			return tx.deleteTask(ctx, actor, task, customer)
		})
	})
}

// deleteTask deletes a locked task. The customer, nil for none, is named to webhooks.
func (t *tx) deleteTask(ctx context.Context, actor Actor, task Task, customer *Customer) error {
	if err := t.deleteNotifications(ctx, "task_id = ?", task.ID); err != nil {
		return err
	}
	if err := t.deleteMessages(ctx, "task_id = ?", task.ID); err != nil {
		return err
	}
	if _, err := t.NewDelete().Model(&task).WherePK().Exec(ctx); err != nil {
		return wrap(err, "delete task")
	}
	t.changed(SubjectTask, Deleted, task.ID)
	if err := t.forgetTaskText(ctx, task.ID, customer); err != nil {
		return err
	}
	task.Description = ""
	t.knowItem(task.ID, Item{})
	t.emitTask(WebhookTaskDeleted, task, customer)
	if err := t.forgetTask(ctx, task.ID); err != nil {
		return err
	}
	return t.record(ctx, actor, task.ID, EventDeleted, string(task.Status), "")
}
