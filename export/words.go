package export

import (
	"slices"

	"zayavka/store"
)

// words are a language's texts in a table, and how its people write tables.
type words struct {
	code                         string // "ru" or "en"
	taskColumns, customerColumns []column
	messageColumns               []column
	directions                   map[store.Direction]string
	files                        map[store.FileKind]string
	customer                     string // as an author
	statuses                     map[store.Status]string
	categories                   map[store.Category]string
	languages                    map[string]string
	yes, no                      string
	reached, blocked, stranger   string
	decimal                      string // between whole units of money and hundredths in a CSV file, as Excel of this language reads it
	separator                    rune   // between the fields of a CSV file, as Excel of this language expects it
	moment                       string // a time's layout in a CSV file, one that Excel of this language reads as a time
	momentFormat                 string // the same as a number format of Excel
}

// column is a heading and the width of the cells below it, in characters.
type column struct {
	title string
	width float64
}

// IsHead tells that these are the headings of a table of tasks or customers that this package writes.
func IsHead(headings []string) bool {
	for _, words := range []words{russian, english} {
		for _, columns := range [][]column{words.taskColumns, words.customerColumns} {
			if slices.EqualFunc(columns, headings, func(c column, heading string) bool { return c.title == heading }) {
				return true
			}
		}
	}
	return false
}

// Separator stands between the fields of a CSV file, as Excel of a language expects it.
func Separator(language string) rune { return wordsIn(language).separator }

func wordsIn(language string) words {
	if language == "en" {
		return english
	}
	return russian
}

func (w words) yesOrNo(yes bool) string {
	if yes {
		return w.yes
	}
	return w.no
}

func (w words) reach(customer store.Customer) string {
	switch {
	case customer.TelegramID == nil:
		return w.stranger
	case customer.UnreachableAt != nil:
		return w.blocked
	}
	return w.reached
}

var russian = words{
	code: "ru",
	taskColumns: []column{
		{"Номер", 9}, {"Создана", 17}, {"Статус", 12}, {"Категория", 15}, {"Клиент", 28}, {"Телефон", 20},
		{"Описание", 60}, {"Ответственный", 24}, {"Изменена", 17}, {"Готова", 17}, {"Закрыта", 17},
		{"Вещь", 18}, {"Производитель", 18}, {"Модель", 18}, {"Серийный номер", 20}, {"Состояние", 30}, {"В комплекте", 30},
		{"Срок", 17}, {"Этап", 20}, {"Своя категория", 20}, {"Гарантия до", 17},
		{"Согласовано", 14}, {"Оплачено", 14},
	},
	customerColumns: []column{
		{"Номер", 9}, {"Имя", 28}, {"Телефон", 20}, {"Подтверждён", 13}, {"Сообщения бота", 24}, {"Язык", 12},
		{"Заметка", 60}, {"В базе с", 17},
	},
	messageColumns: []column{
		{"Номер", 9}, {"Когда", 17}, {"Клиент", 28}, {"Телефон", 20}, {"Заявка", 9}, {"Сообщение", 12}, {"Автор", 24},
		{"Текст", 60}, {"Файлы", 28},
	},
	directions: map[store.Direction]string{store.DirectionIn: "от клиента", store.DirectionOut: "клиенту", store.DirectionNote: "заметка"},
	files: map[store.FileKind]string{
		store.FilePhoto: "фото", store.FileVideo: "видео", store.FileVoice: "голосовое сообщение", store.FileVideoNote: "видеосообщение",
		store.FileAudio: "аудио", store.FileDocument: "документ", store.FileSticker: "стикер",
	},
	customer: "Клиент",
	statuses: map[store.Status]string{
		store.StatusAccepted: "Принято", store.StatusInProgress: "В работе", store.StatusReady: "Готово", store.StatusClosed: "Закрыто",
	},
	categories: map[store.Category]string{
		store.CategoryConsulting: "Консультация", store.CategoryDiagnosis: "Диагностика", store.CategoryRepair: "Ремонт", store.CategoryOther: "Прочее",
	},
	languages: map[string]string{"ru": "Русский", "en": "Английский"},
	yes:       "да", no: "нет",
	reached: "приходят", blocked: "заблокировал бота", stranger: "нет в Telegram",
	decimal: ",", separator: ';', moment: "02.01.2006 15:04", momentFormat: "dd.mm.yyyy hh:mm",
}

var english = words{
	code: "en",
	taskColumns: []column{
		{"Number", 9}, {"Created", 17}, {"Status", 12}, {"Category", 15}, {"Customer", 28}, {"Phone", 20},
		{"Description", 60}, {"Employee", 24}, {"Changed", 17}, {"Ready", 17}, {"Closed", 17},
		{"Item", 18}, {"Maker", 18}, {"Model", 18}, {"Serial number", 20}, {"Condition", 30}, {"Came with", 30},
		{"Promised", 17}, {"Stage", 20}, {"Own category", 20}, {"Warranty until", 17},
		{"Agreed", 14}, {"Paid", 14},
	},
	customerColumns: []column{
		{"Number", 9}, {"Name", 28}, {"Phone", 20}, {"Verified", 13}, {"Bot's messages", 24}, {"Language", 12},
		{"Note", 60}, {"Known since", 17},
	},
	messageColumns: []column{
		{"Number", 9}, {"When", 17}, {"Customer", 28}, {"Phone", 20}, {"Task", 9}, {"Message", 14}, {"Author", 24},
		{"Text", 60}, {"Files", 28},
	},
	directions: map[store.Direction]string{store.DirectionIn: "from customer", store.DirectionOut: "to customer", store.DirectionNote: "note"},
	files: map[store.FileKind]string{
		store.FilePhoto: "photo", store.FileVideo: "video", store.FileVoice: "voice message", store.FileVideoNote: "video message",
		store.FileAudio: "audio", store.FileDocument: "document", store.FileSticker: "sticker",
	},
	customer: "Customer",
	statuses: map[store.Status]string{
		store.StatusAccepted: "Accepted", store.StatusInProgress: "In progress", store.StatusReady: "Ready", store.StatusClosed: "Closed",
	},
	categories: map[store.Category]string{
		store.CategoryConsulting: "Consulting", store.CategoryDiagnosis: "Diagnosis", store.CategoryRepair: "Repair", store.CategoryOther: "Other",
	},
	languages: map[string]string{"ru": "Russian", "en": "English"},
	yes:       "yes", no: "no",
	reached: "arrive", blocked: "blocked the bot", stranger: "not in Telegram",
	decimal: ".", separator: ',', moment: "2006-01-02 15:04", momentFormat: "yyyy-mm-dd hh:mm",
}
