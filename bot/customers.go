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
	Surroundings(ctx context.Context, tasks []store.Task) (store.Surroundings, error)
	ChatLists(ctx context.Context, chats []int64) (map[int64]int, error)
}

// chatState is what most answers to a chat need.
type chatState struct {
	customer *store.Customer             // nil before registration
	newest   store.Page[store.ShownTask] // the first page of the customer's requests
	list     int                         // the message that is the list in the chat; 0 for none
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
		var tasks []store.Task
		for _, page := range newest {
			tasks = append(tasks, page.Rows...)
		}
		around, err := s.Surroundings(ctx, tasks)
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
				customer := customers[chat]
				page := newest[customer.ID]
				states[i].customer = customer
				states[i].newest = store.Page[store.ShownTask]{Rows: shownTasks(around, page.Rows, *customer), HasMore: page.HasMore}
			}
		}
		return states, nil
	})
}

func shownTasks(around store.Surroundings, tasks []store.Task, customer store.Customer) []store.ShownTask {
	shown := make([]store.ShownTask, len(tasks))
	for i, task := range tasks {
		shown[i] = around.Show(task, customer)
	}
	return shown
}
