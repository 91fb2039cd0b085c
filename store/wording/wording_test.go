package wording_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store/wording"
)

var all = wording.Values{
	wording.Number: "120", wording.Item: "наушники Sony", wording.Price: "7 400 ₽", wording.Promised: "к 12 марта",
	wording.Address: "Ленина 5", wording.Hours: "до 20:00", wording.Phone: "+7 917 000-99-00",
}

const ready = "Готово, можно забирать: № {number}, {item}, {price}. {address}, {hours}"

func TestPlacesAreFilled(t *testing.T) {
	require.Equal(t, "Готово, можно забирать: № 120, наушники Sony, 7 400 ₽. Ленина 5, до 20:00", wording.Fill(ready, all))
	require.Equal(t, "Ничего не названо.", wording.Fill("Ничего не названо.", all))
}

func TestAPlaceWithoutAValueTakesItsPunctuationAlong(t *testing.T) {
	for _, test := range []struct{ text, without, want string }{
		{ready, "item", "Готово, можно забирать: № 120, 7 400 ₽. Ленина 5, до 20:00"},
		{ready, "price", "Готово, можно забирать: № 120, наушники Sony. Ленина 5, до 20:00"},
		{ready, "item price", "Готово, можно забирать: № 120. Ленина 5, до 20:00"},
		{ready, "item price address", "Готово, можно забирать: № 120. До 20:00"},
		{ready, "price hours", "Готово, можно забирать: № 120, наушники Sony. Ленина 5"},
		{ready, "item price address hours", "Готово, можно забирать: № 120."},
		{"Приняли: № {number}, {item} — {promised}.", "promised", "Приняли: № 120, наушники Sony."},
		{"Приняли: № {number}, {item} — {promised}.", "item", "Приняли: № 120 — к 12 марта."},
		{"Приняли: № {number}, {item} — {promised}.", "item promised", "Приняли: № 120."},
		{"{item}, готово: № {number}", "item", "Готово: № 120"},
		{"{item} — {price}", "item price", ""},
		{"{item}, {price}. Ждём вас", "item price", "Ждём вас"},
		{"Готово ({item}, {price}), ждём", "item", "Готово (7 400 ₽), ждём"},
		{"Готово ({item}, {price}), ждём", "price", "Готово (наушники Sony), ждём"},
		{"Готово ({item}, {price}), ждём", "item price", "Готово, ждём"},
		{"Готово («{item}»), ждём", "item", "Готово, ждём"},
		{"Готово \"{item}\"", "item", "Готово"},
		{"Готово.\n{address}\nЖдём", "address", "Готово.\nЖдём"},
		{"Готово. {address}\nЖдём", "address", "Готово.\nЖдём"},
		{"Готово, {price}.\nЖдём", "price", "Готово.\nЖдём"},
		{"Адрес: {address}, {hours}. Ждём", "address", "Адрес: до 20:00. Ждём"},
		{"Готово! {address}. ждём", "address", "Готово! Ждём"},
		{"Ваш {item} готов", "item", "Ваш готов"},
		{"{number}{item}, ждём", "item", "120, ждём"},
		{"Готово — {price}, ждём", "price", "Готово — ждём"},
		{"Готово, {price}", "price", "Готово"},
		{"Готово: {price}", "price", "Готово"},
	} {
		values := wording.Values{}
		for place, value := range all {
			values[place] = value
		}
		for _, place := range []wording.Place{"item", "price", "promised", "address", "hours"} {
			if slices.Contains(strings.Fields(test.without), string(place)) {
				values[place] = " "
			}
		}
		require.Equal(t, test.want, wording.Fill(test.text, values), "%s without %s", test.text, test.without)
	}
}

func TestAValueThatBeginsASentenceBeginsWithACapital(t *testing.T) {
	require.Equal(t, "Наушники Sony: готово", wording.Fill("{item}: готово", all))
	require.Equal(t, "iPhone 12: готово", wording.Fill("{item}: готово", wording.Values{wording.Item: "iPhone 12"}))
	require.Equal(t, "Ждём. Ул. Ленина, 5", wording.Fill("Ждём. {address}", wording.Values{wording.Address: "ул. Ленина, 5"}))
	require.Equal(t, "Ждём: ул. Ленина, 5", wording.Fill("Ждём: {address}", wording.Values{wording.Address: "ул. Ленина, 5"}))
}

func TestAValueIsPutInAsItIs(t *testing.T) {
	require.Equal(t, "Готово: {number} & <b>, Ленина 5", wording.Fill("Готово: {item}, {address}", wording.Values{
		wording.Item: "{number} & <b>", wording.Address: "Ленина 5",
	}))
}

func TestWhatIsNoPlaceIsSaidWhereItStands(t *testing.T) {
	for text, want := range map[string]wording.Fault{
		"Готово: {nomer}":           {UnknownPlace: true, At: 8, Written: "{nomer}"},
		"{number} {Number}":         {UnknownPlace: true, At: 9, Written: "{Number}"},
		"№ {}":                      {UnknownPlace: true, At: 2, Written: "{}"},
		"№ { number }":              {UnknownPlace: true, At: 2, Written: "{ number }"},
		"Готово {number":            {At: 7, Written: "{"},
		"Готово number}":            {At: 13, Written: "}"},
		"Готово {{number}}":         {At: 7, Written: "{"},
		"{number}, {item {address}": {At: 10, Written: "{"},
		"{":                         {At: 0, Written: "{"},
		"😀 }":                       {At: 2, Written: "}"},
	} {
		require.Equal(t, &want, wording.Check(text), text)
		require.Equal(t, text, wording.Fill(text, all))
	}
	require.Nil(t, wording.Check(ready))
	require.Nil(t, wording.Check(""))
}

func FuzzFillNeverLosesANumberNorLeavesAPlace(f *testing.F) {
	f.Add(ready, true, false)
	f.Add("({item}) {number}{price}", false, false)
	f.Fuzz(func(t *testing.T, text string, item, price bool) {
		if wording.Check(text) != nil {
			return
		}
		values := wording.Values{wording.Number: "120"}
		if item {
			values[wording.Item] = "наушники"
		}
		if price {
			values[wording.Price] = "7 400 ₽"
		}
		filled := wording.Fill(text, values)
		require.NotContains(t, filled, "{")
		require.LessOrEqual(t, strings.Count(text, "{number}"), strings.Count(filled, "120"), filled)
	})
}
