// Package emulator is a Telegram Bot API server that runs in the process of a test or of the demo.
//
// It answers as Telegram's own server does: same methods, same checks, same error texts
// (https://github.com/tdlib/telegram-bot-api is the reference). People are played through
// [Server.NewUser] in tests, and in the demo through the chat page that the server itself serves at "/".
// What tests want on top of Telegram: faults on demand ([Server.Fail]) and a record of every request
// ([Server.Calls]).
package emulator

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Options of a server. The zero value is a bot on a free port of the loopback interface.
type Options struct {
	Token       string           // default: a made-up one of the right form
	Listen      string           // default "127.0.0.1:0"
	BotName     string           // default "Zayavka"
	BotUsername string           // default "zayavka_bot"
	Clock       func() time.Time // dates of messages and of the record; default time.Now
	Logger      *slog.Logger     // default: silent
	Seed        uint64           // of the made-up ids and of faults with a probability

	// EnforceLimits answers 429 to what goes beyond Telegram's limits for messages, as
	// [Server.LimitViolations] counts them.
	EnforceLimits bool
	// ReadsGroups switches privacy mode off: the bot is told of everything in the groups where it is.
	ReadsGroups bool
	// AllowLoopbackHTTP lets web_app and url buttons point at http on this machine, which Telegram refuses.
	AllowLoopbackHTTP bool
	// MaxFileBytes bounds what is held of files, in bytes; beyond it new files are refused. Default 256 MB.
	MaxFileBytes int
	// WebhookRetryUnit is the unit of the delays before an update is sent again to the webhook:
	// at once, then after 2, 4, 8 … 60 units. Default 1 s, as at Telegram.
	WebhookRetryUnit time.Duration

	MiniAppURL      string   // address of the staff Mini App, shown beside the chat; empty: the chat alone
	Hints           []string // what to try first, a step each; default: the page's own three steps
	Login, Password string   // of the demo, shown with the steps

	// LogIn gives what Telegram signs for the member of staff StaffName, whom the page offers to log in as by one
	// tap, with a Telegram in that language; nil: it offers nobody.
	LogIn     func(ctx context.Context, language string) (initData string, err error)
	StaffName string
}

const (
	defaultToken = "7000000001:AAEmulatorOfTelegramMadeUpToken0000"
	// firstUserID is the lowest made-up id of a person: beyond 32 bits, as ids at Telegram can be.
	firstUserID = 5_000_000_001
)

// tokenForm is what Telegram takes for a token at all; anything else is an unknown address to it.
var tokenForm = regexp.MustCompile(`^[1-9]\d*:[A-Za-z0-9_-]{30,}$`)

// Server is a running Bot API server with one bot. All methods may be called concurrently.
type Server struct {
	options  Options
	bot      apiUser
	listener net.Listener
	http     *http.Server
	stop     context.CancelFunc
	running  sync.WaitGroup
	methods  map[string]method

	mu         sync.Mutex
	changed    chan struct{} // closed and replaced at every change of what is below
	random     *rand.Rand
	users      []*User
	chats      map[int64]*chat
	lastID     int // of messages: one sequence for all chats, as a bot sees it at Telegram
	files      map[string]*file
	fileBytes  int // what the files hold together
	queue      updateQueue
	webhook    *webhook
	callbacks  map[string]*callback
	commands   map[commandScope][]botCommand
	menuButton menuButton
	profile    map[profileText]string
	faults     []*activeFault
	calls      []*Call
	limiter    limiter
	closed     bool
}

// Start listens and serves until Close.
func Start(options Options) (*Server, error) {
	options = withDefaults(options)
	id, _, _ := strings.Cut(options.Token, ":")
	botID, err := strconv.ParseInt(id, 10, 64)
	if err != nil || !tokenForm.MatchString(options.Token) {
		return nil, errors.New("start emulator: the token does not look like 123456:ABC…")
	}
	listener, err := net.Listen("tcp", options.Listen)
	if err != nil {
		return nil, fmt.Errorf("start emulator: %w", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	s := &Server{
		options:    options,
		bot:        apiUser{ID: botID, IsBot: true, FirstName: options.BotName, Username: options.BotUsername},
		listener:   listener,
		stop:       stop,
		changed:    make(chan struct{}),
		random:     rand.New(rand.NewPCG(options.Seed, 0)),
		chats:      map[int64]*chat{},
		files:      map[string]*file{},
		callbacks:  map[string]*callback{},
		commands:   map[commandScope][]botCommand{},
		menuButton: menuButton{Type: "commands"},
		profile:    map[profileText]string{},
		limiter:    limiter{last: map[int64]time.Time{}, groups: map[int64][]time.Time{}},
	}
	s.methods = s.methodTable()
	s.queue.nextID = 100_000_000 + s.random.IntN(900_000_000)
	s.http = &http.Server{
		Handler:           s.routes(),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ErrorLog:          slog.NewLogLogger(options.Logger.Handler(), slog.LevelDebug),
	}
	s.running.Go(func() {
		if err := s.http.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			options.Logger.Error("emulator stopped", "error", err)
		}
	})
	return s, nil
}

func withDefaults(o Options) Options {
	if o.Token == "" {
		o.Token = defaultToken
	}
	if o.Listen == "" {
		o.Listen = "127.0.0.1:0"
	}
	if o.BotName == "" {
		o.BotName = "Zayavka"
	}
	if o.BotUsername == "" {
		o.BotUsername = "zayavka_bot"
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.MaxFileBytes == 0 {
		o.MaxFileBytes = defaultFileBytes
	}
	if o.WebhookRetryUnit == 0 {
		o.WebhookRetryUnit = time.Second
	}
	return o
}

// URL is what a bot takes for the address of the Bot API, without a slash at the end.
func (s *Server) URL() string { return "http://" + s.listener.Addr().String() }

// Token is the one token that the server knows.
func (s *Server) Token() string { return s.options.Token }

// Close ends every request in flight and returns when nothing of the server runs any more.
func (s *Server) Close() error {
	s.mu.Lock()
	s.closed = true
	if s.webhook != nil {
		s.webhook.stop()
	}
	s.mu.Unlock()
	s.stop()
	err := s.http.Close()
	s.running.Wait()
	if err != nil {
		return fmt.Errorf("close emulator: %w", err)
	}
	return nil
}

// routes tells the Bot API, whose paths begin with the token, from the chat page.
func (s *Server) routes() http.Handler {
	page := s.pageRoutes()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.enter() {
			panic(http.ErrAbortHandler)
		}
		defer s.running.Done()
		if rest, ok := strings.CutPrefix(r.URL.Path, "/file/bot"); ok {
			s.serveFile(w, r, rest)
		} else if rest, ok := strings.CutPrefix(r.URL.Path, "/bot"); ok {
			s.serveMethod(w, r, rest)
		} else {
			page.ServeHTTP(w, r)
		}
	})
}

// enter makes Close wait for a request, unless the server is closed already.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.running.Add(1)
	return true
}

// checkToken tells a token of somebody else's bot from what is no token at all.
func (s *Server) checkToken(token string) error {
	switch {
	case token == s.options.Token:
		return nil
	case tokenForm.MatchString(token):
		return &apiError{Code: http.StatusUnauthorized, Description: "Unauthorized"}
	default:
		return &apiError{Code: http.StatusNotFound, Description: "Not Found"}
	}
}

// notify wakes whoever waits for a change. The caller holds mu.
func (s *Server) notify() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// wait returns when done says so; done is called with mu held, at once and after every change.
func (s *Server) wait(ctx context.Context, done func() bool) error {
	for {
		s.mu.Lock()
		ok, changed := done(), s.changed
		s.mu.Unlock()
		if ok {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
