package graphql

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"runtime/debug"
	"slices"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Result is what an operation gave. Data is nil when nothing was executed.
type Result struct {
	Data   json.RawMessage
	Errors []*Error
}

// Call is what the engine and the resolvers of one operation share: the root value embeds it.
type Call struct {
	Budget *Budget
	Stream Stream // where a long answer goes while it is made; nil keeps it whole
	field  *planField
}

func (c *Call) call() *Call { return c }

// AsksFor tells whether the operation selects a field somewhere below the one that is answered.
func (c *Call) AsksFor(definition *graphql.FieldDefinition) bool {
	return c.field != nil && c.field.output.asksFor(definition)
}

// Answered is the name of the field that is answered, "" before the first.
func (c *Call) Answered() string {
	if c.field == nil {
		return ""
	}
	return c.field.definition.Name
}

// Selected is a field that is selected below another.
type Selected struct {
	Level    int // 1 for those of the object that the other one gives
	Of, Name string
}

// Selected are all fields below the one that is answered, each before those below it.
func (c *Call) Selected() iter.Seq[Selected] {
	return func(yield func(Selected) bool) {
		if c.field != nil {
			c.field.output.walk(1, yield)
		}
	}
}

// Root is the root value of an operation, which embeds a Call.
type Root interface{ call() *Call }

// Stream takes a long answer while it is made. Once it has begun, the answer ends as one with data or
// breaks off: nobody must take half a list for all of it.
type Stream interface {
	Send(part []byte) error // the next part of the data
	HasBegun() bool
}

// BrokenAnswer is what Execute panics with when an answer that has begun cannot be finished.
type BrokenAnswer struct{ Cause error }

func (e *BrokenAnswer) Error() string {
	return fmt.Sprintf("a long answer was broken off: %v", e.Cause)
}
func (e *BrokenAnswer) Unwrap() error { return e.Cause }

// Panic is the panic of a resolver, or of what writes its value.
type Panic struct {
	Value any
	Stack []byte
}

func (e *Panic) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Parts is a long list of which a part is held at a time.
type Parts interface {
	Next(ctx context.Context) (rows any, err error) // a slice, an empty one at the end
}

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

// value writes a value; false means that null must take the place of what is around it.
func (e *execution) value(field *planField, as *planOutput, value any, streams bool) bool {
	start := len(e.out)
	written := false
	switch value = deref(value); {
	case value == nil:
	case as.item != nil:
		var failed bool
		if written, failed = e.list(field, as.item, value, streams); failed {
			return e.null(as)
		}
	case as.fields != nil, as.abstract != nil:
		object, err := e.objectOf(as, value)
		if err != nil {
			e.fail(field, err)
			return e.null(as)
		}
		if !e.object(object.fields, value, false) {
			return e.null(as)
		}
		written = true
	default:
		if e.out, written = as.appendLeaf(e.out, value); !written {
			e.out = e.out[:start]
			e.fail(field, fmt.Errorf("%s cannot represent value: %v", as.leaf.Name(), value))
			return e.null(as)
		}
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

func (o *planOutput) appendLeaf(out []byte, value any) ([]byte, bool) {
	if o.enum != nil {
		name, known := o.enum[value]
		return append(out, name...), known
	}
	return appendScalar(out, o.leaf.(*graphql.Scalar), value)
}

// deref makes a pointer to a scalar that scalar, and a nil pointer nil.
func deref(value any) any {
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

// list writes a list. It is not written when there is none, and failed when an item that may not be
// null is, or a part cannot be read.
func (e *execution) list(field *planField, item *planOutput, value any, streams bool) (written, failed bool) {
	start, count := len(e.out), 0
	e.out = append(e.out, '[')
	long, isLong := value.(Parts)
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
		if kind := rows.Kind(); kind != reflect.Slice && kind != reflect.Array {
			e.out = e.out[:start]
			e.fail(field, fmt.Errorf("a list was expected, not %T", value))
			return false, true
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

// beginPart begins the time limit anew. Each part of what is sent while it is made has it for itself, be it
// read from the database or taken by the client: how long all of them take is up to the client as well.
func (e *execution) beginPart() {
	if e.endPart != nil {
		e.endPart()
	}
	e.ctx, e.endPart = context.WithTimeout(e.unlimited, e.limit)
}

// nextPart reads a part of a long list.
func (e *execution) nextPart(list Parts, streams bool) (any, error) {
	if streams {
		e.beginPart()
	}
	rows, err := list.Next(e.ctx)
	if err != nil {
		e.mustBeWhole(err)
	}
	return rows, err
}

// rows writes rows of a list, of which count are written; false means that null must take its place.
func (e *execution) rows(field *planField, item *planOutput, rows reflect.Value, count *int, streams bool) bool {
	if e.budget.rows < rows.Len() {
		e.end(field, e.budget.TooManyRows())
		return false
	}
	e.budget.rows -= rows.Len()
	for i := range rows.Len() {
		if *count > 0 {
			e.out = append(e.out, ',')
		}
		row := rows.Index(i)
		if row.Kind() == reflect.Struct && row.CanAddr() {
			row = row.Addr() // so that it is not copied; resolvers take both
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
			if err := e.stream.Send(e.out); err != nil {
				panic(&BrokenAnswer{err})
			}
			e.out = e.out[:0]
			e.beginPart()
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
