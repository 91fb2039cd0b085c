package locale

import (
	"fmt"
	"strings"

	"zayavka/store"
)

var russian = Texts{
	Code: "ru",

	Welcome: func(business string) string {
		return fmt.Sprintf("<b>%s</b>\n\nЗдравствуйте. Здесь видны ваши заявки, и сюда придёт сообщение, когда в них что-то изменится.\n\n"+
			"Чтобы начать, нажмите кнопку «Отправить мой телефон» внизу. Можно и просто написать номер.", Escape(business))
	},
	SharePhone:     "Отправить мой телефон",
	PhoneHint:      "Номер телефона",
	AskPhone:       "Чтобы показать ваши заявки, нужен номер телефона. Нажмите кнопку внизу или напишите номер, например +7 917 000-99-00.",
	BadPhone:       "Это не похоже на номер телефона. Напишите его с кодом, например +7 917 000-99-00, или нажмите кнопку внизу.",
	PhoneTooLong:   "Проверьте номер: в нём лишние цифры. Напишите его ещё раз, например +7 917 000-99-00, или нажмите кнопку внизу.",
	PhoneTooShort:  "Проверьте номер: в нём не хватает цифр. Напишите его ещё раз, например +7 917 000-99-00, или нажмите кнопку внизу.",
	PhoneAnonymous: "Номер +888 можно только отправить кнопкой «Отправить мой телефон» внизу: Telegram подтвердит, что он ваш.",
	NeedsContact:   "Этот номер у нас уже записан. Чтобы заявки увидели только вы, нажмите кнопку «Отправить мой телефон» внизу: Telegram подтвердит, что номер ваш.",
	ForeignContact: "Это контакт другого человека. Нажмите кнопку внизу, чтобы отправить свой телефон.",
	OldContact:     "Пересланный контакт или ответ на сообщение номера не подтверждает: он мог устареть. Нажмите кнопку «Отправить мой телефон» внизу.",
	Registered: func(name string) string {
		if name == "" {
			return "Спасибо. Теперь сообщения будут приходить сюда."
		}
		return fmt.Sprintf("Спасибо, %s. Теперь сообщения будут приходить сюда.", Escape(FirstName(name)))
	},
	PhoneRecorded: func(phone string) string {
		return fmt.Sprintf("Записали ваш номер: <b>%s</b>. Если в нём ошибка, напишите правильный.\n\n"+
			"Чтобы видеть заявки со всеми подробностями, подтвердите номер: нажмите «Отправить мой телефон» внизу.", phone)
	},
	Unverified: func(phone string) string {
		return fmt.Sprintf("Номер %s пока не подтверждён, поэтому подробностей здесь нет. "+
			"Если в номере ошибка, напишите правильный.", phone)
	},
	ConfirmButton: "Подтвердить номер",
	ConfirmPhone: func(phone string) string {
		return fmt.Sprintf("Мы записали номер <b>%s</b>. Если он ваш, нажмите «Отправить мой телефон» внизу: "+
			"Telegram это подтвердит, и вы увидите заявки со всеми подробностями. Если в номере ошибка, напишите правильный.", phone)
	},

	PhoneClaimed: "Этот номер уже подтверждён в другом аккаунте Telegram. Сотрудники проверят, кому он теперь принадлежит, и мы напишем вам сюда.",
	PhoneStaysElsewhere: "Сотрудники проверили: заявки с этим номером остались в другом аккаунте Telegram. " +
		"Если номер ваш, свяжитесь, пожалуйста, с нами.",
	PhoneMovedHere: func(phone string) string {
		return fmt.Sprintf("Готово: заявки с номером <b>%s</b> теперь здесь, и сообщения о них будут приходить сюда.", phone)
	},
	PhoneFree: func(phone string) string {
		return fmt.Sprintf("Номер <b>%s</b> больше не закреплён за другим аккаунтом. Нажмите «Отправить мой телефон» внизу ещё раз, и мы вас запишем.", phone)
	},
	PhoneClaimedByOther: func(phone string) string {
		return fmt.Sprintf("Ваш номер <b>%s</b> подтвердили в другом аккаунте Telegram. Если это вы, ничего не делайте: сотрудники проверят и перенесут заявки. "+
			"Если это не вы, сообщите нам. Пока сотрудники не решат, всё остаётся как было.", phone)
	},
	PhoneStays: func(phone string) string {
		return fmt.Sprintf("Заявки с номером <b>%s</b> остались у вас. Делать ничего не нужно.", phone)
	},
	PhoneMovedAway: func(phone string) string {
		return fmt.Sprintf("Заявки с номером <b>%s</b> перенесены в другой аккаунт Telegram, сообщения о них приходят теперь туда. "+
			"Если это ошибка, свяжитесь, пожалуйста, с нами.", phone)
	},
	PhoneClaimedToStaff: func(phone, name, claimant string) string {
		text := fmt.Sprintf("Номер <b>%s</b> подтвердили в другом аккаунте Telegram, чем раньше.\n", phone)
		if name != "" {
			text += "\nКлиент: " + Escape(name)
		}
		if claimant != "" {
			text += "\nНовый аккаунт: " + Escape(claimant)
		}
		return text + "\n\nПеренести ли заявки, решите в карточке клиента. До этого ничего не изменится."
	},

	ConnectOffered: func(masked string) string {
		return fmt.Sprintf("Это вы, <b>%s</b>? Нажмите «Отправить мой телефон» внизу: Telegram подтвердит номер, и ваша заявка появится здесь.", masked)
	},
	ConnectedBefore: "Вы уже подключены: сообщения о ваших заявках приходят сюда.",
	ConnectAsked: "В Telegram у вас другой номер, чем мы записали. Скажите об этом сотруднику: он подтвердит, что это вы, " +
		"и заявка появится здесь.",
	ConnectRefused: "Сотрудник не подтвердил, что эта заявка ваша. Если это ошибка, скажите ему или позвоните нам.",
	CodeOver:       "Этот код уже использован или истёк. Попросите у сотрудника новый.",
	CodesMany:      "Этот код сейчас не проверить: было много неверных. Отсканируйте QR-код или напишите код через час.",

	NoTasks: "Заявок пока нет. Напишите, что случилось, или нажмите «Новая заявка»: она появится здесь.",
	TaskCount: func(n int) string {
		return fmt.Sprintf("У вас %d %s", n, plural(n, "заявка", "заявки", "заявок"))
	},
	OpenTask:    func(number int64) string { return fmt.Sprintf("Заявка № %d", number) },
	OpenList:    "Мои заявки",
	BackToList:  "К списку",
	Page:        func(page, pages int) string { return fmt.Sprintf("%d из %d", page, pages) },
	TaskGone:    "Этой заявки больше нет",
	Number:      func(number int64) string { return fmt.Sprintf("№ %d", number) },
	Task:        func(number int64) string { return fmt.Sprintf("Заявка № %d", number) },
	StatusLabel: "Статус",
	Employee:    "Мастер",
	Created:     "Принята",
	History:     "История",

	ItemLabel:      "Вещь",
	SerialLabel:    "Серийный номер",
	ConditionLabel: "Состояние",
	IncludesLabel:  "В комплекте",
	WarrantyUntil:  "Гарантия до",
	UnderWarranty:  func(number int64) string { return fmt.Sprintf("По гарантии заявки № %d", number) },

	SentTo: func(number int64) string {
		return fmt.Sprintf("Передали мастерам, к заявке № %d.", number)
	},
	SentToClosed: func(number int64) string {
		return fmt.Sprintf("Передали мастерам, к заявке № %d. Она закрыта: если дело новое, нажмите «Новая заявка».", number)
	},
	SentUnfiled: "Передали мастерам. О какой заявке речь?",
	SentAfterClosed: func(number int64) string {
		return fmt.Sprintf("Передали мастерам. Это о закрытой заявке № %d или о новом деле?", number)
	},
	SentNowhere:     "Передали мастерам. Чтобы завести заявку, нажмите «Новая заявка».",
	SentByStranger:  "Получили. Чтобы ответить, нужен ваш номер: нажмите кнопку внизу или напишите его, например +7 917 000-99-00.",
	AboutTask:       func(number int64) string { return fmt.Sprintf("О № %d", number) },
	AboutOther:      "Это о другом",
	Muted:           "Сообщения из этого чата мастерам сейчас не передаются. Позвоните нам, пожалуйста.",
	TooManyMessages: "Это сообщение не сохранено: за последний час их пришло очень много. Напишите, пожалуйста, позже или позвоните нам.",
	TooManyFiles:    "Файл не сохранён: за сутки их пришло больше 100 МБ. Текст передали мастерам, а файл пришлите завтра.",

	NewRequest: "Новая заявка",
	DescribeIt: "Опишите, что случилось. Можно фото, видео или голосовое. Когда всё будет здесь, нажмите «Отправить».",
	Draft: func(texts, files int) string {
		var parts []string
		if texts > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", texts, plural(texts, "сообщение", "сообщения", "сообщений")))
		}
		if files > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", files, plural(files, "файл", "файла", "файлов")))
		}
		return "Новая заявка, ещё не отправлена: " + strings.Join(parts, " и ") + ".\n" +
			"Добавьте, что нужно, и нажмите «Отправить». Через 15 минут тишины она отправится сама."
	},
	SendRequest: "Отправить",
	DropRequest: "Не отправлять",
	RequestSent: func(number int64) string {
		return fmt.Sprintf("Отправили заявку № %d. Когда за неё возьмутся, мы напишем.", number)
	},
	RequestSentForYou: func(number int64) string {
		return fmt.Sprintf("Заявка № %d отправлена: вы больше ничего не добавляли. Когда за неё возьмутся, мы напишем.", number)
	},
	RequestDropped: "Заявку не отправили. Что вы написали, мастера увидят.",
	RequestEmpty:   "Пока отправлять нечего. Опишите, что случилось: можно словами, фото, видео или голосовым.",
	RequestsWait: func(n int) string {
		return fmt.Sprintf("Новую заявку не завели: %d %s ещё %s мастера. Ваши сообщения мы передали.",
			n, plural(n, "ваша заявка", "ваши заявки", "ваших заявок"), plural(n, "ждёт", "ждут", "ждут"))
	},
	RequestGone: "Эта заявка уже отправлена или отменена",

	Place: func(link string) string { return "Место на карте: " + link },
	Contact: func(name, phone string) string {
		return strings.TrimSpace("Контакт: " + strings.TrimSpace(name+" "+phone))
	},
	Sticker: func(emoji string) string { return strings.TrimSpace("Стикер " + emoji) },
	Dice:    func(emoji string, value int) string { return fmt.Sprintf("%s выпало %d", emoji, value) },
	Poll: func(question string, options []string) string {
		return "Опрос: " + question + "\n– " + strings.Join(options, "\n– ")
	},
	Unknown: "Сообщение, которое видно только в Telegram",
	fileName: map[store.FileKind]string{
		store.FilePhoto: "Фото", store.FileVideo: "Видео", store.FileVoice: "Голосовое сообщение", store.FileVideoNote: "Видеосообщение",
		store.FileAudio: "Аудиозапись", store.FileDocument: "Документ", store.FileSticker: "Стикер",
	},

	ShowMap: "На карте",
	statusText: map[store.Status]string{
		store.StatusAccepted:   "Заявка принята: № {number}, {item} — {promised}.",
		store.StatusInProgress: "Взяли в работу: № {number}, {item} — {promised}.",
		store.StatusReady:      "Готово, можно забирать: № {number}, {item}, {price}. {address}, {hours}",
		store.StatusClosed:     "Заявка закрыта: № {number}, {item}. Спасибо, что выбрали нас.",
	},
	whichTask:      "№ {number}, {item} — {promised}.",
	openUntil:      func(to string) string { return "до " + to },
	openOn:         func(day, from, to string) string { return fmt.Sprintf("%s с %s до %s", day, from, to) },
	nextDays:       [2]string{"сегодня", "завтра"},
	onWeekday:      [7]string{"в воскресенье", "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу"},
	readyBy:        func(when string) string { return "к " + when },
	sampleItem:     "наушники Sony",
	samplePrice:    "7\u00a0400\u00a0₽",
	samplePromised: "к 12 марта",

	ReadyBy:        "Срок",
	NewPromise:     "Новый срок",
	PromiseOpen:    "Срок пока уточняется. Когда он будет известен, мы напишем.",
	PromiseChanged: "Срок заявки изменился.",

	WebhookDisabled: func(host string) string {
		return fmt.Sprintf("Вебхук на <b>%s</b> отключён: адрес сутки не принимает события или больше не хочет их получать. "+
			"Новые события туда не отправляются. Проверьте адрес и включите вебхук снова.", Escape(host))
	},

	Help: func(business string) string {
		return fmt.Sprintf("<b>%s</b>\n\nПишите сюда, как человеку: словами, фото, видео или голосовым. Мастера всё увидят и ответят. "+
			"Чтобы написать о заявке, ответьте на сообщение о ней.\n\n/new заведёт новую заявку.\n/tasks покажет ваши заявки.\n"+
			"/language сменит язык.\n/mydata пришлёт ваши данные; там же их можно удалить.\n\nКогда статус заявки изменится, сообщение придёт само.", Escape(business))
	},
	ChooseLanguage:  "На каком языке вам писать?",
	LanguageSet:     "Хорошо, пишем по-русски",
	PrivateOnly:     "Бот отвечает только в личных сообщениях, чтобы ваши заявки не видели другие. Напишите, пожалуйста, боту напрямую.",
	StaffGreeting:   "Здравствуйте. Вы сотрудник, приложение открывается кнопкой.",
	StaffEntrance:   "Здесь приложение для сотрудников. Войдите один раз по почте, дальше вас узнает Telegram.",
	OpenMiniApp:     "Открыть приложение",
	MenuButton:      "Работа",
	CommandStart:    "Начать",
	CommandTasks:    "Мои заявки",
	CommandLanguage: "Язык",
	CommandHelp:     "Помощь",
	CommandNew:      "Новая заявка",
	CommandMyData:   "Что о вас хранится",

	Reminders: &russianReminders,
	Estimates: &russianEstimates,
	Data:      &russianData,
	money:     moneyFormat{thousands: noBreakSpace, decimal: ","},
	Digest:    &russianDigest,
	Staff:     &russianStaff,

	status: map[store.Status]string{
		store.StatusAccepted: "Принято", store.StatusInProgress: "В работе", store.StatusReady: "Готово", store.StatusClosed: "Закрыто",
	},
	category: map[store.Category]string{
		store.CategoryConsulting: "Консультация", store.CategoryDiagnosis: "Диагностика", store.CategoryRepair: "Ремонт", store.CategoryOther: "Прочее",
	},
	months: [12]string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
	day:    func(day int, month string) string { return fmt.Sprintf("%d %s", day, month) },
	date:   func(day int, month string, year int) string { return fmt.Sprintf("%d %s %d", day, month, year) },
}
