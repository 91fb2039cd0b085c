package bot

import (
	"context"

	"zayavka/store"
)

// customerReader finds who writes.
type customerReader interface {
	CustomersByChat(ctx context.Context, chats []int64) (map[int64]*store.Customer, error)
	TaskPagesByCustomer(
		ctx context.Context, ids []int64, filter store.TaskFilter, order store.TaskOrder, page store.PageRequest, most int,
	) (pages map[int64]store.Page[store.Task], tooMany bool, err error)
	ChatLists(ctx context.Context, chats []int64) (map[int64]int, error)
}

// chatState is what most answers to a chat need.
type chatState struct {
	customer *store.Customer        // nil before registration
	newest   store.Page[store.Task] // the first page of the customer's requests
	list     int                    // the message that is the list in the chat; 0 for none
}

// newChatReader reads the state of chats.
func newChatReader(s customerReader) *batcher[int64, chatState] {
	return newBatcher(func(ctx context.Context, chats []int64) ([]chatState, error) {
		customers, err := s.CustomersByChat(ctx, chats)
		if err != nil {
			return nil, err
		}
		ids := make([]int64, 0, len(customers))
		for _, customer := range customers {
			ids = append(ids, customer.ID)
		}
		page := store.PageRequest{Limit: tasksPerPage}
		newest, _, err := s.TaskPagesByCustomer(ctx, ids, store.TaskFilter{}, store.TasksNewestFirst, page, len(ids)*(tasksPerPage+1))
		if err != nil {
			return nil, err
		}
		lists, err := s.ChatLists(ctx, chats)
		if err != nil {
			return nil, err
		}
		states := make([]chatState, len(chats))
		for i, chat := range chats {
			if states[i] = (chatState{list: lists[chat]}); customers[chat] != nil {
				states[i].customer, states[i].newest = customers[chat], newest[customers[chat].ID]
			}
		}
		return states, nil
	})
}
