package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strconv"

	"github.com/labstack/echo/v4"
	"github.com/vektah/gqlparser/v2/ast"

	engine "zayavka/api/graphql"
	"zayavka/store"
)

// response is what an operation gets. Data is nil, and left out, when nothing was executed.
type response struct {
	Data   json.RawMessage `json:"data,omitempty"`
	Errors []responseError `json:"errors,omitempty"`
}

const beforeData = `{"data":`

// encode gives the JSON of a reply's body. Data is JSON already: encoding/json would read all of it
// once more, which took a fifth of the time for a page of 50 tasks.
func encode(body any) ([]byte, error) {
	answer, ok := body.(response)
	if !ok || len(answer.Data) == 0 {
		return json.Marshal(body)
	}
	encoded := slices.Concat([]byte(beforeData), answer.Data)
	if len(answer.Errors) > 0 {
		failures, err := json.Marshal(answer.Errors)
		if err != nil {
			return nil, err
		}
		encoded = append(append(encoded, `,"errors":`...), failures...)
	}
	return append(encoded, '}'), nil
}

// reply is the HTTP answer: one response, a list of them for a batch, or one from memory.
type reply struct {
	status int
	body   any
	stream *stream // what the answer may have begun with
}

func (r *refusal) reply() reply { return reply{status: r.status, body: response{Errors: r.errors}} }

func (r response) reply() reply {
	if r.Data == nil {
		return reply{status: http.StatusBadRequest, body: r}
	}
	return reply{status: http.StatusOK, body: r}
}

// as gives the reply to a well-formed request the status that goes with a media type: clients that
// do not know application/graphql-response+json take all but 200 for a failure of the transport. A
// failure of the transport is what a rate limit is, which does not look at what a request holds, and
// a wrong method. See https://graphql.github.io/graphql-over-http/draft/#sec-URL
func (r reply) as(media string) reply {
	switch r.status {
	case http.StatusBadRequest, http.StatusConflict, http.StatusUnprocessableEntity:
		if media == mediaJSON {
			r.status = http.StatusOK
		}
	}
	return r
}

// allowedMethods are those of the endpoint.
const allowedMethods = "GET, HEAD, POST, OPTIONS"

// serve answers by the GraphQL-over-HTTP specification, in the draft of 2025 that the public audit
// suite tests: https://graphql.github.io/graphql-over-http/draft/
func (a *API) serve(c echo.Context) error {
	if c.IsWebSocket() {
		return a.serveWebSocket(c)
	}
	method, header := c.Request().Method, c.Response().Header()
	header.Add(echo.HeaderVary, echo.HeaderAccept)
	offers := []string{mediaJSON, mediaResponse}
	isGet := method == http.MethodGet || method == http.MethodHead
	if isGet && a.graphiQL != nil {
		offers = append(offers, mediaHTML)
	}
	media := preferredMedia(c.Request().Header, offers...)
	switch {
	case method == http.MethodOptions:
		header.Set(echo.HeaderAllow, allowedMethods)
		return c.NoContent(http.StatusNoContent)
	case !isGet && method != http.MethodPost:
		header.Set(echo.HeaderAllow, allowedMethods)
		return write(c, media, refuse(http.StatusMethodNotAllowed, "Send a POST request, or a GET request for a query.").reply())
	case media == "":
		return write(c, media, refuse(http.StatusNotAcceptable, "Answers are application/graphql-response+json or application/json: accept one of them.").reply())
	case media == mediaHTML:
		a.graphiQL.page.ServeHTTP(c.Response(), c.Request())
		return nil
	}
	if err := a.rates.takeAddress(c.RealIP(), 1); err != nil {
		return write(c, media, a.refusalFor(c.Request().Context(), "", err).reply())
	}
	if isGet {
		return write(c, media, a.answerGet(c, media))
	}
	return write(c, media, a.answerPost(c, media))
}

func (a *API) answerGet(c echo.Context, media string) reply {
	in, refused := decodeGet(c.Request(), a.engine.Limits)
	if refused != nil {
		return refused.reply()
	}
	return a.answer(c, in, a.newStream(c, media)).as(media)
}

func (a *API) answerPost(c echo.Context, media string) reply {
	body, refused := readBody(c.Response(), c.Request(), a.engine.Limits)
	if refused != nil {
		return refused.reply()
	}
	operations, batch, refused := decodePost(body, a.engine.Limits)
	switch {
	case refused != nil:
		return refused.reply()
	case batch:
		return a.answerBatch(c, operations)
	}
	return a.answer(c, operations[0], a.newStream(c, media)).as(media)
}

// answer carries out one operation of a well-formed request. The beginning of a long answer goes into
// the stream, unless that is nil.
func (a *API) answer(c echo.Context, in parameters, into *stream) (answer reply) {
	ctx, root := c.Request().Context(), a.newRequest(c)
	defer func() {
		if cause := recover(); cause != nil {
			err, broken := cause.(*engine.BrokenAnswer)
			if !broken {
				answer = a.refusalFor(ctx, root.id, &engine.Panic{Value: cause, Stack: debug.Stack()}).reply()
			} else {
				a.logFailure(ctx, root.id, nil, err)
			}
			if into.HasBegun() {
				panic(http.ErrAbortHandler)
			}
		}
	}()
	operation, refused := a.prepare(in)
	if refused != nil {
		return refused.reply()
	}
	if operation.Kind == ast.Subscription {
		return refuse(http.StatusBadRequest, "Subscriptions need a WebSocket: connect to this address by %s.", subprotocol).reply()
	}
	if operation.Kind != ast.Query && c.Request().Method != http.MethodPost {
		c.Response().Header().Set(echo.HeaderAllow, http.MethodPost)
		return refuse(http.StatusMethodNotAllowed, "Only queries may be sent by GET. Use POST.").reply()
	}
	if root.authorization != "" {
		if err := a.identify(ctx, root); store.CodeOf(err) == store.RateLimited {
			return a.refusalFor(ctx, root.id, err).reply()
		}
	}
	if isKeyed(c.Request().Header) && operation.Kind == ast.Mutation && root.caller != nil && !operation.givesSecret {
		return a.answerOnce(c, operation, in, root)
	}
	if into != nil {
		into.request, root.Stream = root, into
	}
	answer = a.respond(ctx, operation, in.Variables, root).reply()
	answer.stream = into
	return answer
}

func write(c echo.Context, media string, answer reply) error {
	if media == "" {
		media = mediaJSON
	}
	body, err := encode(answer.body)
	if err != nil {
		return fmt.Errorf("encode GraphQL response: %w", err)
	}
	if answer.stream.HasBegun() {
		return answer.stream.finish(bytes.TrimPrefix(body, []byte(beforeData)))
	}
	header := setHeader(c, media)
	if refused, ok := answer.body.(response); ok && answer.status == http.StatusTooManyRequests {
		header.Set(echo.HeaderRetryAfter, strconv.Itoa(refused.Errors[0].Extensions.RetryAfter))
	}
	header.Set(echo.HeaderContentLength, strconv.Itoa(len(body))) // or net/http sends all but short ones in chunks
	return c.Blob(answer.status, header.Get(echo.HeaderContentType), body)
}

func setHeader(c echo.Context, media string) http.Header {
	header := c.Response().Header()
	header.Set(echo.HeaderContentType, media+"; charset=utf-8")
	header.Set(echo.HeaderXContentTypeOptions, "nosniff")
	header.Set(echo.HeaderCacheControl, "no-store")
	return header
}
