package locale

import "fmt"

// ReminderTexts are what customers are asked and reminded of. A subject is what a request is about, escaped already.
type ReminderTexts struct {
	// Of what is ready and was not picked up.
	ReadyWaits  func(subject string) string
	ReadySince  func(day string) string
	PickUpLater string                  // a button
	LaterAgain  func(day string) string // when there will be another reminder
	Later       string
	NotReady    string

	// How the work was, from 1 to 5.
	AskRating   func(subject string) string
	Rated       func(rating int, number int64) string
	AskReason   string // after a poor rating
	ReasonKept  string
	RatedBefore string
	AskReview   string
	Review      string // a button
}

var russianReminders = ReminderTexts{
	ReadyWaits:  func(subject string) string { return "<b>Готово и ждёт вас:</b> " + subject },
	ReadySince:  func(day string) string { return "Можно забрать с " + day },
	PickUpLater: "Заберу позже",
	LaterAgain: func(day string) string {
		return fmt.Sprintf("Хорошо, заберёте позже. Напомним %s.", day)
	},
	Later:    "Хорошо, ждём вас.",
	NotReady: "Эта заявка уже не ждёт выдачи",

	AskRating: func(subject string) string {
		return "<b>Как вам наша работа?</b> " + subject + "\n\n1 – плохо, 5 – отлично."
	},
	Rated: func(rating int, number int64) string {
		return fmt.Sprintf("Спасибо за оценку: <b>%d</b>, заявка № %d.", rating, number)
	},
	AskReason:   "Что было не так? Напишите следующим сообщением, его прочтёт руководитель.",
	ReasonKept:  "Спасибо, что рассказали. Передали руководителю.",
	RatedBefore: "Эта заявка уже оценена",
	AskReview:   "Будем благодарны и за отзыв.",
	Review:      "Оставить отзыв",
}

var englishReminders = ReminderTexts{
	ReadyWaits:  func(subject string) string { return "<b>Ready and waiting for you:</b> " + subject },
	ReadySince:  func(day string) string { return "Ready since " + day },
	PickUpLater: "I will come later",
	LaterAgain:  func(day string) string { return fmt.Sprintf("All right, later. We will remind you on %s.", day) },
	Later:       "All right, we will keep it for you.",
	NotReady:    "This request is no longer waiting to be picked up",

	AskRating: func(subject string) string {
		return "<b>How did we do?</b> " + subject + "\n\n1 is poor, 5 is excellent."
	},
	Rated: func(rating int, number int64) string {
		return fmt.Sprintf("Thank you for your rating: <b>%d</b>, request #%d.", rating, number)
	},
	AskReason:   "What went wrong? Write it in your next message, the manager will read it.",
	ReasonKept:  "Thank you for telling us. We passed it on to the manager.",
	RatedBefore: "This request is rated already",
	AskReview:   "We would be grateful for a review as well.",
	Review:      "Write a review",
}
