package graphql

import (
	"context"
	"encoding/json"
	"errors"
	"runtime/debug"
	"slices"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Execute executes an operation. Fields of the root are executed one after another.
func (e *Engine) Execute(unlimited context.Context, operation *Operation, variables map[string]any, root Root) Result {
	call := root.call()
	if over := call.Budget.over; over != nil { // for an operation before it in the batch
		return Result{Errors: []*Error{notCarriedOut(over)}}
	}
	values, failures := operation.plan.variableValues(variables)
	if failures != nil {
		return Result{Errors: failures}
	}
	plan := operation.plan
	if operation.conditional {
		plan, _ = e.schema.newPlan(operation.definition, operation.fragments, values)
	}
	ctx, cancel := context.WithTimeout(unlimited, e.Limits.Timeout)
	defer cancel()
	x := &execution{ctx: ctx, root: root, call: call, plan: plan, variables: values, budget: call.Budget}
	if call.Stream != nil && !plan.changes() && plan.nullable() {
		x.stream, x.unlimited, x.limit = call.Stream, unlimited, e.Limits.Timeout
	}
	return x.run()
}

func notCarriedOut(cause error) *Error {
	failure := invalid("This was not carried out. %s", cause.Error())
	var own *Error
	if !errors.As(cause, &own) {
		failure.Cause = cause
	}
	return failure
}

// execution executes a plan straight into JSON. Fields come in the order of the document:
// https://spec.graphql.org/draft/#sec-Serialized-Map-Ordering
type execution struct {
	ctx       context.Context
	root      Root
	call      *Call
	plan      *plan
	variables map[string]any
	out       []byte // what is not sent yet
	path      []any
	errors    []*Error
	budget    *Budget
	ended     error // why nothing more is given: the time or the budget is over

	stream    Stream          // where a long list goes while it grows; nil keeps it all in out
	unlimited context.Context // what ctx is made from anew for each part of what is streamed
	limit     time.Duration   // of ctx
	endPart   func()          // ends ctx; nil before the first part
}

// flushed is how long a streamed answer grows before it is sent on, in bytes.
const flushed = 64 << 10

// maxFieldErrors is how many failures of fields one answer reports: a failure can show in every row.
const maxFieldErrors = 1_000

func (e *execution) run() Result {
	defer func() {
		if e.endPart != nil {
			e.endPart()
		}
	}()
	e.out = make([]byte, 0, e.plan.length.Load())
	written := e.object(e.plan.fields, e.root, true)
	e.budget.bytes -= len(e.out)
	if e.ended == nil {
		e.ended = e.ctx.Err()
	}
	null := json.RawMessage("null")
	if e.ended != nil && !e.plan.changes() {
		e.mustBeWhole(e.ended)
		return Result{null, []*Error{asError(e.ended)}}
	}
	if !written {
		return Result{null, e.errors}
	}
	e.plan.length.Store(int64(min(len(e.out), flushed)))
	return Result{e.out, e.errors}
}

// end is called where the time or the budget is over. Half of what a query reads is worth nothing. Of
// a mutation the answer tells what was done: what is missing is null, and fields that follow are not
// carried out.
func (e *execution) end(field *planField, cause error) {
	if e.ended == nil {
		e.ended = cause
		e.fail(field, cause)
	}
}

// object writes an object; false means that null must take its place, and out is as it was.
func (e *execution) object(fields []*planField, source any, isRoot bool) bool {
	start := len(e.out)
	e.out = append(e.out, '{')
	for i, field := range fields {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.out = append(e.out, field.key...)
		e.path = append(e.path, field.name)
		ok := false
		if isRoot && e.ended != nil {
			e.fail(field, notCarriedOut(e.ended))
			ok = e.null(field.output)
		} else {
			ok = e.field(field, source, isRoot && e.stream != nil && field.output.streams())
		}
		e.path = e.path[:len(e.path)-1]
		if !ok || e.ended != nil && !e.plan.changes() {
			e.out = e.out[:start]
			return false
		}
	}
	e.out = append(e.out, '}')
	return true
}

// changes tells whether what the plan does lasts, whatever becomes of the answer.
func (p *plan) changes() bool { return p.kind == ast.Mutation }

// nullable tells whether no failure of a field of the root takes away what others gave.
func (p *plan) nullable() bool {
	return !slices.ContainsFunc(p.fields, func(field *planField) bool { return field.output.nonNull && !isIntrospection(field.definition.Name) })
}

// streams tells whether no failure within a field of the root can make null of what was written.
func (o *planOutput) streams() bool { return o.item != nil && !o.nonNull && !o.item.nonNull }

// field writes a field; false means that null must take the place of the object. A panic in resolving or
// writing it is the failure of this field alone.
func (e *execution) field(field *planField, source any, streams bool) (ok bool) {
	start, depth := len(e.out), len(e.path)
	defer func() {
		if cause := recover(); cause != nil {
			if broken, isBroken := cause.(*BrokenAnswer); isBroken {
				panic(broken)
			}
			err := &Panic{cause, debug.Stack()}
			e.mustBeWhole(err)
			e.out, e.path = e.out[:start], e.path[:depth]
			e.fail(field, err)
			ok = e.null(field.output)
		}
	}()
	value, err := e.resolve(field, source)
	if err != nil {
		if e.budget.over != nil {
			e.end(field, err)
		} else {
			e.fail(field, err)
		}
		return e.null(field.output)
	}
	ok = e.value(field, field.output, value, streams)
	if len(e.out) > e.budget.bytes && (len(e.path) > 1 || !e.plan.changes()) {
		e.out = e.out[:min(start, len(e.out))]
		e.end(field, e.budget.tooLong())
		return e.null(field.output)
	}
	return ok
}

func (e *execution) resolve(field *planField, source any) (value any, err error) {
	arguments := field.arguments
	if arguments == nil {
		values, failure := argumentValues(field.definition.Args, field.nodes[0].Arguments, e.variables)
		if failure != nil {
			return nil, failure
		}
		arguments = values
	}
	e.call.field = field
	resolve := field.definition.Resolve
	if resolve == nil {
		resolve = graphql.DefaultResolveFn
	}
	parent, _ := field.parent.(graphql.Composite)
	return resolve(graphql.ResolveParams{
		Source: source, Args: arguments, Context: e.ctx,
		Info: graphql.ResolveInfo{FieldName: field.definition.Name, ParentType: parent, RootValue: e.root},
	})
}

// mustBeWhole breaks the answer off if a part of it was sent.
func (e *execution) mustBeWhole(cause error) {
	if e.stream != nil && e.stream.HasBegun() {
		panic(&BrokenAnswer{cause})
	}
}

func (e *execution) fail(field *planField, err error) {
	if len(e.errors) == maxFieldErrors {
		return
	}
	failure := *asError(err)
	failure.Path = slices.Clone(e.path)
	if failure.Locations == nil {
		for _, node := range field.nodes {
			failure.Locations = append(failure.Locations, locate(node.Position))
		}
	}
	e.errors = append(e.errors, &failure)
}
