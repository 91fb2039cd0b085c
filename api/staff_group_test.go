package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestAnAdminConfirmsAndRemovesTheGroupOfStaff(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		vera, anna := s.NewAdmin(t), s.NewStaff(t)
		admin, member := s.login(vera), s.login(anna)
		admin.gives(`{"data": {"staffGroups": []}}`, `{ staffGroups { chatId } }`)
		_, err := s.OfferStaffGroup(t.Context(), store.Actor{Kind: store.ActorStaff, ID: vera.ID}, -1001, "Мастера")
		require.NoError(t, err)
		const all = `{ staffGroups { chatId title confirmedTime } }`
		admin.gives(`{"data": {"staffGroups": [{"chatId": "-1001", "title": "Мастера", "confirmedTime": null}]}}`, all)
		const confirm = `mutation { confirmStaffGroup(chatId: "-1001") { staffGroup { confirmedTime } } }`
		member.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, confirm)
		for range 2 {
			admin.gives(`{"data": {"confirmStaffGroup": {"staffGroup": {"confirmedTime": "2026-03-02T09:00:00Z"}}}}`, confirm)
		}
		admin.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { removeStaffGroup(chatId: "none") { staffGroup { title } } }`)
		admin.gives(`{"data": {"removeStaffGroup": {"staffGroup": {"title": "Мастера"}}}}`, `mutation { removeStaffGroup(chatId: "-1001") { staffGroup { title } } }`)
		admin.gives(`{"data": {"staffGroups": []}}`, all)
	})
}

func TestAMemberChoosesOfWhichNewsTheyAreTold(t *testing.T) {
	s := onSQLite(t)
	anna, boris := s.login(s.NewStaff(t)), s.login(s.NewStaff(t))
	anna.gives(`{"data": {"me": {"notify": "EVERYTHING"}}}`, `{ me { notify } }`)
	anna.gives(`{"data": {"setNotify": {"user": {"notify": "MINE"}}}}`, `mutation { setNotify(notify: MINE) { user { notify } } }`)
	anna.gives(`{"data": {"me": {"notify": "MINE"}}}`, `{ me { notify } }`)
	boris.gives(`{"data": {"me": {"notify": "EVERYTHING"}}}`, `{ me { notify } }`)
}

func TestAMemberGetsALinkToSendPhotosToTheBot(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	task := s.NewTask(t, s.NewCustomer(t))
	const link = `mutation { photoLink(taskId: 1, label: BEFORE) { url expiresTime } }`
	anna.fails("The bot has not been online yet, so nothing can link to it.", `{"code": "CONFLICT"}`, link)
	require.NoError(t, s.SetBotUsername(t.Context(), "vintik_bot"))
	got := anna.call(link, nil)
	require.Regexp(t, `"url":"https://t.me/vintik_bot\?start=p_[\w-]{20,62}"`, got.body)
	require.Contains(t, got.body, `"expiresTime":"2026-03-02T09:10:00Z"`)
	anna.fails("Not found.", `{"code": "NOT_FOUND", "field": "taskId"}`, `mutation { photoLink(taskId: 99) { url } }`)
	require.EqualValues(t, 1, task.ID)
}
