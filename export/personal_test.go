package export_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/export"
	"zayavka/store"
)

func TestThePageOfPersonalDataTellsAllInWordsAndEscapesWhatPeopleWrote(t *testing.T) {
	at := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	number := int64(7)
	data := store.PersonalData{
		MadeAt:   at,
		Card:     store.PersonalCard{Name: "Ольга <b>", Phone: "+7 917 000-99-00", CreatedAt: at, EraseAt: &at},
		Consents: []store.PersonalConsent{{Version: "2", Link: "javascript:alert(1)", GivenAt: at}},
		Requests: []store.PersonalRequest{{
			Number: 7, CreatedAt: at, Status: store.StatusClosed, Category: store.CategoryRepair, Description: "<script>", Rating: 2, RatingComment: "долго",
			Estimates: []store.PersonalEstimate{{State: store.EstimateAccepted, SentAt: &at, Total: "7400.00 RUB", Lines: []string{"Экран, 1 × 7400.00 RUB"}}},
			Payments:  []store.PersonalPayment{{At: at, Amount: "7400.00 RUB", Method: store.PaidByCash}},
			History: []store.PersonalEvent{
				{At: at, Kind: store.EventCreated, To: "ACCEPTED"}, {At: at, Kind: store.EventPromise, To: "2026-03-05T18:00:00+03:00"},
				{At: at, Kind: store.EventPayment, From: "CASH", To: "740000 RUB"}, {At: at, Kind: store.EventRated, To: "2"},
			},
		}},
		Messages: []store.PersonalMessage{{
			At: at, FromCustomer: true, Request: &number, Text: "готово?", PreviousTexts: []string{"гтово?"}, Files: []store.PersonalFile{{Kind: store.FilePhoto}},
		}},
		Notifications: []store.PersonalNotification{{At: at, Kind: store.NotificationTaskCreated, Request: &number}, {At: at, Kind: "another"}},
	}
	files, err := export.Personal(data, "ru", "Винтик & сын")
	require.NoError(t, err)
	page := string(files.HTML)
	for _, text := range []string{
		`lang="ru"`, "Винтик &amp; сын", "Ольга &lt;b&gt;", "&lt;script&gt;", "Заявка № 7 · Ремонт · Закрыто", "Ваша оценка<dd>2: долго", "7400.00 RUB, принята",
		"Экран, 1 × 7400.00 RUB", "Создана: Принято", "Срок: 05.03.2026", "Оплата: 7400.00 RUB", "Оценка: 2", "раньше было: гтово?", "фото, только в Telegram",
		"О новой заявке · № 7", "Будет удалено<dd>02.03.2026",
	} {
		require.Contains(t, page, text)
	}
	require.NotContains(t, page, `href="javascript:`)
	require.Equal(t, 1, strings.Count(string(files.JSON), `"javascript:alert(1)"`))

	empty, err := export.Personal(store.PersonalData{MadeAt: at}, "en", "Vintik")
	require.NoError(t, err)
	require.Contains(t, string(empty.HTML), "There is nothing.")
	require.Equal(t, "my-data-2026-03-02.html", export.Request{Kind: export.PersonalData, Format: export.HTML}.FileName(at))
}
