package store

import (
	"context"
	"strings"
)

// known decides on a row whose task is there, from an earlier row or from before.
func (b *importBatch) known(ctx context.Context, row *cleanRow, customer *Customer) (verdict ImportVerdict, decided bool, err error) {
	key, now := b.hash(row.key), seenTask{b.hash(row.content), b.hash(row.number.Key)}
	earlier, repeated := b.newTasks[key]
	if !repeated {
		earlier, repeated = b.Import.tasks[key]
	}
	switch {
	case repeated && earlier == now:
		verdict, err = b.takeSame(ctx, row, customer, 0)
		return verdict, true, err
	case repeated:
		return verdict, true, refuseNumber(ReasonRepeated, "An earlier row of the file has the same number and says something else. Give this row a number of its own.")
	}
	b.newTasks[key] = now
	there := b.tasks[row.key]
	switch {
	case there == nil:
		return verdict, false, nil
	case there.content == row.content:
		if there.phoneKey != row.number.Key { // whose it was is another's now, or has another phone
			customer = nil
		}
		verdict, err = b.takeSame(ctx, row, customer, there.id)
		return verdict, true, err
	case there.phoneKey != row.number.Key:
		return verdict, true, refuseNumber(ReasonAnotherCustomer, "A task with this number is there already and belongs to another customer. Give this row a number of its own.")
	case daysDiffer(there.content, row.content):
		return verdict, true, refuseNumber(ReasonAnotherDay, "A task with this number is there already and was taken in on another day. If this is another task, give this row a number of its own.")
	case there.version != there.versionImported:
		return verdict, true, refuseNumber(ReasonWorkedOn, "The task was changed here since it was imported, so that the row is older. Change the task by hand, if need be.")
	}
	if !row.NoCustomer {
		_, _, err = b.card(ctx, row, customer)
	}
	if err == nil {
		err = b.change(ctx, row, there)
	}
	return ImportVerdict{Kind: ImportChanged, TaskID: there.id}, true, err
}

// takeSame takes a row whose task is there as it says, for what it says of the customer.
func (b *importBatch) takeSame(ctx context.Context, row *cleanRow, customer *Customer, taskID int64) (verdict ImportVerdict, err error) {
	row.taskKept = true
	verdict = ImportVerdict{Kind: ImportSame, TaskID: taskID}
	if customer == nil || row.NoCustomer {
		return verdict, nil
	}
	_, changed, err := b.card(ctx, row, customer)
	if changed {
		verdict.Kind = ImportChanged
	}
	return verdict, err
}

// daysDiffer tells that two rows are of different days of intake, as those are of two files that count from 1.
func daysDiffer(content, other string) bool {
	_, day, has := strings.Cut(content, " ")
	_, otherDay, otherHas := strings.Cut(other, " ")
	return has && otherHas && day != otherDay
}

func refuseNumber(reason, message string) *Error {
	return &Error{Code: Invalid, Field: "externalId", Reason: reason, Message: message}
}
