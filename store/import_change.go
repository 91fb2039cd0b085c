package store

import (
	"context"
)

// change brings a task to what a later row of the same number says.
func (b *importBatch) change(ctx context.Context, row *cleanRow, there *importedTask) error {
	if b.tx == nil {
		return nil
	}
	in := row.Task
	customer, previous, err := b.tx.lockTask(ctx, there.id)
	if err != nil {
		return err
	}
	task := previous
	task.Description, task.PromisedAt = in.Description, in.PromisedAt
	if in.CreatedAt != nil {
		task.CreatedAt = *in.CreatedAt
	}
	b.reach(&task, in, b.tx.now)
	if err := b.tx.changeStage(ctx, &task, previous.Status, in.StageID); err != nil {
		return err
	}
	if err := b.tx.changeCategory(ctx, &task, chosen(in.Category), in.ShopCategoryID); err != nil {
		return err
	}
	events := b.store.changesBetween(previous, task)
	item := in.Item
	changed, err := b.tx.changeItem(ctx, task.ID, &ItemUpdate{
		Kind: &item.Kind, Maker: &item.Maker, Model: &item.Model, Serial: &item.Serial, Condition: &item.Condition, Includes: &item.Includes,
	})
	if err != nil {
		return err
	}
	events = append(events, changed...)
	if in.EmployeeID != nil {
		assigned, err := b.tx.assign(ctx, &task, *in.EmployeeID)
		if err != nil {
			return err
		}
		events = append(events, assigned...)
	}
	if _, err := b.tx.keepTask(ctx, b.actor, customer, previous, &task, events); err != nil {
		return err
	}
	if task.OverdueAt == nil || task.OverdueAt.After(b.tx.now) {
		if err := b.tx.remindOfPromise(ctx, previous, task); err != nil {
			return err
		}
	}
	there.version = task.Version
	return b.changeMoney(ctx, row, task, customer)
}

// changeMoney adds what the row says beyond what is kept: a note, another price, more payments.
func (b *importBatch) changeMoney(ctx context.Context, row *cleanRow, task Task, customer *Customer) error {
	in := row.Task
	if in.Note != "" {
		noted, err := b.tx.NewSelect().Model((*Message)(nil)).Where("task_id = ?", task.ID).Where("text = ?", in.Note).Exists(ctx)
		if err != nil {
			return wrap(err, "look for a note")
		}
		if !noted {
			if err := b.writeNotes(ctx, b.note(task, in.Note)); err != nil {
				return err
			}
		}
	}
	if len(in.Agreed) > 0 {
		var estimates []Estimate
		if err := b.tx.NewSelect().Model(&estimates).Where("task_id = ?", task.ID).Order("version DESC").Limit(1).Scan(ctx); err != nil {
			return wrap(err, "read what is agreed")
		}
		version := 1
		if len(estimates) > 0 {
			version = estimates[0].Version + 1
		}
		if version == 1 || estimates[0].Total != row.total {
			if err := b.tx.agreeTasks(ctx, b.actor, agreement{task.ID, customer, version, in.Agreed, row.total, b.tx.now}); err != nil {
				return err
			}
		}
	}
	paid, err := readColumn[int64](b.query(ctx, "SELECT CAST(COALESCE(sum(amount), 0) AS bigint) FROM payments WHERE task_id = $1", task.ID))
	if err != nil || in.Paid <= paid[0] {
		return wrap(err, "add up payments")
	}
	return b.pay(ctx, b.payment(task, in.Paid-paid[0]))
}
