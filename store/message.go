package store

import (
	"time"

	"github.com/uptrace/bun"
)

// Direction is which way a message goes.
type Direction string

const (
	DirectionIn   Direction = "IN"   // from a customer's chat
	DirectionOut  Direction = "OUT"  // to a customer's chat
	DirectionNote Direction = "NOTE" // among staff: no customer, webhook or token without NOTES ever sees it
)

// Message is what somebody wrote or sent: a customer in their chat, staff to a customer, or staff among
// themselves. An album is one message with several files.
type Message struct {
	bun.BaseModel     `bun:"table:messages,alias:m"`
	ID                int64  `bun:",pk,autoincrement"`
	CustomerID        *int64 // nil until the chat is registered
	ChatID            int64  // the customer's; 0 in a note
	TaskID            *int64 // nil while it is not filed to a task
	DraftID           *int64 // the request that is being written, of which it is a part
	Direction         Direction
	AuthorKind        ActorKind
	AuthorID          *int64   // of the member of staff, customer or API token
	AuthorName        string   // what Telegram calls who wrote, while nobody is registered in the chat
	Text              string   // plain, without formatting; what has no words is said in words: a place, a sticker, a contact
	PreviousTexts     []string `bun:"type:jsonb"` // what it said before it was edited, oldest first
	TelegramMessageID *int64   // in the customer's chat; of an album, its first one's
	MediaGroupID      string   // Telegram's, of an album
	ReplyToMessageID  *int64   // the message here that it answers
	EditedAt          *time.Time
	AnsweredAt        *time.Time // of DirectionIn: when staff answered it, or said that no reply is needed
	CreatedAt         time.Time
	UpdatedAt         time.Time
}

// Author is who wrote the message.
func (m Message) Author() Actor {
	author := Actor{Kind: m.AuthorKind}
	if m.AuthorID != nil {
		author.ID = *m.AuthorID
	}
	return author
}

// subject is as what changes of the message are told.
func (m Message) subject() Subject {
	if m.Direction == DirectionNote {
		return SubjectNote
	}
	return SubjectMessage
}

// NotificationMessage delivers a message of staff, or a part of it, to its customer.
const NotificationMessage NotificationKind = "message"

// NotificationNews tells staff, in a chat of one of them or in their group, of a request or of what a customer
// wrote. It shows the present state whenever it is sent, and is edited while its burst grows.
const NotificationNews NotificationKind = "news"

// NotificationRequestSent tells a customer that the request they were writing was sent by itself.
const NotificationRequestSent NotificationKind = "request_sent"

// NotificationRequestsWait tells a chat that what was written there became no request, because UntakenRequests wait.
const NotificationRequestsWait NotificationKind = "requests_wait"

// TaskSource is where a task came from.
type TaskSource string

const (
	SourceStaff    TaskSource = "STAFF"
	SourceCustomer TaskSource = "CUSTOMER" // written by the customer in the chat
	SourceAPI      TaskSource = "API"
	SourceImport   TaskSource = "IMPORT"
)

// sourceOf is where a task comes from that an actor makes.
func sourceOf(actor Actor, in NewTask) TaskSource {
	switch {
	case in.Silent || in.CreatedAt != nil:
		return SourceImport
	case actor.Kind == ActorToken:
		return SourceAPI
	case actor.Kind == ActorCustomer:
		return SourceCustomer
	default:
		return SourceStaff
	}
}
