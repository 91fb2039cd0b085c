package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"slices"
	"strconv"
	"sync"
	"time"
)

// The crowd that writes to the bot.
const (
	botChats   = 1000
	botUpdates = 5 * botChats
	botToken   = "123456789:AAbenchbenchbenchbenchbenchbenchbenc"
)

// botAPI plays just enough of Telegram's Bot API to be written to quickly: it hands out a crowd's
// messages to getUpdates and looks at the answers that sendMessage brings.
type botAPI struct {
	listener net.Listener

	mu       sync.Mutex
	latency  time.Duration // of each sendMessage
	pollToo  bool          // whether getUpdates has it as well
	pending  []botUpdate   // handed out until they are confirmed
	lastID   int
	waiting  map[int64][]string // the languages in which a chat still has to be answered
	left     int
	began    time.Time
	disorder int
	answered chan struct{} // closed with the last answer
	sent     int           // messages in all
	news     chan struct{} // signals that there are updates
}

type botUpdate struct {
	id   int
	text []byte
}

func newBotAPI() (*botAPI, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	a := &botAPI{listener: listener, lastID: 1000, news: make(chan struct{}, 1)}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go a.serve(conn)
		}
	}()
	return a, nil
}

func (a *botAPI) URL() string   { return "http://" + a.listener.Addr().String() }
func (a *botAPI) Token() string { return botToken }

// crowd has every chat write five messages, in turn, and returns a channel that is closed once all
// are answered. A chat's messages are in Russian and English by a pattern of its own, and so must be
// the answers: that is how their order is seen.
func (a *botAPI) crowd(latency time.Duration, pollToo bool) <-chan struct{} {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.latency, a.pollToo, a.waiting, a.left, a.disorder = latency, pollToo, map[int64][]string{}, botUpdates, 0
	a.answered = make(chan struct{})
	for n := range botUpdates {
		chat := crowdChat(n % botChats)
		language := "ru"
		if (n%botChats)>>(n/botChats)&1 == 1 {
			language = "en"
		}
		a.lastID++
		a.waiting[chat] = append(a.waiting[chat], language)
		a.pending = append(a.pending, botUpdate{a.lastID, fmt.Appendf(nil,
			`{"update_id":%d,"message":{"message_id":%d,"date":%d,"text":"Что с моей заявкой?",`+
				`"chat":{"id":%d,"type":"private","first_name":"Ольга"},`+
				`"from":{"id":%d,"is_bot":false,"first_name":"Ольга","language_code":%q}}}`,
			a.lastID, a.lastID, time.Now().Unix(), chat, chat, language)})
	}
	a.began = time.Now()
	select {
	case a.news <- struct{}{}:
	default:
	}
	return a.answered
}

// crowdCustomer is a customer of the dataset who has a chat: two in three have one.
func crowdCustomer(n int) int { return n/2*3 + 1 + n%2 }

func crowdChat(n int) int64 { return 5_000_000_000 + int64(crowdCustomer(n)) }

func (a *botAPI) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	reader := bufio.NewReaderSize(conn, 16<<10)
	var body []byte
	for {
		line, err := reader.ReadSlice('\n')
		if err != nil {
			return
		}
		path, _, _ := bytes.Cut(bytes.TrimPrefix(line, []byte("POST ")), []byte(" "))
		method := string(path[bytes.LastIndexByte(path, '/')+1:])
		length := 0
		for {
			line, err := reader.ReadSlice('\n')
			if err != nil {
				return
			}
			if len(bytes.TrimSpace(line)) == 0 {
				break
			}
			if name, value, _ := bytes.Cut(line, []byte(": ")); bytes.EqualFold(name, []byte("Content-Length")) {
				length, _ = strconv.Atoi(string(bytes.TrimSpace(value)))
			}
		}
		body = slices.Grow(body[:0], length)[:length]
		if _, err := readFull(reader, body); err != nil {
			return
		}
		answer := a.answer(method, body)
		message := fmt.Appendf(nil, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", len(answer))
		if _, err := conn.Write(append(message, answer...)); err != nil {
			return
		}
	}
}

func readFull(reader *bufio.Reader, into []byte) (int, error) {
	read := 0
	for read < len(into) {
		n, err := reader.Read(into[read:])
		read += n
		if err != nil {
			return read, err
		}
	}
	return read, nil
}

func (a *botAPI) answer(method string, body []byte) []byte {
	switch method {
	case "getMe":
		return []byte(`{"ok":true,"result":{"id":123456789,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}`)
	case "getUpdates":
		return a.getUpdates(body)
	case "sendMessage":
		return a.sendMessage(body)
	}
	return []byte(`{"ok":true,"result":true}`)
}

func (a *botAPI) getUpdates(body []byte) []byte {
	var asked struct{ Offset, Timeout int }
	if err := json.Unmarshal(body, &asked); err != nil {
		panic(err) // the product's own encoding
	}
	deadline := time.After(time.Duration(asked.Timeout) * time.Second)
	for {
		a.mu.Lock()
		for len(a.pending) > 0 && a.pending[0].id < asked.Offset {
			a.pending = a.pending[1:]
		}
		batch := a.pending[:min(len(a.pending), 100)]
		latency, pollToo := a.latency, a.pollToo
		a.mu.Unlock()
		if len(batch) > 0 || asked.Timeout == 0 {
			if pollToo {
				time.Sleep(latency)
			}
			return encodeUpdates(batch)
		}
		select {
		case <-a.news:
		case <-deadline:
			return encodeUpdates(nil)
		}
	}
}

func encodeUpdates(batch []botUpdate) []byte {
	answer := []byte(`{"ok":true,"result":[`)
	for i, update := range batch {
		if i > 0 {
			answer = append(answer, ',')
		}
		answer = append(answer, update.text...)
	}
	return append(answer, `]}`...)
}

func (a *botAPI) sendMessage(body []byte) []byte {
	// Not decoded as JSON, which would take as long as all the rest here.
	_, after, _ := bytes.Cut(body, []byte(`"chat_id":`))
	number, text, _ := bytes.Cut(after, []byte(","))
	chat, err := strconv.ParseInt(string(number), 10, 64)
	if err != nil {
		panic(err) // the product's own encoding
	}
	a.mu.Lock()
	latency := a.latency
	a.sent++
	if expected := a.waiting[chat]; len(expected) > 0 {
		russian := bytes.ContainsAny(text, "аеио")
		if russian != (expected[0] == "ru") {
			a.disorder++
		}
		a.waiting[chat] = expected[1:]
		a.left--
		if a.left == 0 {
			defer close(a.answered)
		}
	} else {
		a.disorder++
	}
	a.mu.Unlock()
	time.Sleep(latency)
	return fmt.Appendf(nil, `{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":%d,"type":"private"},"text":"."}}`, chat)
}

// result is what became of the crowd since it began to write.
func (a *botAPI) result() (took time.Duration, disorder int, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.left > 0 {
		return 0, 0, errors.New("some messages were not answered")
	}
	return time.Since(a.began), a.disorder, nil
}

func (a *botAPI) sentCount() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.sent
}

// awaitSent waits for so many messages in all.
func (a *botAPI) awaitSent(ctx context.Context, count int) error {
	for deadline := time.Now().Add(2 * time.Minute); a.sentCount() < count; time.Sleep(time.Millisecond) {
		if ctx.Err() != nil || time.Now().After(deadline) {
			return fmt.Errorf("%d of %d messages were sent", a.sentCount(), count)
		}
	}
	return nil
}
