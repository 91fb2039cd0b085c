package notify_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/bot/notify"
	"zayavka/store"
	"zayavka/store/storetest"
)

// contents is a place where the content of files is kept, which may be away for a while.
type contents struct {
	mu   sync.Mutex
	kept map[string][]byte
	away int // how often it fails
}

type content struct{ *bytes.Reader }

func (content) Close() error { return nil }

func (c *contents) Open(_ context.Context, sha256 string) (io.ReadSeekCloser, int64, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.away > 0 {
		c.away--
		return nil, 0, errors.New("no answer")
	}
	kept, ok := c.kept[sha256]
	if !ok {
		return nil, 0, fmt.Errorf("not kept: %w", fs.ErrNotExist)
	}
	return content{bytes.NewReader(kept)}, int64(len(kept)), nil
}

// upload is a file of a member that is kept.
type upload struct {
	kind    store.FileKind
	content []byte
	size    [2]int // of a picture
	lost    bool   // there is no content
}

// desk is a member of staff who writes to a customer about a task.
type desk struct {
	*outbox
	contents *contents
	rows     *storetest.Store
	member   store.Staff
	olga     *emulator.User
	task     store.Task
}

func newDesk(t *testing.T, configure ...func(*notify.Options)) *desk {
	t.Helper()
	url := storetest.SQLite(t)
	kept := &contents{kept: map[string][]byte{}}
	o := open(t, url, 0, append(configure, func(o *notify.Options) { o.Files = kept })...)
	d := &desk{outbox: o, contents: kept, rows: &storetest.Store{Store: o.Store, Clock: &storetest.Clock{}, URL: url}}
	d.member = d.rows.NewStaff(t)
	name := "Анна Петрова"
	_, err := o.UpdateStaff(t.Context(), d.member.ID, store.StaffUpdate{Name: &name})
	require.NoError(t, err)
	var customer store.Customer
	d.olga, customer = o.customer(t, "ru")
	d.task = o.task(t, customer)
	d.olga.AnswerContaining(t, "Заявка принята")
	return d
}

// writes sends a message with files.
func (d *desk) writes(t *testing.T, text string, files ...upload) store.Message {
	t.Helper()
	in := store.NewMessage{TaskID: &d.task.ID, Text: text}
	for _, file := range files {
		row := d.rows.NewUpload(t, d.member, file.kind)
		d.rows.Exec(t, "UPDATE files SET width = $1, height = $2, size = $3 WHERE id = $4", file.size[0], file.size[1], len(file.content), row.ID)
		if !file.lost {
			d.contents.mu.Lock()
			d.contents.kept[row.SHA256] = file.content
			d.contents.mu.Unlock()
		}
		in.FileIDs = append(in.FileIDs, row.ID)
	}
	message, err := d.SendMessage(t.Context(), store.Actor{Kind: store.ActorStaff, ID: d.member.ID}, in)
	require.NoError(t, err)
	return message
}

// delivery waits until a message is over, and gives what became of it.
func (d *desk) delivery(t *testing.T, message store.Message) store.Notification {
	t.Helper()
	d.waitSent(t)
	deliveries, err := d.DeliveriesOfMessages(t.Context(), []int64{message.ID})
	require.NoError(t, err)
	return deliveries[message.ID]
}

func picture(t *testing.T, width, height int) upload {
	t.Helper()
	var encoded bytes.Buffer
	require.NoError(t, png.Encode(&encoded, image.NewGray(image.Rect(0, 0, width, height))))
	return upload{kind: store.FilePhoto, content: encoded.Bytes(), size: [2]int{width, height}}
}

func TestATextOfStaffComesAsTheBusinesssWithAButtonForItsTask(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.writes(t, "Готово <завтра> & точка")
	got := d.olga.Answer(t)
	require.Equal(t, "Готово <завтра> & точка", got.Text)
	require.Equal(t, "Заявка № 1", got.Buttons[0][0].Text)
}

func TestTheFirstNameOfWhoWroteStandsAboveIfTheShopWantsIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t, func(o *notify.Options) { o.SignReplies = true })
	d.writes(t, "Готово")
	require.Equal(t, "Анна\nГотово", d.olga.Answer(t).Text)
	d.writes(t, strings.Repeat("слово ", 800))
	require.True(t, strings.HasPrefix(d.olga.Answer(t).Text, "Анна\nслово"))
	require.True(t, strings.HasPrefix(d.olga.Answer(t).Text, "слово"), "once")
}

func TestAMessageAnswersTheCustomersOwn(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	asked := d.olga.Says("Когда?")
	received, err := d.ReceiveMessages(t.Context(), []store.IncomingMessage{{ChatID: d.olga.ID, TelegramMessageID: int64(asked.ID), Text: "Когда?"}})
	require.NoError(t, err)
	d.stop()
	message := d.writes(t, "Завтра")
	d.rows.Exec(t, "UPDATE messages SET reply_to_message_id = $1 WHERE id = $2", received[0].Message.ID, message.ID)
	d.run(t)
	require.Equal(t, asked.ID, d.olga.AnswerContaining(t, "Завтра").ReplyToID)
}

func TestFilesOfStaffAreUploadedOnceAndTheirTextIsTheCaption(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	message := d.writes(t, "Вот", picture(t, 40, 30), picture(t, 50, 40), upload{kind: store.FileDocument, content: []byte("акт")})
	first, second, document := d.olga.Answer(t), d.olga.Answer(t), d.olga.Answer(t)
	require.Equal(t, "Вот", first.Text)
	require.Equal(t, "photo", first.Kind)
	require.Equal(t, first.Album, second.Album)
	require.NotEmpty(t, first.Album)
	require.Equal(t, "document", document.Kind)
	require.Equal(t, "Заявка № 1", document.Buttons[0][0].Text, "under the last part")
	require.Equal(t, store.NotificationSent, d.delivery(t, message).State)
	files, err := d.FilesOfMessages(t.Context(), []int64{message.ID})
	require.NoError(t, err)
	for i, sent := range []emulator.Message{first, second, document} {
		require.Equal(t, sent.File.ID, files[message.ID][i].TelegramFileID)
	}

	d.contents.kept = map[string][]byte{} // the ids are enough
	d.rows.Exec(t, "UPDATE notifications SET state = 'failed' WHERE message_id = $1", message.ID)
	_, err = d.ResendNotification(t.Context(), d.delivery(t, message).ID)
	require.NoError(t, err)
	require.Equal(t, first.File.ID, d.olga.Answer(t).File.ID)
}

func TestEachKindOfFileGoesAsWhatItIs(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ogg := append([]byte("OggS\x00"), make([]byte, 60)...)
	for kind, body := range map[store.FileKind][]byte{
		store.FileVoice: ogg, store.FileAudio: append([]byte("ID3\x04"), make([]byte, 60)...),
		store.FileVideo: []byte("\x00\x00\x00\x1cftypisom\x00\x00\x02\x00isomiso2mp41"), store.FileDocument: []byte("%PDF-1.4"),
	} {
		d.writes(t, "Вот", upload{kind: kind, content: body})
		got := d.olga.Answer(t)
		require.Equal(t, strings.ToLower(string(kind)), got.Kind)
		require.Equal(t, "Вот", got.Text)
	}
}

func TestAPictureThatTelegramTakesForNoPhotoGoesAsADocument(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.writes(t, "Длинная", picture(t, 2100, 100))
	require.Equal(t, "document", d.olga.Answer(t).Kind)
	require.Empty(t, d.telegram.Calls("sendPhoto"), "it need not be tried")

	unknown := picture(t, 2100, 100)
	unknown.size = [2]int{} // its size is not known
	d.writes(t, "Ещё одна", unknown)
	require.Equal(t, "document", d.olga.Answer(t).Kind)

	ordinary := picture(t, 40, 30)
	d.writes(t, "Вместе", ordinary, unknown)
	album := []emulator.Message{d.olga.Answer(t), d.olga.Answer(t)}
	require.Equal(t, "document", album[0].Kind)
	require.Equal(t, "document", album[1].Kind)
}

func TestAFileThatTelegramHasForgottenIsUploadedAgain(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.stop()
	message := d.writes(t, "Вот", picture(t, 40, 30))
	d.rows.Exec(t, "UPDATE files SET telegram_file_id = 'AgACAgIAAxkBAAEanotherbotsfileid0000000000000' WHERE message_id = $1", message.ID)
	d.run(t)
	require.Equal(t, "photo", d.olga.Answer(t).Kind)
	require.Equal(t, store.NotificationSent, d.delivery(t, message).State)
}

func TestAContentThatIsGoneFailsItsMessageInWordsAndOneThatIsAwayIsWaitedFor(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	lost := d.delivery(t, d.writes(t, "Вот", upload{kind: store.FileDocument, lost: true}))
	require.Equal(t, store.NotificationFailed, lost.State)
	require.Contains(t, lost.LastError, "Attach the file again")
	d.contents.mu.Lock()
	d.contents.away = 2
	d.contents.mu.Unlock()
	waited := d.delivery(t, d.writes(t, "Вот", upload{kind: store.FileDocument, content: []byte("акт")}))
	require.Equal(t, store.NotificationSent, waited.State)
	require.Equal(t, 2, waited.Attempts)
}

func TestWithoutAPlaceForFilesTheirMessagesFailAndOthersGo(t *testing.T) {
	t.Parallel()
	d := newDesk(t, func(o *notify.Options) {})
	d.stop()
	d.options = nil
	d.run(t)
	require.Equal(t, store.NotificationFailed, d.delivery(t, d.writes(t, "Вот", upload{kind: store.FileDocument, content: []byte("акт")})).State)
	require.Equal(t, store.NotificationSent, d.delivery(t, d.writes(t, "Готово")).State)
}

func TestARequestThatWasSentByItselfIsToldOf(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	o := open(t, url, 0)
	olga, customer := o.customer(t, "ru")
	_, err := o.StartDraft(t.Context(), customer)
	require.NoError(t, err)
	_, err = o.ReceiveMessages(t.Context(), []store.IncomingMessage{{ChatID: olga.ID, TelegramMessageID: 1, Text: "Не включается"}})
	require.NoError(t, err)
	(&storetest.Store{URL: url}).Exec(t, "UPDATE drafts SET expires_at = created_at")
	require.NoError(t, o.SendDueDraft(t.Context(), customer, func(store.FileKind) string { return "" }))
	told := olga.AnswerContaining(t, "Заявка № 1 отправлена")
	require.Equal(t, "Заявка № 1", told.Buttons[0][0].Text)
}

func TestARequestThatDoesNotGoByItselfBecauseOthersWaitIsToldOf(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	o := open(t, url, 0)
	olga, customer := o.customer(t, "en")
	for n := range store.UntakenRequests + 1 {
		_, err := o.StartDraft(t.Context(), customer)
		require.NoError(t, err)
		_, err = o.ReceiveMessages(t.Context(), []store.IncomingMessage{{ChatID: olga.ID, TelegramMessageID: int64(n + 1), Text: "It is broken"}})
		require.NoError(t, err)
		(&storetest.Store{URL: url}).Exec(t, "UPDATE drafts SET expires_at = created_at")
		require.NoError(t, o.SendDueDraft(t.Context(), customer, func(store.FileKind) string { return "" }))
	}
	olga.AnswerContaining(t, "No new request was made: 3 of yours")
}

func TestAnUploadHasALongerLease(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, olga, boris := s.NewStaff(t), s.NewRegistered(t), s.NewRegistered(t)
		for _, in := range []store.NewMessage{
			{CustomerID: &olga.ID, FileIDs: []int64{s.NewUpload(t, anna, store.FilePhoto).ID}}, {CustomerID: &boris.ID, Text: "Готово"},
		} {
			_, err := s.SendMessage(t.Context(), store.Actor{Kind: store.ActorStaff, ID: anna.ID}, in)
			require.NoError(t, err)
		}
		s.Clock.Advance(time.Minute)
		claimed, err := s.ClaimNotifications(t.Context(), 10, 20*time.Second)
		require.NoError(t, err)
		require.Len(t, claimed, 2)
		require.Equal(t, 20*time.Second+store.UploadTime, claimed[0].Notification.LeaseUntil.Sub(s.Clock.Now()))
		require.Equal(t, 20*time.Second, claimed[1].Notification.LeaseUntil.Sub(s.Clock.Now()))
	})
}
