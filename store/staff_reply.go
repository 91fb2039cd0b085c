package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// StaffReply is what a member of staff wrote in Telegram, in their own chat or in the group, as a reply to something there.
type StaffReply struct {
	ChatID            int64
	TelegramMessageID int64
	From              int64  // the member's Telegram account
	ReplyTo           int64  // the message of the chat that it answers
	TaskID            *int64 // what the buttons of that message name, should it not be noted yet what it is about
	CustomerID        *int64
	Text              string
	MediaGroupID      string // of an album
	Files             []File // what Telegram says of them
}

// StaffReplyOutcome is what became of a StaffReply.
type StaffReplyOutcome string

const (
	StaffReplyNone        StaffReplyOutcome = "none"        // it answers nothing that staff were told, or is not of staff
	StaffReplySent        StaffReplyOutcome = "sent"        // to the customer, when the hold is over
	StaffReplyNoted       StaffReplyOutcome = "noted"       // it is a note
	StaffReplyAdded       StaffReplyOutcome = "added"       // to the album to which it belongs
	StaffReplyUnreachable StaffReplyOutcome = "unreachable" // kept, and sent if the customer lets the bot write again
	StaffReplyNoChat      StaffReplyOutcome = "no_chat"     // kept: the customer has no chat with the bot
	StaffReplyTooLate     StaffReplyOutcome = "too_late"    // an edit of what is on its way already
	// Not kept:
	StaffReplyEmpty      StaffReplyOutcome = "empty"       // there is nothing in it that can be sent
	StaffReplyNoCustomer StaffReplyOutcome = "no_customer" // the task has no customer any more
	StaffReplyUnverified StaffReplyOutcome = "unverified"  // see mayWrite
	StaffReplyNoTask     StaffReplyOutcome = "no_task"     // a note about no task
	StaffReplyNoGroup    StaffReplyOutcome = "no_group"    // the group is not the staff's any more
	StaffReplyTakenBack  StaffReplyOutcome = "taken_back"  // a part, or an edit, of what its author has taken back
)

// staffReply is a row of what members of staff wrote in Telegram.
type staffReply struct {
	bun.BaseModel     `bun:"table:staff_replies,alias:sr"`
	ChatID            int64 `bun:",pk"`
	TelegramMessageID int64 `bun:",pk"`
	StaffID           int64
	MessageID         int64 `bun:",nullzero"` // 0 for what its author has taken back
	MediaGroupID      string
	CreatedAt         time.Time
}

// ReceiveStaffReply sends what a member of staff replies to news of a task or a customer, or to a message that asked for
// it, to the customer; what begins with a dot becomes a note. An album is one message. What comes twice is sent once.
func (s *Store) ReceiveStaffReply(ctx context.Context, in StaffReply) (outcome StaffReplyOutcome, err error) {
	if _, err := s.StaffByChat(ctx, in.From); CodeOf(err) == NotFound {
		return StaffReplyNone, nil // most who reply are customers: they write nothing here
	}
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			outcome, err = tx.receiveStaffReply(ctx, in)
			return err
		})
	})
	return refusedReply(outcome, err)
}

// refusedReply tells the errors that say why a reply is not kept from those that do not.
func refusedReply(outcome StaffReplyOutcome, err error) (StaffReplyOutcome, error) {
	switch {
	case errors.Is(err, errNotVerified):
		return StaffReplyUnverified, nil
	case errors.Is(err, errNoCustomer):
		return StaffReplyNoCustomer, nil
	case CodeOf(err) == NotFound:
		return StaffReplyNone, nil // what it is about has just been deleted
	case CodeOf(err) == Invalid:
		return StaffReplyEmpty, nil
	}
	return outcome, err
}

func (t *tx) receiveStaffReply(ctx context.Context, in StaffReply) (StaffReplyOutcome, error) {
	member, err := t.staffOf(ctx, in.From)
	if err != nil || member == nil {
		return StaffReplyNone, err
	}
	before, err := t.staffReplies(ctx, in)
	if err != nil {
		return "", err
	}
	if at := slices.IndexFunc(before, func(r staffReply) bool { return r.TelegramMessageID == in.TelegramMessageID }); at >= 0 {
		return t.outcomeOf(ctx, before[at].MessageID)
	}
	about, err := t.staffPost(ctx, in)
	if err != nil || about == nil {
		return StaffReplyNone, err
	}
	if heard, err := t.isHeard(ctx, in); err != nil || !heard {
		return StaffReplyNoGroup, err
	}
	if len(before) > 0 {
		outcome, err := t.addToReply(ctx, in, before[len(before)-1].MessageID)
		if err != nil || outcome != StaffReplyNone {
			return outcome, err
		}
	}
	return t.sendReply(ctx, in, *member, *about)
}

// staffOf is the active member with a Telegram account; nil for none.
func (t *tx) staffOf(ctx context.Context, telegramID int64) (*Staff, error) {
	var found []Staff
	err := t.NewSelect().Model(&found).Where("telegram_id = ?", telegramID).Where("active").Scan(ctx)
	if err != nil || len(found) == 0 {
		return nil, wrap(err, "find the member of staff who wrote")
	}
	return &found[0], nil
}

// staffReplies are what was received of the same message or album before, the newest last.
func (t *tx) staffReplies(ctx context.Context, in StaffReply) (before []staffReply, err error) {
	query := t.NewSelect().Model(&before).Where("chat_id = ?", in.ChatID).Order("message_id", "telegram_message_id").
		WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
			q.Where("telegram_message_id = ?", in.TelegramMessageID)
			if in.MediaGroupID != "" {
				q.WhereOr("media_group_id = ? AND media_group_id <> ''", truncate(in.MediaGroupID, longestGroupID))
			}
			return q
		})
	return before, wrap(query.Scan(ctx), "look for what a member of staff wrote before")
}

// outcomeOf is what became of a reply.
func (t *tx) outcomeOf(ctx context.Context, messageID int64) (StaffReplyOutcome, error) {
	if messageID == 0 {
		return StaffReplyTakenBack, nil
	}
	message, err := t.lockMessage(ctx, messageID)
	switch {
	case err != nil:
		return "", err
	case message.Direction == DirectionNote:
		return StaffReplyNoted, nil
	case message.ChatID == 0:
		return StaffReplyNoChat, nil
	}
	unreachable, err := t.NewSelect().Model((*Notification)(nil)).Where("message_id = ?", messageID).Where("state = ?", NotificationUnreachable).Exists(ctx)
	if unreachable {
		return StaffReplyUnreachable, err
	}
	return StaffReplySent, wrap(err, "look what became of a reply")
}

// isHeard tells whether replies in a chat go out: in a member's own, and in a group as long as it is the staff's.
func (t *tx) isHeard(ctx context.Context, in StaffReply) (bool, error) {
	if in.ChatID == in.From {
		return true, nil
	}
	heard, err := t.NewSelect().Table("staff_groups").Where("chat_id = ?", in.ChatID).Where("confirmed_at IS NOT NULL").Exists(ctx)
	return heard, wrap(err, "look whether a group is the staff's")
}

// staffPost is to whom the answer to a message goes, or about what it is a note; nil where that message tells staff of
// nothing. What was filed to no task and is by now is about that task.
func (t *tx) staffPost(ctx context.Context, in StaffReply) (*NewMessage, error) {
	var posts []post
	err := t.NewSelect().Model(&posts).Where("chat_id = ?", in.ChatID).Where("telegram_message_id = ?", in.ReplyTo).Where("for_staff").Scan(ctx)
	switch {
	case err != nil:
		return nil, wrap(err, "look for what a reply of staff is about")
	case len(posts) > 0:
		in.TaskID, in.CustomerID = posts[0].TaskID, posts[0].CustomerID
	case in.TaskID == nil && in.CustomerID == nil:
		return nil, nil
	}
	if in.TaskID != nil {
		return &NewMessage{TaskID: in.TaskID}, nil
	}
	var news []Notification
	err = t.NewSelect().Model(&news).Where("kind = ?", NotificationNews).Where("about_customer_id = ?", *in.CustomerID).
		Where("chat_id = ?", in.ChatID).Where("telegram_message_id = ?", in.ReplyTo).Limit(1).Scan(ctx)
	if err != nil || len(news) == 0 || len(news[0].Payload.Messages) == 0 {
		return &NewMessage{CustomerID: in.CustomerID}, wrap(err, "look for the news that a reply answers")
	}
	told := news[0].Payload.Messages
	filed, err := readColumn[int64](t.query(ctx, "SELECT COALESCE(task_id, 0) FROM messages WHERE id = $1", told[len(told)-1]))
	if err != nil || len(filed) == 0 || filed[0] == 0 {
		return &NewMessage{CustomerID: in.CustomerID}, wrap(err, "look for where the message is filed that a reply answers")
	}
	return &NewMessage{TaskID: &filed[0]}, nil
}

// newestUnanswered is the customer's newest message, about the same task or filed to none, that waits for an answer; nil
// for none.
func (t *tx) newestUnanswered(ctx context.Context, about NewMessage) (*int64, error) {
	query := t.NewSelect().Model((*Message)(nil)).Column("id").Where("direction = ?", DirectionIn).Where("answered_at IS NULL").Order("id DESC").Limit(1)
	if about.TaskID != nil {
		query.Where("task_id = ?", *about.TaskID)
	} else {
		query.Where("customer_id = ?", *about.CustomerID).Where("task_id IS NULL")
	}
	var ids []int64
	if err := query.Scan(ctx, &ids); err != nil || len(ids) == 0 {
		return nil, wrap(err, "look for what a message answers")
	}
	return &ids[0], nil
}

// sendReply writes the message, or the note, of a reply.
func (t *tx) sendReply(ctx context.Context, in StaffReply, member Staff, about NewMessage) (StaffReplyOutcome, error) {
	note, words := noteOf(in.Text)
	about.Text = words
	if len(in.Files) > 0 {
		about.FileIDs = []int64{0} // so that a text is not needed
	}
	text, err := cleanMessage(about)
	if err != nil {
		return "", err
	}
	if note && about.TaskID == nil {
		return StaffReplyNoTask, nil
	}
	answered, err := t.newestUnanswered(ctx, about)
	if err != nil {
		return "", err
	}
	actor := Actor{Kind: ActorStaff, ID: member.ID}
	message := Message{TaskID: about.TaskID, Direction: DirectionNote, Text: text, ReplyToMessageID: answered}
	attach := func(ctx context.Context, message Message) ([]File, error) {
		return t.receiveFiles(ctx, member, message, in)
	}
	if note {
		_, task, err := t.lockTask(ctx, *about.TaskID)
		if err != nil {
			return "", err
		}
		message.CustomerID = task.CustomerID
		if _, err := t.insertStaffMessage(ctx, actor, &message, attach); err != nil {
			return "", err
		}
	} else if err := t.sendMessage(ctx, actor, about, &message, attach, t.replyHold(in)); err != nil {
		return "", err
	}
	row := staffReply{
		ChatID: in.ChatID, TelegramMessageID: in.TelegramMessageID, StaffID: member.ID, MessageID: message.ID,
		MediaGroupID: truncate(in.MediaGroupID, longestGroupID), CreatedAt: t.now,
	}
	if _, err := t.NewInsert().Model(&row).Exec(ctx); err != nil {
		return "", wrap(err, "note what a member of staff wrote")
	}
	return t.outcomeOf(ctx, message.ID)
}

// replyHold is how long a reply is held back: the rest of an album is on its way.
func (t *tx) replyHold(in StaffReply) time.Duration {
	if in.MediaGroupID == "" {
		return t.store.hold
	}
	return max(t.store.hold, albumPause)
}

// noteOf tells whether a reply is a note among staff, and gives its words.
func noteOf(text string) (note bool, words string) {
	text = cleanIncoming(text)
	words, note = strings.CutPrefix(text, ".")
	return note, strings.TrimSpace(words)
}

// isStray tells of words that are to be added to a message to a customer, or to take its place, that they are a note and that
// there is no task to which it could be written.
func isStray(message Message, text string) bool {
	note, _ := noteOf(text)
	return note && message.Direction == DirectionOut && message.TaskID == nil
}

// receiveFiles keeps the files of a reply: Telegram knows them by their ids, and our own copies are fetched.
func (t *tx) receiveFiles(ctx context.Context, member Staff, message Message, in StaffReply) ([]File, error) {
	if len(in.Files) == 0 {
		return nil, nil
	}
	files := slices.Clone(in.Files)
	for i := range files {
		file := &files[i]
		file.MessageID, file.TaskID, file.StaffID, file.TelegramMessageID = &message.ID, message.TaskID, &member.ID, &in.TelegramMessageID
		file.Name, file.Mime = truncate(cleanIncoming(file.Name), MaxName), truncate(cleanIncoming(file.Mime), MaxName)
		file.State, file.NotBefore, file.CreatedAt, file.UpdatedAt = FileWaiting, t.now, t.now, t.now
	}
	t.fetching = true
	_, err := t.NewInsert().Model(&files).Exec(ctx)
	return files, wrap(err, "insert the files of a reply")
}

// addToReply adds a further part of an album to its message, as long as nothing of that has been sent; else
// the outcome is StaffReplyNone.
func (t *tx) addToReply(ctx context.Context, in StaffReply, messageID int64) (StaffReplyOutcome, error) {
	if messageID == 0 {
		return StaffReplyTakenBack, nil
	}
	message, err := t.lockMessage(ctx, messageID)
	if err != nil {
		return StaffReplyNone, err
	}
	if isStray(message, in.Text) {
		return StaffReplyNoTask, nil
	}
	if message.Direction == DirectionOut {
		if held, err := t.isHeld(ctx, messageID); err != nil || !held {
			return StaffReplyNone, err
		}
	}
	member, err := t.staffOf(ctx, in.From)
	if err != nil || member == nil {
		return StaffReplyNone, err
	}
	if _, err := t.receiveFiles(ctx, *member, message, in); err != nil {
		return StaffReplyNone, err
	}
	row := staffReply{
		ChatID: in.ChatID, TelegramMessageID: in.TelegramMessageID, StaffID: member.ID, MessageID: message.ID,
		MediaGroupID: truncate(in.MediaGroupID, longestGroupID), CreatedAt: t.now,
	}
	if _, err := t.NewInsert().Model(&row).Exec(ctx); err != nil {
		return StaffReplyNone, wrap(err, "note what a member of staff wrote")
	}
	if in.Text == "" {
		t.changed(message.subject(), Updated, message.ID)
		return StaffReplyAdded, t.requeue(ctx, message)
	}
	return StaffReplyAdded, t.reword(ctx, message, joinedCaption(message.Text, in.Text))
}

// joinedCaption is what an album says that has words, to which those of a later part are added: a note, if these are one.
func joinedCaption(text, added string) string {
	if text == "" {
		return added
	}
	note, words := noteOf(added)
	if note {
		return "." + text + "\n" + words
	}
	return text + "\n" + words
}
