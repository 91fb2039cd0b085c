package bot_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestTheOnlyAdminGetsALinkForANewPasswordInTheirChat(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.PublicURL = "https://crm.example.com/" })
	account := func(email string, role store.Role) store.Staff {
		staff, err := s.CreateStaff(t.Context(), store.NewStaff{Email: email, Password: storetest.Password, Role: role})
		require.NoError(t, err)
		return staff
	}
	admin, member := account("vera@example.com", store.RoleAdmin), account("igor@example.com", store.RoleStaff)
	vera, igor, stranger := s.person(emulator.Profile{}), s.person(emulator.Profile{}), s.person(emulator.Profile{})
	link := func(id, chat int64) {
		_, err := s.LinkStaff(t.Context(), id, chat)
		require.NoError(t, err)
	}
	link(admin.ID, vera.ID)
	link(member.ID, igor.ID)
	s.run(t)

	for _, other := range []*emulator.User{stranger, igor} {
		other.Says("/password")
		require.NotContains(t, other.Answer(t).Text, "login=")
	}

	vera.Says("/password")
	_, rest, found := strings.Cut(vera.AnswerContaining(t, "новый пароль").Text, "https://")
	require.True(t, found)
	address, err := url.Parse(strings.Fields(rest)[0])
	require.NoError(t, err)
	_, err = s.UseLoginLink(t.Context(), address.Query().Get("login"), "another password")
	require.NoError(t, err)
	_, err = s.Authenticate(t.Context(), admin.Email, "another password")
	require.NoError(t, err)

	link(admin.ID, vera.ID)
	account("anna@example.com", store.RoleAdmin)
	vera.Says("/password")
	vera.AnswerContaining(t, "даст другой администратор")
}

func TestWithoutAnAddressOnTheInternetThereIsNoLink(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.PublicURL = "" })
	admin, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "vera@example.com", Password: storetest.Password, Role: store.RoleAdmin})
	require.NoError(t, err)
	vera := s.person(emulator.Profile{})
	_, err = s.LinkStaff(t.Context(), admin.ID, vera.ID)
	require.NoError(t, err)
	s.run(t)
	vera.Says("/password")
	vera.AnswerContaining(t, "zayavka staff passwd")
}
