package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// Words that nothing else in the database has.
const (
	nameWord, oldNameWord   = "Октябрина", "Феврония"
	phoneWord               = "9031112233" // in every writing of the phone
	noteWord, requestWord   = "скандалист", "аккордеон"
	oldRequestWord, urlWord = "гармошка", "forgotten.example"
)

func TestWhatIsDeletedIsGoneFromEveryTable(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}
		webhook, err := s.CreateWebhook(t.Context(), store.NewWebhook{URL: "https://" + urlWord + "/", Events: store.WebhookTypes()})
		require.NoError(t, err)
		s.NewWebhook(t)
		other := s.NewTask(t, s.NewCustomer(t))

		// Answers with all of it are kept for requests that come again.
		answered := func(key string, do func(request context.Context)) {
			s.Keyed(t, key, fmt.Sprintf(`{"data": "%s %s %s %s"}`, nameWord, phoneWord, noteWord, requestWord), do)
		}
		var customer store.Customer
		var task store.Task
		answered("card", func(r context.Context) {
			customer, err = s.CreateCustomer(r, store.NewCustomer{Phone: "+7" + phoneWord, Name: oldNameWord, Note: noteWord})
			require.NoError(t, err)
		})
		_, _, err = s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: "+7" + phoneWord, Verified: true})
		require.NoError(t, err)
		answered("name", func(r context.Context) {
			name := nameWord
			customer, err = s.UpdateCustomer(r, customer.Phone, store.CustomerUpdate{Name: &name})
			require.NoError(t, err)
		})
		answered("task", func(r context.Context) {
			task, err = s.CreateTask(r, staff, store.NewTask{CustomerPhone: customer.Phone, Description: oldRequestWord})
			require.NoError(t, err)
		})
		description := requestWord
		_, err = s.UpdateTask(t.Context(), staff, task.ID, store.TaskUpdate{Description: &description})
		require.NoError(t, err)
		kept := s.NewTask(t, customer)
		merged, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Name: oldNameWord})
		require.NoError(t, err)
		s.NewTask(t, merged)
		customer, err = s.MergeCustomers(t.Context(), staff, merged.ID, customer.ID)
		require.NoError(t, err)
		require.NoError(t, s.SaveUpdates(t.Context(), []store.Update{{UpdateID: 1, ChatID: chat, Body: []byte(`{"text": "` + nameWord + `"}`)}}))
		s.Exec(t, "UPDATE telegram_updates SET state = 'dead'")
		s.Keyed(t, "another", `{"data": "kept"}`, func(r context.Context) {
			_, err := s.UpdateTask(r, staff, other.ID, store.TaskUpdate{Description: &[]string{"другое"}[0]})
			require.NoError(t, err)
		})

		require.NoError(t, s.DeleteTask(t.Context(), staff, task.ID))
		for _, word := range []string{requestWord, oldRequestWord} {
			require.Empty(t, placesOf(t, s, word), "after the task's deletion")
		}
		s.Keyed(t, "deletion", `{"data": "`+phoneWord+`"}`, func(r context.Context) {
			_, err = s.DeleteCustomer(r, staff, customer.Phone)
			require.NoError(t, err)
		})
		require.NoError(t, s.DeleteWebhook(t.Context(), webhook.ID))
		for _, word := range []string{nameWord, oldNameWord, phoneWord, noteWord, requestWord, oldRequestWord, urlWord} {
			require.Empty(t, placesOf(t, s, word))
		}
		require.NotEmpty(t, placesOf(t, s, "другое"), "what was not deleted is there")
		require.NotEmpty(t, placesOf(t, s, `"kept"`), "and is answered")

		left, err := s.History(t.Context(), []int64{task.ID, kept.ID})
		require.NoError(t, err)
		require.Len(t, left[task.ID], 3, "history keeps that it was made, described and deleted")
		require.Equal(t, store.EventCustomer, left[kept.ID][len(left[kept.ID])-1].Kind)
	})
}

// placesOf are the columns, and the files of SQLite, that hold a word.
func placesOf(t *testing.T, s *storetest.Store, word string) (places []string) {
	t.Helper()
	db := s.DB(t)
	tables := "SELECT name FROM sqlite_master WHERE type = 'table'"
	if strings.HasPrefix(s.URL, "postgres") {
		tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
	}
	for _, table := range texts(t, db, tables) {
		places = append(places, columnsThatHold(t, db, table, word)...)
	}
	if file, found := strings.CutPrefix(s.URL, "sqlite://"); found {
		_, err := db.ExecContext(t.Context(), "PRAGMA wal_checkpoint(TRUNCATE)")
		require.NoError(t, err)
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		if strings.Contains(strings.ToLower(string(content)), strings.ToLower(word)) {
			places = append(places, "the file")
		}
	}
	return places
}

func texts(t *testing.T, db *sql.DB, query string) (all []string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var text string
		require.NoError(t, rows.Scan(&text))
		all = append(all, text)
	}
	require.NoError(t, rows.Err())
	return all
}

func TestADeletedCustomersTasksChangeAsByAnyChange(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.NewWebhook(t, store.WebhookTaskUpdated)
		customer := s.NewCustomer(t)
		task := s.NewTask(t, customer)
		s.Clock.Advance(time.Hour)
		staff := store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}
		_, err := s.DeleteCustomer(t.Context(), staff, customer.Phone)
		require.NoError(t, err)
		tasks, err := s.TasksByID(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		changed := tasks[task.ID]
		require.Nil(t, changed.CustomerID)
		require.Equal(t, task.Version+1, changed.Version)
		require.True(t, changed.UpdatedAt.Equal(s.Clock.Now()))
		require.Equal(t, "staff customer:  > ", history(t, s, task.ID)[1])
		pending, err := s.PendingWebhookDeliveries(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, pending)
		version := task.Version
		description := "новое"
		_, err = s.UpdateTask(t.Context(), staff, task.ID, store.TaskUpdate{Description: &description, Version: &version})
		requireError(t, err, store.Conflict, "version")
	})
}

// columnsThatHold are the columns of a table that hold a word, in any letter case, each with its text.
func columnsThatHold(t *testing.T, db *sql.DB, table, word string) (places []string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), `SELECT * FROM "`+table+`"`)
	require.NoError(t, err, table)
	defer func() { require.NoError(t, rows.Close()) }()
	columns, err := rows.Columns()
	require.NoError(t, err)
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		require.NoError(t, rows.Scan(values...))
		for i, value := range values {
			text := fmt.Sprint(*value.(*any))
			if bytes, ok := (*value.(*any)).([]byte); ok {
				text = string(bytes)
			}
			if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
				places = append(places, table+"."+columns[i]+": "+text)
			}
		}
	}
	require.NoError(t, rows.Err())
	return places
}
