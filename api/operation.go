package api

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"
)

// prepare makes an operation ready to be executed. It is refused when its document is not valid,
// or asks for more than the limits allow. Every transport calls it.
func (a *API) prepare(in parameters) (operation, *refusal) {
	query, refused := a.persisted.query(in)
	if refused != nil {
		return operation{}, refused
	}
	document, failures := a.documents.get(query)
	if failures != nil {
		return operation{}, &refusal{http.StatusBadRequest, failures}
	}
	a.persisted.remember(in)
	chosen, err := document.operation(in.OperationName)
	if err != nil {
		return operation{}, refuse(http.StatusBadRequest, "%s", err)
	}
	if cost := chosen.price.total(in.Variables); cost > a.limits.MaxCost {
		return operation{}, refuse(http.StatusBadRequest, "The operation is too costly: a cost of at most %d is allowed, this one has %s. "+
			"Ask for shorter lists, or for fewer lists inside of lists.", a.limits.MaxCost, amount(cost))
	}
	return chosen, nil
}

// respond carries an operation out. Without data the request itself was not valid, and nothing was
// executed.
//
// A panic outside of the fields ends this operation alone.
func (a *API) respond(ctx context.Context, operation operation, variables map[string]any, root *request) (answer response) {
	started := time.Now()
	defer a.largeLists.leave(root)
	defer func() {
		if cause := recover(); cause != nil {
			if broken, isBroken := cause.(*brokenAnswer); isBroken {
				panic(broken)
			}
			err := &panicError{cause, debug.Stack()}
			root.stream.mustBeWhole(err)
			a.logFailure(ctx, root.id, nil, err)
			answer = response{Errors: []responseError{a.internalError(root.id, err)}}
			a.measure(operation, started, answer.Errors)
		}
	}()
	result := a.execute(ctx, operation, variables, root)
	if a.log.Enabled(ctx, slog.LevelDebug) {
		a.log.DebugContext(ctx, "GraphQL operation", "request_id", root.id, "kind", operation.kind, "operation", operation.name,
			"cost", operation.price.total(variables), "duration", time.Since(started), "errors", len(result.errors))
	}
	answer = response{Data: result.data, Errors: a.translate(ctx, root.id, result.errors)}
	a.measure(operation, started, answer.Errors)
	return answer
}
