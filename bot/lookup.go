package bot

import (
	"context"
	"errors"
	"sync"
	"time"

	"zayavka/store"
)

// cards are what a lookup asks of the store.
type cards interface {
	CustomersByChat(ctx context.Context, chats []int64) (map[int64]*store.Customer, error)
	TaskPartsByCustomer(
		ctx context.Context, ids []int64, filter store.TaskFilter, order store.TaskOrder, page store.Range, most int,
	) (parts map[int64]store.Part[store.Task], tooMany bool, err error)
}

// lookup finds who writes, and their newest requests. While one reads, others who ask wait and then are
// read together: in a rush, two statements serve dozens of messages, and a message that comes alone waits
// for nobody.
type lookup struct {
	store cards
	turn  chan struct{} // held by the round that reads

	mu   sync.Mutex
	next *round // that gathers; nil when nobody waits
}

// round is chats that are read together.
type round struct {
	chats     []int64
	done      chan struct{} // closed when the rest is there
	customers map[int64]*store.Customer
	newest    map[int64]store.Part[store.Task] // by customer
	err       error
}

// lookupTimeout bounds the reading of a round. It is not the time limit of any one update, because others
// wait for it too.
const lookupTimeout = 10 * time.Second

var errLookupBroke = errors.New("reading the customers of some chats broke off")

func newLookup(s cards) *lookup { return &lookup{store: s, turn: make(chan struct{}, 1)} }

// find gives the customer of a chat, nil if there is none, and the first page of their requests. What was
// committed before the call is seen.
func (l *lookup) find(ctx context.Context, chat int64) (*store.Customer, store.Part[store.Task], error) {
	l.mu.Lock()
	leads := l.next == nil
	if leads {
		l.next = &round{done: make(chan struct{}), err: errLookupBroke}
	}
	r := l.next
	r.chats = append(r.chats, chat)
	l.mu.Unlock()
	if leads {
		l.read(ctx, r)
	}
	select {
	case <-r.done:
	case <-ctx.Done():
		return nil, store.Part[store.Task]{}, ctx.Err()
	}
	customer := r.customers[chat]
	if r.err != nil || customer == nil {
		return nil, store.Part[store.Task]{}, r.err
	}
	return customer, r.newest[customer.ID], nil
}

// read reads a round when its turn has come; until then others join it.
func (l *lookup) read(ctx context.Context, r *round) {
	defer close(r.done)
	l.turn <- struct{}{}
	defer func() { <-l.turn }()
	l.mu.Lock()
	l.next = nil
	l.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lookupTimeout)
	defer cancel()
	if r.customers, r.err = l.store.CustomersByChat(ctx, r.chats); r.err != nil {
		return
	}
	ids := make([]int64, 0, len(r.customers))
	for _, customer := range r.customers {
		ids = append(ids, customer.ID)
	}
	page := store.Range{Limit: tasksPerPage}
	r.newest, _, r.err = l.store.TaskPartsByCustomer(ctx, ids, store.TaskFilter{}, store.TasksNewestFirst, page, len(ids)*(tasksPerPage+1))
}
