package graphqlws

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/ast"

	"zayavka/api/graphql"
)

// The protocol's codes to close with. Clients do not connect again by themselves after 4400, 4401,
// 4406, 4409 and 4429.
const (
	closeBadRequest            websocket.StatusCode = 4400
	closeUnauthorized          websocket.StatusCode = 4401
	closeForbidden             websocket.StatusCode = 4403
	closeSubprotocol           websocket.StatusCode = 4406
	closeInitialisationTimeout websocket.StatusCode = 4408
	closeIDTaken               websocket.StatusCode = 4409
	closeTooMany               websocket.StatusCode = 4429
)

// The protocol's messages.
const (
	messageInit      = "connection_init"
	messageAck       = "connection_ack"
	messagePing      = "ping"
	messagePong      = "pong"
	messageSubscribe = "subscribe"
	messageNext      = "next"
	messageError     = "error"
	messageComplete  = "complete"
)

// message is one of the protocol's messages as it is sent.
type message struct {
	ID      string `json:"id,omitempty"`
	Type    string `json:"type"`
	Payload any    `json:"payload,omitempty"`
}

// received is one of the protocol's messages as it comes.
type received struct {
	ID      string          `json:"id"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload"`
}

func (s *socket) handle(ctx context.Context, text []byte) error {
	var in received
	if err := json.Unmarshal(text, &in); err != nil {
		return &closing{closeBadRequest, "Invalid message: it is not a JSON object of the protocol."}
	}
	switch in.Type {
	case messageInit:
		return s.initialise(ctx, in.Payload)
	case messagePing:
		return s.enqueue(message{Type: messagePong})
	case messagePong:
		return nil
	case messageSubscribe:
		return s.subscribe(ctx, in)
	case messageComplete:
		s.operations.end(in.ID)
		return nil
	}
	return &closing{closeBadRequest, "Invalid message: its type is not known."}
}

// initialise finds out who the client is. Events are followed from the acknowledgement on.
func (s *socket) initialise(ctx context.Context, payload json.RawMessage) error {
	if s.initialised {
		return &closing{closeTooMany, "Too many initialisation requests"}
	}
	s.initialised = true
	var parameters map[string]any
	if len(payload) > 0 && json.Unmarshal(payload, &parameters) != nil {
		return &closing{closeBadRequest, "Invalid message: the payload of connection_init must be an object."}
	}
	if given := authorizationIn(parameters); given != "" {
		s.authorization = given
	}
	events := s.handler.Watch() // before the rights are read, so that their end is not missed
	client, err := s.authorize(ctx)
	if err == nil && !s.handler.admit(client.Account) {
		err = &closing{closeTooMany, fmt.Sprintf("Too many connections: an account may have %d at once.", maxConnections)}
	}
	if err != nil {
		events.Close()
		return err
	}
	s.account = client.Account
	s.acknowledged.Store(true)
	s.known()
	s.start(func() error { return s.tellEvents(ctx, events) })
	return s.enqueue(message{Type: messageAck})
}

// authorizationIn finds what would be the Authorization header of a request, which browsers cannot
// send with a WebSocket.
func authorizationIn(parameters map[string]any) string {
	for name, value := range parameters {
		text, _ := value.(string)
		switch strings.ToLower(name) {
		case "authorization":
			return text
		case "token":
			return "Bearer " + text
		}
	}
	return ""
}

// subscribe begins an operation of any kind.
func (s *socket) subscribe(ctx context.Context, in received) (err error) {
	defer func() { // a panic ends this operation alone
		if cause := recover(); cause != nil {
			err = s.refuse(ctx, in.ID, &graphql.Panic{Value: cause, Stack: debug.Stack()})
		}
	}()
	count, taken := s.operations.look(in.ID)
	switch {
	case !s.acknowledged.Load():
		return &closing{closeUnauthorized, "Unauthorized"}
	case in.ID == "" || len(in.ID) > maxOperationID:
		return &closing{closeBadRequest, fmt.Sprintf("Invalid message: subscribe needs an id of at most %d bytes.", maxOperationID)}
	case taken:
		return &closing{closeIDTaken, fmt.Sprintf("Subscriber for %s already exists", in.ID)}
	}
	parameters, err := s.handler.Server.Limits.Decode(in.Payload)
	if err != nil {
		return &closing{closeBadRequest, "Invalid message: " + err.Error()}
	}
	if count >= maxUnderWay {
		return s.refuse(ctx, in.ID, graphql.TooMany("Too many operations: a connection may have %d at once. Complete others first.", maxUnderWay))
	}
	if err := s.handler.Server.Application.Admit(ctx); err != nil {
		return s.refuse(ctx, in.ID, err)
	}
	asked, failures := s.handler.Server.Prepare(parameters)
	if failures != nil {
		return s.refuse(ctx, in.ID, failures...)
	}
	client, err := s.handler.Authorize(ctx, s.authorization)
	switch {
	case errors.Is(err, ErrUnauthorized):
		return rightsEnded()
	case err != nil:
		return s.refuse(ctx, in.ID, err)
	}
	asked.Client = client.Asks
	begun := &operation{Request: asked, id: in.ID}
	if begun.Kind == ast.Subscription {
		return s.beginSubscription(ctx, begun)
	}
	ctx, begun.cancel = context.WithCancel(ctx)
	s.operations.add(begun)
	s.start(func() error { return s.finish(begun, s.handler.Server.Answer(ctx, asked)) })
	return nil
}

func (s *socket) refuse(ctx context.Context, id string, causes ...error) error {
	return s.enqueue(message{id, messageError, s.handler.Server.Refusal(ctx, causes...).Errors})
}

// beginSubscription executes a subscription once without an event, which shows whether its variables
// and arguments are valid and the client may ask for it.
func (s *socket) beginSubscription(ctx context.Context, begun *operation) error {
	if failed := s.handler.Server.Answer(ctx, begun.Request).Errors; failed != nil {
		return s.enqueue(message{begun.id, messageError, failed})
	}
	s.operations.add(begun)
	return nil
}

// finish sends what a query or a mutation gave.
func (s *socket) finish(done *operation, answer graphql.Response) error {
	return s.operations.whileUnderWay(done, func() error {
		s.operations.remove(done)
		if answer.Data == nil {
			return s.enqueue(message{done.id, messageError, answer.Errors})
		}
		if err := s.enqueue(message{done.id, messageNext, answer}); err != nil {
			return err
		}
		return s.enqueue(message{ID: done.id, Type: messageComplete})
	})
}
