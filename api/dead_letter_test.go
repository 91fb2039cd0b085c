package api_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestAdminsSeeDeadLettersAndReplayOrDismissThem(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		admin, member := s.login(s.NewAdmin(t)), s.login(s.NewStaff(t))
		customer := s.NewRegistered(t)
		bury := func(updateID int, chat int64, body string, reason store.FaultReason) {
			require.NoError(t, s.BuryUpdate(t.Context(), store.Update{
				UpdateID: updateID, ChatID: chat, Body: []byte(body), Tries: 3, Reason: reason, Detail: "a nil pointer",
			}))
		}
		from := fmt.Sprintf(`"from": {"id": %d, "first_name": "Ольга", "last_name": "П."}`, *customer.TelegramID)
		bury(1, *customer.TelegramID, `{"update_id": 1, "message": {`+from+`, "text": "Когда будет готово?"}}`, store.FaultPanic)
		bury(2, 0, `{"update_id": 2, "message": "of another form"}`, store.FaultUnreadable)

		const letters = `{ deadLetters { id customer { id } name text reason detail tries receivedTime failedTime } }`
		stranger := `{"id": "2", "customer": null, "name": null, "text": null, "reason": "UNREADABLE", "detail": "a nil pointer", "tries": 3,
			"receivedTime": "2026-03-02T09:00:00Z", "failedTime": "2026-03-02T09:00:00Z"}`
		admin.gives(`{"data": {"deadLetters": [`+stranger+`,
			{"id": "1", "customer": {"id": "1"}, "name": "Ольга П.", "text": "Когда будет готово?", "reason": "PANIC", "detail": "a nil pointer", "tries": 3,
			"receivedTime": "2026-03-02T09:00:00Z", "failedTime": "2026-03-02T09:00:00Z"}]}}`, letters)
		member.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, letters)

		const replay, dismiss = `mutation { replayDeadLetter(id: 1) { id } }`, `mutation { dismissDeadLetter(id: 2) { id } }`
		member.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, replay)
		member.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, dismiss)
		admin.gives(`{"data": {"replayDeadLetter": {"id": "1"}}}`, replay)
		admin.fails("Not found.", `{"code": "NOT_FOUND"}`, replay)
		chats, err := s.WaitingChats(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, chats[0].UpdateID)
		admin.gives(`{"data": {"deadLetters": [`+stranger+`]}}`, letters)
		admin.gives(`{"data": {"dismissDeadLetter": {"id": "2"}}}`, dismiss)
		admin.gives(`{"data": {"deadLetters": []}}`, letters)
	})
}
