package store

import (
	"cmp"
	"context"

	"github.com/uptrace/bun"
)

// DisplayName is how a member is called where people read it: by name, or else by email.
func (s Staff) DisplayName() string { return cmp.Or(s.Name, s.Email) }

// firstEmployee is who is responsible for a new task, and the line of its history if that was
// chosen rather than given by who makes it.
func (t *tx) firstEmployee(ctx context.Context, maker Actor, chosen *int64) (*int64, []HistoryEntry, error) {
	if chosen == nil {
		return maker.staffID(), nil, nil
	}
	var task Task
	events, err := t.assign(ctx, &task, *chosen)
	return task.EmployeeID, events, err
}

// assign makes a member responsible for a locked task, 0 nobody, and gives the line of its
// history; none when nothing changes. Only who is active can become responsible.
func (t *tx) assign(ctx context.Context, task *Task, employeeID int64) ([]HistoryEntry, error) {
	var previousID int64
	if task.EmployeeID != nil {
		previousID = *task.EmployeeID
	}
	if employeeID == previousID {
		return nil, nil
	}
	var members []Staff
	if err := t.NewSelect().Model(&members).Where("id IN (?)", bun.List([]int64{previousID, employeeID})).Scan(ctx); err != nil {
		return nil, wrap(err, "read employees")
	}
	event := HistoryEntry{TaskID: task.ID, Kind: EventEmployee}
	task.EmployeeID = nil
	for _, member := range members {
		switch {
		case member.ID == previousID:
			event.From = member.DisplayName()
		case member.Active:
			event.To = member.DisplayName()
			task.EmployeeID = &member.ID
		}
	}
	if employeeID != 0 && task.EmployeeID == nil {
		return nil, errInvalid("employeeId", "Nobody active has this id. The field staff lists who can be responsible.")
	}
	return []HistoryEntry{event}, nil
}

func staleVersion(current Task) error {
	return &Error{
		Code: Conflict, Field: "version", Task: &current,
		Message: "Somebody else has changed this task since you loaded it. Look at the task in extensions.task, then send your change again with its version.",
	}
}
