package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"slices"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/api/auth"
	engine "zayavka/api/graphql"
	"zayavka/api/graphqlws"
	"zayavka/store"
	"zayavka/store/feed"
)

// member asks over a WebSocket, where the token does not come with each operation.
type member struct {
	authorization string
	caller        auth.Caller
}

func (a *API) newWebSockets(origins []string, publicURL string) *graphqlws.Handler {
	return graphqlws.New(graphqlws.Options{
		Server:    a.server,
		Authorize: a.authorize,
		Watch:     func() graphqlws.Watcher { return watcher{a.store.Watch()} },
		Address:   func(r *http.Request) string { return arrivalOf(r.Context()).client.Address },
		Origins:   webSocketOrigins(origins, publicURL),
		Connections: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "zayavka_websockets", Help: "How many WebSockets are open.",
		}),
		Subscriptions: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "zayavka_subscriptions", Help: "How many GraphQL subscriptions are open.",
		}),
		Logger: func(ctx context.Context) *slog.Logger { return a.log.With("request_id", arrivalOf(ctx).id) },
	})
}

// webSocketOrigins are those of pages that may connect: what may send requests to /graphql, and the
// service's own, under which a proxy may hide the one that this process sees.
func webSocketOrigins(allowed []string, publicURL string) []string {
	origins := slices.Clone(allowed)
	if public, err := url.Parse(publicURL); err == nil && public.Host != "" {
		origins = append(origins, public.Scheme+"://"+public.Host)
	}
	return origins
}

func (a *API) authorize(ctx context.Context, authorization string) (graphqlws.Client, error) {
	by, err := a.auth.CallerOf(ctx, authorization)
	if store.CodeOf(err) == store.Unauthenticated {
		return graphqlws.Client{}, graphqlws.ErrUnauthorized
	}
	return graphqlws.Client{Account: by.Owner(), Asks: &member{authorization, by}}, err
}

// answerMember carries out an operation that came over a WebSocket. Events cost nothing of the account's rate.
func (a application) answerMember(ctx context.Context, asked *engine.Request, root *request, by *member) engine.Response {
	root.authorization, root.caller, root.counted = by.authorization, &by.caller, true
	told, isTold := asked.Event.(*change)
	if !isTold {
		if err := a.rates.take(by.caller.Owner(), 1); err != nil {
			return a.server.Refusal(ctx, err)
		}
		root.event = &subscriptionEvent{}
		return a.respond(ctx, asked, root)
	}
	if told.root == nil {
		told.root = root
	}
	told.root.event = &subscriptionEvent{change: told.RowChange}
	answer := a.respond(ctx, asked, told.root)
	if !told.root.event.told && answer.Errors == nil {
		return engine.Response{}
	}
	return answer
}

// change is what subscriptions tell of. All of a connection share what is read for it.
type change struct {
	store.RowChange
	root *request // of the first
}

// watcher tells WebSockets of changes.
type watcher struct{ *feed.Watcher[store.RowChange] }

func (w watcher) Next(ctx context.Context) (graphqlws.Event, error) {
	next, err := w.Watcher.Next(ctx)
	if errors.Is(err, feed.ErrMissed) {
		err = graphqlws.ErrMissed
	}
	return graphqlws.Event{Field: subscriptionTo[next.Subject], Told: &change{RowChange: next}}, err
}
