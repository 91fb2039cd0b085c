// Package export writes the tasks, the customers or the messages that a filter chooses as a table, for people who
// open it in Excel or the like. Rows are read by pages and written as they come, so that memory does
// not grow with their number.
package export

import (
	"context"
	"fmt"
	"io"
	"time"

	"zayavka/store"
)

// Kind is what the rows are.
type Kind string

const (
	Tasks     Kind = "tasks"
	Customers Kind = "customers"
	Messages  Kind = "messages"
	// PersonalData is no table: all that is kept about one customer.
	PersonalData Kind = "my-data"
)

// Format is what kind of file it is; its text is the file name's ending.
type Format string

const (
	CSV  Format = "csv"
	XLSX Format = "xlsx"
	HTML Format = "html" // of PersonalData, as
	JSON Format = "json" // is this
)

// ContentType is the format's media type.
func (f Format) ContentType() string {
	switch f {
	case HTML:
		return "text/html; charset=utf-8"
	case JSON:
		return "application/json; charset=utf-8"
	case XLSX:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "text/csv; charset=utf-8"
}

// MostRows is how many rows a file of the format can hold below its headings; 0 is any number.
func (f Format) MostRows() int {
	if f == XLSX {
		return 1<<20 - 1
	}
	return 0
}

// Request says which table. Of the filters the one of Kind counts.
type Request struct {
	Kind      Kind
	Format    Format
	Language  string // of headings and words, "ru" or "en"
	Tasks     store.TaskFilter
	Customers store.CustomerFilter
	Messages  store.MessageFilter

	CustomerID int64 // of PersonalData
}

// FileName is a name for the table made on this day.
func (r Request) FileName(day time.Time) string {
	return fmt.Sprintf("%s-%s.%s", r.Kind, day.Format(time.DateOnly), r.Format)
}

// pageSize is how many rows are in memory at once.
const pageSize = 500

// tables are what is asked of the store.
type tables interface {
	Location() *time.Location
	TaskPage(ctx context.Context, filter store.TaskFilter, order store.TaskOrder, r store.PageRequest) (store.Page[store.Task], error)
	CustomerPage(ctx context.Context, filter store.CustomerFilter, order store.CustomerOrder, r store.PageRequest) (store.Page[store.Customer], error)
	CustomersByID(ctx context.Context, ids []int64) (map[int64]*store.Customer, error)
	MessagePage(ctx context.Context, filter store.MessageFilter, r store.PageRequest) (store.Page[store.Message], error)
	FilesOfMessages(ctx context.Context, messageIDs []int64) (map[int64][]store.File, error)
	APITokensByID(ctx context.Context, ids []int64) (map[int64]*store.APIToken, error)
	StaffByID(ctx context.Context, ids []int64) (map[int64]*store.Staff, error)
	ItemsByTask(ctx context.Context, taskIDs []int64) (map[int64]*store.Item, error)
	StagesByID(ctx context.Context, ids []int64) (map[int64]*store.Stage, error)
	Balances(ctx context.Context, taskIDs []int64) (map[int64]store.Balance, error)
	PersonalData(ctx context.Context, actor store.Actor, customerID int64) (store.PersonalData, error)
	Shop(ctx context.Context) (store.Shop, error)
	ShopCategoriesByID(ctx context.Context, ids []int64) (map[int64]*store.ShopCategory, error)
}

// Write writes the table, newest rows first but for messages, with times in the shop's zone. A row that is added
// meanwhile may be missing; none comes twice.
func Write(ctx context.Context, w io.Writer, s tables, r Request) error {
	if r.Kind == PersonalData {
		return writePersonal(ctx, w, s, r)
	}
	words := wordsIn(r.Language)
	table, err := newTable(w, r.Format, words)
	if err != nil {
		return err
	}
	defer table.discard()
	switch r.Kind {
	case Customers:
		err = writeCustomers(ctx, table, s, r.Customers, words)
	case Messages:
		err = writeMessages(ctx, table, s, r.Messages, words)
	default:
		err = writeTasks(ctx, table, s, r.Tasks, words)
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", r.Kind, err)
	}
	return table.finish()
}

func writeTasks(ctx context.Context, table table, s tables, filter store.TaskFilter, words words) error {
	if err := table.head(words.taskColumns); err != nil {
		return err
	}
	const order = store.TasksNewestFirst
	return eachPage(func(after *store.Cursor) (*store.Cursor, error) {
		page, err := s.TaskPage(ctx, filter, order, store.PageRequest{After: after, Limit: pageSize})
		if err != nil || len(page.Rows) == 0 {
			return nil, err
		}
		customers, err := s.CustomersByID(ctx, idsOf(page.Rows, func(t store.Task) *int64 { return t.CustomerID }))
		if err != nil {
			return nil, err
		}
		staff, err := s.StaffByID(ctx, idsOf(page.Rows, func(t store.Task) *int64 { return t.EmployeeID }))
		if err != nil {
			return nil, err
		}
		items, err := s.ItemsByTask(ctx, idsOf(page.Rows, func(t store.Task) *int64 { return &t.ID }))
		if err != nil {
			return nil, err
		}
		stages, err := s.StagesByID(ctx, idsOf(page.Rows, func(t store.Task) *int64 { return t.StageID }))
		if err != nil {
			return nil, err
		}
		categories, err := s.ShopCategoriesByID(ctx, idsOf(page.Rows, func(t store.Task) *int64 { return t.ShopCategoryID }))
		if err != nil {
			return nil, err
		}
		balances, err := s.Balances(ctx, idsOf(page.Rows, func(t store.Task) *int64 { return &t.ID }))
		if err != nil {
			return nil, err
		}
		for _, task := range page.Rows {
			item, stage, category := referred(items, &task.ID), referred(stages, task.StageID), referred(categories, task.ShopCategoryID)
			customer, employee := referred(customers, task.CustomerID), referred(staff, task.EmployeeID)
			called := employee.Name
			if called == "" {
				called = employee.Email
			}
			err := table.row([]any{
				task.ID, local(task.CreatedAt, s.Location()), words.statuses[task.Status], words.categories[task.Category],
				customer.Name, phone(customer.Phone), task.Description, called,
				local(task.UpdatedAt, s.Location()), localOrNil(task.ReadyAt, s.Location()), localOrNil(task.ClosedAt, s.Location()),
				item.Kind, item.Maker, item.Model, item.Serial, item.Condition, item.Includes,
				localOrNil(task.PromisedAt, s.Location()), stage.Name(words.code), category.Name(words.code), localOrNil(task.WarrantyUntil, s.Location()),
				agreed(balances[task.ID]), paid(balances[task.ID]),
			})
			if err != nil {
				return nil, err
			}
		}
		return nextPage(page, order.Cursor), nil
	})
}

func writeCustomers(ctx context.Context, table table, s tables, filter store.CustomerFilter, words words) error {
	if err := table.head(words.customerColumns); err != nil {
		return err
	}
	const order = store.CustomersNewestFirst
	return eachPage(func(after *store.Cursor) (*store.Cursor, error) {
		page, err := s.CustomerPage(ctx, filter, order, store.PageRequest{After: after, Limit: pageSize})
		if err != nil {
			return nil, err
		}
		for _, customer := range page.Rows {
			err := table.row([]any{
				customer.ID, customer.Name, phone(customer.Phone), words.yesOrNo(customer.PhoneVerifiedAt != nil),
				words.reach(customer), words.languages[customer.Language], customer.Note,
				local(customer.CreatedAt, s.Location()),
			})
			if err != nil {
				return nil, err
			}
		}
		return nextPage(page, order.Cursor), nil
	})
}

// eachPage calls write with the place where each page begins, until that gives no next one.
func eachPage(write func(after *store.Cursor) (*store.Cursor, error)) error {
	var after *store.Cursor
	for {
		next, err := write(after)
		if err != nil || next == nil {
			return err
		}
		after = next
	}
}

func nextPage[Row any](page store.Page[Row], cursor func(Row) store.Cursor) *store.Cursor {
	if !page.HasMore {
		return nil
	}
	last := cursor(page.Rows[len(page.Rows)-1])
	return &last
}

// idsOf collects what rows refer to, each once.
func idsOf[Row any](rows []Row, id func(Row) *int64) []int64 {
	seen := map[int64]bool{}
	var ids []int64
	for _, row := range rows {
		if id := id(row); id != nil && !seen[*id] {
			seen[*id] = true
			ids = append(ids, *id)
		}
	}
	return ids
}

func referred[Row any](rows map[int64]*Row, id *int64) (row Row) {
	if id != nil && rows[*id] != nil {
		row = *rows[*id]
	}
	return row
}

// agreed and paid give an untyped nil, an empty cell, where there is nothing.
func agreed(balance store.Balance) any {
	if balance.Agreed == nil {
		return nil
	}
	return money(*balance.Agreed)
}

func paid(balance store.Balance) any {
	if balance.Paid == 0 {
		return nil
	}
	return money(balance.Paid)
}

func local(at time.Time, location *time.Location) time.Time { return at.In(location) }

// localOrNil gives an untyped nil, an empty cell, where there is no moment.
func localOrNil(at *time.Time, location *time.Location) any {
	if at == nil {
		return nil
	}
	return at.In(location)
}
