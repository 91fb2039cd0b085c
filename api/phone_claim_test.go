package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestStaffDecideWhoseAPhoneIsThatTwoAccountsHaveProven(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		customer := s.NewRegistered(t)
		anna.gives(`{"data": {"phoneClaims": [], "customerById": {"phoneClaims": []}}}`, `{ phoneClaims { id } customerById(id: 1) { phoneClaims { id } } }`)
		claim := func(chat int64) {
			_, outcome, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: customer.Phone, Verified: true, Name: "Ольга"})
			require.NoError(t, err)
			require.Equal(t, store.RegistrationClaimed, outcome)
		}
		claim(77)
		claim(78)
		anna.gives(`{"data": {
			"phoneClaims": [
				{"id": "1", "name": "Ольга", "telegramId": 77, "createdTime": "2026-03-02T09:00:00Z", "customer": {"id": "1", "phoneClaims": [{"id": "1"}, {"id": "2"}]}},
				{"id": "2", "name": "Ольга", "telegramId": 78, "createdTime": "2026-03-02T09:00:00Z", "customer": {"id": "1", "phoneClaims": [{"id": "1"}, {"id": "2"}]}}
			]
		}}`, `{ phoneClaims { id name telegramId createdTime customer { id phoneClaims { id } } } }`)

		const decide = `mutation($id: ID!, $accept: Boolean!) { decidePhoneClaim(id: $id, accept: $accept) {
			customer { telegramId verified phoneClaims { id } } } }`
		anna.gives(`{"data": {"decidePhoneClaim": {"customer": {"telegramId": `+asJSON(customer.TelegramID)+`, "verified": true, "phoneClaims": [{"id": "2"}]}}}}`,
			decide, vars{"id": 1, "accept": false})
		anna.gives(`{"data": {"decidePhoneClaim": {"customer": {"telegramId": 78, "verified": true, "phoneClaims": []}}}}`,
			decide, vars{"id": 2, "accept": true})
		for _, accept := range []bool{true, false} {
			anna.fails("This was decided already.", `{"code": "CONFLICT"}`, decide, vars{"id": 1, "accept": accept})
		}
		for _, id := range []any{3, "x"} {
			anna.fails("Not found.", `{"code": "NOT_FOUND"}`, decide, vars{"id": id, "accept": true})
		}
		s.stranger().fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, decide, vars{"id": 1, "accept": true})
		s.stranger().fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ phoneClaims { id } }`)
	})
}
