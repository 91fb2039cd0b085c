package bot_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestEachOfManyWhoWriteAtOnceGetsTheirOwnList(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.Postgres(t))
	people, tasks := map[int]*emulator.User{}, map[int][]store.Task{}
	for n := range 40 {
		people[n] = s.person(emulator.Profile{Phone: fmt.Sprintf("+7917400%04d", n)})
		if n%4 == 0 {
			continue // a stranger
		}
		for range (n%4 - 1) * 5 { // none, a page, and two pages
			task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: people[n].Phone})
			require.NoError(t, err)
			tasks[n] = append(tasks[n], task)
		}
		_, _, err := s.Register(t.Context(), store.Registration{TelegramID: people[n].ID, Phone: people[n].Phone, Verified: true, Language: "ru"})
		require.NoError(t, err)
	}
	for _, user := range people {
		user.Says("заявки")
	}
	s.run(t)
	for n, user := range people {
		text := user.Answer(t).Text
		if n%4 == 0 {
			require.Contains(t, text, "нужен ваш номер")
			continue
		}
		if len(tasks[n]) == 0 {
			require.Contains(t, text, "Заявок пока нет")
			continue
		}
		require.Contains(t, text, fmt.Sprintf("%d заяв", len(tasks[n])))
		for _, task := range tasks[n][max(0, len(tasks[n])-8):] {
			require.Contains(t, text, fmt.Sprintf("№ %d", task.ID))
		}
	}
}
