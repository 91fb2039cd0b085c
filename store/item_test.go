package store_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

var headphones = store.ItemUpdate{Kind: ptr("Наушники"), Maker: ptr(" Sony "), Model: ptr("WH-1000XM4"), Serial: ptr("S01-23 45x")}

func newTaskWithItem(t *testing.T, s *storetest.Store, item store.ItemUpdate) store.Task {
	t.Helper()
	task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), Item: item})
	require.NoError(t, err)
	return task
}

func itemOf(t *testing.T, s *storetest.Store, id int64) *store.Item {
	t.Helper()
	items, err := s.ItemsByTask(t.Context(), []int64{id, id + 1000})
	require.NoError(t, err)
	return items[id]
}

func TestWhatWasBroughtIsKeptWithItsTaskAndChangedInParts(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newTaskWithItem(t, s, headphones)
		require.Equal(t, store.Item{Kind: "Наушники", Maker: "Sony", Model: "WH-1000XM4", Serial: "S01-23 45x"}, *itemOf(t, s, task.ID))
		require.Equal(t, "Наушники Sony WH-1000XM4", itemOf(t, s, task.ID).Name())

		changed, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Item: &store.ItemUpdate{Serial: ptr(""), Condition: ptr("Потёртости")}})
		require.NoError(t, err)
		require.Equal(t, task.Version+1, changed.Version)
		require.Equal(t, store.Item{Kind: "Наушники", Maker: "Sony", Model: "WH-1000XM4", Condition: "Потёртости"}, *itemOf(t, s, task.ID))
		same, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Item: &store.ItemUpdate{Maker: ptr("Sony")}})
		require.NoError(t, err)
		requireSame(t, changed, same)
		require.Equal(t, []string{
			"system created:  > ACCEPTED",
			"system item: Наушники Sony WH-1000XM4; S01-23 45x > Наушники Sony WH-1000XM4; Потёртости",
		}, history(t, s, task.ID))

		empty := ptr("")
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Item: &store.ItemUpdate{
			Kind: empty, Maker: empty, Model: empty, Serial: empty, Condition: empty, Includes: empty,
		}})
		require.NoError(t, err)
		require.Nil(t, itemOf(t, s, task.ID))
		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		require.Equal(t, "system item:  > ", history(t, s, task.ID)[1], "that there was an item, and not which")
	})
}

func TestATextOfAnItemHasAnEnd(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), Item: store.ItemUpdate{Serial: ptr(strings.Repeat("1", store.MaxItemWord+1))}})
		requireError(t, err, store.Invalid, "item.serial")
	})
}

func TestWhatWasBroughtIsSearchedAndFoundByItsSerialNumberHoweverThatIsWritten(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		first := newTaskWithItem(t, s, headphones)
		newTaskWithItem(t, s, store.ItemUpdate{Maker: ptr("Bosch"), Serial: ptr("S0123")})
		search := func(text string) []int64 {
			return idsOfPage(t, s, store.TaskFilter{Search: text}, store.TasksNewestFirst, store.PageRequest{Limit: 10})
		}
		for _, text := range []string{"наушники", "sony wh-1000", "S01-23 45x", "s012345x", "2345"} {
			require.Equal(t, []int64{first.ID}, search(text), text)
		}
		for _, serial := range []string{"s0123 45X", "S01-23-45-X", "S0123 45х" /* in Cyrillic */} {
			require.Equal(t, []int64{first.ID}, idsOfPage(t, s, store.TaskFilter{Serial: &serial}, store.TasksNewestFirst, store.PageRequest{Limit: 10}), serial)
		}
	})
}
