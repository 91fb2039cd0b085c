package emulator_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
)

func TestMessagesBeyondTheLimitsAreRecorded(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	srv := start(t, emulator.Options{Clock: func() time.Time { return now }})
	var people []*emulator.User
	for range 32 {
		people = append(people, srv.NewUser(emulator.Profile{}))
	}
	send := func(user *emulator.User) {
		require.True(t, call(t, srv, "sendMessage", params{"chat_id": user.ID, "text": "a"}).OK)
	}
	for _, user := range people[:30] {
		send(user)
	}
	require.Empty(t, srv.LimitViolations())

	send(people[30])
	require.Equal(t, []emulator.LimitViolation{{Time: now, ChatID: people[30].ID, Overall: true}}, srv.LimitViolations())

	now = now.Add(990 * time.Millisecond)
	send(people[0])
	now = now.Add(500 * time.Millisecond)
	send(people[0])
	require.Equal(t, emulator.LimitViolation{Time: now, ChatID: people[0].ID}, srv.LimitViolations()[1])
	require.Len(t, srv.LimitViolations(), 2)

	call(t, srv, "sendChatAction", params{"chat_id": people[0].ID, "action": "typing"})
	require.Len(t, srv.LimitViolations(), 2, "an action is no message")
}

func TestMessagesBeyondTheLimitsAreRefusedWhereTheOptionsSaySo(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	srv := start(t, emulator.Options{EnforceLimits: true, Clock: func() time.Time { return now }})
	anna := srv.NewUser(emulator.Profile{})
	send := func() answer { return call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a"}) }
	require.True(t, send().OK)
	refusal := send()
	require.Equal(t, http.StatusTooManyRequests, refusal.Status)
	require.Equal(t, 1, refusal.Parameters.RetryAfter)
	now = now.Add(time.Second)
	require.True(t, send().OK)
	require.Empty(t, srv.LimitViolations())
}
