package locale

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/wording"
)

// A shop that is open on weekdays from ten to eight, and on Saturdays until three.
func weekdays() (hours [7]store.Hours) {
	for day := time.Monday; day <= time.Friday; day++ {
		hours[day] = store.Hours{From: 10 * 60, To: 20 * 60}
	}
	hours[time.Saturday] = store.Hours{From: 10 * 60, To: 15 * 60}
	return hours
}

func TestTheHoursSayUntilWhenOrFromWhenTheShopIsOpen(t *testing.T) {
	shop := store.Shop{Hours: weekdays()}
	for at, want := range map[string][2]string{
		"2026-03-02T10:00:00+03:00": {"до 20:00", "until 20:00"},
		"2026-03-02T19:59:59+03:00": {"до 20:00", "until 20:00"},
		"2026-03-02T09:59:59+03:00": {"сегодня с 10:00 до 20:00", "today from 10:00 to 20:00"},
		"2026-03-02T20:00:00+03:00": {"завтра с 10:00 до 20:00", "tomorrow from 10:00 to 20:00"},
		"2026-03-06T21:00:00+03:00": {"завтра с 10:00 до 15:00", "tomorrow from 10:00 to 15:00"},
		"2026-03-07T15:00:00+03:00": {"в понедельник с 10:00 до 20:00", "on Monday from 10:00 to 20:00"},
		"2026-03-08T12:00:00+03:00": {"завтра с 10:00 до 20:00", "tomorrow from 10:00 to 20:00"},
	} {
		moment, err := time.Parse(time.RFC3339, at)
		require.NoError(t, err)
		require.Equal(t, want, [2]string{russian.OpenHours(shop, moment), english.OpenHours(shop, moment)}, at)
	}
	onMondays := store.Shop{Hours: [7]store.Hours{time.Monday: {From: 10 * 60, To: 20 * 60}}}
	mondayNight := time.Date(2026, 3, 2, 21, 0, 0, 0, time.UTC)
	require.Equal(t, "в понедельник с 10:00 до 20:00", russian.OpenHours(onMondays, mondayNight))
	require.Empty(t, russian.OpenHours(store.Shop{}, mondayNight))
}

func TestEveryStatusHasATextOfItsOwnThatReadsWellWithAndWithoutValues(t *testing.T) {
	shop := store.Shop{Address: "Ленина 5", Hours: weekdays()}
	at := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	for language, want := range map[string]map[store.Status][2]string{
		"ru": {
			store.StatusAccepted:   {"Заявка принята: № 120, наушники Sony — к 12 марта.", "Заявка принята: № 120."},
			store.StatusInProgress: {"Взяли в работу: № 120, наушники Sony — к 12 марта.", "Взяли в работу: № 120."},
			store.StatusReady:      {"Готово, можно забирать: № 120, наушники Sony, 7\u00a0400\u00a0₽. Ленина 5, до 20:00", "Готово, можно забирать: № 120. Ленина 5, до 20:00"},
			store.StatusClosed:     {"Заявка закрыта: № 120, наушники Sony. Спасибо, что выбрали нас.", "Заявка закрыта: № 120. Спасибо, что выбрали нас."},
		},
		"en": {
			store.StatusAccepted:   {"Request received: #120, Sony headphones — by March 12.", "Request received: #120."},
			store.StatusInProgress: {"Work has begun: #120, Sony headphones — by March 12.", "Work has begun: #120."},
			store.StatusReady:      {"Ready for pickup: #120, Sony headphones, ₽7,400. Ленина 5, until 20:00", "Ready for pickup: #120. Ленина 5, until 20:00"},
			store.StatusClosed:     {"Request closed: #120, Sony headphones. Thank you for choosing us.", "Request closed: #120. Thank you for choosing us."},
		},
	} {
		for _, status := range store.Statuses() {
			text := StatusDefault(language, status)
			require.Nil(t, wording.Check(text), text)
			full, least := PreviewStatusText(language, shop, status, nil, at)
			require.Equal(t, want[status], [2]string{full, least})
		}
	}
}

func TestAPromiseNamesTheYearOnlyWhereItIsAnother(t *testing.T) {
	moscow, err := time.LoadLocation("Europe/Moscow")
	require.NoError(t, err)
	now := time.Date(2026, 12, 20, 12, 0, 0, 0, moscow)
	for promised, want := range map[time.Time][2]string{
		time.Date(2026, 12, 25, 0, 0, 0, 0, moscow):   {"к 25 декабря", "by December 25"},
		time.Date(2026, 12, 25, 18, 30, 0, 0, moscow): {"к 25 декабря, 18:30", "by December 25, 18:30"},
		time.Date(2027, 1, 12, 0, 0, 0, 0, moscow):    {"к 12 января 2027", "by January 12, 2027"},
	} {
		require.Equal(t, want, [2]string{russian.promisedBy(promised, now), english.promisedBy(promised, now)})
	}
}

func TestAStageIsToldInItsWordsOrByItsNameWithTheTaskItIsAbout(t *testing.T) {
	moscow, err := time.LoadLocation("Europe/Moscow")
	require.NoError(t, err)
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, moscow)
	promised := time.Date(2026, 3, 12, 0, 0, 0, 0, moscow)
	for _, test := range []struct {
		stage *store.Stage
		want  string
	}{
		{&store.Stage{NameRu: "Ждём {запчасть}"}, "Ждём {запчасть}: № 57, наушники — к 12 марта."},
		{&store.Stage{NameRu: "Ждём", TextRu: "Заказали деталь к № {number}"}, "Заказали деталь к № 57"},
		{&store.Stage{NameRu: "Ждём", TextRu: "Заказали деталь."}, "Заказали деталь.\n\n№ 57, наушники — к 12 марта."},
		{nil, "Взяли в работу: № 57, наушники — к 12 марта."},
	} {
		require.Equal(t, test.want, russian.StatusText(store.Delivery{
			Notification: store.Notification{Payload: store.NotificationPayload{To: store.StatusInProgress}},
			Task:         store.Task{ID: 57, PromisedAt: &promised, OverdueAt: &promised}, Item: store.Item{Kind: "наушники"}, Stage: test.stage, At: now,
		}))
	}
}

func TestAPreviewIsOfTheTextOrTheStageThatIsBeingWritten(t *testing.T) {
	at := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	shop := store.Shop{Address: "Ленина 5", Texts: map[store.Status]store.Wording{store.StatusReady: {Ru: "Ждём вас: {address}{promised}"}}}
	for _, test := range []struct {
		status store.Status
		stage  *store.Stage
		want   [2]string
	}{
		{store.StatusReady, nil, [2]string{"Ждём вас: Ленина 5\n\n№ 120, наушники Sony.", "Ждём вас: Ленина 5\n\n№ 120."}},
		{store.StatusInProgress, &store.Stage{NameRu: "Ждём деталь"}, [2]string{"Ждём деталь: № 120, наушники Sony — к 12 марта.", "Ждём деталь: № 120."}},
		{store.StatusInProgress, &store.Stage{NameRu: "Ждём", TextRu: "Заказали деталь."}, [2]string{"Заказали деталь.\n\n№ 120, наушники Sony — к 12 марта.", "Заказали деталь.\n\n№ 120."}},
	} {
		full, least := PreviewStatusText("ru", shop, test.status, test.stage, at)
		require.Equal(t, test.want, [2]string{full, least})
	}
}
