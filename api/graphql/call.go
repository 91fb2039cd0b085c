package graphql

import (
	"encoding/json"
	"fmt"
	"iter"

	"github.com/graphql-go/graphql"
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

// Panic is the panic of a resolver, or of what writes its value.
type Panic struct {
	Value any
	Stack []byte
}

func (e *Panic) Error() string { return fmt.Sprintf("panic: %v", e.Value) }
