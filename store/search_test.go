package store_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestASearchFindsWhatLooksTheSame(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, same := range [][]string{
			{"Андрей", "Андрей", "\u202AАНДРЕЙ\u202C", "Анд\u00ADрей", "Андре\u0438\u0306"},
			{"О'Нил", "О’Нил", "Оʼнил", "О`Нил", "О´Нил", "О＇Нил"},
			{"Gʻulomov", "G'ulomov", "gʼulomov", "G‘ULOMOV"},
			{"Анна-Мария", "Анна‑Мария", "Анна–Мария", "Анна−Мария", "Анна\u2060-\u2060Мария"},
			{"Сёмин", "Семин", "Се\u0308мин"},
			{"Ｏｌｇａ", "Olga"},
		} {
			for _, name := range same {
				card, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Name: name})
				require.NoError(t, err)
				require.Equal(t, name, card.Name, "a name is shown as it was written")
				task := s.NewTask(t, card)
				for _, search := range same {
					customers, err := s.CustomerPage(t.Context(), store.CustomerFilter{Search: search}, store.CustomersNewestFirst, store.PageRequest{Limit: 1})
					require.NoError(t, err)
					require.Equal(t, []int64{card.ID}, customerIDs(customers.Rows), "%q by %q", name, search)
					tasks, err := s.TaskPage(t.Context(), store.TaskFilter{Search: search}, store.TasksNewestFirst, store.PageRequest{Limit: 1})
					require.NoError(t, err)
					require.Equal(t, []int64{task.ID}, idsOf(tasks.Rows), "%q by %q", name, search)
				}
			}
		}
	})
}

func TestAPhoneIsFoundHoweverItIsPasted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		card, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 917 000-99-00 доб. 12"})
		require.NoError(t, err)
		for _, search := range []string{
			"\u202A+7 917 000-99-00\u202C", "８９１７０００９９００", "٩١٧٠٠٠٩٩٠٠", "+7\u202F917\u2009000", "917 000-99-00 доб. 12", "+8 917 000-99-00",
		} {
			customers, err := s.CustomerPage(t.Context(), store.CustomerFilter{Search: search}, store.CustomersNewestFirst, store.PageRequest{Limit: 10})
			require.NoError(t, err)
			require.Equal(t, []int64{card.ID}, customerIDs(customers.Rows), search)
		}
	})
}

func customerIDs(customers []store.Customer) []int64 {
	var ids []int64
	for _, customer := range customers {
		ids = append(ids, customer.ID)
	}
	return ids
}

func TestTextsThatWereFoldedInAnotherWayAreFilledInAnew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		card, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Name: "О’Нил"})
		require.NoError(t, err)
		task := s.NewTask(t, card)
		id := "rowid"
		if strings.HasPrefix(s.URL, "postgres") {
			id = "task_id"
		}
		// As an earlier version wrote them.
		for _, statement := range []string{
			"UPDATE customers SET search = phone_key || ' о’нил'", "UPDATE task_search SET text = " + id + " || ' о’нил'",
			"UPDATE settings SET value = 'filled' WHERE key = 'search'",
		} {
			s.Exec(t, statement)
		}
		find := func() (customers, tasks int) {
			read, err := s.CustomerPage(t.Context(), store.CustomerFilter{Search: "о'нил"}, store.CustomersNewestFirst, store.PageRequest{Limit: 10})
			require.NoError(t, err)
			found, err := s.TaskPage(t.Context(), store.TaskFilter{Search: "о'нил"}, store.TasksNewestFirst, store.PageRequest{Limit: 10})
			require.NoError(t, err)
			return len(read.Rows), len(found.Rows)
		}
		customers, tasks := find()
		require.Equal(t, [2]int{0, 0}, [2]int{customers, tasks}, "the test's premise")
		require.NoError(t, s.MigrateUp(t.Context()))
		customers, tasks = find()
		require.Equal(t, [2]int{1, 1}, [2]int{customers, tasks})
		require.EqualValues(t, 1, task.ID)
	})
}

// The context is over, so that whatever reaches the database fails with another error.
func TestASearchThatIsTooLongNeverReachesTheDatabase(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		over, cancel := context.WithCancel(t.Context())
		cancel()
		for name, search := range map[string]string{
			"143 words":             strings.TrimSpace(strings.Repeat("абвгде ", 143)),
			"11 words":              "раз1 раз2 раз3 раз4 раз5 раз6 раз7 раз8 раз9 раз10 раз11",
			"201 characters":        strings.Repeat("я", 201),
			"50,000 characters":     strings.Repeat("экран ", 8_334),
			"100,000 times a":       strings.Repeat("a", 100_000),
			"100,000 digits":        strings.Repeat("8", 100_000),
			"many invisible marks":  strings.Repeat("\u202A", 100_000) + "экран",
			"one that NFKC unfolds": strings.Repeat("\uFDFA", 200),
			"what is no UTF-8":      strings.Repeat("\xff", 100_000),
		} {
			page := store.PageRequest{Limit: 10}
			filter := store.TaskFilter{Search: search}
			lists := map[string]func() error{
				"CustomerPage": func() error {
					_, err := s.CustomerPage(over, store.CustomerFilter{Search: search}, "", page)
					return err
				},
				"CountCustomers": func() error { _, err := s.CountCustomers(over, store.CustomerFilter{Search: search}); return err },
				"TaskPage":       func() error { _, err := s.TaskPage(over, filter, "", page); return err },
				"CountTasks":     func() error { _, err := s.CountTasks(over, filter); return err },
				"Tasks":          func() error { _, err := s.Tasks(over, filter, store.OffsetPage{}); return err },
				"TasksUpTo":      func() error { _, _, err := s.TasksUpTo(over, filter, 10); return err },
				"TaskIDsUpTo":    func() error { _, _, err := s.TaskIDsUpTo(over, filter, 10); return err },
				"TaskPagesByCustomer": func() error {
					_, _, err := s.TaskPagesByCustomer(over, []int64{1}, filter, "", page, 10)
					return err
				},
				"CountTasksByCustomer": func() error { _, err := s.CountTasksByCustomer(over, []int64{1}, filter); return err },
			}
			for list, read := range lists {
				err := read()
				require.Equal(t, store.Invalid, store.CodeOf(err), "%s of %s: %v", list, name, err)
				var shown *store.Error
				require.ErrorAs(t, err, &shown)
				require.Equal(t, "search", shown.Field)
				require.Regexp(t, `at most (200 characters|10)\.`, shown.Message)
			}
		}
		_, err := s.CountTasks(over, store.TaskFilter{Search: "экран"})
		require.ErrorIs(t, err, context.Canceled, "the test's premise")
	})
}

func TestALongPhoneNeverReachesTheDatabase(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		over, cancel := context.WithCancel(t.Context())
		cancel()
		for _, phone := range []string{strings.Repeat("8", 100_000), strings.Repeat("8 917 000-99-00 ", 5_000), strings.Repeat("\u202A", 500) + "89170009900"} {
			_, err := s.CustomerByPhone(over, phone)
			require.Equal(t, store.NotFound, store.CodeOf(err))
			_, err = s.CreateTask(over, store.Actor{}, store.NewTask{CustomerPhone: phone})
			require.Equal(t, store.Invalid, store.CodeOf(err))
			_, _, err = s.Register(over, store.Registration{Phone: phone, Verified: true})
			require.Equal(t, store.Invalid, store.CodeOf(err))
			found, err := s.Tasks(over, store.TaskFilter{Phone: &phone}, store.OffsetPage{})
			require.NoError(t, err)
			require.Empty(t, found)
		}
	})
}

func TestTheLongestSearchIsAnswered(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		description := "экран1 экран2 экран3 экран4 экран5 экран6 экран7 экран8 экран9 экран10"
		task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: s.NewPhone(), Description: description})
		require.NoError(t, err)
		for search, found := range map[string]int{description: 1, strings.Repeat("я", 200): 0, strings.Repeat("%_", 100): 0, strings.Repeat(`"`, 200): 0} {
			part, err := s.TaskPage(t.Context(), store.TaskFilter{Search: search}, store.TasksNewestFirst, store.PageRequest{Limit: 10})
			require.NoError(t, err)
			require.Len(t, part.Rows, found, search)
		}
		require.EqualValues(t, 1, task.ID)
	})
}
