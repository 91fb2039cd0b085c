package locale

import (
	"fmt"
	"strings"

	"zayavka/store"
)

var english = Texts{
	Code: "en",

	Welcome: func(business string) string {
		return fmt.Sprintf("<b>%s</b>\n\nHello. Here you can see your requests, and we write to you here when anything changes.\n\n"+
			"To begin, press “Share my phone” below, or just type your number.", Escape(business))
	},
	SharePhone:     "Share my phone",
	PhoneHint:      "Phone number",
	AskPhone:       "To show your requests we need your phone number. Press the button below or type the number, for example +7 917 000-99-00.",
	BadPhone:       "This does not look like a phone number. Type it with its code, for example +7 917 000-99-00, or press the button below.",
	PhoneTooLong:   "Please check the number: it has too many digits. Type it again, for example +7 917 000-99-00, or press the button below.",
	PhoneTooShort:  "Please check the number: some digits are missing. Type it again, for example +7 917 000-99-00, or press the button below.",
	PhoneAnonymous: "A +888 number can only be sent with “Share my phone” below: Telegram will confirm that it is yours.",
	NeedsContact:   "We already have this number. So that nobody else sees its requests, press “Share my phone” below: Telegram will confirm that the number is yours.",
	ForeignContact: "This is somebody else’s contact. Press the button below to share your own phone.",
	OldContact:     "A contact that is forwarded or sent as a reply does not confirm the number: it may be an old one. Press “Share my phone” below.",
	Registered: func(name string) string {
		if name == "" {
			return "Thank you. Messages will come here from now on."
		}
		return fmt.Sprintf("Thank you, %s. Messages will come here from now on.", Escape(FirstName(name)))
	},
	PhoneRecorded: func(phone string) string {
		return fmt.Sprintf("We have noted your number: <b>%s</b>. If it is wrong, type the right one.\n\n"+
			"To see your requests in full, confirm the number: press “Share my phone” below.", phone)
	},
	Unverified: func(phone string) string {
		return fmt.Sprintf("The number %s is not confirmed yet, so there are no details here. If it is wrong, type the right one.", phone)
	},
	ConfirmButton: "Confirm the number",
	ConfirmPhone: func(phone string) string {
		return fmt.Sprintf("We have noted the number <b>%s</b>. If it is yours, press “Share my phone” below: "+
			"Telegram will confirm it, and you will see your requests in full. If it is wrong, type the right one.", phone)
	},

	PhoneClaimed: "This number is already confirmed in another Telegram account. Our staff will check whose it is now, and we will write to you here.",
	PhoneStaysElsewhere: "Our staff have checked: the requests of this number stay in another Telegram account. " +
		"If the number is yours, please get in touch with us.",
	PhoneMovedHere: func(phone string) string {
		return fmt.Sprintf("Done: the requests of <b>%s</b> are here now, and messages about them will come here.", phone)
	},
	PhoneFree: func(phone string) string {
		return fmt.Sprintf("The number <b>%s</b> no longer belongs to another account. Press “Share my phone” below once more, and you will be registered.", phone)
	},
	PhoneClaimedByOther: func(phone string) string {
		return fmt.Sprintf("Your number <b>%s</b> has been confirmed in another Telegram account. If that was you, there is nothing to do: our staff will check and move your requests. "+
			"If it was not you, let us know. Until our staff decide, everything stays as it was.", phone)
	},
	PhoneStays: func(phone string) string {
		return fmt.Sprintf("The requests of <b>%s</b> stay with you. There is nothing to do.", phone)
	},
	PhoneMovedAway: func(phone string) string {
		return fmt.Sprintf("The requests of <b>%s</b> were moved to another Telegram account, and messages about them go there now. "+
			"If this is a mistake, please get in touch with us.", phone)
	},
	PhoneClaimedToStaff: func(phone, name, claimant string) string {
		text := fmt.Sprintf("The number <b>%s</b> has been confirmed in another Telegram account than before.\n", phone)
		if name != "" {
			text += "\nCustomer: " + Escape(name)
		}
		if claimant != "" {
			text += "\nNew account: " + Escape(claimant)
		}
		return text + "\n\nDecide on the customer’s card whether to move the requests. Until then nothing changes."
	},

	ConnectOffered: func(masked string) string {
		return fmt.Sprintf("Is this you, <b>%s</b>? Press “Share my phone” below: Telegram confirms the number, and your request appears here.", masked)
	},
	ConnectedBefore: "You are connected already: messages about your requests come here.",
	ConnectAsked: "Your number in Telegram is not the one that we have noted. Please tell our staff: they confirm that it is you, " +
		"and the request appears here.",
	ConnectRefused: "Our staff did not confirm that this request is yours. If this is a mistake, please tell them or call us.",
	CodeOver:       "This code has been used already or has expired. Please ask our staff for a new one.",
	CodesMany:      "This code cannot be checked now: there were many wrong ones. Scan the QR code, or type the code in an hour.",

	NoTasks: "There are no requests yet. Tell us what happened, or tap “New request”: it appears here.",
	TaskCount: func(n int) string {
		if n == 1 {
			return "You have 1 request"
		}
		return fmt.Sprintf("You have %d requests", n)
	},
	OpenTask:    func(number int64) string { return fmt.Sprintf("Request #%d", number) },
	OpenList:    "My requests",
	BackToList:  "Back to the list",
	Page:        func(page, pages int) string { return fmt.Sprintf("%d of %d", page, pages) },
	TaskGone:    "This request no longer exists",
	Number:      func(number int64) string { return fmt.Sprintf("#%d", number) },
	Task:        func(number int64) string { return fmt.Sprintf("Request #%d", number) },
	StatusLabel: "Status",
	Employee:    "Handled by",
	Created:     "Received",
	History:     "History",

	ItemLabel:      "Item",
	SerialLabel:    "Serial number",
	ConditionLabel: "Condition",
	IncludesLabel:  "Came with",
	WarrantyUntil:  "Warranty until",
	UnderWarranty:  func(number int64) string { return fmt.Sprintf("Under the warranty of request #%d", number) },

	SentTo: func(number int64) string {
		return fmt.Sprintf("Passed on to our staff, for request #%d.", number)
	},
	SentToClosed: func(number int64) string {
		return fmt.Sprintf("Passed on to our staff, for request #%d. It is closed: if this is something new, tap “New request”.", number)
	},
	SentUnfiled: "Passed on to our staff. Which request is it about?",
	SentAfterClosed: func(number int64) string {
		return fmt.Sprintf("Passed on to our staff. Is it about the closed request #%d, or something new?", number)
	},
	SentNowhere:     "Passed on to our staff. To make a request of it, tap “New request”.",
	SentByStranger:  "Got it. To answer, we need your phone number: tap the button below or type it, for example +7 917 000-99-00.",
	AboutTask:       func(number int64) string { return fmt.Sprintf("About #%d", number) },
	AboutOther:      "It is about something else",
	Muted:           "Messages from this chat are not passed on at the moment. Please call us.",
	TooManyMessages: "This message was not kept: very many have come in the last hour. Please write later, or call us.",
	TooManyFiles:    "The file was not kept: more than 100 MB have come in a day. Your words were passed on; please send the file tomorrow.",

	NewRequest: "New request",
	DescribeIt: "Tell us what happened. Photos, videos and voice messages are fine. When everything is here, tap “Send”.",
	Draft: func(texts, files int) string {
		var parts []string
		if texts > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", texts, oneOrMany(texts, "message", "messages")))
		}
		if files > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", files, oneOrMany(files, "file", "files")))
		}
		return "A new request, not sent yet: " + strings.Join(parts, " and ") + ".\n" +
			"Add what you like and tap “Send”. After 15 quiet minutes it is sent by itself."
	},
	SendRequest: "Send",
	DropRequest: "Do not send",
	RequestSent: func(number int64) string {
		return fmt.Sprintf("Request #%d is sent. We will write when somebody takes it on.", number)
	},
	RequestSentForYou: func(number int64) string {
		return fmt.Sprintf("Request #%d is sent, since you added nothing more. We will write when somebody takes it on.", number)
	},
	RequestDropped: "The request was not sent. Our staff will see what you wrote.",
	RequestEmpty:   "There is nothing to send yet. Tell us what happened: in words, photos, a video or a voice message.",
	RequestsWait: func(n int) string {
		return fmt.Sprintf("No new request was made: %d of yours %s still waiting for somebody to take %s on. What you wrote was passed on.",
			n, oneOrMany(n, "is", "are"), oneOrMany(n, "it", "them"))
	},
	RequestGone: "This request was sent or dropped already",

	Place: func(link string) string { return "A place on the map: " + link },
	Contact: func(name, phone string) string {
		return strings.TrimSpace("Contact: " + strings.TrimSpace(name+" "+phone))
	},
	Sticker: func(emoji string) string { return strings.TrimSpace("Sticker " + emoji) },
	Dice:    func(emoji string, value int) string { return fmt.Sprintf("%s came up %d", emoji, value) },
	Poll: func(question string, options []string) string {
		return "Poll: " + question + "\n– " + strings.Join(options, "\n– ")
	},
	Unknown: "A message that only Telegram can show",
	fileName: map[store.FileKind]string{
		store.FilePhoto: "Photo", store.FileVideo: "Video", store.FileVoice: "Voice message", store.FileVideoNote: "Video message",
		store.FileAudio: "Audio", store.FileDocument: "Document", store.FileSticker: "Sticker",
	},

	ShowMap: "Map",
	statusText: map[store.Status]string{
		store.StatusAccepted:   "Request received: #{number}, {item} — {promised}.",
		store.StatusInProgress: "Work has begun: #{number}, {item} — {promised}.",
		store.StatusReady:      "Ready for pickup: #{number}, {item}, {price}. {address}, {hours}",
		store.StatusClosed:     "Request closed: #{number}, {item}. Thank you for choosing us.",
	},
	whichTask:      "#{number}, {item} — {promised}.",
	openUntil:      func(to string) string { return "until " + to },
	openOn:         func(day, from, to string) string { return fmt.Sprintf("%s from %s to %s", day, from, to) },
	nextDays:       [2]string{"today", "tomorrow"},
	onWeekday:      [7]string{"on Sunday", "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday"},
	readyBy:        func(when string) string { return "by " + when },
	sampleItem:     "Sony headphones",
	samplePrice:    "₽7,400",
	samplePromised: "by March 12",

	ReadyBy:        "Ready by",
	NewPromise:     "Now ready by",
	PromiseOpen:    "We cannot say yet when it will be ready. We will write when we know.",
	PromiseChanged: "Your request will be ready at another time than we said.",

	WebhookDisabled: func(host string) string {
		return fmt.Sprintf("The webhook to <b>%s</b> has been switched off: the address has accepted no events for a day, or wants no more. "+
			"New events are not sent there. Please check the address and switch the webhook on again.", Escape(host))
	},

	Help: func(business string) string {
		return fmt.Sprintf("<b>%s</b>\n\nWrite here as you would to a person: in words, photos, videos or voice messages. Our staff see all of it and answer. "+
			"To write about a request, reply to a message about it.\n\n/new begins a new request.\n/tasks shows your requests.\n"+
			"/language changes the language.\n/mydata sends your data; there you can have it erased.\n\nWhen the status of a request changes, we write to you.", Escape(business))
	},
	ChooseLanguage:  "Which language do you prefer?",
	LanguageSet:     "All right, English it is",
	PrivateOnly:     "This bot answers in private chats only, so that nobody else sees your requests. Please write to it directly.",
	StaffGreeting:   "Hello. You are a member of staff; the button opens the staff app.",
	StaffEntrance:   "This is the staff app. Log in by email once; from then on Telegram knows you.",
	OpenMiniApp:     "Open the staff app",
	MenuButton:      "Work",
	CommandStart:    "Start",
	CommandTasks:    "My requests",
	CommandLanguage: "Language",
	CommandHelp:     "Help",
	CommandNew:      "New request",
	CommandMyData:   "What we keep about you",

	Reminders: &englishReminders,
	Estimates: &englishEstimates,
	Data:      &englishData,
	money:     moneyFormat{thousands: ",", decimal: ".", signFirst: true},
	Digest:    &englishDigest,
	Staff:     &englishStaff,

	status: map[store.Status]string{
		store.StatusAccepted: "Accepted", store.StatusInProgress: "In progress", store.StatusReady: "Ready", store.StatusClosed: "Closed",
	},
	category: map[store.Category]string{
		store.CategoryConsulting: "Consulting", store.CategoryDiagnosis: "Diagnosis", store.CategoryRepair: "Repair", store.CategoryOther: "Other",
	},
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	day:    func(day int, month string) string { return fmt.Sprintf("%s %d", month, day) },
	date:   func(day int, month string, year int) string { return fmt.Sprintf("%s %d, %d", month, day, year) },
}
