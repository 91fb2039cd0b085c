package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// UndoStatus puts a task back to the status before its last change of status, while that change
// is younger than the hold, so that its message is still held back: the message is then dropped,
// or tells the status before. Later, and for a change that was itself an undo, it is a Conflict.
func (s *Store) UndoStatus(ctx context.Context, actor Actor, id int64) (Task, error) {
	var task Task
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, previous, err := tx.lockTask(ctx, id)
			if err != nil {
				return err
			}
			var last HistoryEntry
			err = notFoundOr(tx.NewSelect().Model(&last).Where("task_id = ?", id).Where("kind = ?", EventStatus).
				Order("id DESC").Limit(1).Scan(ctx), "read the last change of status")
			if err != nil && CodeOf(err) != NotFound {
				return err
			}
			if err != nil || last.Undo || !last.At.Add(s.hold).After(tx.now) {
				return errConflict("", "The last change of status cannot be undone any more. Set the status that you want instead.")
			}
			task = previous
			task.Status = Status(last.From)
			task.ReadyAt, task.ReadySince, task.ClosedAt = last.ReadyAtBefore, last.ReadySinceBefore, last.ClosedAtBefore
			task.StageID, task.WarrantyUntil = last.StageBefore, last.WarrantyBefore
			task, err = tx.saveTask(ctx, actor, customer, previous, task,
				[]HistoryEntry{{TaskID: id, Kind: EventStatus, From: string(previous.Status), To: last.From, Undo: true}})
			return err
		})
	})
	return task, err
}

// MayUndo tells whether a task was changed so lately that UndoDeadlines can know it. It reads
// nothing, and so spares old tasks the statement.
func (s *Store) MayUndo(task Task) bool { return task.UpdatedAt.Add(s.hold).After(s.now()) }

// UndoDeadlines tells, with one statement, until when UndoStatus works for each of many tasks;
// those for which it does not are left out.
func (s *Store) UndoDeadlines(ctx context.Context, taskIDs []int64) (map[int64]time.Time, error) {
	var changes []HistoryEntry
	err := s.read.NewSelect().Model(&changes).Where("task_id IN (?)", bun.List(taskIDs)).
		Where("kind = ?", EventStatus).Where("at > ?", s.now().Add(-s.hold)).Order("id").Scan(ctx)
	if err != nil {
		return nil, wrap(err, "read the last changes of status")
	}
	deadlines := map[int64]time.Time{}
	for _, change := range changes {
		if change.Undo {
			delete(deadlines, change.TaskID)
		} else {
			deadlines[change.TaskID] = change.At.Add(s.hold)
		}
	}
	return deadlines, nil
}
