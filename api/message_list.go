package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// messageListOrder names the only order of messages in cursors.
const messageListOrder = "messages"

func messagePageArguments() graphql.FieldConfigArgument {
	arguments := pageArguments(graphql.String, graphql.String)
	delete(arguments, "filter")
	delete(arguments, "orderBy")
	return arguments
}

func (a *API) messageQueries(t *types) graphql.Fields {
	return graphql.Fields{
		"inbox": {
			Type: nonNull(t.messageConnection),
			Description: "What customers wrote that is filed to no task and waits for an answer, the longest wait first. " +
				"What a customer is still writing as a request comes when they send it.",
			Args:    messagePageArguments(),
			Resolve: a.reads(a.inbox),
		},
	}
}

func (a *API) inbox(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	asked, err := parsePageRequest(args, messageListOrder)
	if err != nil {
		return nil, err
	}
	filter := store.MessageFilter{Inbox: true}
	found, err := a.store.MessagePage(ctx, filter, asked)
	if err != nil {
		return nil, err
	}
	r.foundMessages(found.Rows)
	page := messageConnection(found, asked)
	page.count = func() (int, error) { return a.store.CountMessages(ctx, filter) }
	return page, nil
}

// messagesOf gives a page of the messages of a task or a customer.
func messagesOf(ctx context.Context, r *request, owner store.MessageOwner, id int64, args arguments) (any, error) {
	asked, err := parsePageRequest(args, messageListOrder)
	if err != nil {
		return nil, err
	}
	filter := store.MessageFilter{WithoutNotes: !r.mayReadNotes()}
	pages := map[store.MessageOwner]*pagesOf[store.Message]{
		store.MessagesOfTask: &r.messagesByTask, store.MessagesOfCustomer: &r.messagesByCustomer,
	}[owner]
	page, err := pages.with(args, pageReader[store.Message]{
		pages: func(ctx context.Context, ids []int64, most int) (map[int64]store.Page[store.Message], bool, error) {
			return r.store.MessagePages(ctx, owner, ids, filter, asked, most)
		},
		counts: func(ctx context.Context, ids []int64) (map[int64]int, error) {
			return r.store.CountMessagesOf(ctx, owner, ids, filter)
		},
		found: r.foundMessages,
	})
	if err != nil {
		return nil, err
	}
	found, _, err := page.pages.get(ctx, id)
	if err != nil {
		return nil, err
	}
	list := messageConnection(found, asked)
	list.count = func() (int, error) {
		count, _, err := page.counts.get(ctx, id)
		return count, err
	}
	return list, nil
}

func messageConnection(found store.Page[store.Message], asked store.PageRequest) connection[store.Message] {
	return newConnection(found, asked, func(m store.Message) string { return cursorText(messageListOrder, store.CursorOfMessage(m)) })
}
