package api

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"runtime/debug"
	"slices"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/gqlerrors"
	executable "github.com/graphql-go/graphql/language/ast"
)

// result is what an operation gave. Data is nil when nothing was executed, because a variable does
// not fit.
type result struct {
	data   json.RawMessage
	errors []gqlerrors.FormattedError
}

// execute executes an operation of a valid document by its plan. What has none, and the words for
// variables that do not fit, are left to graphql-go.
func (a *API) execute(unlimited context.Context, operation operation, variables map[string]any, root *request) result {
	ctx, cancel := context.WithTimeout(unlimited, a.limits.Timeout)
	defer cancel()
	if over := root.budget.over; over != nil { // for an operation before it in the batch
		return result{errors: gqlerrors.FormatErrors(notCarriedOut(over))}
	}
	plan := operation.plan
	if plan != nil {
		if values, ok := plan.variableValues(variables); ok {
			if operation.conditional {
				plan, _ = newPlan(&a.schema, operation.document, operation.name, values)
			}
			e := &execution{ctx: ctx, root: root, plan: plan, variables: values, given: variables, budget: root.budget}
			if root.stream != nil && plan.nullable() {
				e.stream, e.unlimited, e.limit = root.stream, unlimited, a.limits.Timeout
			}
			return e.run()
		}
	}
	executed := graphql.Execute(graphql.ExecuteParams{
		Schema: a.schema, AST: operation.document, OperationName: operation.name, Args: variables, Context: ctx, Root: root,
	})
	if executed.Data == nil && len(executed.Errors) > 0 && executed.Errors[0].Path == nil && ctx.Err() == nil {
		return result{errors: executed.Errors}
	}
	data, err := json.Marshal(executed.Data)
	if err != nil {
		return result{data: json.RawMessage("null"), errors: gqlerrors.FormatErrors(err)}
	}
	return result{data, executed.Errors}
}

// execution executes a plan straight into JSON. graphql-go's executor makes a map of every row and
// reads arguments, fragments and directives anew for each. Fields come in the order of the document,
// as the specification wants them: https://spec.graphql.org/draft/#sec-Serialized-Map-Ordering
type execution struct {
	ctx       context.Context
	root      *request
	plan      *plan
	variables map[string]any
	given     map[string]any // the variables as they came
	out       []byte         // what is not sent yet
	path      []any
	errors    []gqlerrors.FormattedError
	budget    *budget
	ended     error // why nothing more is given: the time or the budget is over

	stream    *stream         // where a long list goes while it grows; nil keeps it all in out
	unlimited context.Context // what ctx is made from anew for each part of a long list
	limit     time.Duration   // of ctx
	endPart   func()          // ends ctx; nil before the first part
}

// flushed is how long a streamed answer grows before it is sent on, in bytes.
const flushed = 64 << 10

// maxFieldErrors is how many failures of fields one answer reports: a failure can show in every row.
const maxFieldErrors = 1_000

// run gives the answer's data. Fields of the root run one after another, as mutations must. When the
// time is over, half an answer is worth nothing.
func (e *execution) run() result {
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
	if e.ended != nil && !e.plan.changes() {
		e.stream.mustBeWhole(e.ended)
		return result{json.RawMessage("null"), gqlerrors.FormatErrors(e.ended)}
	}
	if !written {
		return result{json.RawMessage("null"), e.errors}
	}
	e.plan.length.Store(int64(min(len(e.out), flushed)))
	return result{e.out, e.errors}
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
func (p *plan) changes() bool { return p.operation.Operation == executable.OperationTypeMutation }

// nullable tells whether no failure of a field of the root takes away what others gave.
func (p *plan) nullable() bool {
	return !slices.ContainsFunc(p.fields, func(field *planField) bool { return field.output.nonNull && field.name != "__typename" })
}

// streams tells whether no failure within a field of the root can make null of what was written.
func (o *planOutput) streams() bool { return o.item != nil && !o.nonNull && !o.item.nonNull }

// field writes a field; false means that null must take the place of the object. A panic in resolving or
// writing it is the failure of this field alone.
func (e *execution) field(field *planField, source any, streams bool) (ok bool) {
	start, depth := len(e.out), len(e.path)
	defer func() {
		if cause := recover(); cause != nil {
			err := error(&panicError{value: cause, stack: debug.Stack()})
			if broken, isBroken := cause.(*brokenAnswer); isBroken {
				panic(broken)
			}
			e.stream.mustBeWhole(err)
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
	if field.output.introspection != nil {
		return field.output.introspection(e)
	}
	arguments := field.arguments
	if arguments == nil {
		arguments = argumentValues(field.definition.Args, field.nodes[0].Arguments, e.variables)
	}
	e.root.field = field
	return field.definition.Resolve(graphql.ResolveParams{
		Source: source, Args: arguments, Context: e.ctx,
		Info: graphql.ResolveInfo{FieldName: field.definition.Name, ParentType: field.parent, RootValue: e.root},
	})
}

// value writes a value; false means that null must take the place of what is around it.
func (e *execution) value(field *planField, as *planOutput, value any, streams bool) bool {
	start := len(e.out)
	written := false
	switch value = settled(value); {
	case value == nil:
	case as.item != nil:
		var failed bool
		if written, failed = e.list(field, as.item, value, streams); failed {
			return e.null(as)
		}
	case as.introspection != nil:
		e.out, written = append(e.out, value.(json.RawMessage)...), true
	case as.fields != nil:
		if !e.object(as.fields, value, false) {
			return e.null(as)
		}
		written = true
	case as.enum != nil:
		name, known := as.enum[value]
		e.out, written = append(e.out, name...), known
	default:
		e.out, written = appendScalar(e.out, as.scalar, value)
	}
	if written {
		return true
	}
	e.out = e.out[:start]
	if as.nonNull {
		e.fail(field, fmt.Errorf("Cannot return null for non-nullable field %s.%s.", field.parent.Name(), field.definition.Name)) //nolint:staticcheck // the specification's words
	}
	return e.null(as)
}

// settled makes a pointer to a scalar that scalar, and a nil pointer nil.
func settled(value any) any {
	switch value.(type) {
	case nil, string, bool, int, int64: // most are
		return value
	}
	pointer := reflect.ValueOf(value)
	switch {
	case pointer.Kind() != reflect.Pointer:
		return value
	case pointer.IsNil():
		return nil
	case pointer.Elem().Kind() == reflect.Struct:
		return value
	}
	return pointer.Elem().Interface()
}

// null writes null where that is allowed.
func (e *execution) null(as *planOutput) bool {
	if as.nonNull {
		return false
	}
	e.out = append(e.out, "null"...)
	return true
}

// parts is a long list of which a part is held at a time. next gives a slice, an empty one at the end.
type parts interface {
	next(ctx context.Context) (rows any, err error)
}

// list writes a list. It is not written when there is none, and failed when an item that may not be
// null is, or a part cannot be read.
func (e *execution) list(field *planField, item *planOutput, value any, streams bool) (written, failed bool) {
	start, count := len(e.out), 0
	e.out = append(e.out, '[')
	long, isLong := value.(parts)
	for {
		if isLong {
			var err error
			if value, err = e.nextPart(long, streams); err != nil {
				e.fail(field, err)
				e.out = e.out[:start]
				return false, true
			}
		}
		rows := reflect.ValueOf(value)
		if rows.Kind() != reflect.Slice {
			e.out = e.out[:start]
			return false, false
		}
		if !e.rows(field, item, rows, &count, streams) {
			e.out = e.out[:start]
			return false, true
		}
		if !isLong || rows.Len() == 0 {
			e.out = append(e.out, ']')
			return true, false
		}
	}
}

// nextPart reads a part of a long list. Each part of one that is sent while it is made has the time
// limit for itself: how long all of them take is up to the client as well.
func (e *execution) nextPart(list parts, streams bool) (any, error) {
	if streams {
		if e.endPart != nil {
			e.endPart()
		}
		e.ctx, e.endPart = context.WithTimeout(e.unlimited, e.limit)
	}
	rows, err := list.next(e.ctx)
	if err != nil {
		e.stream.mustBeWhole(err)
	}
	return rows, err
}

// rows writes rows of a list, of which count are written; false means that null must take its place.
func (e *execution) rows(field *planField, item *planOutput, rows reflect.Value, count *int, streams bool) bool {
	if e.budget.rows < rows.Len() {
		e.end(field, e.budget.tooManyRows())
		return false
	}
	e.budget.rows -= rows.Len()
	for i := range rows.Len() {
		if *count > 0 {
			e.out = append(e.out, ',')
		}
		row := rows.Index(i)
		if row.Kind() == reflect.Struct {
			row = row.Addr() // so that it is not copied; see sourceOf
		}
		e.path = append(e.path, *count)
		ok := e.item(field, item, row.Interface())
		e.path = e.path[:len(e.path)-1]
		if !ok {
			return false
		}
		*count++
		if streams && len(e.out) > flushed {
			e.budget.bytes -= len(e.out)
			e.stream.send(e.out)
			e.out = e.out[:0]
		}
	}
	return true
}

// item stops a long list whose time is over: fields that need no database do not notice.
func (e *execution) item(field *planField, as *planOutput, row any) bool {
	if e.ended == nil {
		if err := e.ctx.Err(); err != nil {
			e.end(field, err)
		}
	}
	if e.ended != nil {
		return e.null(as)
	}
	return e.value(field, as, row, false)
}

func (e *execution) fail(field *planField, err error) {
	if len(e.errors) == maxFieldErrors {
		return
	}
	nodes := make([]executable.Node, len(field.nodes))
	for i, node := range field.nodes {
		nodes[i] = node
	}
	path := append([]any(nil), e.path...)
	e.errors = append(e.errors, gqlerrors.FormatError(graphql.NewLocatedErrorWithPath(err, nodes, path)))
}
