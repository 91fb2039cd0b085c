package bot

import (
	"encoding/json"
	"html"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// callbackData is what Telegram is sent for every inline button.
func callbackData(t *testing.T, keyboard *tele.ReplyMarkup) []string {
	t.Helper()
	written, err := json.Marshal(keyboard)
	require.NoError(t, err)
	var read struct {
		Rows [][]struct {
			Data string `json:"callback_data"`
		} `json:"inline_keyboard"`
	}
	require.NoError(t, json.Unmarshal(written, &read))
	var data []string
	for _, row := range read.Rows {
		require.LessOrEqual(t, len(row), 8, "more do not fit into a row")
		for _, button := range row {
			data = append(data, button.Data)
		}
	}
	return data
}

// The same customer with a phone that is proven, and with one that was only typed.
var (
	verified = store.Customer{PhoneKey: "79170009900", PhoneVerifiedAt: new(time.Time)}
	typed    = store.Customer{PhoneKey: "79170009900"}
)

func utf16Length(text string) int { return len(utf16.Encode([]rune(text))) }

func TestViewsStayWithinTelegramsLimits(t *testing.T) {
	long := strings.Repeat("😀<&>\u202Eא", store.MaxDescription/6)
	long1000, until := strings.Repeat("😀", 1000), time.Date(2026, 9, 30, 23, 59, 0, 0, time.UTC)
	var tasks []store.ShownTask
	for range tasksPerPage {
		tasks = append(tasks, store.ShownTask{
			Task: store.Task{
				ID: math.MaxInt64, Category: store.CategoryConsulting, Status: store.StatusInProgress, Description: long,
				PromisedAt: &until, OverdueAt: &until, WarrantyUntil: &until, WarrantyOfID: new(int64),
			},
			Item:         store.Item{Kind: long1000, Serial: long1000, Condition: long1000, Includes: long1000},
			ShopCategory: &store.ShopCategory{NameRu: long1000[:240], NameEn: long1000[:240]},
			Stage:        &store.Stage{NameRu: long1000[:240], NameEn: long1000[:240]},
		})
	}
	card := store.TaskCard{ShownTask: tasks[0], Employee: &store.Staff{Name: strings.Repeat("😀", store.MaxName)}}
	for range 1000 {
		card.Statuses = append(card.Statuses, store.HistoryEntry{To: string(store.StatusInProgress)})
	}
	for _, language := range []string{"ru", "en"} {
		texts := locale.For(language)
		for _, v := range []view{
			listView(texts, verified, tasks, math.MaxInt32, math.MaxInt32/tasksPerPage, time.UTC),
			listView(texts, typed, tasks, math.MaxInt32, math.MaxInt32/tasksPerPage, time.UTC),
			taskView(texts, verified, card, math.MaxInt, time.UTC),
			taskView(texts, typed, card, math.MaxInt, time.UTC),
		} {
			require.LessOrEqual(t, utf16Length(html.UnescapeString(v.text)), 4096)
			data := callbackData(t, v.keyboard)
			require.NotEmpty(t, data)
			for _, d := range data {
				require.LessOrEqual(t, len(d), 64, d)
			}
		}
		for _, d := range callbackData(t, languageKeyboard()) {
			require.LessOrEqual(t, len(d), 64)
		}
	}
}

func TestTheButtonOfARequestSaysWhereItsListStood(t *testing.T) {
	for data, want := range map[string]struct {
		id       int64
		page     int
		fromList bool
	}{
		"7":                     {7, 1, false},
		"7|3":                   {7, 3, true},
		"9223372036854775807|1": {math.MaxInt64, 1, true},
		"":                      {0, 1, false},
		"x|-5":                  {0, 1, true},
	} {
		id, page, fromList := parseTaskButton(data)
		require.Equal(t, want.id, id, data)
		require.Equal(t, want.page, page, data)
		require.Equal(t, want.fromList, fromList, data)
	}
}

func TestPagesHoldEveryRequestOnce(t *testing.T) {
	for total, pages := range map[int]int{0: 1, 1: 1, tasksPerPage: 1, tasksPerPage + 1: 2, 10 * tasksPerPage: 10} {
		require.Equal(t, pages, pageCount(total))
	}
}

func TestACardThatHasOnlyBeenTakenInTellsNoHistory(t *testing.T) {
	texts := locale.For("en")
	taken := store.HistoryEntry{To: string(store.StatusAccepted)}
	card := store.TaskCard{ShownTask: store.ShownTask{Task: store.Task{ID: 1, Status: store.StatusAccepted}}, Statuses: []store.HistoryEntry{taken}}
	require.NotContains(t, taskView(texts, verified, card, 1, time.UTC).text, texts.History)
	card.Statuses = append(card.Statuses, store.HistoryEntry{To: string(store.StatusReady)})
	require.Contains(t, taskView(texts, verified, card, 1, time.UTC).text, texts.History)
}

func TestDatesAreThoseOfTheBusiness(t *testing.T) {
	moscow, err := time.LoadLocation("Europe/Moscow")
	require.NoError(t, err)
	late := time.Date(2026, 3, 1, 22, 30, 0, 0, time.UTC)
	tasks := []store.ShownTask{{Task: store.Task{ID: 1, Status: store.StatusReady, CreatedAt: late}}}
	require.Contains(t, listView(locale.For("ru"), verified, tasks, 1, 1, moscow).text, "2 марта 2026")
}
