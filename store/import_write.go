package store

import (
	"context"
	"slices"
)

// write makes the new cards and tasks of a batch, with what belongs to them.
func (b *importBatch) write(ctx context.Context, rows []cleanRow) error {
	if err := b.tx.insertCards(ctx, b.newCards...); err != nil {
		return err
	}
	for _, new := range b.newcomers {
		if new.customer != nil {
			new.task.CustomerID = &new.customer.ID
		}
	}
	if err := b.tx.insertTasks(ctx, b.actor, b.newcomers...); err != nil {
		return err
	}
	var notes []Message
	var agreements []agreement
	var payments []Payment
	for n, row := range b.newcomersRows {
		task, customer := b.newcomers[n].task, b.newcomers[n].customer
		b.tasks[row.key] = &importedTask{id: task.ID, version: task.Version}
		// Of a promise that is broken already nobody is reminded: it was known where the task comes from.
		if task.OverdueAt != nil && task.OverdueAt.After(b.tx.now) {
			if err := b.tx.remindOfPromise(ctx, Task{}, *task); err != nil {
				return err
			}
		}
		if row.Task.Note != "" {
			notes = append(notes, b.note(*task, row.Task.Note))
		}
		if len(row.Task.Agreed) > 0 {
			agreements = append(agreements, agreement{task.ID, customer, 1, row.Task.Agreed, row.total, task.CreatedAt})
		}
		if row.Task.Paid > 0 {
			payments = append(payments, b.payment(*task, row.Task.Paid))
		}
	}
	if err := b.writeNotes(ctx, notes...); err != nil {
		return err
	}
	if err := b.tx.agreeTasks(ctx, b.actor, agreements...); err != nil {
		return err
	}
	if err := b.pay(ctx, payments...); err != nil {
		return err
	}
	return b.noteImported(ctx, rows)
}

func (b *importBatch) note(task Task, text string) Message {
	note := Message{CustomerID: task.CustomerID, TaskID: &task.ID, Direction: DirectionNote, Text: text}
	b.tx.sign(&note, b.actor)
	return note
}

func (b *importBatch) writeNotes(ctx context.Context, notes ...Message) error {
	if len(notes) == 0 {
		return nil
	}
	if _, err := b.tx.NewInsert().Model(&notes).Exec(ctx); err != nil {
		return wrap(err, "insert notes")
	}
	for _, note := range notes {
		b.tx.changed(note.subject(), Created, note.ID)
	}
	return nil
}

// payment is what was paid, when the task was over, or else when it was taken in.
func (b *importBatch) payment(task Task, amount int64) Payment {
	payment := Payment{TaskID: task.ID, Amount: amount, Method: PaidOtherwise, AuthorKind: b.actor.Kind, CreatedAt: task.CreatedAt}
	if b.actor.ID != 0 {
		payment.AuthorID = &b.actor.ID
	}
	if task.ClosedAt != nil {
		payment.CreatedAt = *task.ClosedAt
	}
	return payment
}

func (b *importBatch) pay(ctx context.Context, payments ...Payment) error {
	if len(payments) == 0 {
		return nil
	}
	if _, err := b.tx.NewInsert().Model(&payments).Exec(ctx); err != nil {
		return wrap(err, "insert payments")
	}
	var events []HistoryEntry
	for _, payment := range payments {
		events = append(events, HistoryEntry{
			TaskID: payment.TaskID, Kind: EventPayment, From: string(payment.Method), To: moneyInHistory(payment.Amount, b.store.currency),
		})
	}
	return b.tx.recordAll(ctx, b.actor, events)
}

// noteImported keeps what the rows were of which tasks were made or changed.
func (b *importBatch) noteImported(ctx context.Context, rows []cleanRow) error {
	var values []any
	for n := range rows {
		row, verdict := &rows[n], &b.verdicts[n]
		if row.Task == nil || row.taskKept || verdict.Kind != ImportNew && verdict.Kind != ImportKnown && verdict.Kind != ImportChanged {
			continue
		}
		task := b.tasks[row.key]
		verdict.TaskID = task.id
		values = append(values, task.id, row.content, task.version)
	}
	const columns = 3
	for some := range slices.Chunk(values, rowsInStatement*columns) {
		_, err := b.tx.exec(ctx, "INSERT INTO imported_tasks (task_id, content, version) VALUES "+dollars(1, len(some)/columns, columns)+
			" ON CONFLICT (task_id) DO UPDATE SET (content, version) = (excluded.content, excluded.version)", some...)
		if err != nil {
			return wrap(err, "note what was imported")
		}
	}
	return nil
}
