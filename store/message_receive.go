package store

import (
	"context"
	"slices"
	"strings"
	"time"
)

// What is kept of one chat, so that nobody fills the disk or the day of those who read it.
const (
	MessagesPerHour      = 60
	FileBytesPerDay      = 100 << 20
	MessagesOfStranger   = 30                 // of a chat that is not registered, in all
	KeepStrangers        = 7 * 24 * time.Hour // and for how long
	UntakenRequests      = 3                  // that a customer has written and nobody has taken
	LongestMessage       = 10_000             // characters; Telegram's own bound is 4,096
	albumPause           = 1500 * time.Millisecond
	longestGroupID       = 64
	recent               = 15 * time.Minute // what belongs to the present talk; also how long a request waits for more
	openTasksOfReception = 6
)

// IncomingMessage is what somebody wrote or sent to the bot in their private chat, or a part of an album.
type IncomingMessage struct {
	ChatID            int64
	TelegramMessageID int64
	AuthorName        string // in Telegram
	Text              string // may be empty where there are files
	MediaGroupID      string // of an album
	Files             []File // what Telegram says of them
	ReplyTo           int64  // the message in the chat that it answers; 0 for none
	ReplyTask         int64  // the task that the buttons of that message name; 0 for none
}

// ReceptionOutcome is what became of an incoming message.
type ReceptionOutcome string

const (
	ReceptionKept     ReceptionOutcome = "kept"
	ReceptionMuted    ReceptionOutcome = "muted"    // staff want nothing of this chat: not kept
	ReceptionTooMany  ReceptionOutcome = "too_many" // more than MessagesPerHour, or MessagesOfStranger: not kept
	ReceptionIgnored  ReceptionOutcome = "ignored"  // there is nothing in it
	ReceptionRepeated ReceptionOutcome = "repeated" // it was kept before
)

// Reception is where an incoming message went.
type Reception struct {
	Outcome      ReceptionOutcome
	Message      Message // as it is kept; of an album, the whole of it
	FilesRefused bool    // more than FileBytesPerDay: its words are kept, its files are not
	Place        Place
}

// ReceiveMessages keeps what came to the bot, each message in the chat of whoever wrote it: filed to the task
// that it answers, or is added to the request that is being written, or to the only task that is open, or else
// unfiled. Whoever calls has at most one message of a chat in it. A message that is kept already stays as it is.
func (s *Store) ReceiveMessages(ctx context.Context, incoming []IncomingMessage) ([]Reception, error) {
	var receptions []Reception
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			receptions, err = tx.receive(ctx, incoming)
			return err
		})
	})
	return receptions, err
}

// receiving is what is known of the chats of incoming messages.
type receiving struct {
	*tx
	customers  map[int64]*Customer // by chat
	open       map[int64][]Task    // by customer, newest first
	lastClosed map[int64]int64     // by customer who has no open task, the newest one
	drafts     map[int64]*Draft    // by chat
	reasons    map[int64]int64     // by customer, the task of whose poor rating the reason is waited for
	known      map[int64][]Message // of the chats, those that may be the same or the album of one that comes
	albums     map[int64][]File    // of those, by message
	sent       map[int64]sent      // by chat, what came of it lately
	awaiting   []int64             // tasks whose customer waits for an answer now
}

// sent is how much a chat has sent.
type sent struct {
	ChatID   int64
	Messages int
	Bytes    int64
}

func (t *tx) receive(ctx context.Context, incoming []IncomingMessage) ([]Reception, error) {
	r := &receiving{tx: t}
	if err := r.look(ctx, incoming); err != nil {
		return nil, err
	}
	receptions := make([]Reception, len(incoming))
	var fresh []*Reception
	for i, message := range incoming {
		reception, isNew, err := r.decide(ctx, message)
		if err != nil {
			return nil, err
		}
		receptions[i] = reception
		if isNew {
			fresh = append(fresh, &receptions[i])
		}
	}
	if err := r.insert(ctx, fresh); err != nil {
		return nil, err
	}
	for i := range receptions {
		if err := r.addFiles(ctx, &receptions[i], incoming[i]); err != nil {
			return nil, err
		}
	}
	if err := r.recountDrafts(ctx, receptions); err != nil {
		return nil, err
	}
	if err := t.await(ctx, r.awaiting, t.now); err != nil {
		return nil, err
	}
	for _, reception := range fresh {
		message := reception.Message
		customer := r.customers[message.ChatID]
		if customer == nil || message.DraftID != nil {
			continue // told when it is registered, or sent
		}
		if reception.Place.Reason {
			if err := t.keepReason(ctx, message, *reception.Place.Filed, customer); err != nil {
				return nil, err
			}
		}
		if err := t.messageReceived(ctx, message, reception.Place.Filed, customer); err != nil {
			return nil, err
		}
	}
	return receptions, nil
}

// decide says where a message goes. isNew is true when it has to be inserted.
func (r *receiving) decide(ctx context.Context, in IncomingMessage) (reception Reception, isNew bool, err error) {
	customer := r.customers[in.ChatID]
	if customer != nil && customer.MutedAt != nil {
		return Reception{Outcome: ReceptionMuted}, false, nil
	}
	if known := r.find(in.ChatID, func(m Message) bool { return r.isSame(m, in) }); known != nil {
		reception = Reception{Outcome: ReceptionRepeated, Message: *known}
		reception.Place, err = r.placeOf(ctx, *known)
		return reception, false, err
	}
	if in.MediaGroupID != "" {
		if album := r.find(in.ChatID, func(m Message) bool { return m.MediaGroupID == in.MediaGroupID }); album != nil {
			if in.Text != "" && album.Text == "" {
				album.Text = cleanIncoming(in.Text)
			}
			reception = Reception{Outcome: ReceptionKept, Message: *album}
			reception.Place, err = r.placeOf(ctx, *album)
			return reception, false, err
		}
	}
	if r.sent[in.ChatID].Messages >= MessagesPerHour {
		return Reception{Outcome: ReceptionTooMany}, false, nil
	}
	text := cleanIncoming(in.Text)
	if text == "" && len(in.Files) == 0 {
		return Reception{Outcome: ReceptionIgnored}, false, nil
	}
	message := Message{
		ChatID: in.ChatID, Direction: DirectionIn, AuthorKind: ActorCustomer, AuthorName: truncate(cleanIncoming(in.AuthorName), MaxName),
		Text: text, PreviousTexts: []string{}, TelegramMessageID: &in.TelegramMessageID,
		MediaGroupID: truncate(in.MediaGroupID, longestGroupID), CreatedAt: r.now, UpdatedAt: r.now,
	}
	reception = Reception{Outcome: ReceptionKept}
	if customer == nil {
		reception.Message = message
		return reception, true, nil
	}
	message.CustomerID, message.AuthorID, message.AuthorName = &customer.ID, &customer.ID, ""
	if err := r.file(ctx, in, customer, &message, &reception.Place); err != nil {
		return Reception{}, false, err
	}
	reception.Message = message
	return reception, true, nil
}

func (r *receiving) find(chatID int64, is func(Message) bool) *Message {
	for i, message := range r.known[chatID] {
		if is(message) {
			return &r.known[chatID][i]
		}
	}
	return nil
}

// isSame tells that a known message is the one that comes, or an album that has it already.
func (r *receiving) isSame(known Message, in IncomingMessage) bool {
	if known.TelegramMessageID != nil && *known.TelegramMessageID == in.TelegramMessageID {
		return true
	}
	return slices.ContainsFunc(r.albums[known.ID], func(f File) bool {
		return f.TelegramMessageID != nil && *f.TelegramMessageID == in.TelegramMessageID
	})
}

// file chooses the task of a customer's message, or the request that they are writing.
func (r *receiving) file(ctx context.Context, in IncomingMessage, customer *Customer, message *Message, place *Place) error {
	open := r.open[customer.ID]
	for _, task := range open[:min(len(open), openTasksOfReception)] {
		place.Open = append(place.Open, task.ID)
	}
	answered, err := r.answered(ctx, in, customer, message)
	if err != nil {
		return err
	}
	reason := r.reasons[customer.ID]
	if answered == nil && r.drafts[in.ChatID] == nil && reason != 0 {
		if answered, err = r.taskOf(ctx, customer.ID, reason); err != nil {
			return err
		}
	}
	switch {
	case answered != nil:
		place.Filed, place.Reason = answered, answered.ID == reason
	case r.drafts[in.ChatID] != nil:
		place.Draft = r.drafts[in.ChatID]
		message.DraftID = &place.Draft.ID
		return r.extendDraft(ctx, place.Draft)
	case len(open) == 1:
		place.Filed = &open[0]
	case len(open) == 0:
		place.LastClosed = r.lastClosed[customer.ID]
	}
	if place.Filed != nil {
		message.TaskID = &place.Filed.ID
		r.awaiting = append(r.awaiting, place.Filed.ID)
	}
	return nil
}

// answered is the customer's task that a message answers by being a reply; nil for none.
func (r *receiving) answered(ctx context.Context, in IncomingMessage, customer *Customer, message *Message) (*Task, error) {
	if in.ReplyTo == 0 {
		return nil, nil
	}
	taskID := in.ReplyTask
	own := r.find(in.ChatID, func(m Message) bool {
		return r.isSame(m, IncomingMessage{TelegramMessageID: in.ReplyTo})
	})
	if own != nil {
		message.ReplyToMessageID = &own.ID
		if own.TaskID != nil {
			taskID = *own.TaskID
		}
	} else {
		posted, err := readColumn[int64](r.query(ctx,
			"SELECT COALESCE(task_id, 0) FROM posts WHERE chat_id = $1 AND telegram_message_id = $2", in.ChatID, in.ReplyTo))
		if err != nil {
			return nil, wrap(err, "look for what a reply answers")
		}
		if len(posted) > 0 && posted[0] != 0 {
			taskID = posted[0]
		}
	}
	if taskID == 0 {
		return nil, nil
	}
	return r.taskOf(ctx, customer.ID, taskID)
}

// placeOf is where a message that is kept lies.
func (r *receiving) placeOf(ctx context.Context, message Message) (place Place, err error) {
	customer := r.customers[message.ChatID]
	if customer == nil {
		return place, nil
	}
	return r.place(ctx, message, r.open[customer.ID])
}

// cleanIncoming is what a customer wrote as it is kept: nothing is refused, what the databases cannot hold goes.
func cleanIncoming(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "")
	return truncate(strings.TrimSpace(text), LongestMessage)
}
