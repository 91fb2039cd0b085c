package store_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAPasswordThatIsGuessedFirstIsRefusedWithItsReason(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	owner, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "anna.k@vintik-service.ru", Password: storetest.Password, Role: store.RoleAdmin})
	require.NoError(t, err)
	for reason, refused := range map[string][]string{
		"password_too_short":        {"", "short", "пароль1"},
		"":                          {strings.Repeat(" ", 10), strings.Repeat("я", store.MaxPassword+1)},
		"password_entirely_numeric": {"12345678", "19850412", "89170001123", "7 917 000-11-23", "31415926535897932384"},
		"password_too_common": {
			"password", "Password1!", "P@ssw0rd", "1password1", "dragon2024", "natasha12", "qwerty123", "1q2w3e4r5t", "iloveyou!!",
			"aaaaaaaa", "ababababab", "abcabcabc", "Абв1Абв1", "passwordpassword", "abcdefgh", "hgfedcba1", "abcd1234", "qwertyui", "aaaabbbbcccc",
			"йцукенгш", "йцукен12", "пароль12", "Привет123", "привет-привет", "!!!!!!!!!!",
		},
		"password_too_similar": {"anna.k@vintik-service.ru", "anna1234", "Vintik-Service", "vintik2024", "service_123", "annavintik!"},
	} {
		for _, password := range refused {
			_, err := s.SetPassword(t.Context(), owner.ID, password)
			var known *store.Error
			require.True(t, errors.As(err, &known), password)
			require.Equal(t, store.Invalid, known.Code, password)
			require.Equal(t, "password", known.Field, password)
			require.Equal(t, reason, known.Reason, password)
		}
	}
	for _, password := range []string{
		"correct horse", "long enough", "another password", "zayavka-demo", "мой кот барсик", "Кот_Барсик7", "x7#kQ9pw", "masterskaya-na-uglu",
		"dragon-lamp-7-river", "ремонт у Анны с 1998", strings.Repeat("xkq7fwzy", 2), "q7w!e2r9", "vintik ne gaika", "ejk4tn0p2x", strings.Repeat("long text ", 20),
	} {
		_, err := s.SetPassword(t.Context(), owner.ID, password)
		require.NoError(t, err, password)
	}
}

func TestEveryWayToSetAPasswordRefusesAWeakOne(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	staff := s.NewStaff(t)
	for name, set := range map[string]func() error{
		"staff add": func() error {
			_, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "a@example.com", Password: "12345678", Role: store.RoleStaff})
			return err
		},
		"register": func() error {
			_, err := s.RegisterStaff(t.Context(), store.NewStaff{Email: "a@example.com", Password: "12345678"}, nil)
			return err
		},
		"staff passwd": func() error { _, err := s.SetPassword(t.Context(), staff.ID, "12345678"); return err },
		"change": func() error {
			_, err := s.ChangePassword(t.Context(), staff.ID, storetest.Password, "12345678")
			return err
		},
		"its own email": func() error {
			_, err := s.RegisterStaff(t.Context(), store.NewStaff{Email: "marina.kim@example.com", Password: "marina.kim"}, nil)
			return err
		},
	} {
		require.Equal(t, store.Invalid, store.CodeOf(set()), name)
	}
}
