package django

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Table is one of the tables, with which of its columns says what.
type Table struct {
	Name   string
	Fields []FoundField
	Unused []string // columns that are not read

	types map[string]string
}

// FoundField is a field and the column that has it.
type FoundField struct{ Field, Column string }

// column is the one that has a field; empty for none.
func (t Table) column(field string) string {
	for _, found := range t.Fields {
		if found.Field == field {
			return found.Column
		}
	}
	return ""
}

// wanted is a field that is looked for, by the names that columns for it have.
type wanted struct {
	field    string
	columns  []string
	required bool
}

const (
	usersTable     = "users_user"
	customersTable = "tasks_customer"
	tasksTable     = "tasks_task"
)

var createdColumns = []string{"created_at", "created_time", "created", "created_on", "date_created", "create_date", "created_date", "creation_date"}

var tables = []struct {
	name   string
	fields []wanted
}{
	{usersTable, []wanted{
		{"id", []string{"id", "pk", "uuid"}, true},
		{"email", []string{"email", "username"}, true},
		{"password", []string{"password"}, true},
		{"firstName", []string{"first_name"}, false},
		{"lastName", []string{"last_name"}, false},
		{"name", []string{"full_name", "name"}, false},
		{"superuser", []string{"is_superuser"}, false},
		{"active", []string{"is_active"}, false},
		{"joined", append([]string{"date_joined"}, createdColumns...), false},
	}},
	{customersTable, []wanted{
		{"id", []string{"id", "pk", "uuid"}, true},
		{"phone", []string{"phone", "phone_number", "telephone"}, true},
		{"name", []string{"full_name", "name", "fullname"}, false},
		{"firstName", []string{"first_name"}, false},
		{"lastName", []string{"last_name"}, false},
		{"telegramID", []string{"telegram_id", "telegram_chat_id", "chat_id", "tg_id", "telegram"}, false},
		{"note", []string{"note", "notes", "comment", "comments"}, false},
		{"created", append([]string{"date_joined"}, createdColumns...), false},
	}},
	{tasksTable, []wanted{
		{"id", []string{"id", "pk", "uuid"}, true},
		{"customer", []string{"customer_id", "client_id"}, true},
		{"employee", []string{"employee_id", "user_id", "responsible_id", "assignee_id", "staff_id"}, false},
		{"status", []string{"status", "state"}, true},
		{"category", []string{"category", "type", "kind"}, false},
		{"description", []string{"description", "text", "problem", "body"}, true},
		{"created", createdColumns, true},
		{"updated", []string{"updated_at", "updated_time", "updated", "modified_at", "modified", "date_updated", "updated_on"}, false},
		{"ready", []string{"ready_at", "ready_time", "completed_at", "finished_at"}, false},
		{"closed", []string{"closed_at", "closed_time", "closed", "date_closed", "closed_on", "closed_date"}, false},
	}},
}

func (s *Source) findTables(ctx context.Context) error {
	for _, expected := range tables {
		names, types, err := s.columnsOf(ctx, expected.name)
		if err != nil {
			return err
		}
		if len(names) == 0 {
			others, err := s.tableNames(ctx)
			if err != nil {
				return err
			}
			return fmt.Errorf("there is no table %s in that database; its tables are: %s", expected.name, others)
		}
		table := Table{Name: expected.name, Unused: names, types: types}
		for _, field := range expected.fields {
			at := slices.IndexFunc(field.columns, func(column string) bool { return slices.Contains(names, column) })
			if at >= 0 {
				column := field.columns[at]
				table.Fields = append(table.Fields, FoundField{field.field, column})
				table.Unused = slices.DeleteFunc(slices.Clone(table.Unused), func(name string) bool { return name == column })
			} else if field.required {
				return fmt.Errorf("%s has no column for %s, such as %s; its columns are: %s",
					expected.name, field.field, strings.Join(field.columns, " or "), strings.Join(names, ", "))
			}
		}
		s.Tables = append(s.Tables, table)
	}
	return nil
}

func (s *Source) table(name string) Table {
	return s.Tables[slices.IndexFunc(s.Tables, func(t Table) bool { return t.Name == name })]
}

// quoted is a name in SQL, from the catalogue.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
