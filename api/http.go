package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/vektah/gqlparser/v2/ast"
)

// response is what a client gets. Data is nil, and left out, when nothing was executed.
type response struct {
	Data   json.RawMessage `json:"data,omitempty"`
	Errors []responseError `json:"errors,omitempty"`
}

// serve answers by the GraphQL-over-HTTP specification: https://graphql.github.io/graphql-over-http/
func (a *API) serve(c echo.Context) error {
	media := preferredMedia(c.Request().Header.Get(echo.HeaderAccept))
	var in parameters
	var err error
	switch c.Request().Method {
	case http.MethodGet:
		c.Response().Header().Add(echo.HeaderVary, echo.HeaderAccept)
		if media == mediaHTML && a.graphiQL != nil {
			a.graphiQL.page.ServeHTTP(c.Response(), c.Request())
			return nil
		}
		in, err = decodeGet(c.Request())
	case http.MethodPost:
		in, err = decodePost(c.Response(), c.Request())
	case http.MethodOptions:
		c.Response().Header().Set(echo.HeaderAllow, "GET, POST, OPTIONS")
		return c.NoContent(http.StatusNoContent)
	default:
		c.Response().Header().Set(echo.HeaderAllow, "GET, POST, OPTIONS")
		err = &badRequest{http.StatusMethodNotAllowed, "Send a POST request, or a GET request for a query."}
	}
	if media == mediaHTML {
		media = mediaJSON
	}
	var bad *badRequest
	if errors.As(err, &bad) {
		return write(c, media, bad.status, response{Errors: []responseError{invalidRequest("%s", bad.message)}})
	}
	answer, status := a.answer(c, in)
	if status == http.StatusBadRequest && media == mediaJSON {
		// Older clients take any other status for a failure of the transport.
		status = http.StatusOK
	}
	return write(c, media, status, answer)
}

func write(c echo.Context, media string, status int, answer response) error {
	body, err := json.Marshal(answer)
	if err != nil {
		return fmt.Errorf("encode GraphQL response: %w", err)
	}
	c.Response().Header().Set(echo.HeaderXContentTypeOptions, "nosniff")
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	return c.Blob(status, media+"; charset=utf-8", body)
}

// answer executes what is asked for. The status is 400 when the document or its variables are
// not valid, so that nothing was executed.
func (a *API) answer(c echo.Context, in parameters) (response, int) {
	started := time.Now()
	document, failures := a.documents.get(in.Query)
	if failures != nil {
		return response{Errors: failures}, http.StatusBadRequest
	}
	operation, err := document.operation(in.OperationName)
	if err != nil {
		return response{Errors: []responseError{invalidRequest("%s", err)}}, http.StatusBadRequest
	}
	if c.Request().Method == http.MethodGet && operation.kind != ast.Query {
		c.Response().Header().Set(echo.HeaderAllow, http.MethodPost)
		return response{Errors: []responseError{invalidRequest("Only queries may be sent by GET. Use POST.")}}, http.StatusMethodNotAllowed
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), a.timeout)
	defer cancel()
	requestID := c.Response().Header().Get(echo.HeaderXRequestID)
	result := a.execute(ctx, document, operation, in.Variables, a.newRequest(c))
	a.log.DebugContext(ctx, "GraphQL operation", "request_id", requestID, "kind", operation.kind,
		"operation", operation.name, "duration", time.Since(started), "errors", len(result.errors))

	answer := response{Data: result.data, Errors: a.translate(ctx, requestID, result.errors)}
	a.measure(operation, started, answer.Errors)
	if result.data == nil {
		return answer, http.StatusBadRequest
	}
	return answer, http.StatusOK
}
