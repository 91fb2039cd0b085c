package export

import "zayavka/store"

// personalWords are the words of a page about a customer; those that begin with a capital are headings and labels.
type personalWords struct {
	table                                                            words
	dayLayout                                                        string
	Title, Card, Name, Phone, Confirmed, Telegram, Since             string
	EraseAt, Consents, AtCounter, Requests, Request, Employee, Item  string
	Serial, Condition, Includes, Promised, Ready, Closed, Warranty   string
	Rating, Prices, Paid, History, Messages, You, Shop, Before, None string
	Notifications, InTelegram, otherNotification                     string
	estimates                                                        map[store.EstimateState]string
	events                                                           map[store.EventKind]string
	notifications                                                    map[store.NotificationKind]string
}

func personalWordsIn(language string) personalWords {
	if language == "en" {
		return englishPersonal
	}
	return russianPersonal
}

var russianPersonal = personalWords{
	table: russian, dayLayout: "02.01.2006",
	Title: "Что мы храним о вас", Card: "Карточка", Name: "Имя", Phone: "Телефон", Confirmed: "Подтверждён", Telegram: "Номер в Telegram",
	Since: "В базе с", EraseAt: "Будет удалено", Consents: "Согласия", AtCounter: "у стойки", Requests: "Заявки",
	Request: "Заявка №", Employee: "Мастер", Item: "Вещь", Serial: "Серийный номер", Condition: "Состояние", Includes: "В комплекте",
	Promised: "Срок", Ready: "Готова", Closed: "Закрыта", Warranty: "Гарантия до", Rating: "Ваша оценка", Prices: "Цены", Paid: "Оплачено",
	History: "История", Messages: "Сообщения", You: "Вы", Shop: "Мастерская", Before: "раньше было", None: "Ничего нет.",
	Notifications: "Что бот писал вам сам", InTelegram: "только в Telegram", otherNotification: "Сообщение",
	estimates: map[store.EstimateState]string{
		store.EstimateSent: "ждёт ответа", store.EstimateAccepted: "принята", store.EstimateDeclined: "отклонена",
		store.EstimateExpired: "срок вышел", store.EstimateWithdrawn: "отозвана",
	},
	events: map[store.EventKind]string{
		store.EventCreated: "Создана", store.EventStatus: "Статус", store.EventPromise: "Срок", store.EventRated: "Оценка",
		store.EventPickUpLater: "Вы заберёте позже", store.EventRemindersStopped: "Напоминания выключены", store.EventRemindersResumed: "Напоминания включены",
		store.EventPayment: "Оплата", store.EventEstimateSent: "Цена отправлена", store.EventEstimateAccepted: "Цена принята",
		store.EventEstimateDeclined: "Цена отклонена", store.EventEstimateExpired: "Срок цены вышел", store.EventEstimateWithdrawn: "Цена отозвана",
	},
	notifications: map[store.NotificationKind]string{
		store.NotificationTaskCreated: "О новой заявке", store.NotificationStatusChanged: "О новом статусе", store.NotificationPromiseMoved: "О сроке",
		store.NotificationReadyWaits: "Напоминание, что готово", store.NotificationRating: "Просьба об оценке", store.NotificationEstimate: "О цене",
		store.NotificationEstimateNudge: "Напоминание о цене", store.NotificationMessage: "Сообщение мастерской", store.NotificationRequestSent: "Заявка отправлена",
	},
}

var englishPersonal = personalWords{
	table: english, dayLayout: "2006-01-02",
	Title: "What we keep about you", Card: "Card", Name: "Name", Phone: "Phone", Confirmed: "Confirmed", Telegram: "Telegram number",
	Since: "Known since", EraseAt: "To be erased", Consents: "Consents", AtCounter: "at the counter", Requests: "Requests",
	Request: "Request #", Employee: "Master", Item: "Item", Serial: "Serial number", Condition: "Condition", Includes: "Came with",
	Promised: "Promised", Ready: "Ready", Closed: "Closed", Warranty: "Warranty until", Rating: "Your rating", Prices: "Prices", Paid: "Paid",
	History: "History", Messages: "Messages", You: "You", Shop: "The shop", Before: "before", None: "There is nothing.",
	Notifications: "What the bot wrote to you by itself", InTelegram: "in Telegram alone", otherNotification: "A message",
	estimates: map[store.EstimateState]string{
		store.EstimateSent: "waits for an answer", store.EstimateAccepted: "accepted", store.EstimateDeclined: "declined",
		store.EstimateExpired: "expired", store.EstimateWithdrawn: "withdrawn",
	},
	events: map[store.EventKind]string{
		store.EventCreated: "Created", store.EventStatus: "Status", store.EventPromise: "Promised for", store.EventRated: "Rating",
		store.EventPickUpLater: "You pick it up later", store.EventRemindersStopped: "Reminders off", store.EventRemindersResumed: "Reminders on",
		store.EventPayment: "Payment", store.EventEstimateSent: "Price sent", store.EventEstimateAccepted: "Price accepted",
		store.EventEstimateDeclined: "Price declined", store.EventEstimateExpired: "Price expired", store.EventEstimateWithdrawn: "Price withdrawn",
	},
	notifications: map[store.NotificationKind]string{
		store.NotificationTaskCreated: "About a new request", store.NotificationStatusChanged: "About a new status", store.NotificationPromiseMoved: "About when it is ready",
		store.NotificationReadyWaits: "A reminder that it is ready", store.NotificationRating: "A question how the work was", store.NotificationEstimate: "About a price",
		store.NotificationEstimateNudge: "A reminder about a price", store.NotificationMessage: "A message of the shop", store.NotificationRequestSent: "Your request was sent",
	},
}
