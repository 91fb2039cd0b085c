package graphql

import (
	"context"
	"fmt"
	"reflect"

	"github.com/graphql-go/graphql"
)

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
