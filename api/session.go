package api

import (
	"cmp"
	"context"
	"errors"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// session is the result of what logs in. A refusal is a result too, not an error.
type session struct {
	*auth.Session            // nil when it was refused
	errors        formErrors // nil when it was not
}

// formErrors are an ExpectedErrorType.
type formErrors map[string][]formError

type formError struct {
	Message string `json:"message"`
	Code    string `json:"code"`
}

func refused(field, message, code string) session {
	return session{errors: formErrors{field: {{Message: message, Code: code}}}}
}

func newLoginPayload(a *API, t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ObtainJSONWebToken", Description: "The result of what logs in.",
		Fields: merged(a.sessionFields(t), graphql.Fields{
			"user": {
				Type: t.user, Description: "Who is logged in.",
				Resolve: ofSession(func(s auth.Session) any { return s.Staff }),
			},
			"unarchiving": {
				Type: graphql.Boolean, Description: "Always false: accounts are not archived.",
				Resolve: property(func(session) any { return false }),
			},
		}),
	})
}

func (a *API) sessionMutations(t *types) graphql.Fields {
	return graphql.Fields{
		"register": {
			Type: graphql.NewObject(graphql.ObjectConfig{
				Name: "Register", Description: "The result of register.", Fields: a.sessionFields(t),
			}),
			Description: "Makes an account and logs in.",
			Args: graphql.FieldConfigArgument{
				"email":     {Type: nonNull(graphql.String), Description: "The address to log in with."},
				"password1": {Type: nonNull(graphql.String), Description: "At least 8 characters, not easy to guess."},
				"password2": {Type: nonNull(graphql.String), Description: "The same again."},
				"invite":    {Type: graphql.String, Description: "The invite's token; not needed where registration is open."},
				"name":      {Type: graphql.String, Description: "How colleagues and customers call the person, at most 200 characters."},
			},
			Resolve: publicResolver(a.register).field(),
		},
		"login": {
			Type: t.login,
			Description: "Gives an access token, to be sent as Authorization: Bearer, and a refresh token. " +
				"RATE_LIMITED with retryAfter in seconds after too many failures.",
			Args: graphql.FieldConfigArgument{
				"email":    {Type: graphql.String, Description: "The account's address, in any case."},
				"password": {Type: nonNull(graphql.String), Description: "The account's password."},
			},
			Resolve: publicResolver(a.login).field(),
		},
		"refreshToken": {
			Type:        t.login,
			Description: "Exchanges a refresh token for a new access token and the next refresh token.",
			Args:        graphql.FieldConfigArgument{"refreshToken": {Type: nonNull(graphql.String), Description: "The last one given out. Each works once; sent again within 45 seconds, for want of an answer, it gives the same next one."}},
			Resolve:     publicResolver(a.refreshToken).field(),
		},
		"loginTelegram": {
			Type: t.login,
			Description: "Logs in the member of staff to whom a Telegram account is linked; see linkTelegram. The codes of errors are " +
				"not_linked, expired_init_data and invalid_init_data. RATE_LIMITED after too many forgeries.",
			Args: graphql.FieldConfigArgument{
				"initData": {Type: nonNull(graphql.String), Description: "What Telegram hands to the Mini App, as it is, at most 24 hours old."},
			},
			Resolve: publicResolver(a.loginTelegram).field(),
		},
		"logout": {
			Type: newPayload("Logout", "The result of logout.", "success", graphql.Boolean, "True, also when the session was over already."),
			Description: "Ends a session: its refresh token and its access tokens stop working at once. Without the argument it is the " +
				"session of the access token that is sent.",
			Args:    graphql.FieldConfigArgument{"refreshToken": {Type: graphql.String, Description: "The session's refresh token."}},
			Resolve: a.invalidatesCache(a.logout).field(),
		},
	}
}

func (a *API) sessionFields(t *types) graphql.Fields {
	return graphql.Fields{
		"success": {
			Type: graphql.Boolean, Description: "False when errors says why not.",
			Resolve: property(func(s session) any { return s.Session != nil }),
		},
		"errors": {
			Type: t.expectedErrorScalar, Description: "Why it was refused; null on success.",
			Resolve: property(func(s session) any {
				if s.errors == nil {
					return nil
				}
				return s.errors
			}),
		},
		"token": {
			Type: graphql.String, Description: "The access token, a JWT; null when refused.",
			Resolve: ofSession(func(s auth.Session) any { return s.AccessToken }),
		},
		"refreshToken": {
			Type: graphql.String, Description: "For the mutation refreshToken; null when refused.",
			Resolve: ofSession(func(s auth.Session) any { return s.RefreshToken }),
		},
		"deviceToken": {
			Type: graphql.String,
			Description: "To be kept on this device, also after a logout, and sent as the header " + headerDevice + " with the next login: " +
				"whoever guesses this account's password elsewhere cannot keep this device waiting. It lets nobody in; null when refused.",
			Resolve: relation[session](a.deviceToken).field(),
		},
	}
}

// ofSession answers a field with what a session that has begun holds, else with null.
func ofSession(read func(auth.Session) any) graphql.FieldResolveFn {
	return property(func(s session) any {
		if s.Session == nil {
			return nil
		}
		return read(*s.Session)
	})
}

func loggedIn(begun auth.Session, err error) (any, error) {
	return session{Session: &begun}, err
}

func (a *API) register(ctx context.Context, _ *request, args arguments) (any, error) {
	password := args.text("password1")
	if password != args.text("password2") {
		return refused("password2", "The two password fields didn’t match.", "password_mismatch"), nil
	}
	var invite *string
	if token := args.text("invite"); token != "" || !a.openRegistration {
		invite = &token
	}
	staff, err := a.store.RegisterStaff(ctx, store.NewStaff{Email: args.text("email"), Password: password, Name: args.text("name")}, invite)
	if err != nil {
		return registerRefused(err)
	}
	return loggedIn(a.auth.Start(ctx, staff, store.ByPassword))
}

// registerRefused puts the store's reasons into the words of the forms that clients know.
func registerRefused(err error) (any, error) {
	var reason *store.Error
	if !errors.As(err, &reason) {
		return nil, err
	}
	switch {
	case reason.Field == "email" && reason.Code == store.Conflict:
		return refused("email", reason.Message, "unique"), nil
	case reason.Field == "password":
		return refused("password2", reason.Message, cmp.Or(reason.Reason, "invalid")), nil
	case reason.Code == store.Invalid:
		return refused(reason.Field, reason.Message, "invalid"), nil
	}
	return nil, err
}

func (a *API) login(ctx context.Context, r *request, args arguments) (any, error) {
	begun, err := a.auth.Login(ctx, r.client, args.text("email"), args.text("password"))
	if store.CodeOf(err) == store.Unauthenticated {
		return refused("nonFieldErrors", "Please, enter valid credentials.", "invalid_credentials"), nil
	}
	return loggedIn(begun, err)
}

// deviceToken answers the field of a session.
func (a *API) deviceToken(_ context.Context, r *request, begun session) (any, error) {
	if begun.Session == nil {
		return nil, nil
	}
	return a.auth.DeviceToken(r.client, begun.Staff.ID), nil
}

func (a *API) loginTelegram(ctx context.Context, r *request, args arguments) (any, error) {
	begun, err := a.auth.LoginTelegram(ctx, r.client, args.text("initData"))
	switch {
	case errors.Is(err, auth.ErrInitDataExpired):
		return refused("nonFieldErrors", err.Error(), "expired_init_data"), nil
	case errors.Is(err, auth.ErrInitDataInvalid):
		return refused("nonFieldErrors", err.Error(), "invalid_init_data"), nil
	case store.CodeOf(err) == store.NotFound:
		return refused("nonFieldErrors", "This Telegram account is not linked to a member of staff. Log in once by email.", "not_linked"), nil
	}
	return loggedIn(begun, err)
}

func (a *API) refreshToken(ctx context.Context, _ *request, args arguments) (any, error) {
	begun, err := a.auth.Refresh(ctx, args.text("refreshToken"))
	if store.CodeOf(err) == store.Unauthenticated {
		return refused("nonFieldErrors", err.Error(), "invalid_token"), nil
	}
	return loggedIn(begun, err)
}

func (a *API) logout(ctx context.Context, r *request, args arguments) (any, error) {
	if token := argument[string](args, "refreshToken"); token != nil {
		return true, a.auth.LogoutByRefreshToken(ctx, *token)
	}
	return true, a.auth.Logout(ctx, r.authorization)
}
