package graphqlws

import (
	"context"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/vektah/gqlparser/v2/ast"

	"zayavka/api/graphql"
)

// operation is an operation of a WebSocket that is under way.
type operation struct {
	*graphql.Request
	id     string             // the client's name for it
	cancel context.CancelFunc // nil for a subscription
}

// operations are the operations of a WebSocket that are under way. They are safe for
// concurrent use.
type operations struct {
	subscriptions prometheus.Gauge
	mu            sync.Mutex
	byID          map[string]*operation
}

// look counts the operations and tells whether one of them has the id.
func (o *operations) look(id string) (count int, taken bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	_, taken = o.byID[id]
	return len(o.byID), taken
}

func (o *operations) add(begun *operation) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.byID[begun.id] = begun
	if begun.Kind == ast.Subscription {
		o.subscriptions.Inc()
	}
}

// about gives the subscriptions to a field.
func (o *operations) about(field string) []*operation {
	o.mu.Lock()
	defer o.mu.Unlock()
	var found []*operation
	for _, operation := range o.byID {
		if operation.Kind == ast.Subscription && operation.Fields[0].Name == field {
			found = append(found, operation)
		}
	}
	return found
}

// whileUnderWay does something for an operation, unless that has ended and its id may be another's.
func (o *operations) whileUnderWay(operation *operation, do func() error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.byID[operation.id] != operation {
		return nil
	}
	return do()
}

// end ends the operation with the id, if there is one.
func (o *operations) end(id string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if operation := o.byID[id]; operation != nil {
		o.remove(operation)
	}
}

func (o *operations) endAll() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, operation := range o.byID {
		o.remove(operation)
	}
}

func (o *operations) remove(operation *operation) {
	delete(o.byID, operation.id)
	if operation.Kind == ast.Subscription {
		o.subscriptions.Dec()
	}
	if operation.cancel != nil {
		operation.cancel()
	}
}
