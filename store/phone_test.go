package store_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// inRegion gives a Store to read phones with, which needs no database.
func inRegion(t *testing.T, region string) *store.Store {
	t.Helper()
	s, err := store.Open(store.Options{URL: storetest.SQLite(t), Region: region})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

func TestOnePhoneHoweverItIsWritten(t *testing.T) {
	s := inRegion(t, "RU")
	for _, written := range []string{
		"8 917 000-99-00", "+7(917)000-99-00", "+7 917 000 99 00", "89170009900", "79170009900",
		"9170009900", "+79170009900", "8 (917) 000–99–00", " 8.917.000.99.00 ", "8/917/0009900",
		// as copied from other programs
		"\u202A+7 917 000-99-00\u202C", "\u200E8 917 000-99-00\u200F", "\u206689170009900\u2069", "\uFEFF+79170009900",
		"8\u2060917\u2060000\u206099\u206000", "8\uFE0D917000\uFE0F9900", "8 917 000\u00AD9900", "8\u202F917\u2009000\u00A099\u300000",
		"８ ９１７ ０００－９９－００", "＋７（９１７）０００９９００", "٨٩١٧٠٠٠٩٩٠٠", "۸۹۱۷۰۰۰۹۹۰۰", "+७९१७०००९९००", "8 917 000−99‑00", "8\t917\n0009900",
		"+8 917 000-99-00", "+8(917)0009900", "'89170009900", "'+7 917 000-99-00",
		"8 917 000 99 00 доб. 5", "8 917 000-99-00 (доб. 12)", "+79170009900 ext 12", "89170009900x7", "8 917 000 99 00, вн. 3", "89170009900#12",
	} {
		phone, err := s.ParsePhone(written)
		require.NoError(t, err, written)
		require.Equal(t, "79170009900", phone.Key, written)
	}
}

func TestPossiblePhonesAreTakenAsWritten(t *testing.T) {
	s := inRegion(t, "RU")
	for written, key := range map[string]string{
		"+7(801)-000-00-00": "78010000000", // no such numbering range, yet possible
		"+7(800)-000-00-00": "78000000000",
		"+375 29 123-45-67": "375291234567",
		"+1 212 555 0100":   "12125550100",
		"+44 20 7946 0958":  "442079460958",
		"+49 30 123456":     "4930123456",
		"+998 20 123 45 67": "998201234567",
		"+380 77 123 45 67": "380771234567",
		"+7 707 123-45-67":  "77071234567",
	} {
		phone, err := s.ParsePhone(written)
		require.NoError(t, err, written)
		require.Equal(t, store.Phone{Written: written, Key: key}, phone)
	}
}

func TestAPhoneIsShownAsItWasWrittenWithoutInvisibleMarks(t *testing.T) {
	s := inRegion(t, "RU")
	for written, shown := range map[string]string{
		"\u202A+7\u00A0917\u202F000-99-00\u202C ": "+7 917 000-99-00",
		"８９１７０００９９００":                             "８９１７０００９９００",
		"8 495 123-45-67 доб.\u00A012":            "8 495 123-45-67 доб. 12",
	} {
		phone, err := s.ParsePhone(written)
		require.NoError(t, err)
		require.Equal(t, shown, phone.Written)
	}
}

func TestTheExtensionIsKeptBesideTheKey(t *testing.T) {
	s := inRegion(t, "RU")
	for written, extension := range map[string]string{
		"8 495 123-45-67 доб. 12": "12", "8 495 123-45-67 ДОБ 12": "12", "8 (495) 123-45-67 (доб. 1234567)": "1234567",
		"+7 495 123 45 67 ext. 5": "5", "84951234567 extension 5": "5", "84951234567, добавочный номер 12": "12", "84951234567 вн. №３": "3",
		"8 495 123-45-67": "",
	} {
		phone, err := s.ParsePhone(written)
		require.NoError(t, err, written)
		require.Equal(t, "74951234567", phone.Key, written)
		require.Equal(t, extension, phone.Extension, written)
	}
}

func TestNumbersOfNeighboursAreReadWithoutAPlus(t *testing.T) {
	s := inRegion(t, "RU")
	for written, key := range map[string]string{
		"375291234567": "375291234567", "998 90 123-45-67": "998901234567", "380 (50) 123-45-67": "380501234567",
		"996 555 123 456": "996555123456", "992 917 12 34 56": "992917123456", "374 91 123456": "37491123456",
		"998 04 123 45 67": "998041234567", // a code that the library does not know yet
		"37291234567":      "",             // too few digits for Belarus, too many for Russia
		"49 1512 3456789":  "4915123456789",
		"+8 613 800-13-80": "", // a mistyped number of China, not one of Russia
	} {
		phone, err := s.ParsePhone(written)
		if key == "" {
			require.Equal(t, store.Invalid, store.CodeOf(err), written)
			continue
		}
		require.NoError(t, err, written)
		require.Equal(t, key, phone.Key, written)
	}
	kazakh := inRegion(t, "KZ")
	for written, key := range map[string]string{"8 707 123-45-67": "77071234567", "+8 707 123-45-67": "77071234567", "998901234567": "998901234567"} {
		phone, err := kazakh.ParsePhone(written)
		require.NoError(t, err, written)
		require.Equal(t, key, phone.Key, written)
	}
}

func TestWhatCannotBeAPhoneIsRefusedWithTheReason(t *testing.T) {
	for _, region := range []string{"RU", "KZ"} {
		s := inRegion(t, region)
		for fault, writings := range map[store.PhoneFault][]string{
			store.PhoneUnreadable: {
				"", " ", "hello", "+", "+7", "call 89170009900", "<b>89170009900</b>", "8917000990\x00", "+999 123 456 789", "доб. 12",
				"\u202A\u202C", "8 917 000 99 00 \U0001F4DE",
			},
			store.PhoneTooLong: {
				"+7 917 000 99 000 000 0", "0000000000000000000", "89170009900 89170009901", "89170001123 10-18", "8 917 000-11-24 1234",
				"866938035643809", "00375291234567", "+1 212 555 0100 12", "+375 29 123-45-67 8", "+998 90 123 45 67 8", "+7 917 000 99 001",
				strings.Repeat("8", 61), strings.Repeat("\u202A", 400) + "89170009900", strings.Repeat("8", 1_000_000),
			},
			store.PhoneTooShort:  {"123", "12345", "8 917 000-99", "8 917 000", "+7 917 000 99 0", "+375 29 123-45-6"},
			store.PhoneAnonymous: {"+888 0456 1234", "+888 8 123"},
		} {
			for _, written := range writings {
				_, err := s.ParsePhone(written)
				require.Equal(t, store.Invalid, store.CodeOf(err), "%.80q", written)
				var shown *store.Error
				require.ErrorAs(t, err, &shown)
				require.Equal(t, "phone", shown.Field)
				require.Equal(t, fault, shown.Phone, "%.80q in %s", written, region)
				require.NotEmpty(t, shown.Message)
			}
		}
	}
}

func TestTheOnePhoneInATextIsFound(t *testing.T) {
	for text, want := range map[string]string{
		"мой номер 8 917 000-99-03, Ольга":              "8 917 000-99-03",
		"\u202A+7 917 000-99-00\u202C":                  "+7 917 000-99-00",
		"звоните: +7\u00A0(917)\u00A0000-99-00":         "+7 (917) 000-99-00",
		"8 495 123-45-67 доб. 12":                       "8 495 123-45-67 доб. 12",
		"8 495 123-45-67, добавочный 12 спросить Ольгу": "8 495 123-45-67, добавочный 12",
		"８ ９１７ ０００－９９－００":                               "８ ９１７ ０００－９９－００",
		"8\u2060917\uFE0F0009900":                       "89170009900",
		"8 917 000-99-01 или 8 917 000-99-02":           "",
		"8 917 000-99-01 доб. 12345 8 917 000-99-02":    "",
		"привет": "",
		"12":     "",
	} {
		written, found := store.FindPhone(text)
		require.Equal(t, want, written, text)
		require.Equal(t, want != "", found, text)
	}
}

func TestAnAnonymousNumberIsTakenFromItsContactAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		const phone = "+88804561234"
		_, _, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: phone})
		requireError(t, err, store.Invalid, "phone")
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: phone})
		requireError(t, err, store.Invalid, "phone")
		_, err = s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: phone})
		requireError(t, err, store.Invalid, "customerPhone")

		customer, _ := register(t, s, store.Registration{TelegramID: chat, Phone: phone, Verified: true})
		require.Equal(t, "88804561234", customer.PhoneKey)
		require.NotNil(t, customer.PhoneVerifiedAt)
		task := s.NewTask(t, customer)
		require.Equal(t, &customer.ID, task.CustomerID, "staff make tasks for the card")
		name := "Аноним"
		changed, err := s.UpdateCustomer(t.Context(), "+888 0456 1234", store.CustomerUpdate{Name: &name})
		require.NoError(t, err)
		require.Equal(t, customer.ID, changed.ID)
	})
}

func TestACardFromBeforeItsPhoneWasRefusedWorksOn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Exec(t, `INSERT INTO customers (id, phone, phone_key, created_at, updated_at) VALUES
			(77, '00375291234567', '700375291234567', '2026-02-01 09:00:00+00:00', '2026-02-01 09:00:00+00:00')`)
		const phone = "00375291234567"
		_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: phone})
		requireError(t, err, store.Invalid, "phone")
		found, err := s.CustomerByPhone(t.Context(), phone)
		require.NoError(t, err)
		task := s.NewTask(t, found)
		require.EqualValues(t, 77, *task.CustomerID)
		same, other := phone, "8 917 000-11-24 1234"
		_, err = s.UpdateCustomer(t.Context(), phone, store.CustomerUpdate{Phone: &same})
		require.NoError(t, err, "a form sends the phone that is there")
		_, err = s.UpdateCustomer(t.Context(), phone, store.CustomerUpdate{Phone: &other})
		requireError(t, err, store.Invalid, "newPhone")
		tasks, err := s.Tasks(t.Context(), store.TaskFilter{Phone: &same}, store.TaskPage{})
		require.NoError(t, err)
		require.Equal(t, []int64{task.ID}, idsOf(tasks))
	})
}

func TestTwoExtensionsOfANumberAreOneCustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		card, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 495 123-45-67 доб. 12"})
		require.NoError(t, err)
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 495 123-45-67 доб. 13"})
		requireError(t, err, store.Conflict, "phone")
		other := "+7 495 123-45-67 доб. 13"
		_, err = s.UpdateCustomer(t.Context(), card.Phone, store.CustomerUpdate{Phone: &other})
		require.NoError(t, err)
		read, err := s.Customer(t.Context(), card.ID)
		require.NoError(t, err)
		require.Equal(t, [2]string{other, "13"}, [2]string{read.Phone, read.PhoneExtension})
	})
}
