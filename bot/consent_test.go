package bot_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// hasText gives the shop a text on personal data.
func (s *shop) hasText(t *testing.T, version string) {
	t.Helper()
	admins, err := s.AllStaff(t.Context())
	require.NoError(t, err)
	if len(admins) == 0 {
		admin, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "anna@example.com", Password: "correct horse battery", Role: store.RoleAdmin})
		require.NoError(t, err)
		admins = append(admins, admin)
	}
	settings, err := s.Shop(t.Context())
	require.NoError(t, err)
	link := "https://example.com/" + version
	_, err = s.UpdateShop(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admins[0].ID}, store.ShopUpdate{
		Version: settings.Version, ConsentVersion: &version, ConsentURL: &link,
	})
	require.NoError(t, err)
}

// agreed are the versions of the text to which the person has agreed.
func (s *shop) agreed(t *testing.T, user *emulator.User) (versions []string) {
	t.Helper()
	customer := s.customerOf(t, user)
	consents, err := s.ConsentsByCustomer(t.Context(), []int64{customer.ID})
	require.NoError(t, err)
	for _, consent := range consents[customer.ID] {
		versions = append(versions, consent.Version)
	}
	return versions
}

func TestTheShopsTextStandsBelowTheQuestionForAPhoneAndANewOneIsAskedForOnce(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ language, below, thanks, asked, agree, agreed string }{
		{"ru", "Отправляя номер, вы соглашаетесь с обработкой персональных данных.", "Спасибо, Ольга", "У нас новый текст", "Согласен", "Спасибо. Вы согласны"},
		{"en", "By sending your phone number you agree to how personal data are handled.", "Thank you, Ольга", "We have a new text", "I agree", "Thank you. You agree"},
	} {
		t.Run(test.language, func(t *testing.T) {
			t.Parallel()
			s := open(t)
			s.hasText(t, "1")
			olga := s.person(emulator.Profile{Language: test.language})
			olga.Says("/start")
			olga.AnswerContaining(t, test.below)
			olga.SharesContact()
			olga.AnswerContaining(t, test.thanks)
			require.Equal(t, []string{"1"}, s.agreed(t, olga))
			require.NotContains(t, fromBot(olga)[len(fromBot(olga))-1], test.asked)

			s.hasText(t, "2")
			olga.Says("/tasks")
			question := olga.AnswerContaining(t, test.asked)
			require.Equal(t, []string{test.agree}, labels(question.Buttons))
			olga.Says("/tasks")
			olga.Says("/help")
			olga.AnswerContaining(t, "/mydata")
			asked := 0
			for _, text := range fromBot(olga) {
				if strings.Contains(text, test.asked) {
					asked++
				}
			}
			require.Equal(t, 1, asked, "once, and service goes on")
			olga.Taps(t, test.agree)
			olga.AnswerContaining(t, test.agreed)
			require.Equal(t, []string{"1", "2"}, s.agreed(t, olga))
		})
	}
}
