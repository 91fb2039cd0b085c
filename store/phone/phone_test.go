package phone_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store/phone"
)

func TestOnePhoneHoweverItIsWritten(t *testing.T) {
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
		number, fault := phone.Read(written, "RU")
		require.Empty(t, fault, written)
		require.Equal(t, "79170009900", number.Key, written)
	}
}

func TestPossiblePhonesAreTakenAsWritten(t *testing.T) {
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
		number, fault := phone.Read(written, "RU")
		require.Empty(t, fault, written)
		require.Equal(t, phone.Number{Written: written, Key: key}, number)
	}
}

func TestAPhoneIsShownAsItWasWrittenWithoutInvisibleMarks(t *testing.T) {
	for written, shown := range map[string]string{
		"\u202A+7\u00A0917\u202F000-99-00\u202C ": "+7 917 000-99-00",
		"８９１７０００９９００":                             "８９１７０００９９００",
		"8 495 123-45-67 доб.\u00A012":            "8 495 123-45-67 доб. 12",
	} {
		number, fault := phone.Read(written, "RU")
		require.Empty(t, fault)
		require.Equal(t, shown, number.Written)
	}
}

func TestTheExtensionIsKeptBesideTheKey(t *testing.T) {
	for written, extension := range map[string]string{
		"8 495 123-45-67 доб. 12": "12", "8 495 123-45-67 ДОБ 12": "12", "8 (495) 123-45-67 (доб. 1234567)": "1234567",
		"+7 495 123 45 67 ext. 5": "5", "84951234567 extension 5": "5", "84951234567, добавочный номер 12": "12", "84951234567 вн. №３": "3",
		"8 495 123-45-67": "",
	} {
		number, fault := phone.Read(written, "RU")
		require.Empty(t, fault, written)
		require.Equal(t, "74951234567", number.Key, written)
		require.Equal(t, extension, number.Extension, written)
	}
}

func TestNumbersOfNeighboursAreReadWithoutAPlus(t *testing.T) {
	for written, key := range map[string]string{
		"375291234567": "375291234567", "998 90 123-45-67": "998901234567", "380 (50) 123-45-67": "380501234567",
		"996 555 123 456": "996555123456", "992 917 12 34 56": "992917123456", "374 91 123456": "37491123456",
		"998 04 123 45 67": "998041234567", // a code that the library does not know yet
		"37291234567":      "",             // too few digits for Belarus, too many for Russia
		"49 1512 3456789":  "4915123456789",
		"+8 613 800-13-80": "", // a mistyped number of China, not one of Russia
	} {
		number, fault := phone.Read(written, "RU")
		if key == "" {
			require.NotEmpty(t, fault, written)
			continue
		}
		require.Empty(t, fault, written)
		require.Equal(t, key, number.Key, written)
	}
	for written, key := range map[string]string{"8 707 123-45-67": "77071234567", "+8 707 123-45-67": "77071234567", "998901234567": "998901234567"} {
		number, fault := phone.Read(written, "KZ")
		require.Empty(t, fault, written)
		require.Equal(t, key, number.Key, written)
	}
}

func TestWhatCannotBeAPhoneIsRefusedWithTheReason(t *testing.T) {
	for _, region := range []string{"RU", "KZ"} {
		for want, writings := range map[phone.Fault][]string{
			phone.Unreadable: {
				"", " ", "hello", "+", "+7", "call 89170009900", "<b>89170009900</b>", "8917000990\x00", "+999 123 456 789", "доб. 12",
				"\u202A\u202C", "8 917 000 99 00 \U0001F4DE",
			},
			phone.TooLong: {
				"+7 917 000 99 000 000 0", "0000000000000000000", "89170009900 89170009901", "89170001123 10-18", "8 917 000-11-24 1234",
				"866938035643809", "00375291234567", "+1 212 555 0100 12", "+375 29 123-45-67 8", "+998 90 123 45 67 8", "+7 917 000 99 001",
				strings.Repeat("8", 61), strings.Repeat("\u202A", 400) + "89170009900", strings.Repeat("8", 1_000_000),
			},
			phone.TooShort:  {"123", "12345", "8 917 000-99", "8 917 000", "+7 917 000 99 0", "+375 29 123-45-6"},
			phone.Anonymous: {"+888 0456 1234", "+888 8 123"},
		} {
			for _, written := range writings {
				_, fault := phone.Read(written, region)
				require.Equal(t, want, fault, "%.80q in %s", written, region)
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
		written, found := phone.Find(text)
		require.Equal(t, want, written, text)
		require.Equal(t, want != "", found, text)
	}
}

func TestWordsBesideAPhoneAreToldFromThoseThatOnlySayWhoseItIs(t *testing.T) {
	for text, want := range map[string]bool{
		"8 917 000-99-03": true, "Мой номер телефона: 8 917 000-99-03.": true, "\u202Aтел. +7\u00A0917 000-99-00\u202C": true,
		"8 495 123-45-67 доб. 12": true, "📞 8 917 000-99-03": true, "my phone number is +7 917 000-99-03": true,
		"Сломался экран 8 917 000-99-00": false, "8 917 000-99-03, Ольга": false, "Acer 15600": false, "15 000 руб": false,
	} {
		written, found := phone.Find(text)
		require.True(t, found, text)
		require.Equal(t, want, phone.IsAll(text, written), text)
	}
}
