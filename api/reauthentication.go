package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
)

// What takes an account over or gives lasting access needs more than a session, which can be stolen: its
// password, now or within store.ReauthenticationTTL. Sessions that Telegram began have given none.

// aboutPassword ends the description of a mutation that asks for it.
const aboutPassword = " FORBIDDEN with the field currentPassword when the session gave no password within 15 minutes."

// withPassword adds the argument currentPassword.
func withPassword(of graphql.FieldConfigArgument) graphql.FieldConfigArgument {
	return merged(of, graphql.FieldConfigArgument{
		"currentPassword": {Type: graphql.String, Description: "One's own password, where it was not given lately. INVALID when it is wrong; RATE_LIMITED as login is."},
	})
}

// reauthenticated asks for the caller's password before it answers.
func (a *API) reauthenticated(resolve callerResolver) callerResolver {
	return func(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
		if err := a.reauthenticate(ctx, r, by, args); err != nil {
			return nil, err
		}
		return resolve(ctx, r, by, args)
	}
}

// reauthenticate takes the password that the arguments hold, or else one that was given lately.
func (a *API) reauthenticate(ctx context.Context, r *request, by auth.Caller, args arguments) error {
	return a.auth.Reauthenticate(ctx, r.client, by, argument[string](args, "currentPassword"))
}
