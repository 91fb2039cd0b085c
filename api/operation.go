package api

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"zayavka/api/auth"
	engine "zayavka/api/graphql"
	"zayavka/store"
)

// application answers the operations that the engine has understood.
type application struct{ *API }

// arrival is the HTTP request with which operations came, or by which their WebSocket was opened.
type arrival struct {
	id            string // names it in the log
	authorization string // the header
	client        auth.Client
	header        http.Header
	answer        http.Header // of the response
}

type arrivalKey struct{}

// arrive lets what answers a request hear of it.
func arrive(c echo.Context) *http.Request {
	came := &arrival{
		id:            c.Response().Header().Get(echo.HeaderXRequestID),
		authorization: c.Request().Header.Get(echo.HeaderAuthorization),
		client:        auth.Client{Address: c.RealIP(), Devices: devicesIn(c.Request().Header.Get(headerDevice))},
		header:        c.Request().Header,
		answer:        c.Response().Header(),
	}
	return c.Request().WithContext(context.WithValue(c.Request().Context(), arrivalKey{}, came))
}

// arrivalOf is that of a request's context.
func arrivalOf(ctx context.Context) *arrival { return ctx.Value(arrivalKey{}).(*arrival) }

// Admit counts an operation of the client's network.
func (a application) Admit(ctx context.Context) error {
	return a.rates.takeAddress(arrivalOf(ctx).client.Address, 1)
}

// AdmitBatch counts the operations beside the first, which Admit has counted.
func (a application) AdmitBatch(ctx context.Context, operations int) error {
	came := arrivalOf(ctx)
	if isKeyed(came.header) {
		return &engine.Error{Message: "An Idempotency-Key stands for one operation, not for a batch.", Status: http.StatusBadRequest}
	}
	return a.rates.takeAddress(came.client.Address, operations-1)
}

// Answer carries out an operation for whoever asks.
func (a application) Answer(ctx context.Context, asked *engine.Request) engine.Response {
	root := a.newRequest(ctx, asked)
	if by, overWebSocket := asked.Client.(*member); overWebSocket {
		return a.answerMember(ctx, asked, root, by)
	}
	if root.authorization != "" {
		if err := a.identify(ctx, root); store.CodeOf(err) == store.RateLimited {
			return a.server.Refusal(ctx, err)
		}
	}
	if root.caller != nil && mayBeKeyed(asked) && isKeyed(root.header) {
		return a.answerOnce(ctx, asked, root)
	}
	return a.respond(ctx, asked, root)
}

// respond carries an operation out.
func (a application) respond(ctx context.Context, asked *engine.Request, root *request) engine.Response {
	started := time.Now()
	defer a.largeLists.leave(root)
	ctx, span := a.startOperation(ctx, asked)
	defer span.End()
	answer := a.server.Run(ctx, asked, root)
	endOperation(span, answer.Errors)
	if a.log.Enabled(ctx, slog.LevelDebug) {
		a.log.DebugContext(ctx, "GraphQL operation", "request_id", root.id, "kind", asked.Kind, "operation", cmp.Or(asked.Name, operationOf(asked)),
			"account", accountOf(root), "address", root.client.Address, "cost", asked.Cost(asked.Variables),
			"duration", time.Since(started).Round(time.Microsecond).String(), "errors", len(answer.Errors))
	}
	a.measure(asked, started, answer.Errors)
	return answer
}

// accountOf names who asks in the log; "" is nobody who is known.
func accountOf(root *request) string {
	if root.caller == nil {
		return ""
	}
	return root.caller.Owner()
}

// givingPlaces gives the place among those who list much to others while a part of a long answer is sent: a
// client that reads slowly keeps nobody waiting.
type givingPlaces struct {
	engine.Stream
	ctx     context.Context
	places  largeLists
	request *request
}

func (s givingPlaces) Send(part []byte) error {
	s.places.leave(s.request)
	if err := s.Stream.Send(part); err != nil {
		return err
	}
	return s.places.enter(s.ctx, s.request)
}
