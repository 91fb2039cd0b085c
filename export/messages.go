package export

import (
	"context"
	"strings"

	"zayavka/store"
)

// writeMessages writes the oldest first, as a conversation is read.
func writeMessages(ctx context.Context, table table, s tables, filter store.MessageFilter, words words) error {
	if err := table.head(words.messageColumns); err != nil {
		return err
	}
	return eachPage(func(after *store.Cursor) (*store.Cursor, error) {
		page, err := s.MessagePage(ctx, filter, store.PageRequest{After: after, Limit: pageSize})
		if err != nil || len(page.Rows) == 0 {
			return nil, err
		}
		named, err := readNames(ctx, s, page.Rows)
		if err != nil {
			return nil, err
		}
		for _, message := range page.Rows {
			customer := referred(named.customers, message.CustomerID)
			var task any
			if message.TaskID != nil {
				task = *message.TaskID
			}
			err := table.row([]any{
				message.ID, local(message.CreatedAt, s.Location()), customer.Name, phone(customer.Phone), task,
				words.directions[message.Direction], named.author(message, words), message.Text, words.listed(named.files[message.ID]),
			})
			if err != nil {
				return nil, err
			}
		}
		return nextPage(page, store.CursorOfMessage), nil
	})
}

// names are what messages refer to.
type names struct {
	customers map[int64]*store.Customer
	staff     map[int64]*store.Staff
	tokens    map[int64]*store.APIToken
	files     map[int64][]store.File
}

func readNames(ctx context.Context, s tables, messages []store.Message) (found names, err error) {
	by := func(kind store.ActorKind) []int64 {
		return idsOf(messages, func(m store.Message) *int64 {
			if m.AuthorKind != kind {
				return nil
			}
			return m.AuthorID
		})
	}
	if found.customers, err = s.CustomersByID(ctx, idsOf(messages, func(m store.Message) *int64 { return m.CustomerID })); err != nil {
		return found, err
	}
	if found.staff, err = s.StaffByID(ctx, by(store.ActorStaff)); err != nil {
		return found, err
	}
	if found.tokens, err = s.APITokensByID(ctx, by(store.ActorToken)); err != nil {
		return found, err
	}
	found.files, err = s.FilesOfMessages(ctx, idsOf(messages, func(m store.Message) *int64 { return &m.ID }))
	return found, err
}

func (n names) author(message store.Message, words words) string {
	switch message.AuthorKind {
	case store.ActorCustomer:
		return words.customer
	case store.ActorStaff:
		staff := referred(n.staff, message.AuthorID)
		return staff.DisplayName()
	case store.ActorToken:
		token := referred(n.tokens, message.AuthorID)
		return token.Name
	}
	return ""
}

// listed names files by what their owners call them, or else by what they are.
func (w words) listed(files []store.File) string {
	called := make([]string, len(files))
	for i, file := range files {
		if called[i] = file.Name; called[i] == "" {
			called[i] = w.files[file.Kind]
		}
	}
	return strings.Join(called, ", ")
}
