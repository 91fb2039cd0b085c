package graphqlws

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
	"golang.org/x/sync/errgroup"

	"zayavka/api/graphql"
)

// socket is one WebSocket. Its goroutines end together, with the error of the first that fails: one
// receives, one sends, one watches over the client, one tells of events, and one each executes the
// queries and mutations under way.
type socket struct {
	handler       *Handler
	conn          *websocket.Conn
	authorization string // as a header would say it
	group         *errgroup.Group
	outgoing      chan []byte
	waiting       atomic.Int64  // bytes in outgoing
	known         func()        // to be called once the client has said who it is
	overdue       chan struct{} // a message is being written for too long
	operations    operations
	opened        time.Time
	heard         atomic.Int64 // when the client last sent something, in nanoseconds after opened

	initialised  bool // for the goroutine that receives
	acknowledged atomic.Bool
	account      string // once acknowledged
}

func newSocket(h *Handler, conn *websocket.Conn, authorization string) *socket {
	return &socket{
		handler: h, conn: conn, authorization: authorization, outgoing: make(chan []byte, maxOutgoing),
		overdue:    make(chan struct{}, 1),
		operations: operations{subscriptions: h.Subscriptions, byID: map[string]*operation{}},
		opened:     time.Now(),
	}
}

// closing ends a WebSocket with words. A client is to connect again after 1012 and 1013, and after
// 4403 with a token that is in force. The other codes tell of its own mistakes.
type closing struct {
	code   websocket.StatusCode
	reason string // at most 123 bytes are sent
}

func (c *closing) Error() string { return fmt.Sprintf("%d %s", c.code, c.reason) }

// closeTryAgain asks the client to connect again, and then to read anew what it shows.
func closeTryAgain(reason string, args ...any) error {
	return &closing{websocket.StatusTryAgainLater, fmt.Sprintf(reason, args...)}
}

// rightsEnded asks the client to connect again with a token that is in force.
func rightsEnded() error { return &closing{closeForbidden, "Forbidden"} }

// serve lasts as long as the connection.
func (s *socket) serve(ctx context.Context) {
	var ended context.Context
	s.group, ended = errgroup.WithContext(ctx)
	s.start(func() error { return s.receive(ended) })
	s.start(func() error { return s.send(ended) })
	s.start(func() error { return s.watchOver(ended) })
	<-ended.Done()
	s.close(ctx, context.Cause(ended))
	_ = s.group.Wait() // whose error is the cause
	s.operations.endAll()
	if s.account != "" {
		s.handler.dismiss(s.account)
	}
}

// start starts a goroutine that ends the connection when it fails. A panic is such a failure.
func (s *socket) start(work func() error) {
	s.group.Go(func() (err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = &graphql.Panic{Value: cause, Stack: debug.Stack()}
			}
		}()
		return work()
	})
}

// close ends the connection, with words unless it broke.
func (s *socket) close(ctx context.Context, cause error) {
	var words *closing
	var panicked *graphql.Panic
	switch {
	case errors.As(cause, &words):
		s.handler.Logger(ctx).InfoContext(ctx, "closing a WebSocket", "code", int(words.code), "reason", words.reason)
	case errors.As(cause, &panicked):
		s.handler.Server.Refusal(ctx, panicked) // which logs it
		words = &closing{websocket.StatusInternalError, "Internal server error."}
	default:
		s.handler.Logger(ctx).DebugContext(ctx, "a WebSocket ended", "error", cause)
		_ = s.conn.CloseNow()
		return
	}
	_ = s.conn.Close(words.code, words.reason[:min(len(words.reason), 123)])
}

// receive handles the client's messages one after another.
func (s *socket) receive(ctx context.Context) error {
	for {
		// Not until ctx ends, because that would break the connection before a word is said.
		kind, text, err := s.conn.Read(context.WithoutCancel(ctx))
		switch {
		case err != nil:
			return fmt.Errorf("read from WebSocket: %w", err)
		case ctx.Err() != nil:
			return nil
		case kind != websocket.MessageText:
			return &closing{closeBadRequest, "Invalid message: send JSON as text."}
		}
		s.heard.Store(int64(time.Since(s.opened)))
		if err := s.handle(ctx, text); err != nil {
			return err
		}
	}
}

// enqueue never waits: a client that does not read must hold up nothing but itself.
func (s *socket) enqueue(message message) error {
	text, err := json.Marshal(message)
	if err != nil {
		return fmt.Errorf("encode a WebSocket's message: %w", err)
	}
	if before := s.waiting.Add(int64(len(text))) - int64(len(text)); before > 0 && before+int64(len(text)) > maxWaiting {
		return closeTryAgain("Too slow: %d MB wait to be taken.", maxWaiting>>20)
	}
	select {
	case s.outgoing <- text:
		return nil
	default:
		return closeTryAgain("Too slow: %d messages wait to be taken.", maxOutgoing)
	}
}

// send writes what was enqueued.
func (s *socket) send(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case text := <-s.outgoing:
			err := s.write(context.WithoutCancel(ctx), text)
			s.waiting.Add(-int64(len(text)))
			if err != nil {
				return err
			}
		}
	}
}

// write has no deadline for ctx, because that would break the connection before a word is said.
func (s *socket) write(ctx context.Context, text []byte) error {
	overdue := time.AfterFunc(s.handler.Times.Write, func() {
		select {
		case s.overdue <- struct{}{}:
		default: // one message is enough to end the connection
		}
	})
	defer overdue.Stop()
	if err := s.conn.Write(ctx, websocket.MessageText, text); err != nil {
		return fmt.Errorf("write to WebSocket: %w", err)
	}
	return nil
}

// watchOver ends the connection of a client that does not say who it is, takes nothing, has fallen
// silent or may not ask any more, and every connection when the service stops.
func (s *socket) watchOver(ctx context.Context) error {
	initialisation := time.NewTimer(s.handler.Times.Initialisation)
	defer initialisation.Stop()
	heartbeat := time.NewTicker(s.handler.Times.Heartbeat)
	defer heartbeat.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-s.handler.stopping:
			return &closing{websocket.StatusServiceRestart, "Service restart"}
		case <-initialisation.C:
			if !s.acknowledged.Load() {
				return &closing{closeInitialisationTimeout, "Connection initialisation timeout"}
			}
		case <-s.overdue:
			return closeTryAgain("Too slow: a message was not taken within %s.", s.handler.Times.Write)
		case <-heartbeat.C:
			if err := s.beat(ctx); err != nil {
				return err
			}
		}
	}
}

func (s *socket) beat(ctx context.Context) error {
	if time.Since(s.opened)-time.Duration(s.heard.Load()) > s.handler.Times.Silence {
		return closeTryAgain("Silent: no ping was answered within %s.", s.handler.Times.Silence)
	}
	if !s.acknowledged.Load() {
		return nil
	}
	if _, err := s.authorize(ctx); err != nil {
		return err
	}
	return s.enqueue(message{Type: messagePing})
}

// authorize finds out who the client is now; who may not ask is disconnected.
func (s *socket) authorize(ctx context.Context) (Client, error) {
	ctx, cancel := context.WithTimeout(ctx, s.handler.Server.Limits.Timeout)
	defer cancel()
	client, err := s.handler.Authorize(ctx, s.authorization)
	switch {
	case errors.Is(err, ErrUnauthorized):
		return Client{}, rightsEnded()
	case err != nil:
		s.handler.Server.Refusal(ctx, err) // which logs it
		return Client{}, closeTryAgain("The token cannot be checked now.")
	}
	return client, nil
}

// tellEvents tells the client of what it subscribed to, one event after another.
func (s *socket) tellEvents(ctx context.Context, events Watcher) error {
	defer events.Close()
	for {
		event, err := events.Next(ctx)
		switch {
		case errors.Is(err, ErrMissed):
			return closeTryAgain("Changes were missed: they were too many at once, or the database was away.")
		case err != nil:
			return err
		}
		if err := s.tell(ctx, event); err != nil {
			return err
		}
	}
}

// tell executes the subscriptions that an event concerns, on behalf of who the client is now.
func (s *socket) tell(ctx context.Context, event Event) error {
	concerned := s.operations.about(event.Field)
	if len(concerned) == 0 && event.Field != "" {
		return nil
	}
	client, err := s.authorize(ctx)
	if err != nil {
		return err
	}
	for _, subscription := range concerned {
		asked := *subscription.Request
		asked.Client, asked.Event, asked.Budget = client.Asks, event.Told, nil
		answer := s.handler.Server.Answer(ctx, &asked)
		if answer.Data == nil && answer.Errors == nil {
			continue
		}
		err := s.operations.whileUnderWay(subscription, func() error {
			return s.enqueue(message{subscription.id, messageNext, answer})
		})
		if err != nil {
			return err
		}
	}
	return nil
}
