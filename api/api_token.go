package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func newScopeEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "ScopeEnum", Description: "What an API token may do.",
		Values: graphql.EnumValueConfigMap{
			"READ": {Value: store.ScopeRead, Description: "Read customers, tasks, messages and the list of staff."},
			"WRITE": {
				Value:       store.ScopeWrite,
				Description: "Change customers and tasks. Without READ an answer tells only what the mutation itself has written.",
			},
			"IMPORT": {
				Value:       store.ScopeImport,
				Description: "With WRITE: create tasks that are older than now, or of which the customer is not told.",
			},
			"NOTES": {
				Value:       store.ScopeNotes,
				Description: "With READ: read what staff write among themselves. With WRITE: write there.",
			},
			"WEBHOOKS": {
				Value: store.ScopeWebhooks,
				Description: "Make and manage webhooks of its own, and so be told of all changes to which they subscribe, with customers' names and phones. " +
					"They rest while the token does not work.",
			},
		},
	})
}

func (a *API) apiTokenQueries(t *types) graphql.Fields {
	return graphql.Fields{
		"apiTokens": {
			Type:        graphql.NewList(nonNull(t.apiToken)),
			Description: "The API tokens, also those that are over, in ascending id order. For admins.",
			Resolve:     a.administers(a.apiTokens),
		},
	}
}

func (a *API) apiTokenMutations(t *types) graphql.Fields {
	return graphql.Fields{
		"createApiToken": {
			Type: newCreateAPITokenPayload(t),
			Description: "Makes a token with which a program can use this API: Authorization: Bearer zk_…. A program is no member " +
				"of staff: `me` is null for it, and accounts, the team and tokens are FORBIDDEN to it. It works only while who made it is " +
				"an active admin. For admins." + aboutPassword,
			Args: withPassword(graphql.FieldConfigArgument{
				"name":      {Type: nonNull(graphql.String), Description: "What uses it, at most 200 characters. History shows it."},
				"scopes":    {Type: nonNull(graphql.NewList(nonNull(t.scope))), Description: "What it may do, at least one."},
				"expiresAt": {Type: graphql.String, Description: "When it stops working, RFC 3339; null for never."},
			}),
			Resolve: a.administers(a.reauthenticated(a.createAPIToken)),
		},
		"revokeApiToken": {
			Type:        newPayload("RevokeApiToken", "The result of revokeApiToken.", "apiToken", t.apiToken, "The token as it is now."),
			Description: "Stops a token at once, for good. For admins.",
			Args:        graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The token's number."}},
			Resolve:     a.administers(a.revokeAPIToken),
		},
	}
}

func newAPITokenType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ApiTokenType", Description: "Lets a program in. The token itself is shown only when it is made.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The token's number.",
				Resolve: property(func(k store.APIToken) any { return k.ID }),
			},
			"name": {
				Type: nonNull(graphql.String), Description: "What uses it.",
				Resolve: property(func(k store.APIToken) any { return k.Name }),
			},
			"scopes": {
				Type: nonNull(graphql.NewList(nonNull(t.scope))), Description: "What it may do.",
				Resolve: property(func(k store.APIToken) any { return k.Scopes }),
			},
			"createdBy": {
				Type: t.user, Description: "Who made it; null when it was made from the shell. It works only while they are an active admin.",
				Resolve: relation[store.APIToken](func(ctx context.Context, r *request, k store.APIToken) (any, error) {
					return referred(ctx, r.staff, k.CreatedBy)
				}).field(),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When it was made, RFC 3339.",
				Resolve: property(func(k store.APIToken) any { return rfc3339(k.CreatedAt) }),
			},
			"expiresAt": {
				Type: t.dateTime, Description: "When it stops working, RFC 3339; null for never.",
				Resolve: property(func(k store.APIToken) any { return rfc3339OrNull(k.ExpiresAt) }),
			},
			"lastUsedAt": {
				Type: t.dateTime, Description: "When it was last used, to the minute, RFC 3339; null before.",
				Resolve: property(func(k store.APIToken) any { return rfc3339OrNull(k.LastUsedAt) }),
			},
			"revokedAt": {
				Type: t.dateTime, Description: "When it was revoked, RFC 3339; null while it was not.",
				Resolve: property(func(k store.APIToken) any { return rfc3339OrNull(k.RevokedAt) }),
			},
		},
	})
}

// newAPIToken is a token that has just been made, with the text that is shown this once.
type newAPIToken struct {
	token store.APIToken
	text  string
}

func newCreateAPITokenPayload(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "CreateApiToken", Description: "The result of createApiToken.",
		Fields: graphql.Fields{
			"apiToken": {
				Type: t.apiToken, Description: "The new token.",
				Resolve: property(func(k newAPIToken) any { return k.token }),
			},
			"token": {
				Type: graphql.String, Description: "What the program sends, zk_ and 43 more characters. It is shown this once.",
				Resolve: property(func(k newAPIToken) any { return k.text }),
			},
		},
	})
}

func (a *API) apiTokens(ctx context.Context, r *request, _ auth.Caller, _ arguments) (any, error) {
	tokens, err := a.store.APITokens(ctx)
	for _, token := range tokens {
		r.staff.announceSome(token.CreatedBy)
	}
	return tokens, err
}

func (a *API) createAPIToken(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	in := store.NewAPIToken{Name: args.text("name"), CreatedBy: &by.Staff.ID}
	scopes, _ := args["scopes"].([]any)
	for _, scope := range scopes {
		if scope, ok := scope.(store.Scope); ok {
			in.Scopes = append(in.Scopes, scope)
		}
	}
	if text := argument[string](args, "expiresAt"); text != nil {
		expires, err := time.Parse(time.RFC3339, *text)
		if err != nil {
			return nil, errInvalid("expiresAt", "Write the moment as RFC 3339, for example 2027-01-31T12:00:00Z.")
		}
		in.ExpiresAt = &expires
	}
	token, text, err := a.store.CreateAPIToken(ctx, in)
	return newAPIToken{token, text}, err
}

func (a *API) revokeAPIToken(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	token, err := a.store.RevokeAPIToken(ctx, id)
	return token, err
}
