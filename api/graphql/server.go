package graphql

import (
	"context"
	"encoding/json"
	"net/http"
	"runtime/debug"
	"slices"
)

// Application answers what a Server has understood. It hears of a request by its context.
type Application interface {
	// Admit is asked before a request is read; an error refuses it.
	Admit(ctx context.Context) error
	// AdmitBatch is asked before the operations of a batch are carried out, of which there is at least one.
	AdmitBatch(ctx context.Context, operations int) error
	// Answer carries an operation out, as a rule by Server.Run.
	Answer(ctx context.Context, asked *Request) Response
	// Explain puts errors into the words that clients may read. Of one with a Cause, Message says all.
	Explain(ctx context.Context, failures []*Error)
}

// Server answers GraphQL over HTTP, and for other transports. It is safe for concurrent use.
type Server struct {
	*Engine
	Application Application
	page        http.Handler
	persisted   *persistedQueries
}

// NewServer makes a server. Browsers that open its address get the page, unless that is nil.
func NewServer(e *Engine, a Application, page http.Handler) *Server {
	return &Server{e, a, page, newPersistedQueries()}
}

// Request is an operation that a client asks for, ready to be carried out.
type Request struct {
	*Operation
	Variables map[string]any
	Budget    *Budget
	Stream    Stream // where a long answer may go while it is made; nil when it is to be whole
	Client    any    // who asks, as the application has told the transport; nil over HTTP
	Event     any    // what a subscription is executed for; nil when it is only checked

	parameters Parameters
}

// Response is the answer to an operation. Data is nil when nothing was executed. The empty response is that
// an event is of no interest to a subscription.
type Response struct {
	Data   json.RawMessage `json:"data,omitempty"`
	Errors []*Error        `json:"errors,omitempty"`
	Stored []byte          `json:"-"` // an answer from memory, which is sent as it is

	status int // of HTTP, for a refusal
}

const beforeData = `{"data":`

// Encode gives the response as JSON. Data is JSON already: encoding/json would read all of it once more,
// which took a fifth of the time for a page of 50 tasks.
func (r Response) Encode() ([]byte, error) {
	switch {
	case r.Stored != nil:
		return r.Stored, nil
	case len(r.Data) == 0:
		return json.Marshal(r)
	}
	encoded := slices.Concat([]byte(beforeData), r.Data)
	if len(r.Errors) > 0 {
		failures, err := json.Marshal(r.Errors)
		if err != nil {
			return nil, err
		}
		encoded = append(append(encoded, `,"errors":`...), failures...)
	}
	return append(encoded, '}'), nil
}

// Refusal is the response to what is not carried out.
func (s *Server) Refusal(ctx context.Context, causes ...error) Response {
	refused := Response{status: http.StatusBadRequest}
	for _, cause := range causes {
		refused.Errors = append(refused.Errors, asError(cause))
	}
	s.Application.Explain(ctx, refused.Errors)
	if status := refused.Errors[0].Status; status != 0 {
		refused.status = status
	}
	return refused
}

// Prepare makes what is asked for ready to be carried out. It is refused when its document is not valid, or
// asks for more than the limits allow.
func (s *Server) Prepare(in Parameters) (*Request, []error) {
	query, failure := s.persisted.query(in)
	if failure != nil {
		return nil, []error{failure}
	}
	operation, failures := s.Engine.Prepare(query, in.OperationName, in.Variables)
	if failures != nil {
		refused := make([]error, len(failures))
		for i, failure := range failures {
			refused[i] = failure
		}
		return nil, refused
	}
	s.persisted.remember(in)
	return &Request{Operation: operation, Variables: in.Variables, parameters: in}, nil
}

// Answer carries an operation out. A panic outside of the fields ends this operation alone.
func (s *Server) Answer(ctx context.Context, asked *Request) (answer Response) {
	if asked.Budget == nil {
		asked.Budget = NewBudget(s.Limits)
	}
	defer func() {
		if cause := recover(); cause != nil {
			err := panicOf(cause)
			answer = s.Refusal(ctx, &Error{Message: err.Error(), Cause: err})
			if asked.Stream != nil && asked.Stream.HasBegun() {
				panic(http.ErrAbortHandler)
			}
		}
	}()
	return s.Application.Answer(ctx, asked)
}

// panicOf gives what a part of a long answer panics with as it is.
func panicOf(cause any) error {
	if broken, ok := cause.(*BrokenAnswer); ok {
		return broken
	}
	return &Panic{Value: cause, Stack: debug.Stack()}
}

// Run executes an operation for an application. Without data the request itself was not valid, and nothing
// was executed.
func (s *Server) Run(ctx context.Context, asked *Request, root Root) (answer Response) {
	defer func() {
		if cause := recover(); cause != nil {
			err := panicOf(cause)
			if stream := root.call().Stream; stream != nil && stream.HasBegun() {
				if _, broken := err.(*BrokenAnswer); !broken { //nolint:errorlint // it is not wrapped
					err = &BrokenAnswer{err}
				}
				panic(err)
			}
			answer = Response{Errors: s.Refusal(ctx, err).Errors}
		}
	}()
	result := s.Execute(ctx, asked.Operation, asked.Variables, root)
	s.Application.Explain(ctx, result.Errors)
	return Response{Data: result.Data, Errors: result.Errors}
}
