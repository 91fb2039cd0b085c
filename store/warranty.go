package store

import (
	"context"
	"time"
)

// A warranty lasts until the end of a day, which is kept as its first moment, as a promise is.

func (s *Store) dayText(at *time.Time) string {
	if at == nil {
		return ""
	}
	return string(s.DayOf(*at))
}

// changeWarranty notes under which earlier task's warranty a locked task is done; 0 is none.
func (t *tx) changeWarranty(ctx context.Context, task *Task, ofID *int64) error {
	switch {
	case ofID == nil:
		return nil
	case *ofID == 0:
		task.WarrantyOfID = nil
		return nil
	}
	// A later one, or the task itself, would make a circle.
	exists, err := t.NewSelect().Model((*Task)(nil)).Where("id = ?", *ofID).Exists(ctx)
	if err != nil {
		return wrap(err, "find the task whose warranty it is")
	}
	if !exists || task.ID != 0 && *ofID >= task.ID {
		return errInvalid("warrantyOfId", "Give the number of an earlier task.")
	}
	task.WarrantyOfID = ofID
	return nil
}

// endWarranty sets the day on which the warranty on a locked task ends: the given one, or for a task that is closed just now the shop's
// usual length, unless a day was given before. What is done under the warranty of another task is covered at least as long as that. A task
// that is opened again has no warranty.
func (t *tx) endWarranty(ctx context.Context, task *Task, statusBefore Status, until *Day) error {
	switch {
	case until != nil && *until == "":
		task.WarrantyUntil = nil
		return nil
	case until != nil:
		start, _ := until.bounds(t.store.location)
		task.WarrantyUntil = &start
		return nil
	case statusBefore == StatusClosed && task.Status != StatusClosed:
		task.WarrantyUntil = nil
		return nil
	case task.Status != StatusClosed || statusBefore == StatusClosed || task.WarrantyUntil != nil:
		return nil
	}
	if task.WarrantyOfID != nil {
		var original Task
		err := t.NewSelect().Model(&original).Column("warranty_until").Where("id = ?", *task.WarrantyOfID).Scan(ctx)
		if err = notFoundOr(err, "read the warranty that goes on"); err != nil && CodeOf(err) != NotFound {
			return err
		}
		task.WarrantyUntil = original.WarrantyUntil
	}
	shop, err := t.store.Shop(ctx)
	if err != nil || shop.WarrantyDays == 0 {
		return err
	}
	closed := t.now.In(t.store.location)
	usual := beginning(time.Date(closed.Year(), closed.Month(), closed.Day()+shop.WarrantyDays, 0, 0, 0, 0, time.UTC), t.store.location)
	if task.WarrantyUntil == nil || task.WarrantyUntil.Before(usual) {
		task.WarrantyUntil = &usual
	}
	return nil
}
