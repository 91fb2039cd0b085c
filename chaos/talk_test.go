//go:build chaos

package chaos

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// talkersAtOnce is how many customers talk with the shop at the same time. Each says a few things, and then another one
// comes: what is kept of one chat is bounded.
const talkersAtOnce = 4

// talk is what customers wrote and sent, and what has to become of it.
type talk struct {
	mu       sync.Mutex
	talkers  []*emulator.User
	words    []words
	requests []request
}

// words are what a customer said, with what it said before it was edited.
type words struct{ text, before string }

// request is what a customer made: its words, how many photos, and what they wrote as a reply to it.
type request struct {
	text, reply string
	photos      int
}

// talker registers, writes, edits that, and makes requests with albums and replies to them, as one customer after another.
func (l *load) talker(ctx context.Context, random *rand.Rand, n int) {
	for round := 1; ctx.Err() == nil; round++ {
		user := l.telegram.NewUser(emulator.Profile{
			FirstName: fmt.Sprintf("talker %d-%d", n, round), Phone: fmt.Sprintf("+7919%03d%04d", n, round), Language: "ru",
		})
		l.talk.add(func(t *talk) { t.talkers = append(t.talkers, user) })
		rest := func() { pause(ctx, time.Duration(random.IntN(1500))*time.Millisecond) }
		say := func(what string) string { return fmt.Sprintf("%s %d-%d.", what, n, round) }
		if !l.registers(user) {
			return
		}
		said, edited := say("Сказано"), say("Исправлено")
		message := user.Says(said)
		rest()
		user.Edits(message.ID, edited)
		l.talk.add(func(t *talk) { t.words = append(t.words, words{edited, said}) })
		rest()
		if !l.makesRequest(user, random, request{text: say("Заявка"), reply: say("Вдогонку"), photos: 2 + random.IntN(3)}) {
			return
		}
		rest()
	}
}

func (t *talk) add(what func(*talk)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	what(t)
}

// registers is false when the run has ended before.
func (l *load) registers(user *emulator.User) bool {
	user.Says("/start")
	user.SharesContact()
	return l.waitFor(func() bool {
		return saidSince(user, 0, "Теперь сообщения будут приходить сюда")
	})
}

// makesRequest writes a request with an album and sends it, tapping twice at times, and replies to it.
func (l *load) makesRequest(user *emulator.User, random *rand.Rand, r request) bool {
	user.Says("/new")
	asked := user.Says(r.text)
	photos := make([]emulator.Attachment, r.photos)
	for i := range photos {
		photos[i] = emulator.Attachment{Kind: "photo", Content: picture(random)}
	}
	user.SendsAlbum("", photos...)
	l.talk.add(func(t *talk) { t.requests = append(t.requests, r) })
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		select {
		case <-l.settled:
			cancel()
		case <-ctx.Done():
		}
	}()
	for range 1 + random.IntN(2) {
		if user.Tap(ctx, "Отправить") != nil {
			return false
		}
	}
	if !l.waitFor(func() bool { return saidSince(user, asked.ID, "У вас 1 заявка") }) {
		return false
	}
	user.Sends(emulator.Outgoing{Text: r.reply, ReplyTo: asked.ID})
	return true
}

// picture is one that no other is like.
func picture(random *rand.Rand) []byte {
	pixels := image.NewNRGBA(image.Rect(0, 0, 8, 8))
	for i := range pixels.Pix {
		pixels.Pix[i] = byte(random.Uint32())
	}
	var encoded bytes.Buffer
	if err := png.Encode(&encoded, pixels); err != nil {
		panic(err) // a buffer takes anything
	}
	return encoded.Bytes()
}

// talkFigures are what became of what customers wrote.
type talkFigures struct {
	said, lost, twice         int // messages; of them not kept, or more than once
	requests, unmade, doubled int // requests; of them not made, or twice
	photos, missing           int // of requests; of them not kept with the task
	strayed                   int // replies to a request that are with another, or with none
}

// keptMessage is one as the database has it.
type keptMessage struct {
	id, task    int64
	text, edits string
}

// heard compares what customers wrote with what is kept of it.
func (s *scene) heard(t *testing.T) (f talkFigures) {
	t.Helper()
	talk := &s.load.talk
	messages, tasks, photos := s.keptTalk(t)
	find := func(text, before string) (found []keptMessage) {
		for _, m := range messages {
			if m.text == text && strings.Contains(m.edits, before) {
				found = append(found, m)
			}
		}
		return found
	}
	count := func(text, before string) []keptMessage {
		f.said++
		found := find(text, before)
		switch {
		case len(found) == 0:
			f.lost++
			t.Logf("%q is not kept", text)
		case len(found) > 1:
			f.twice++
		}
		return found
	}
	for _, said := range talk.words {
		encoded, err := json.Marshal(said.before)
		require.NoError(t, err)
		count(said.text, string(encoded))
	}
	for _, request := range talk.requests {
		f.requests++
		var made []int64 // it begins with what the customer had written just before
		for description, ids := range tasks {
			if strings.HasSuffix(description, request.text) {
				made = append(made, ids...)
			}
		}
		f.doubled += max(len(made)-1, 0)
		if len(made) == 0 {
			f.unmade++
			t.Logf("request %q was not made", request.text)
			continue
		}
		f.photos += request.photos
		f.missing += max(request.photos-photos[made[0]], 0)
		for _, reply := range count(request.reply, "") {
			if reply.task != made[0] {
				f.strayed++
			}
		}
	}
	return f
}

// keptTalk reads what customers wrote, the tasks that they made by their descriptions, and how many files with content are with each task.
func (s *scene) keptTalk(t *testing.T) (messages []keptMessage, tasks map[string][]int64, photos map[int64]int) {
	t.Helper()
	read := func(query string, row func(*sql.Rows) error) {
		rows, err := s.rows.QueryContext(t.Context(), query)
		require.NoError(t, err)
		defer func() { require.NoError(t, rows.Close()) }()
		for rows.Next() {
			require.NoError(t, row(rows))
		}
		require.NoError(t, rows.Err())
	}
	tasks, photos = map[string][]int64{}, map[int64]int{}
	read("SELECT id, COALESCE(task_id, 0), text, CAST(previous_texts AS text) FROM messages WHERE direction = 'IN'", func(rows *sql.Rows) error {
		var m keptMessage
		defer func() { messages = append(messages, m) }()
		return rows.Scan(&m.id, &m.task, &m.text, &m.edits)
	})
	read("SELECT id, description FROM tasks WHERE source = '"+string(store.SourceCustomer)+"'", func(rows *sql.Rows) error {
		var id int64
		var description string
		defer func() { tasks[description] = append(tasks[description], id) }()
		return rows.Scan(&id, &description)
	})
	read("SELECT task_id, sha256 FROM files WHERE task_id IS NOT NULL AND state = 'KEPT'", func(rows *sql.Rows) error {
		var id int64
		var content string
		err := rows.Scan(&id, &content)
		if err == nil {
			if _, gone := os.Stat(filepath.Join(s.files, content[:2], content)); gone == nil {
				photos[id]++
			}
		}
		return err
	})
	return messages, tasks, photos
}
