package api

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/ast"

	engine "zayavka/api/graphql"
	"zayavka/store"
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

// initialise finds out who the client is. Changes are followed from the acknowledgement on.
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
		s.request.authorization = given
	}
	changes := s.api.store.Watch() // before the rights are read, so that their end is not missed
	by, err := s.caller(ctx)
	if err == nil && !s.api.webSockets.admit(by.Owner()) {
		err = &closing{closeTooMany, fmt.Sprintf("Too many connections: an account may have %d at once.", maxConnections)}
	}
	if err != nil {
		changes.Close()
		return err
	}
	s.account = by.Owner()
	s.acknowledged.Store(true)
	s.known()
	s.start(func() error { return s.tellChanges(ctx, changes) })
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
			panicked := &engine.Panic{Value: cause, Stack: debug.Stack()}
			s.api.logFailure(ctx, s.request.id, nil, panicked)
			err = s.enqueue(message{in.ID, messageError, []responseError{s.api.internalError(s.request.id, panicked)}})
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
	asked, refused := decodeParameters(in.Payload, s.api.engine.Limits)
	if refused != nil {
		return &closing{closeBadRequest, "Invalid message: " + refused.errors[0].Message}
	}
	if count >= maxUnderWay {
		return s.refuse(ctx, in.ID, &store.Error{Code: store.RateLimited, Message: fmt.Sprintf(
			"Too many operations: a connection may have %d at once. Complete others first.", maxUnderWay)})
	}
	if err := s.api.rates.takeAddress(s.request.client.Address, 1); err != nil {
		return s.refuse(ctx, in.ID, err)
	}
	prepared, refused := s.api.prepare(asked)
	if refused != nil {
		return s.enqueue(message{in.ID, messageError, refused.errors})
	}
	root := s.request
	root.renew(s.api.store, s.api.engine.Limits)
	switch err := s.api.identify(ctx, &root); store.CodeOf(err) {
	case store.Unauthenticated:
		return rightsEnded()
	case store.RateLimited:
		return s.refuse(ctx, in.ID, err)
	}
	begun := &socketOperation{id: in.ID, operation: prepared, variables: asked.Variables}
	if begun.Kind == ast.Subscription {
		return s.beginSubscription(ctx, begun, &root)
	}
	ctx, begun.cancel = context.WithCancel(ctx)
	s.operations.add(begun)
	s.start(func() error {
		return s.finish(begun, s.api.respond(ctx, begun.operation, begun.variables, &root))
	})
	return nil
}

func (s *socket) refuse(ctx context.Context, id string, err error) error {
	return s.enqueue(message{id, messageError, s.api.refusalFor(ctx, s.request.id, err).errors})
}

// beginSubscription executes a subscription once without a change, which shows whether its variables
// and arguments are valid and the client may ask for it.
func (s *socket) beginSubscription(ctx context.Context, begun *socketOperation, root *request) error {
	root.event = &event{}
	if failed := s.api.respond(ctx, begun.operation, begun.variables, root).Errors; failed != nil {
		return s.enqueue(message{begun.id, messageError, failed})
	}
	s.operations.add(begun)
	return nil
}

// finish sends what a query or a mutation gave.
func (s *socket) finish(done *socketOperation, answer response) error {
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
