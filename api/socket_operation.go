package api

import (
	"context"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/vektah/gqlparser/v2/ast"

	"zayavka/store"
)

// socketOperation is an operation of a WebSocket that is under way.
type socketOperation struct {
	id string // the client's name for it
	operation
	variables map[string]any
	cancel    context.CancelFunc // nil for a subscription
}

// socketOperations are the operations of a WebSocket that are under way. They are safe for
// concurrent use.
type socketOperations struct {
	subscriptions prometheus.Gauge
	mu            sync.Mutex
	byID          map[string]*socketOperation
}

// look counts the operations and tells whether one of them has the id.
func (o *socketOperations) look(id string) (count int, taken bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	_, taken = o.byID[id]
	return len(o.byID), taken
}

func (o *socketOperations) add(begun *socketOperation) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.byID[begun.id] = begun
	if begun.Kind == ast.Subscription {
		o.subscriptions.Inc()
	}
}

// about gives the subscriptions to a kind of rows.
func (o *socketOperations) about(subject store.Subject) []*socketOperation {
	o.mu.Lock()
	defer o.mu.Unlock()
	var found []*socketOperation
	for _, operation := range o.byID {
		if operation.subject == subject {
			found = append(found, operation)
		}
	}
	return found
}

// whileUnderWay does something for an operation, unless that has ended and its id may be another's.
func (o *socketOperations) whileUnderWay(operation *socketOperation, do func() error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.byID[operation.id] != operation {
		return nil
	}
	return do()
}

// end ends the operation with the id, if there is one.
func (o *socketOperations) end(id string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if operation := o.byID[id]; operation != nil {
		o.remove(operation)
	}
}

func (o *socketOperations) endAll() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, operation := range o.byID {
		o.remove(operation)
	}
}

func (o *socketOperations) remove(operation *socketOperation) {
	delete(o.byID, operation.id)
	if operation.Kind == ast.Subscription {
		o.subscriptions.Dec()
	}
	if operation.cancel != nil {
		operation.cancel()
	}
}
