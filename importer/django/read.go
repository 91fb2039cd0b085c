package django

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"
)

// User is an account of users_user.
type User struct {
	ID, Email, Name string
	Password        string // as Django writes it
	Superuser       bool
	Active          bool
	Joined          time.Time // the zero time is unknown
}

// Customer is a row of tasks_customer.
type Customer struct {
	ID, Phone, Name, Note string
	TelegramID            *int64
	Created               time.Time // the zero time is unknown
}

// Task is a row of tasks_task.
type Task struct {
	ID                            string
	CustomerID                    string // empty when the customer was deleted
	CustomerPhone                 string // as that customer's row has it
	EmployeeID                    string // empty for none
	Status, Category, Description string
	Created                       *time.Time
	Updated, Ready, Closed        *time.Time // nil is unknown
}

// Users reads all accounts, in the order of their ids.
func (s *Source) Users(ctx context.Context) iter.Seq2[User, error] {
	return read(ctx, s, usersTable, "", "", func(row *row) User {
		user := User{
			ID: row.text("id"), Email: strings.TrimSpace(row.text("email")), Password: row.text("password"), Name: row.name(),
			Superuser: row.truth("superuser", false), Active: row.truth("active", true),
		}
		if at := row.moment("joined"); at != nil {
			user.Joined = *at
		}
		return user
	})
}

// Customers reads all customers, in the order of their ids.
func (s *Source) Customers(ctx context.Context) iter.Seq2[Customer, error] {
	return read(ctx, s, customersTable, "", "", func(row *row) Customer {
		customer := Customer{ID: row.text("id"), Phone: strings.TrimSpace(row.text("phone")), Name: row.name(), Note: row.text("note")}
		if chat, err := strconv.ParseInt(strings.TrimSpace(row.text("telegramID")), 10, 64); err == nil && chat > 0 {
			customer.TelegramID = &chat
		}
		if at := row.moment("created"); at != nil {
			customer.Created = *at
		}
		return customer
	})
}

// Tasks reads all tasks with their customers' phones, in the order of their ids.
func (s *Source) Tasks(ctx context.Context) iter.Seq2[Task, error] {
	customers, tasks := s.table(customersTable), s.table(tasksTable)
	further := ", CAST(c." + quoted(customers.column("id")) + " AS text), CAST(c." + quoted(customers.column("phone")) + " AS text)"
	join := " LEFT JOIN " + customersTable + " AS c ON c." + quoted(customers.column("id")) + " = t." + quoted(tasks.column("customer"))
	return read(ctx, s, tasksTable, further, join, func(row *row) Task {
		return Task{
			ID: row.text("id"), EmployeeID: row.text("employee"), Status: strings.TrimSpace(row.text("status")), Category: strings.TrimSpace(row.text("category")),
			CustomerID: row.cells[len(row.cells)-2].String, CustomerPhone: strings.TrimSpace(row.cells[len(row.cells)-1].String),
			Description: row.text("description"), Created: row.moment("created"),
			Updated: row.moment("updated"), Ready: row.moment("ready"), Closed: row.moment("closed"),
		}
	})
}

// Statuses counts the tasks by what their status says.
func (s *Source) Statuses(ctx context.Context) (map[string]int, error) {
	return s.count(ctx, tasksTable, "status")
}

func (s *Source) count(ctx context.Context, table, field string) (map[string]int, error) {
	column := "coalesce(CAST(" + quoted(s.table(table).column(field)) + " AS text), '')"
	rows, err := s.tx.QueryContext(ctx, "SELECT "+column+", count(*) FROM "+table+" GROUP BY "+column)
	if err != nil {
		return nil, fmt.Errorf("count the rows of %s: %w", table, err)
	}
	defer func() { _ = rows.Close() }() // Err says what there is to say
	counts := map[string]int{}
	for rows.Next() {
		var value string
		var count int
		if err := rows.Scan(&value, &count); err != nil {
			return nil, fmt.Errorf("count the rows of %s: %w", table, err)
		}
		counts[strings.TrimSpace(value)] += count
	}
	return counts, rows.Err()
}

// read reads a table row by row, every value as text, which is the same on either database.
func read[Row any](ctx context.Context, s *Source, name, further, join string, make func(*row) Row) iter.Seq2[Row, error] {
	table := s.table(name)
	var columns []string
	for _, field := range table.Fields {
		columns = append(columns, "CAST(t."+quoted(field.Column)+" AS text)")
	}
	statement := "SELECT " + strings.Join(columns, ", ") + further + " FROM " + name + " AS t" + join + " ORDER BY t." + quoted(table.column("id"))
	return func(yield func(Row, error) bool) {
		var none Row
		rows, err := s.tx.QueryContext(ctx, statement)
		if err != nil {
			yield(none, fmt.Errorf("read %s: %w", name, err))
			return
		}
		defer func() { _ = rows.Close() }() // Err says what there is to say
		names, err := rows.Columns()
		if err != nil {
			yield(none, fmt.Errorf("read %s: %w", name, err))
			return
		}
		found := newRow(s, table, len(names))
		for rows.Next() {
			if err := rows.Scan(found.targets...); err != nil {
				yield(none, fmt.Errorf("read %s: %w", name, err))
				return
			}
			made := make(found)
			if found.err != nil {
				yield(none, found.err)
				return
			}
			if !yield(made, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, fmt.Errorf("read %s: %w", name, err))
		}
	}
}

// row is one row, whose cells are read anew for each.
type row struct {
	source  *Source
	table   Table
	places  map[string]int
	cells   []sql.NullString
	targets []any
	err     error // of the first value that is not understood
}

func newRow(s *Source, table Table, cells int) *row {
	r := &row{source: s, table: table, places: map[string]int{}, cells: make([]sql.NullString, cells)}
	for place, field := range table.Fields {
		r.places[field.Field] = place
	}
	for place := range r.cells {
		r.targets = append(r.targets, &r.cells[place])
	}
	return r
}

func (r *row) text(field string) string {
	if place, found := r.places[field]; found {
		return r.cells[place].String
	}
	return ""
}

func (r *row) name() string {
	if name := strings.TrimSpace(r.text("name")); name != "" {
		return name
	}
	return strings.TrimSpace(r.text("firstName") + " " + r.text("lastName"))
}

func (r *row) truth(field string, otherwise bool) bool {
	switch r.text(field) {
	case "":
		return otherwise
	case "1", "t", "true", "True":
		return true
	}
	return false
}

// moment reads a day or a time. Django keeps times in UTC, unless it was told to know no zones: then PostgreSQL's columns have
// none either, and they are the shop's own, as days are.
func (r *row) moment(field string) *time.Time {
	text := strings.TrimSpace(r.text(field))
	if text == "" {
		return nil
	}
	location := time.UTC
	if r.source.postgres && r.table.types[r.table.column(field)] == "timestamp without time zone" {
		location = r.source.location
	}
	if at, err := time.ParseInLocation(time.DateOnly, text, r.source.location); err == nil {
		return &at
	}
	for _, layout := range []string{"2006-01-02 15:04:05.999999999Z07", "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02T15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999", "2006-01-02T15:04:05.999999999"} {
		if at, err := time.ParseInLocation(layout, text, location); err == nil {
			return &at
		}
	}
	if r.err == nil {
		r.err = fmt.Errorf("%s %s of %s: %q is no time", r.table.Name, r.table.column(field), r.text("id"), text)
	}
	return nil
}
