package importer

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAnAmountIsReadAsPeopleWriteIt(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int64{
		"1500": 150_000, "1 500": 150_000, "1\u00a0500,00 ₽": 150_000, "1500 руб.": 150_000, "1500р": 150_000, "р.1500": 150_000, "от 1500": 150_000,
		"1500,5": 150_050, "1500.50": 150_050, "1,500.50": 150_050, "1.500,50": 150_050, "1'500.50": 150_050, "1 500 руб 50 коп": 150_050,
		"1500 р. 5 к.": 150_005, "$1,500": 150_000, "15.000 р.": 1_500_000, "1.500.000": 150_000_000, "0.125": 13, "0,5": 50, "-300": -30_000, "-$5": -500,
		"1,50,000": 15_000_000, "1500 Kč": 150_000, "1500 тенге": 150_000, "предоплата 500": 50_000,
	} {
		got, ok := money(text, false)
		require.True(t, ok, text)
		require.Equal(t, want, got, text)
	}
	for text, want := range map[string]int64{"987.525": 98_753, "15.000": 1_500_000, "1234.5": 123_450, "333.33333333333331": 33_333} {
		got, ok := money(text, true)
		require.True(t, ok, text)
		require.Equal(t, want, got, text)
	}
}

func TestWhatSaysMoreThanOneNumberIsNoAmount(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"от 1500 до 2000", "предоплата 500, остаток 1500", "1500 за 2 шт", "1500 2000", "1500-2000", "1500/2000", "1500\n200", "1500+200", "1500, 2000",
		"2 тыс.", "2к", "1,5k", "15 т.р.", "1 млн", "50 коп", "1500,5 руб 50 коп", "1.50.00", "нет", "", "1e3",
	} {
		_, ok := money(text, false)
		require.False(t, ok, text)
	}
}
