package emulator_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func texts(updates []tele.Update) []string {
	var texts []string
	for _, u := range updates {
		texts = append(texts, u.Message.Text)
	}
	return texts
}

func TestUpdatesComeAgainUntilTheyAreConfirmed(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for _, text := range []string{"one", "two", "three"} {
		anna.Says(text)
	}
	first := updates(t, srv, params{"limit": 2})
	require.Equal(t, []string{"one", "two"}, texts(first))
	require.Equal(t, first[0].ID+1, first[1].ID)
	require.Equal(t, []string{"one", "two", "three"}, texts(updates(t, srv, nil)))
	require.Equal(t, []string{"two", "three"}, texts(updates(t, srv, params{"offset": first[1].ID})))
	require.Equal(t, []string{"two", "three"}, texts(updates(t, srv, params{"offset": 1})), "what was confirmed stays so")
	require.Equal(t, 2, srv.PendingUpdates())
}

func TestANegativeOffsetKeepsTheLastUpdates(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for _, text := range []string{"one", "two", "three"} {
		anna.Says(text)
	}
	require.Equal(t, []string{"three"}, texts(updates(t, srv, params{"offset": -1})))
	require.Equal(t, 1, srv.PendingUpdates())
	require.Equal(t, []string{"three"}, texts(updates(t, srv, params{"offset": -100})))
}

func TestAnOffsetOfAnotherNumberingIsIgnored(t *testing.T) {
	srv := start(t, emulator.Options{})
	srv.NewUser(emulator.Profile{}).Says("one")
	id := updates(t, srv, nil)[0].ID
	require.Equal(t, []string{"one"}, texts(updates(t, srv, params{"offset": id + 1000})))
	require.Empty(t, updates(t, srv, params{"offset": id + 1}))
}

func TestALongPollWaitsForAnUpdate(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	polled := inBackground(func() answer { return call(t, srv, "getUpdates", params{"timeout": 50}) })
	waitForCalls(t, srv, "getUpdates", 1)
	anna.Says("hello")
	require.Contains(t, string((<-polled).Result), "hello")
}

func TestALongPollEndsEmptyAfterItsTimeout(t *testing.T) {
	srv := start(t, emulator.Options{})
	require.Empty(t, updates(t, srv, params{"timeout": 1}))
}

func TestASecondPollerEndsTheFirst(t *testing.T) {
	srv := start(t, emulator.Options{})
	first := inBackground(func() answer { return call(t, srv, "getUpdates", params{"timeout": 50}) })
	waitForCalls(t, srv, "getUpdates", 1)
	second := inBackground(func() answer { return call(t, srv, "getUpdates", params{"timeout": 50}) })
	ended := <-first
	require.Equal(t, http.StatusConflict, ended.Status)
	require.Equal(t, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", ended.Description)
	srv.NewUser(emulator.Profile{}).Says("hello")
	require.True(t, (<-second).OK)
}

func TestPollingAndAWebhookExcludeEachOther(t *testing.T) {
	srv := start(t, emulator.Options{})
	poll := inBackground(func() answer { return call(t, srv, "getUpdates", params{"timeout": 50}) })
	waitForCalls(t, srv, "getUpdates", 1)
	require.True(t, call(t, srv, "setWebhook", params{"url": "http://127.0.0.1:9/"}).OK)
	require.Equal(t, "Conflict: terminated by setWebhook request", (<-poll).Description)
	require.Equal(t,
		"Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
		refused(t, srv, "getUpdates", nil))
	require.Equal(t, "Webhook was deleted", call(t, srv, "deleteWebhook", nil).Description)
	require.True(t, call(t, srv, "getUpdates", nil).OK)
}

func TestOnlyTheKindsOfUpdatesThatWereAskedForCome(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	updates(t, srv, params{"allowed_updates": []string{"edited_message"}})
	said := anna.Says("one")
	anna.Edits(said.ID, "two")
	got := updates(t, srv, nil)
	require.Len(t, got, 1)
	require.Equal(t, "two", got[0].EditedMessage.Text)

	updates(t, srv, params{"allowed_updates": []string{}, "offset": got[0].ID + 1})
	anna.Says("three")
	require.Equal(t, []string{"three"}, texts(updates(t, srv, nil)))
}

func TestAnUpdateShowsTheMessageAsItWasThen(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	anna.Edits(anna.Says("one").ID, "two")
	got := updates(t, srv, nil)
	require.Equal(t, "one", got[0].Message.Text)
	require.Equal(t, "two", got[1].EditedMessage.Text)
}
