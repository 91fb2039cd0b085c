package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestOnePhoneHoweverItIsWritten(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for _, written := range []string{
		"8 917 000-99-00", "+7(917)000-99-00", "+7 917 000 99 00", "89170009900", "79170009900",
		"9170009900", "+79170009900", "8 (917) 000–99–00", " 8.917.000.99.00 ", "8/917/0009900",
	} {
		phone, err := s.ParsePhone(written)
		require.NoError(t, err, written)
		require.Equal(t, "79170009900", phone.Key, written)
	}
}

func TestPossiblePhonesAreTakenAsWritten(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for written, key := range map[string]string{
		"+7(801)-000-00-00": "78010000000", // no such numbering range, yet possible
		"+7(800)-000-00-00": "78000000000",
		"+375 29 123-45-67": "375291234567",
		"+1 212 555 0100":   "12125550100",
		"+44 20 7946 0958":  "442079460958",
	} {
		phone, err := s.ParsePhone(written)
		require.NoError(t, err, written)
		require.Equal(t, store.Phone{Written: written, Key: key}, phone)
	}
}

func TestWhatCannotBeAPhoneIsRefused(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for _, written := range []string{
		"", " ", "hello", "123", "12345", "+7", "+", "+7 917 000 99 000 000 0", "0000000000000000000",
		"8 917 000 99 00 доб. 5", "call 89170009900", "<b>89170009900</b>", "8917000990\x00",
		"+999 123 456 789", "89170009900 89170009901",
	} {
		_, err := s.ParsePhone(written)
		require.Equal(t, store.Invalid, store.CodeOf(err), "%q", written)
		var shown *store.Error
		require.ErrorAs(t, err, &shown)
		require.Equal(t, "phone", shown.Field)
	}
}
