package bot_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// content is what is in a file that the bot sent.
func (s *shop) content(t *testing.T, file *emulator.File) string {
	t.Helper()
	get := func(address string) []byte {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		require.NoError(t, err)
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		body, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		return body
	}
	var answer struct {
		Result struct {
			FilePath string `json:"file_path"`
		}
	}
	require.NoError(t, json.Unmarshal(get(s.telegram.URL()+"/bot"+s.telegram.Token()+"/getFile?file_id="+file.ID), &answer))
	return string(get(s.telegram.URL() + "/file/bot" + s.telegram.Token() + "/" + answer.Result.FilePath))
}

// fileOf waits for the newest file of the bot whose name ends so.
func fileOf(t *testing.T, user *emulator.User, ending string) (file *emulator.File) {
	t.Helper()
	require.Eventually(t, func() bool {
		for _, message := range user.Chat() {
			if message.FromBot && message.File != nil && strings.HasSuffix(message.File.Name, ending) {
				file = message.File
			}
		}
		return file != nil
	}, 10*time.Second, 5*time.Millisecond)
	return file
}

func TestACustomerIsSentAllThatIsKeptAboutThemAndNotStaffsNotes(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ language, title, text, again string }{
		{"ru", "Что мы храним о вас", "Здесь ваши данные: карточка", "Новые можно попросить через 10 минут"},
		{"en", "What we keep about you", "This is your data: your card", "You can ask for new ones in 10 minutes"},
	} {
		t.Run(test.language, func(t *testing.T) {
			t.Parallel()
			s := open(t)
			olga, customer := s.registered(t, 1)
			require.NoError(t, s.SetLanguage(t.Context(), customer.ID, test.language))
			note := "много <торгуется>"
			_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Note: &note})
			require.NoError(t, err)
			olga.Says("Когда <будет> готово?")
			require.Eventually(t, func() bool { return len(fromBot(olga)) > 0 }, 10*time.Second, 5*time.Millisecond)
			olga.Says("/mydata")
			olga.AnswerContaining(t, test.text)
			page := s.content(t, fileOf(t, olga, ".html"))
			require.Contains(t, page, test.title)
			require.Contains(t, page, "Не включается")
			require.Contains(t, page, "Когда &lt;будет&gt; готово?")
			require.NotContains(t, page, "торгуется")
			var data store.PersonalData
			require.NoError(t, json.Unmarshal([]byte(s.content(t, fileOf(t, olga, ".json"))), &data))
			require.Equal(t, customer.Phone, data.Card.Phone)
			require.Len(t, data.Requests, 1)
			require.Len(t, data.Messages, 1)

			olga.Says("/mydata")
			olga.AnswerContaining(t, test.again)
		})
	}
}

func TestACustomerIsForgottenOnTheirWordAndCanTakeItBack(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ language, ask, yes, no, will, open, taken, once string }{
		{"ru", "Удалить мои данные", "Да, удалить", "Не удалять", "Хорошо, удалим ваши данные", "Пока хоть одна ваша заявка открыта", "Хорошо, ничего не удаляем.", "на следующий день после того, как закроем последнюю заявку"},
		{"en", "Erase my data", "Yes, erase", "Do not erase", "All right, we erase your data on", "While a request of yours is open", "All right, nothing is erased.", "the day after your last request is closed"},
	} {
		t.Run(test.language, func(t *testing.T) {
			t.Parallel()
			s := open(t)
			olga, customer := s.registered(t, 1)
			require.NoError(t, s.SetLanguage(t.Context(), customer.ID, test.language))
			olga.Says("/mydata")
			fileOf(t, olga, ".html")
			olga.Taps(t, test.ask)
			question := olga.AnswerContaining(t, test.open)
			require.Equal(t, []string{test.yes, test.no}, labels(question.Buttons))
			require.Nil(t, s.customerOf(t, olga).EraseAt, "a question changes nothing")
			olga.Taps(t, test.yes)
			told := olga.AnswerContaining(t, test.will)
			require.Equal(t, question.ID, told.ID, "in its place")
			require.WithinDuration(t, time.Now().Add(store.ErasureWait), *s.customerOf(t, olga).EraseAt, time.Minute)

			olga.Says("/forget")
			olga.AnswerContaining(t, test.will)
			olga.Taps(t, test.no)
			olga.AnswerContaining(t, test.taken)
			require.Nil(t, s.customerOf(t, olga).EraseAt)

			// Their day is over, and a request is open.
			olga.Says("/forget")
			olga.Taps(t, test.yes)
			olga.AnswerContaining(t, test.will)
			over := time.Now().Add(-10 * 24 * time.Hour).UTC()
			(&storetest.Store{URL: s.url}).Exec(t, "UPDATE customers SET erase_at = $1 WHERE id = $2", over, customer.ID)
			olga.Says("/forget")
			olga.AnswerContaining(t, test.once)
		})
	}
}

func TestWhatIsNotProvenToBeTheirsIsNeitherSentNorErased(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	olga.Says("/mydata")
	olga.AnswerContaining(t, "Вашей карточки у нас нет")
	olga.Says("8 917 000-99-00")
	olga.AnswerContaining(t, "Записали ваш номер")
	for _, command := range []string{"/mydata", "/forget"} {
		olga.Says(command)
		answer := olga.AnswerContaining(t, "подтвердите номер")
		require.Equal(t, []string{"Отправить мой телефон"}, labels(answer.ReplyKeyboard))
	}
	olga.SharesContact()
	olga.AnswerContaining(t, "Спасибо, Ольга")
	olga.Says("/mydata")
	fileOf(t, olga, ".html")
}
