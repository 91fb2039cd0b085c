package locale

import (
	"fmt"
	"strings"

	"zayavka/store"
)

// StaffTexts are what members of staff see in their chats and in their group. Names are of people, escaped already.
type StaffTexts struct {
	// News.
	NewRequest  func(number int64, who string) string
	Writes      func(number int64, who string) string
	WritesAny   func(who string) string // about no request
	Assigned    func(number int64, who string) string
	Undelivered func(number int64, who string) string // number is 0 where it is about no request
	Rated       func(rating int, number int64, who string) string
	Decided     func(agreed bool, total string, number int64, who string) string // on an estimate
	HandledBy   func(name string) string
	More        func(n int) string // messages that are not shown
	files       map[store.FileKind]func(n int) string

	// The buttons under news, and what they answer.
	Open        string
	Reply       string
	ReplyPrompt func(number string) string // number is "" where it is about no request
	ReplyHint   string                     // the placeholder of the text field
	ForStaff    string
	Take        string
	Taken       func(number int64) string
	TakenBefore string

	outcomes map[store.StaffReplyOutcome]string

	// Photos for a task, by a link.
	PhotosAsked   func(number int64, label store.FileLabel) string
	PhotosDone    string // a button
	PhotosAdded   func(number int64, n int) string
	PhotosSend    string // a button
	PhotosSent    func(number int64) string
	PhotosOver    string
	PhotosRefused string

	// A new password for the only admin.
	PasswordLink func(link string) string
	AskAnAdmin   string
	NoAddress    string

	// The group. Titles are escaped already.
	AboutGroup     string
	ChooseGroup    string // a button
	GroupAsked     func(title string) string
	ConnectGroup   string // a button
	LeaveGroup     string // a button
	GroupConnected func(title string) string
	GroupRemoved   func(title string) string
	GroupGone      string
	GroupClosed    string
	GroupsMany     string
	GroupLost      func(title string) string

	FileLost string // instead of a copy of it
}

// ReplyOutcome says what became of a reply; "" for what needs no words.
func (t *StaffTexts) ReplyOutcome(outcome store.StaffReplyOutcome) string { return t.outcomes[outcome] }

// Files counts files by kind, such as "2 фото, 1 голосовое".
func (t *StaffTexts) Files(files []store.File) string {
	counts := map[store.FileKind]int{}
	var order []store.FileKind
	for _, file := range files {
		if counts[file.Kind]++; counts[file.Kind] == 1 {
			order = append(order, file.Kind)
		}
	}
	words := make([]string, 0, len(order))
	for _, kind := range order {
		words = append(words, t.files[kind](counts[kind]))
	}
	return strings.Join(words, ", ")
}

var russianStaff = StaffTexts{
	NewRequest: func(number int64, who string) string {
		return fmt.Sprintf("🆕 <b>Новая заявка № %d</b> · %s", number, who)
	},
	Writes: func(number int64, who string) string {
		return fmt.Sprintf("💬 <b>%s</b> пишет о № %d", who, number)
	},
	WritesAny: func(who string) string {
		return fmt.Sprintf("💬 <b>%s</b> пишет, заявка не указана", who)
	},
	Assigned: func(number int64, who string) string {
		return fmt.Sprintf("👉 <b>Заявка № %d теперь ваша</b> · %s", number, who)
	},
	Undelivered: func(number int64, who string) string {
		if number == 0 {
			return fmt.Sprintf("⚠️ <b>Не доставлено</b> · %s", who)
		}
		return fmt.Sprintf("⚠️ <b>Не доставлено, № %d</b> · %s", number, who)
	},
	Decided: func(agreed bool, total string, number int64, who string) string {
		if agreed {
			return fmt.Sprintf("✅ <b>Согласие на %s, № %d</b> · %s", total, number, who)
		}
		return fmt.Sprintf("❌ <b>Отказ от %s, № %d</b> · %s", total, number, who)
	},
	Rated: func(rating int, number int64, who string) string {
		return fmt.Sprintf("⭐ <b>Оценка %d, № %d</b> · %s", rating, number, who)
	},
	HandledBy: func(name string) string { return "Мастер: " + name },
	More: func(n int) string {
		return fmt.Sprintf("… и ещё %d %s", n, plural(n, "сообщение", "сообщения", "сообщений"))
	},
	files: map[store.FileKind]func(int) string{
		store.FilePhoto:     counted("фото", "фото", "фото"),
		store.FileVideo:     counted("видео", "видео", "видео"),
		store.FileVoice:     counted("голосовое", "голосовых", "голосовых"),
		store.FileVideoNote: counted("видеосообщение", "видеосообщения", "видеосообщений"),
		store.FileAudio:     counted("аудиозапись", "аудиозаписи", "аудиозаписей"),
		store.FileDocument:  counted("файл", "файла", "файлов"),
		store.FileSticker:   counted("стикер", "стикера", "стикеров"),
	},
	Open:  "Открыть",
	Reply: "Ответить",
	ReplyPrompt: func(number string) string {
		about := "Ответ клиенту"
		if number != "" {
			about += ", № " + number
		}
		return about + ": напишите его ответом на это сообщение. Можно фото, видео, голосовое и файлы. Начните с точки, чтобы написать заметку для своих."
	},
	ReplyHint:   "Ответ клиенту",
	ForStaff:    "Эта кнопка для сотрудников",
	Take:        "Взять",
	Taken:       func(number int64) string { return fmt.Sprintf("Заявка № %d ваша", number) },
	TakenBefore: "Эту заявку уже взяли",
	outcomes: map[store.StaffReplyOutcome]string{
		store.StaffReplySent:        "Передали клиенту.",
		store.StaffReplyNoted:       "Записали заметку для своих.",
		store.StaffReplyUnreachable: "Пока не доставлено: клиент заблокировал бота. Отправим, если он вернётся, но лучше позвоните.",
		store.StaffReplyNoChat:      "Не доставлено: у клиента нет чата с ботом. Позвоните ему.",
		store.StaffReplyTakenBack:   "Клиенту не уйдёт: вы отменили этот ответ. Чтобы написать, ответьте на новость ещё раз.",
		store.StaffReplyTooLate:     "Это сообщение уже ушло клиенту, как было. Чтобы поправить, отправьте ещё одно.",
		store.StaffReplyEmpty:       "Не отправили: такое клиенту не передать. Ответьте текстом, фото, видео, голосовым или файлом.",
		store.StaffReplyNoCustomer:  "Не отправили: у этой заявки больше нет клиента.",
		store.StaffReplyUnverified:  "Не отправили: Telegram не подтвердил, что этот чат — клиента с таким номером. Позвоните и попросите нажать в боте «Подтвердить номер».",
		store.StaffReplyNoTask:      "Не записали: заметка бывает только у заявки. Откройте переписку и отнесите её к заявке или заведите новую.",
		store.StaffReplyNoGroup:     "Не отправили: эта группа больше не подключена. Ответьте в своём чате с ботом или в приложении.",
		store.StaffReplyNone:        "Не отправили: того, о чём это сообщение, больше нет.",
	},

	PhotosAsked: func(number int64, label store.FileLabel) string {
		taken := map[store.FileLabel]string{store.LabelBefore: ", до работы", store.LabelAfter: ", после работы"}[label]
		return fmt.Sprintf("Фото к № %d%s: присылайте их сюда, можно несколько. Клиент их не увидит, пока вы не скажете. Когда всё, нажмите «Готово».", number, taken)
	},
	PhotosDone: "Готово",
	PhotosAdded: func(number int64, n int) string {
		if n == 0 {
			return fmt.Sprintf("№ %d: фото не было.", number)
		}
		return fmt.Sprintf("№ %d: добавили %d фото.", number, n)
	},
	PhotosSend: "Отправить клиенту",
	PhotosSent: func(number int64) string {
		return fmt.Sprintf("№ %d: фото отправлены клиенту.", number)
	},
	PhotosOver:    "Фото к этой заявке уже не ждём. Откройте заявку и нажмите «Добавить фото» ещё раз.",
	PhotosRefused: "Клиенту сейчас не отправить: чат с ним не подтверждён, или клиента у заявки нет",

	PasswordLink: func(link string) string {
		return "По этой ссылке вы зададите новый пароль, один раз и в течение 15 минут: " + link + "\n\nПосле этого привяжите Telegram заново: войдите в приложение из бота по почте."
	},
	AskAnAdmin: "Ссылку для нового пароля даст другой администратор: «Команда», ваша карточка, «Новая ссылка для входа».",
	NoAddress:  "У сервиса нет адреса в интернете, и ссылку дать нельзя. Задайте пароль на сервере: zayavka staff passwd.",

	AboutGroup:  "Новости о клиентах может получать группа, в которой только свои. Ответ на новость в ней уйдёт клиенту. Выберите группу: бот войдёт в неё.",
	ChooseGroup: "Выбрать группу",
	GroupAsked: func(title string) string {
		return "Подключить группу «" + title + "»? Все, кто в ней есть, увидят имена, телефоны и слова клиентов."
	},
	ConnectGroup: "Подключить",
	LeaveGroup:   "Не подключать",
	GroupConnected: func(title string) string {
		return "Группа «" + title + "» подключена. Новости приходят и туда."
	},
	GroupRemoved: func(title string) string {
		return "Группа «" + title + "» не подключена: новости туда не приходят."
	},
	GroupGone:   "Этой группы в списке уже нет, или подключать её может только администратор.",
	GroupClosed: "Бота в этой группе нет. Добавьте его и выберите группу ещё раз.",
	GroupsMany:  "Групп уже десять. Сначала отключите одну из них.",
	GroupLost: func(title string) string {
		return "Бота больше нет в группе «" + title + "»: новости туда не приходят. Чтобы подключить её снова, отправьте /group."
	},
	FileLost: "Этого файла в чате клиента больше нет.",
}

var englishStaff = StaffTexts{
	NewRequest: func(number int64, who string) string {
		return fmt.Sprintf("🆕 <b>New request #%d</b> · %s", number, who)
	},
	Writes: func(number int64, who string) string {
		return fmt.Sprintf("💬 <b>%s</b> writes about #%d", who, number)
	},
	WritesAny: func(who string) string { return fmt.Sprintf("💬 <b>%s</b> writes (no request chosen)", who) },
	Assigned: func(number int64, who string) string {
		return fmt.Sprintf("👉 <b>Request #%d is yours now</b> · %s", number, who)
	},
	Undelivered: func(number int64, who string) string {
		if number == 0 {
			return fmt.Sprintf("⚠️ <b>Not delivered</b> · %s", who)
		}
		return fmt.Sprintf("⚠️ <b>Not delivered, #%d</b> · %s", number, who)
	},
	Decided: func(agreed bool, total string, number int64, who string) string {
		if agreed {
			return fmt.Sprintf("✅ <b>Agreed to %s, #%d</b> · %s", total, number, who)
		}
		return fmt.Sprintf("❌ <b>Declined %s, #%d</b> · %s", total, number, who)
	},
	Rated: func(rating int, number int64, who string) string {
		return fmt.Sprintf("⭐ <b>Rated %d, #%d</b> · %s", rating, number, who)
	},
	HandledBy: func(name string) string { return "Handled by " + name },
	More:      func(n int) string { return "… and " + countedInEnglish("more message")(n) },
	files: map[store.FileKind]func(int) string{
		store.FilePhoto:     countedInEnglish("photo"),
		store.FileVideo:     countedInEnglish("video"),
		store.FileVoice:     countedInEnglish("voice message"),
		store.FileVideoNote: countedInEnglish("video message"),
		store.FileAudio:     countedInEnglish("audio file"),
		store.FileDocument:  countedInEnglish("file"),
		store.FileSticker:   countedInEnglish("sticker"),
	},
	Open:  "Open",
	Reply: "Reply",
	ReplyPrompt: func(number string) string {
		about := "Your answer to the customer"
		if number != "" {
			about += ", #" + number
		}
		return about + ": write it as a reply to this message. Photos, videos, voice messages and files are fine. Begin with a dot to write a note that only staff see."
	},
	ReplyHint:   "Answer to the customer",
	ForStaff:    "This button is for staff",
	Take:        "Take",
	Taken:       func(number int64) string { return fmt.Sprintf("Request #%d is yours", number) },
	TakenBefore: "Somebody has taken this request already",
	outcomes: map[store.StaffReplyOutcome]string{
		store.StaffReplySent:        "Passed on to the customer.",
		store.StaffReplyNoted:       "Kept as a note for staff.",
		store.StaffReplyUnreachable: "Not delivered for now: the customer has blocked the bot. It will be sent if they come back, but it is better to call.",
		store.StaffReplyNoChat:      "Not delivered: the customer has no chat with the bot. Call them.",
		store.StaffReplyTakenBack:   "Not sent: you took this answer back. To write, reply to the news once more.",
		store.StaffReplyTooLate:     "The customer has this message already, as it was. To correct it, send another one.",
		store.StaffReplyEmpty:       "Not sent: this cannot be passed on. Reply with a text, a photo, a video, a voice message or a file.",
		store.StaffReplyNoCustomer:  "Not sent: this request has no customer any more.",
		store.StaffReplyUnverified:  "Not sent: Telegram has not confirmed that this chat belongs to the customer with that phone. Call them and ask them to tap “Confirm the number” in the bot.",
		store.StaffReplyNoTask:      "Not kept: a note belongs to a request. Open the conversation and file it to a request, or make a new one.",
		store.StaffReplyNoGroup:     "Not sent: this group is not connected any more. Reply in your own chat with the bot, or in the app.",
		store.StaffReplyNone:        "Not sent: what this message is about is gone.",
	},

	PhotosAsked: func(number int64, label store.FileLabel) string {
		taken := map[store.FileLabel]string{store.LabelBefore: ", before the work", store.LabelAfter: ", after the work"}[label]
		return fmt.Sprintf("Photos for #%d%s: send them here, as many as you like. The customer does not see them unless you say so. Tap “Done” when that is all.", number, taken)
	},
	PhotosDone: "Done",
	PhotosAdded: func(number int64, n int) string {
		if n == 0 {
			return fmt.Sprintf("#%d: there were no photos.", number)
		}
		return fmt.Sprintf("#%d: %s added.", number, countedInEnglish("photo")(n))
	},
	PhotosSend:    "Send to the customer",
	PhotosSent:    func(number int64) string { return fmt.Sprintf("#%d: the photos were sent to the customer.", number) },
	PhotosOver:    "Photos are no longer awaited. Open the request and tap “Add photos” again.",
	PhotosRefused: "This customer cannot be written to now: the chat is not confirmed, or the request has no customer",

	PasswordLink: func(link string) string {
		return "With this link you set a new password, once and within 15 minutes: " + link + "\n\nThen link Telegram again: log in by email in the app that the bot opens."
	},
	AskAnAdmin: "Another admin gives you the link for a new password: “Team”, your card, “New login link”.",
	NoAddress:  "The service has no address on the internet, so there can be no link. Set the password on the server: zayavka staff passwd.",

	AboutGroup:  "A group with only your staff in it can receive news. A reply to news there goes to the customer. Choose a group: the bot will join it.",
	ChooseGroup: "Choose a group",
	GroupAsked: func(title string) string {
		return "Connect the group “" + title + "”? Everybody in it will see names, phones and words of customers."
	},
	ConnectGroup: "Connect",
	LeaveGroup:   "Do not connect",
	GroupConnected: func(title string) string {
		return "The group “" + title + "” is connected. News will arrive there too."
	},
	GroupRemoved: func(title string) string {
		return "The group “" + title + "” is not connected: no news is sent there."
	},
	GroupGone:   "This group is not in the list any more, or only an admin can connect it.",
	GroupClosed: "The bot is not in this group. Add it and choose the group again.",
	GroupsMany:  "There are ten groups already. Disconnect one of them first.",
	GroupLost: func(title string) string {
		return "The bot is no longer in the group “" + title + "”: no news is sent there. To connect it again, send /group."
	},
	FileLost: "This file is no longer in the customer’s chat.",
}

func counted(one, few, many string) func(int) string {
	return func(n int) string { return fmt.Sprintf("%d %s", n, plural(n, one, few, many)) }
}

func countedInEnglish(one string) func(int) string {
	return func(n int) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprintf("%d %ss", n, one)
	}
}
