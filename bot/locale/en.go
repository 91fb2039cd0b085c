package locale

import (
	"fmt"

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
	NeedsContact:   "We already have this number. So that nobody else sees its requests, press “Share my phone” below: Telegram will confirm that the number is yours.",
	ForeignContact: "This is somebody else’s contact. Press the button below to share your own phone.",
	Registered: func(name string) string {
		if name == "" {
			return "Thank you, you are registered."
		}
		return fmt.Sprintf("Thank you, %s, you are registered.", Escape(name))
	},

	NoTasks: "There are no requests yet. As soon as we take one in, it appears here and we send you a message.",
	TaskCount: func(n int) string {
		if n == 1 {
			return "You have 1 request"
		}
		return fmt.Sprintf("You have %d requests", n)
	},
	OpenTask:    func(number int64) string { return fmt.Sprintf("Request № %d", number) },
	BackToList:  "Back to the list",
	Page:        func(page, pages int) string { return fmt.Sprintf("%d of %d", page, pages) },
	TaskGone:    "This request no longer exists",
	Task:        func(number int64) string { return fmt.Sprintf("Request № %d", number) },
	StatusLabel: "Status",
	Employee:    "Handled by",
	Created:     "Taken in",
	History:     "How it went",

	NewTask:       "We have taken in your request.",
	StatusChanged: "The status of your request has changed.",

	WebhookDisabled: func(host string) string {
		return fmt.Sprintf("The webhook to <b>%s</b> has been switched off: the address has accepted no events for a day, or wants no more. "+
			"New events are not sent there. Please check the address and switch the webhook on again.", Escape(host))
	},

	Help: func(business string) string {
		return fmt.Sprintf("<b>%s</b>\n\n/tasks shows your requests. Any other message gets you the list too.\n"+
			"/language changes the language.\n\nWhen the status of a request changes, we write to you.", Escape(business))
	},
	ChooseLanguage:  "Which language do you prefer?",
	LanguageSet:     "All right, English it is",
	PrivateOnly:     "This bot answers in private chats only, so that nobody else sees your requests. Please write to it directly.",
	StaffGreeting:   "Hello. You are a member of staff; the button opens your workplace.",
	StaffEntrance:   "This is the workplace of the staff. Log in by email once; from then on Telegram knows you.",
	OpenMiniApp:     "Open the workplace",
	MenuButton:      "Work",
	CommandStart:    "Start",
	CommandTasks:    "My requests",
	CommandLanguage: "Language",
	CommandHelp:     "Help",

	status: map[store.Status]string{
		store.StatusAccepted: "Accepted", store.StatusInProgress: "In progress", store.StatusReady: "Ready", store.StatusClosed: "Closed",
	},
	category: map[store.Category]string{
		store.CategoryConsulting: "Consulting", store.CategoryDiagnosis: "Diagnosis", store.CategoryRepair: "Repair", store.CategoryOther: "Other",
	},
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	date:   func(day int, month string, year int) string { return fmt.Sprintf("%s %d, %d", month, day, year) },
}
