package api_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestAConnectCodeIsALinkToTheBotAndSixDigits(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		customer := s.NewCustomer(t)
		const connect = `mutation($id: ID!) { connectCode(customerId: $id) { url digits expiresTime } }`
		id := vars{"id": customer.ID}
		anna.fails("The bot has not been online yet, so nothing can link to it.", `{"code": "CONFLICT"}`, connect, id)
		anna.gives(`{"data": {"bot": null}}`, `{ bot { url } }`)
		require.NoError(t, s.SetBotUsername(t.Context(), "vintik_bot"))
		anna.gives(`{"data": {"bot": {"url": "https://t.me/vintik_bot"}}}`, `{ bot { url } }`)
		anna.fails("Not found.", `{"code": "NOT_FOUND", "field": "customerId"}`, connect, vars{"id": 99})
		s.stranger().fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, connect, id)

		var answer struct {
			Data struct {
				ConnectCode struct{ URL, Digits, ExpiresTime string }
			}
		}
		require.NoError(t, json.Unmarshal([]byte(anna.call(connect, id).body), &answer))
		code := answer.Data.ConnectCode
		require.Regexp(t, `^https://t\.me/vintik_bot\?start=i_[\w-]{22}$`, code.URL)
		require.Regexp(t, `^\d{6}$`, code.Digits)
		require.Equal(t, "2026-03-16T09:00:00Z", code.ExpiresTime)
		const works = `query($id: ID!) { customerById(id: $id) { connectCodeExpiresTime } }`
		anna.gives(`{"data": {"customerById": {"connectCodeExpiresTime": "2026-03-16T09:00:00Z"}}}`, works, id)
		anna.gives(`{"data": {"customerById": {"connectCodeExpiresTime": null}}}`, works, vars{"id": s.NewCustomer(t).ID})

		address, err := url.Parse(code.URL)
		require.NoError(t, err)
		who := store.Registration{TelegramID: 77, Name: "Аня", Language: "ru"}
		_, err = s.OfferByLink(t.Context(), who, strings.TrimPrefix(address.Query().Get("start"), "i_"))
		require.NoError(t, err)
		who.Phone, who.Verified = "+79990000001", true
		_, outcome, err := s.Register(t.Context(), who)
		require.NoError(t, err)
		require.Equal(t, store.RegistrationOtherPhone, outcome)
		anna.gives(`{"data": {"customerById": {"telegramId": null, "phoneClaims": [{"name": "Аня", "phone": "+79990000001", "byCode": true}]}}}`,
			`query($id: ID!) { customerById(id: $id) { telegramId phoneClaims { name phone byCode } } }`, id)
	})
}
