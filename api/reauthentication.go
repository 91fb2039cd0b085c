package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/store"
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
	return func(ctx context.Context, r *request, by caller, args arguments) (any, error) {
		if err := a.reauthenticate(ctx, r, by, args); err != nil {
			return nil, err
		}
		return resolve(ctx, r, by, args)
	}
}

// reauthenticate takes the password that the arguments hold, or else one that was given lately.
func (a *API) reauthenticate(ctx context.Context, r *request, by caller, args arguments) error {
	password := argument[string](args, "currentPassword")
	if password == nil {
		gave, err := a.store.HasReauthenticated(ctx, by.session)
		if err != nil || gave {
			return err
		}
		return &store.Error{
			Code: store.Forbidden, Field: "currentPassword",
			Message: "This needs your password, because it was not given lately: send it as currentPassword.",
		}
	}
	attempt, err := a.beginLogin(by.staff.Email, r.address, a.deviceOfMember(r, by.staff.ID))
	if err != nil {
		return err
	}
	switch err := a.store.Reauthenticate(ctx, by.staff.ID, by.session, *password); {
	case err == nil:
		attempt.succeeded()
	case store.CodeOf(err) == store.Invalid:
		return err
	default:
		attempt.undone()
		return err
	}
	return nil
}
