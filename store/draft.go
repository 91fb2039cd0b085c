package store

import (
	"cmp"
	"context"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// Draft is a request that a customer is writing in the chat: all that comes belongs to it, until they send it, or write
// nothing more for a quarter of an hour. A chat has at most one.
type Draft struct {
	bun.BaseModel `bun:"table:drafts,alias:d"`
	ID            int64 `bun:",pk,autoincrement"`
	ChatID        int64
	Category      Category // may be empty
	TaskID        *int64   // what it became; nil while it is written
	ExpiresAt     time.Time
	CreatedAt     time.Time
	UpdatedAt     time.Time

	Texts int `bun:",scanonly"` // how many of its messages have words
	Files int `bun:",scanonly"`
}

// draftColumns begins a statement that reads drafts with what is in them.
const draftColumns = `SELECT d.*,
	(SELECT count(*) FROM messages AS m WHERE m.draft_id = d.id AND m.text <> '') AS texts,
	(SELECT count(*) FROM files AS f JOIN messages AS m ON m.id = f.message_id WHERE m.draft_id = d.id) AS files
	FROM drafts AS d WHERE `

// openDrafts are the requests that are being written, by chat.
func (t *tx) openDrafts(ctx context.Context, chats []int64) (map[int64]*Draft, error) {
	var drafts []Draft
	if err := t.NewRaw(draftColumns+"d.task_id IS NULL AND d.chat_id IN (?)", bun.List(chats)).Scan(ctx, &drafts); err != nil {
		return nil, wrap(err, "read drafts")
	}
	byChat := map[int64]*Draft{}
	for i := range drafts {
		byChat[drafts[i].ChatID] = &drafts[i]
	}
	return byChat, nil
}

// draft finds one by its id; nil when it is gone.
func (t *tx) draft(ctx context.Context, id int64) (*Draft, error) {
	var drafts []Draft
	if err := t.NewRaw(draftColumns+"d.id = ?", id).Scan(ctx, &drafts); err != nil || len(drafts) == 0 {
		return nil, wrap(err, "read draft")
	}
	return &drafts[0], nil
}

// extendDraft waits for more again.
func (t *tx) extendDraft(ctx context.Context, draft *Draft) error {
	draft.ExpiresAt, draft.UpdatedAt = t.now.Add(recent), t.now
	_, err := t.NewUpdate().Model(draft).Column("expires_at", "updated_at").WherePK().Exec(ctx)
	return wrap(err, "extend draft")
}

// StartDraft begins a request in the customer's chat, with what was written there in the last quarter of an hour and is filed to
// no task. One that is being written already goes on.
func (s *Store) StartDraft(ctx context.Context, customer Customer) (draft Draft, err error) {
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			locked, err := tx.findCustomer(ctx, "id = $1", customer.ID)
			if err != nil || locked == nil || locked.TelegramID == nil {
				return cmp.Or(err, errNotFound())
			}
			open, err := tx.openDrafts(ctx, []int64{*locked.TelegramID})
			if err != nil {
				return err
			}
			begun := open[*locked.TelegramID]
			if begun == nil {
				begun = &Draft{ChatID: *locked.TelegramID, ExpiresAt: tx.now.Add(recent), CreatedAt: tx.now, UpdatedAt: tx.now}
				if _, err := tx.NewInsert().Model(begun).Exec(ctx); err != nil {
					if isUniqueViolation(err) {
						return errConflict("", "A request is being written already.")
					}
					return wrap(err, "insert draft")
				}
			} else if err := tx.extendDraft(ctx, begun); err != nil {
				return err
			}
			unfiled, err := tx.recentMessages(ctx, *locked, 0)
			if err != nil {
				return err
			}
			for _, message := range unfiled {
				tx.changed(SubjectMessage, Updated, message.ID)
			}
			if len(unfiled) > 0 {
				_, err := tx.NewUpdate().Model(&unfiled).Set("draft_id = ?", begun.ID).WherePK().Exec(ctx)
				if err != nil {
					return wrap(err, "begin a request with what was written")
				}
			}
			filled, err := tx.draft(ctx, begun.ID)
			if err == nil {
				draft = *filled
			}
			return err
		})
	})
	return draft, err
}

// SetDraftCategory chooses what kind of work the customer asks for. Without a draft it is NotFound.
func (s *Store) SetDraftCategory(ctx context.Context, customer Customer, category Category) (draft Draft, err error) {
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		_, open, err := tx.lockDraft(ctx, customer.ID)
		if err != nil {
			return err
		}
		open.Category = category
		if err := tx.extendDraft(ctx, open); err != nil {
			return err
		}
		_, err = tx.NewUpdate().Model(open).Column("category").WherePK().Exec(ctx)
		draft = *open
		return wrap(err, "choose the category of a draft")
	})
	return draft, err
}

// lockDraft locks a customer, and so what is in their chat, and gives the request that is being written there.
func (t *tx) lockDraft(ctx context.Context, customerID int64) (*Customer, *Draft, error) {
	customer, err := t.findCustomer(ctx, "id = $1", customerID)
	if err != nil || customer == nil || customer.TelegramID == nil {
		return nil, nil, cmp.Or(err, errNotFound())
	}
	open, err := t.openDrafts(ctx, []int64{*customer.TelegramID})
	if err != nil {
		return nil, nil, err
	}
	if draft := open[*customer.TelegramID]; draft != nil {
		return customer, draft, nil
	}
	return nil, nil, errNotFound()
}

// DropDraft ends the writing of a request that is not sent: what was written stays, filed to no task.
func (s *Store) DropDraft(ctx context.Context, customer Customer) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		locked, draft, err := tx.lockDraft(ctx, customer.ID)
		if err != nil {
			return unlessNotFound(err)
		}
		return tx.dropDraft(ctx, locked, draft)
	})
}

// dropDraft removes a draft; its messages are unfiled ones from now on.
func (t *tx) dropDraft(ctx context.Context, customer *Customer, draft *Draft) error {
	messages, err := t.draftMessages(ctx, draft.ID)
	if err != nil {
		return err
	}
	if _, err := t.NewDelete().Model(draft).WherePK().Exec(ctx); err != nil { // its messages lose it by their foreign key
		return wrap(err, "remove draft")
	}
	for _, message := range messages {
		message.DraftID = nil
		t.changed(SubjectMessage, Updated, message.ID)
		if err := t.messageReceived(ctx, message, nil, customer); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) draftMessages(ctx context.Context, draftID int64) (messages []Message, err error) {
	err = t.NewSelect().Model(&messages).Where("draft_id = ?", draftID).Order("id").Scan(ctx)
	return messages, wrap(err, "read the messages of a draft")
}

// Why a request is not sent.
var (
	errEmptyDraft = errInvalid("", "There is nothing in this request yet.")
	errUntaken    = errConflict("", "There are %d requests of this customer that nobody has taken yet.", UntakenRequests)
)

// FileNames says what a file is in words, for the description of a request without any.
type FileNames func(FileKind) string

// SendDraft makes a task of the request that the customer is writing. Sent already, it gives that task again. Without
// a draft it is NotFound, with an empty one Invalid; while UntakenRequests of theirs wait it is a Conflict, and what
// was written becomes unfiled messages.
func (s *Store) SendDraft(ctx context.Context, customer Customer, draftID int64, named FileNames) (task Task, err error) {
	var refused error
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		refused = nil
		locked, draft, err := tx.lockDraft(ctx, customer.ID)
		if CodeOf(err) == NotFound {
			task, err = tx.sentBefore(ctx, customer, draftID)
			return err
		}
		if err != nil {
			return err
		}
		task, refused, err = tx.sendDraft(ctx, locked, draft, named)
		return err
	})
	return task, cmp.Or(err, refused)
}

// sentBefore is the task that a draft became.
func (t *tx) sentBefore(ctx context.Context, customer Customer, draftID int64) (Task, error) {
	draft, err := t.draft(ctx, draftID)
	if err != nil || draft == nil || draft.TaskID == nil {
		return Task{}, cmp.Or(err, errNotFound())
	}
	task, err := t.taskOf(ctx, customer.ID, *draft.TaskID)
	if err != nil || task == nil {
		return Task{}, cmp.Or(err, errNotFound())
	}
	return *task, nil
}

// sendDraft makes the task. refused is why it is not made; then the draft is empty and stays, or is gone.
func (t *tx) sendDraft(ctx context.Context, customer *Customer, draft *Draft, named FileNames) (task Task, refused, err error) {
	messages, err := t.draftMessages(ctx, draft.ID)
	if err != nil || len(messages) == 0 {
		return Task{}, errEmptyDraft, err
	}
	untaken, err := readColumn[int](t.query(ctx, `SELECT count(*) FROM tasks
		WHERE customer_id = $1 AND source = 'CUSTOMER' AND employee_id IS NULL AND status = 'ACCEPTED'`, customer.ID))
	if err != nil {
		return Task{}, nil, wrap(err, "count requests that nobody has taken")
	}
	if untaken[0] >= UntakenRequests {
		return Task{}, errUntaken, t.dropDraft(ctx, customer, draft)
	}
	words, err := t.wordsOf(ctx, messages, named)
	if err != nil {
		return Task{}, nil, err
	}
	actor := Actor{Kind: ActorCustomer, ID: customer.ID}
	task = Task{
		CustomerID: &customer.ID, Description: words, Version: 1, Category: orDefault(draft.Category, CategoryOther), Status: StatusAccepted,
		Source: SourceCustomer, AwaitingReplySince: &messages[0].CreatedAt, CreatedAt: t.now, UpdatedAt: t.now,
	}
	if err := t.insertTasks(ctx, actor, newcomer{task: &task, customer: customer}); err != nil {
		return Task{}, nil, err
	}
	_, err = t.NewUpdate().Model((*Message)(nil)).Set("task_id = ?", task.ID).Set("draft_id = NULL").Set("updated_at = ?", t.now).
		Where("draft_id = ?", draft.ID).Exec(ctx)
	if err != nil {
		return Task{}, nil, wrap(err, "file the messages of a request")
	}
	ids := make([]int64, len(messages))
	for i := range messages {
		ids[i] = messages[i].ID
		messages[i].TaskID, messages[i].DraftID = &task.ID, nil
		t.changed(SubjectMessage, Updated, ids[i])
	}
	_, err = t.NewUpdate().Model((*File)(nil)).Set("task_id = ?", task.ID).Where("message_id IN (?)", bun.List(ids)).Exec(ctx)
	if err != nil {
		return Task{}, nil, wrap(err, "file the files of a request")
	}
	draft.TaskID, draft.UpdatedAt = &task.ID, t.now
	if _, err := t.NewUpdate().Model(draft).Column("task_id", "updated_at").WherePK().Exec(ctx); err != nil {
		return Task{}, nil, wrap(err, "end a draft")
	}
	for _, message := range messages {
		if err := t.messageReceived(ctx, message, &task, customer); err != nil {
			return Task{}, nil, err
		}
	}
	return task, nil, nil
}

// wordsOf is what a request says, for its description. One without words is named for what was sent.
func (t *tx) wordsOf(ctx context.Context, messages []Message, named FileNames) (string, error) {
	var texts []string
	ids := make([]int64, len(messages))
	for i, message := range messages {
		ids[i] = message.ID
		if message.Text != "" {
			texts = append(texts, message.Text)
		}
	}
	if len(texts) > 0 {
		return truncate(strings.Join(texts, "\n"), MaxDescription), nil
	}
	var kinds []FileKind
	err := t.NewSelect().Model((*File)(nil)).ColumnExpr("DISTINCT kind").Where("message_id IN (?)", bun.List(ids)).Order("kind").Scan(ctx, &kinds)
	if err != nil {
		return "", wrap(err, "read the files of a request")
	}
	for _, kind := range kinds {
		texts = append(texts, named(kind))
	}
	return strings.Join(texts, ", "), nil
}

// DueDrafts are the customers whose requests have waited long enough for more, the longest first.
func (s *Store) DueDrafts(ctx context.Context) (customers []Customer, err error) {
	err = s.read.NewSelect().Model(&customers).
		Join("JOIN drafts AS d ON d.chat_id = c.telegram_id").Where("d.task_id IS NULL").Where("d.expires_at <= ?", s.now()).
		Order("d.expires_at", "d.id").Limit(100).Scan(ctx)
	return customers, wrap(err, "look for requests to be sent")
}

// SendDueDraft sends the customer's request if it is due, and tells them, also that it is not sent while UntakenRequests of
// theirs wait. An empty one is dropped without a word.
func (s *Store) SendDueDraft(ctx context.Context, customer Customer, named FileNames) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		locked, draft, err := tx.lockDraft(ctx, customer.ID)
		if err != nil {
			return unlessNotFound(err)
		}
		if draft.ExpiresAt.After(tx.now) {
			return nil
		}
		task, refused, err := tx.sendDraft(ctx, locked, draft, named)
		switch {
		case err != nil:
			return err
		case refused == errEmptyDraft: //nolint:errorlint // the very value
			return tx.dropDraft(ctx, locked, draft)
		case refused != nil:
			notice := Notification{ChatID: draft.ChatID, Kind: NotificationRequestsWait, Payload: NotificationPayload{Language: locked.Language}}
			return cmp.Or(tx.oweList(ctx, draft.ChatID, tx.now), tx.insertNotice(ctx, notice))
		}
		return tx.tell(ctx, locked, task, NotificationRequestSent, NotificationPayload{To: task.Status})
	})
}

// PruneConversation removes what strangers wrote long ago, and drafts that nobody asks about any more.
func (s *Store) PruneConversation(ctx context.Context) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		err := tx.deleteMessages(ctx, "customer_id IS NULL AND direction = 'IN' AND created_at < ?", tx.now.Add(-KeepStrangers))
		if err != nil {
			return err
		}
		_, err = tx.NewDelete().Model((*Draft)(nil)).Where("expires_at < ?", tx.now.Add(-KeepStrangers)).Exec(ctx)
		return wrap(err, "remove old drafts")
	})
}
