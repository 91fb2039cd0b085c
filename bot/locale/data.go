package locale

import "fmt"

// DataTexts are about what is kept about a customer, and about its end.
type DataTexts struct {
	Sent       string // under the files
	SentBefore func(minutes int) string
	Prove      string
	Unknown    string // to whom nothing is kept about

	Forget      string // a button
	AskForget   string
	OpenFirst   string // to who has a request that is not closed
	ForgetYes   string // a button
	ForgetNo    string // a button
	WillForget  func(day string) string
	ForgetLater string // instead, when that day is over: a request was open then
	ForgetTaken string // it was taken back

	// The shop's text on personal data, by its link.
	Agrees     func(link string) string // below the question for a phone
	AskConsent func(link string) string
	Agree      string // a button
	Agreed     func(link string) string
}

var russianData = DataTexts{
	Sent: "Здесь ваши данные: карточка, заявки, сообщения, список файлов и согласия. Внутренних заметок мастерской здесь нет. HTML откройте в браузере, JSON подойдёт для программ.",
	SentBefore: func(minutes int) string {
		return fmt.Sprintf("Файлы недавно отправили, они выше в чате. Новые можно попросить через %d %s.", minutes, plural(minutes, "минуту", "минуты", "минут"))
	},
	Prove:   "Чтобы увидеть или удалить ваши данные, подтвердите номер: нажмите «Отправить мой телефон» внизу. Так их не получит никто другой.",
	Unknown: "Вашей карточки у нас нет. Что вы написали здесь, удалится само через неделю.",

	Forget: "Удалить мои данные",
	AskForget: "<b>Удалить всё, что мы о вас храним?</b>\n\nУдалим карточку, переписку, файлы и заявки. Если за заявку платили или вы согласились с ценой, от неё останутся только суммы и даты, без вашего имени.\n\n" +
		"Удалим через 30 дней. До этого можно передумать. Сообщения в этом чате останутся у вас: их удаляет Telegram.",
	OpenFirst: "Пока хоть одна ваша заявка открыта, ничего не удалим: сначала закончим её и вернём вам вещь.",
	ForgetYes: "Да, удалить",
	ForgetNo:  "Не удалять",
	WillForget: func(day string) string {
		return fmt.Sprintf("Хорошо, удалим ваши данные <b>%s</b>. До этого можно передумать.", day)
	},
	ForgetLater: "Хорошо, удалим ваши данные на следующий день после того, как закроем последнюю заявку. До этого можно передумать.",
	ForgetTaken: "Хорошо, ничего не удаляем.",

	Agrees: func(link string) string {
		return fmt.Sprintf("Отправляя номер, вы соглашаетесь с <a href=\"%s\">обработкой персональных данных</a>.", Escape(link))
	},
	AskConsent: func(link string) string {
		return fmt.Sprintf("У нас новый текст об <a href=\"%s\">обработке персональных данных</a>. Прочитайте его, пожалуйста, и нажмите кнопку, если согласны. "+
			"С вашими заявками всё идёт как обычно.", Escape(link))
	},
	Agree: "Согласен",
	Agreed: func(link string) string {
		return fmt.Sprintf("Спасибо. Вы согласны с <a href=\"%s\">обработкой персональных данных</a>.", Escape(link))
	},
}

var englishData = DataTexts{
	Sent: "This is your data: your card, requests, messages, the list of files and consents. The shop’s own notes are not in it. Open the HTML in a browser; the JSON is for programs.",
	SentBefore: func(minutes int) string {
		if minutes == 1 {
			return "The files were sent a short while ago, they are above in this chat. You can ask for new ones in a minute."
		}
		return fmt.Sprintf("The files were sent a short while ago, they are above in this chat. You can ask for new ones in %d minutes.", minutes)
	},
	Prove:   "To see or erase your data, confirm your phone: press “Share my phone” below. That way nobody else can get your data.",
	Unknown: "We hold no card of yours. What you wrote here is deleted after a week.",

	Forget: "Erase my data",
	AskForget: "<b>Erase all that we keep about you?</b>\n\nWe erase your card, messages, files and requests. Of requests that were paid for or whose price you agreed to, only amounts and dates stay, without your name.\n\n" +
		"We erase in 30 days. Until then you can change your mind. The messages in this chat stay with you: Telegram keeps those.",
	OpenFirst: "While a request of yours is open, nothing is erased: we finish it and give your item back first.",
	ForgetYes: "Yes, erase",
	ForgetNo:  "Do not erase",
	WillForget: func(day string) string {
		return fmt.Sprintf("All right, we erase your data on <b>%s</b>. Until then you can change your mind.", day)
	},
	ForgetLater: "All right, we erase your data the day after your last request is closed. Until then you can change your mind.",
	ForgetTaken: "All right, nothing is erased.",

	Agrees: func(link string) string {
		return fmt.Sprintf("By sending your phone number you agree to <a href=\"%s\">how personal data are handled</a>.", Escape(link))
	},
	AskConsent: func(link string) string {
		return fmt.Sprintf("We have a new text about <a href=\"%s\">how personal data are handled</a>. Please read it, and press the button if you agree. "+
			"Your requests go on as usual.", Escape(link))
	},
	Agree: "I agree",
	Agreed: func(link string) string {
		return fmt.Sprintf("Thank you. You agree to <a href=\"%s\">how personal data are handled</a>.", Escape(link))
	},
}
