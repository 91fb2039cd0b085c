package api

import (
	"bytes"
	"encoding/json"
	"net/http"

	"github.com/labstack/echo/v4"

	engine "zayavka/api/graphql"
)

// answerBatch executes operations one after another. Each gets a response of its own, so the whole
// has none of their statuses.
func (a *API) answerBatch(c echo.Context, operations []parameters) reply {
	if isKeyed(c.Request().Header) {
		return refuse(http.StatusBadRequest, "An Idempotency-Key stands for one operation, not for a batch.").reply()
	}
	if err := a.rates.takeAddress(c.RealIP(), len(operations)-1); err != nil { // one is taken already
		return a.refusalFor(c.Request().Context(), "", err).reply()
	}
	var responses []any
	for _, in := range operations {
		responses = append(responses, a.answer(c, in, nil).body)
	}
	return reply{status: http.StatusOK, body: responses}
}

// decodePost reads the operations of a request: one, or a batch of them in a JSON array. All of
// them must be well-formed for any to be executed.
func decodePost(body []byte, limits engine.Limits) (operations []parameters, batch bool, refused *refusal) {
	body = bytes.TrimLeft(body, " \t\r\n")
	if !bytes.HasPrefix(body, []byte("[")) {
		in, refused := decodeParameters(body, limits)
		return []parameters{in}, false, refused
	}
	if err := limits.CheckJSON(body); err != nil {
		return nil, true, refuse(http.StatusBadRequest, "%s", err)
	}
	members, refused := membersOf(body, limits.MaxBatch)
	if refused != nil {
		return nil, true, refused
	}
	for i, member := range members {
		in, refused := decodeParameters(member, limits)
		if refused != nil {
			return nil, true, refuse(refused.status, "Operation %d of the batch: %s", i+1, refused.errors[0].Message)
		}
		operations = append(operations, in)
	}
	return operations, true, nil
}

// membersOf splits an array. Members beyond the limit are counted, and not kept.
func membersOf(array []byte, limit int) ([]json.RawMessage, *refusal) {
	malformed := refuse(http.StatusBadRequest, "The request is not valid JSON.")
	decoder := json.NewDecoder(bytes.NewReader(array))
	if _, err := decoder.Token(); err != nil {
		return nil, malformed
	}
	var members []json.RawMessage
	var beyond json.RawMessage
	count := 0
	for ; decoder.More(); count++ {
		member := &beyond
		if count < limit {
			members = append(members, nil)
			member = &members[count]
		}
		if err := decoder.Decode(member); err != nil {
			return nil, malformed
		}
	}
	if _, err := decoder.Token(); err != nil || len(bytes.TrimSpace(array[decoder.InputOffset():])) > 0 {
		return nil, malformed
	}
	switch {
	case count > limit:
		return nil, refuse(http.StatusBadRequest, "The batch has too many operations: at most %d are allowed, this one has %d.", limit, count)
	case count == 0:
		return nil, refuse(http.StatusBadRequest, "The batch is empty.")
	}
	return members, nil
}
