package bot

import (
	"context"
	"errors"
	"sync"
	"time"

	"zayavka/store"
)

// customerReader is what a customerBatcher asks of the store.
type customerReader interface {
	CustomersByChat(ctx context.Context, chats []int64) (map[int64]*store.Customer, error)
	TaskPagesByCustomer(
		ctx context.Context, ids []int64, filter store.TaskFilter, order store.TaskOrder, page store.PageRequest, most int,
	) (pages map[int64]store.Page[store.Task], tooMany bool, err error)
}

// customerBatcher finds who writes, and their newest requests. While one reads, others who ask wait and then are
// read together: in a rush, two statements serve dozens of messages, and a message that comes alone waits
// for nobody.
type customerBatcher struct {
	store customerReader
	slot  chan struct{} // a semaphore, held by the batch that is read

	mu   sync.Mutex
	next *batch // that gathers; nil when nobody waits
}

// batch is chats that are read together.
type batch struct {
	chats     []int64
	done      chan struct{} // closed when the rest is there
	customers map[int64]*store.Customer
	newest    map[int64]store.Page[store.Task] // by customer
	err       error
}

// batchTimeout bounds the reading of a batch. It is not the time limit of any one update, because others
// wait for it too.
const batchTimeout = 10 * time.Second

var errBatchBroke = errors.New("reading the customers of some chats broke off")

func newCustomerBatcher(s customerReader) *customerBatcher {
	return &customerBatcher{store: s, slot: make(chan struct{}, 1)}
}

// find gives the customer of a chat, nil if there is none, and the first page of their requests. What was
// committed before the call is seen.
func (c *customerBatcher) find(ctx context.Context, chat int64) (*store.Customer, store.Page[store.Task], error) {
	c.mu.Lock()
	leads := c.next == nil
	if leads {
		c.next = &batch{done: make(chan struct{}), err: errBatchBroke}
	}
	b := c.next
	b.chats = append(b.chats, chat)
	c.mu.Unlock()
	if leads {
		c.read(ctx, b)
	}
	select {
	case <-b.done:
	case <-ctx.Done():
		return nil, store.Page[store.Task]{}, ctx.Err()
	}
	customer := b.customers[chat]
	if b.err != nil || customer == nil {
		return nil, store.Page[store.Task]{}, b.err
	}
	return customer, b.newest[customer.ID], nil
}

// read reads a batch when the slot is free; until then others join it.
func (c *customerBatcher) read(ctx context.Context, b *batch) {
	defer close(b.done)
	c.slot <- struct{}{}
	defer func() { <-c.slot }()
	c.mu.Lock()
	c.next = nil
	c.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), batchTimeout)
	defer cancel()
	if b.customers, b.err = c.store.CustomersByChat(ctx, b.chats); b.err != nil {
		return
	}
	ids := make([]int64, 0, len(b.customers))
	for _, customer := range b.customers {
		ids = append(ids, customer.ID)
	}
	page := store.PageRequest{Limit: tasksPerPage}
	b.newest, _, b.err = c.store.TaskPagesByCustomer(ctx, ids, store.TaskFilter{}, store.TasksNewestFirst, page, len(ids)*(tasksPerPage+1))
}
