package api

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	engine "zayavka/api/graphql"
	"zayavka/store"
)

// operation is what may be executed, with what the application has to know of it.
type operation struct {
	*engine.Operation
	givesSecret bool          // its answer may hold a token, or another secret that is shown once
	subject     store.Subject // of a subscription
}

// prepare makes an operation ready to be executed. It is refused when its document is not valid,
// or asks for more than the limits allow. Every transport calls it.
func (a *API) prepare(in parameters) (operation, *refusal) {
	query, refused := a.persisted.query(in)
	if refused != nil {
		return operation{}, refused
	}
	prepared, failures := a.engine.Prepare(query, in.OperationName, in.Variables)
	if failures != nil {
		return operation{}, &refusal{http.StatusBadRequest, invalidErrors(failures)}
	}
	a.persisted.remember(in)
	chosen := operation{Operation: prepared}
	switch prepared.Kind {
	case ast.Mutation:
		chosen.givesSecret = slices.ContainsFunc(prepared.Fields, givesSecret)
	case ast.Subscription:
		chosen.subject = subjectOf(prepared.Fields[0].Name)
	}
	return chosen, nil
}

// field is the one of the root that is asked for, or "several".
func (o operation) field() string {
	if len(o.Fields) > 1 {
		return "several"
	}
	return o.Fields[0].Name
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
			if broken, isBroken := cause.(*engine.BrokenAnswer); isBroken {
				panic(broken)
			}
			err := &engine.Panic{Value: cause, Stack: debug.Stack()}
			if root.Stream != nil && root.Stream.HasBegun() {
				panic(&engine.BrokenAnswer{Cause: err})
			}
			a.logFailure(ctx, root.id, nil, err)
			answer = response{Errors: []responseError{a.internalError(root.id, err)}}
			a.measure(operation, started, answer.Errors)
		}
	}()
	result := a.engine.Execute(ctx, operation.Operation, variables, root)
	if a.log.Enabled(ctx, slog.LevelDebug) {
		a.log.DebugContext(ctx, "GraphQL operation", "request_id", root.id, "kind", operation.Kind, "operation", operation.Name,
			"cost", operation.Cost(variables), "duration", time.Since(started), "errors", len(result.Errors))
	}
	answer = response{Data: result.Data, Errors: a.translate(ctx, root.id, result.Errors)}
	a.measure(operation, started, answer.Errors)
	return answer
}
