package api

import (
	"context"
	"runtime/debug"
	"strings"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	engine "zayavka/api/graphql"
)

// request is what the resolvers of one operation share. It is the root value of the execution.
type request struct {
	engine.Call
	*loaders
	*arrival
	authorization string // the header, or what a WebSocket's client has sent in its place
	caller        *auth.Caller
	unknown       error              // why there is no caller, after identify
	counted       bool               // by the rate limit
	changed       bool               // a field may have changed what was read, and the caller's rights
	large         bool               // it has a place among those that list many
	event         *subscriptionEvent // of a subscription
}

func (a *API) newRequest(ctx context.Context, asked *engine.Request) *request {
	came := arrivalOf(ctx)
	r := &request{
		Call: engine.Call{Budget: asked.Budget}, loaders: newLoaders(a.store, asked.Budget), arrival: came, authorization: came.authorization,
	}
	if asked.Stream != nil {
		r.Stream = givingPlaces{asked.Stream, ctx, a.largeLists, r}
	}
	return r
}

// headerDevice carries the device token of whoever logs in; a device that several people share has one of
// each, with commas between.
const headerDevice = "X-Device-Token"

// maxDevices is how many device tokens of one request are looked at.
const maxDevices = 20

func devicesIn(header string) []string {
	tokens := strings.Split(header, ",")
	return tokens[:min(len(tokens), maxDevices)]
}

// arguments are a field's arguments, or the fields of an input object.
type arguments map[string]any

// argument gives a pointer to the argument, nil when it is absent or null.
func argument[T any](args arguments, name string) *T {
	if value, ok := args[name].(T); ok {
		return &value
	}
	return nil
}

// text gives a text argument, "" when it is absent or null.
func (args arguments) text(name string) string {
	value, _ := args[name].(string)
	return value
}

// input gives an input object; one that is absent is empty.
func (args arguments) input(name string) arguments {
	value, _ := args[name].(map[string]any)
	return value
}

// publicResolver answers a field that needs no login.
type publicResolver func(ctx context.Context, r *request, args arguments) (any, error)

// callerResolver answers a field for whoever has proved who they are.
type callerResolver func(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error)

// relation answers a field of Source with rows that it refers to.
type relation[Source any] func(ctx context.Context, r *request, source Source) (any, error)

func (resolve publicResolver) field() graphql.FieldResolveFn {
	return guarded(func(p graphql.ResolveParams) (any, error) {
		return resolve(p.Context, p.Info.RootValue.(*request), p.Args)
	})
}

// reads answers a field of Query: for members of staff, and for API tokens with the scope READ.
func (a *API) reads(resolve callerResolver) graphql.FieldResolveFn {
	return a.permitted(auth.Caller.MayRead, resolve).field()
}

// writes answers a field of Mutation: for members of staff, and for API tokens with the scope WRITE.
func (a *API) writes(resolve callerResolver) graphql.FieldResolveFn {
	return a.invalidatesCache(a.permitted(auth.Caller.MayWrite, seesWhatItWrote(resolve))).field()
}

// administers answers a field of Query or Mutation for admins alone.
func (a *API) administers(resolve callerResolver) graphql.FieldResolveFn {
	return a.invalidatesCache(a.permitted(auth.Caller.MayAdminister, resolve)).field()
}

// managesWebhooks answers a field for admins, and for API tokens with the scope WEBHOOKS.
func (a *API) managesWebhooks(resolve callerResolver) graphql.FieldResolveFn {
	return a.invalidatesCache(a.permitted(auth.Caller.MayManageWebhooks, resolve)).field()
}

// ofMembers answers a field for members of staff alone: it concerns their account, or is a person's to decide.
func (a *API) ofMembers(resolve callerResolver) graphql.FieldResolveFn {
	return a.invalidatesCache(a.permitted(auth.Caller.IsMember, resolve)).field()
}

// permitted refuses who is not logged in, and whom may refuses.
func (a *API) permitted(may func(auth.Caller) error, resolve callerResolver) publicResolver {
	return func(ctx context.Context, r *request, args arguments) (any, error) {
		if err := a.identify(ctx, r); err != nil {
			return nil, err
		}
		if err := may(*r.caller); err != nil {
			return nil, err
		}
		return resolve(ctx, r, *r.caller, args)
	}
}

// invalidatesCache forgets what an operation has read, the caller's rights among it, once a field before this one
// may have changed it.
func (a *API) invalidatesCache(resolve publicResolver) publicResolver {
	return func(ctx context.Context, r *request, args arguments) (any, error) {
		if r.changed {
			r.loaders, r.caller, r.unknown = newLoaders(a.store, r.Budget), nil, nil
		}
		r.changed = true
		return resolve(ctx, r, args)
	}
}

func (resolve relation[Source]) field() graphql.FieldResolveFn {
	return guarded(func(p graphql.ResolveParams) (any, error) {
		return resolve(p.Context, p.Info.RootValue.(*request), sourceOf[Source](p))
	})
}

// guarded makes up for what graphql-go does with resolvers: it puts a result that comes with an
// error into the answer all the same, loses the stack of a panic, and goes on with an execution
// whose time is over and whose answer nobody waits for.
func guarded(resolve graphql.FieldResolveFn) graphql.FieldResolveFn {
	return func(p graphql.ResolveParams) (result any, err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = &engine.Panic{Value: cause, Stack: debug.Stack()}
			}
			if err != nil {
				result = nil
			}
		}()
		if err := p.Context.Err(); err != nil {
			return nil, err
		}
		return resolve(p)
	}
}

// property answers a field with a value that its source holds.
func property[Source any](read func(Source) any) graphql.FieldResolveFn {
	return func(p graphql.ResolveParams) (any, error) { return read(sourceOf[Source](p)), nil }
}

// sourceOf is the row whose field is asked for. Rows of a list come as pointers into it.
func sourceOf[Source any](p graphql.ResolveParams) Source {
	if row, ok := p.Source.(*Source); ok {
		return *row
	}
	return p.Source.(Source)
}

// itself answers a field of a mutation's payload with what the mutation gave.
func itself(p graphql.ResolveParams) (any, error) { return p.Source, nil }

// orNull gives null for an empty text.
func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// rfc3339 writes a time as RFC 3339 in UTC.
func rfc3339(at time.Time) string { return at.UTC().Format(time.RFC3339Nano) }

// rfc3339OrNull gives null for a time that has not come.
func rfc3339OrNull(at *time.Time) any {
	if at == nil {
		return nil
	}
	return rfc3339(*at)
}
