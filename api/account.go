package api

import (
	"context"
	"errors"
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// session is the result of what logs in. A refusal is a result too, not an error.
type session struct {
	success             bool
	errors              formErrors
	token, refreshToken string
	user                *store.Staff
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

func (a *API) accountMutations(t *types) graphql.Fields {
	loggedIn := graphql.NewObject(graphql.ObjectConfig{
		Name: "ObtainJSONWebToken", Description: "The result of login and refreshToken.",
		Fields: merged(sessionFields(t), graphql.Fields{
			"user": {
				Type: t.user, Description: "Who is logged in.",
				Resolve: property(func(s session) any {
					if s.user == nil {
						return nil
					}
					return *s.user
				}),
			},
			"unarchiving": {
				Type: graphql.Boolean, Description: "Always false: accounts are not archived.",
				Resolve: property(func(session) any { return false }),
			},
		}),
	})
	return graphql.Fields{
		"register": {
			Type: graphql.NewObject(graphql.ObjectConfig{
				Name: "Register", Description: "The result of register.", Fields: sessionFields(t),
			}),
			Description: "Makes an account and logs in.",
			Args: graphql.FieldConfigArgument{
				"email":     {Type: nonNull(graphql.String), Description: "The address to log in with."},
				"password1": {Type: nonNull(graphql.String), Description: "At least 8 characters."},
				"password2": {Type: nonNull(graphql.String), Description: "The same again."},
				"invite":    {Type: graphql.String, Description: "The invite's token; not needed where registration is open."},
			},
			Resolve: publicResolver(a.register).field(),
		},
		"login": {
			Type: loggedIn,
			Description: "Gives an access token, to be sent as Authorization: Bearer, and a refresh token. " +
				"RATE_LIMITED with retryAfter in seconds after too many failures.",
			Args: graphql.FieldConfigArgument{
				"email":    {Type: graphql.String, Description: "The account's address, in any case."},
				"password": {Type: nonNull(graphql.String), Description: "The account's password."},
			},
			Resolve: publicResolver(a.login).field(),
		},
		"refreshToken": {
			Type:        loggedIn,
			Description: "Exchanges a refresh token for a new access token and the next refresh token.",
			Args:        graphql.FieldConfigArgument{"refreshToken": {Type: nonNull(graphql.String), Description: "The last one given out. Each works once."}},
			Resolve:     publicResolver(a.refreshToken).field(),
		},
		"logout": {
			Type:        newPayload("Logout", "The result of logout.", "success", graphql.Boolean, "True, also when the session was over already."),
			Description: "Ends the session: its refresh token stops working.",
			Args:        graphql.FieldConfigArgument{"refreshToken": {Type: nonNull(graphql.String), Description: "The session's refresh token."}},
			Resolve:     publicResolver(a.logout).field(),
		},
		"updateUser": {
			Type:        newPayload("UpdateUser", "The result of updateUser.", "user", t.user, "The account as it is now."),
			Description: "Changes the account of who is logged in.",
			Args:        graphql.FieldConfigArgument{"email": {Type: graphql.String, Description: "The new address to log in with; null changes nothing."}},
			Resolve:     a.writes(a.updateUser),
		},
	}
}

func sessionFields(t *types) graphql.Fields {
	return graphql.Fields{
		"success": {
			Type: graphql.Boolean, Description: "False when errors says why not.",
			Resolve: property(func(s session) any { return s.success }),
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
			Resolve: property(func(s session) any { return orNull(s.token) }),
		},
		"refreshToken": {
			Type: graphql.String, Description: "For the mutation refreshToken; null when refused.",
			Resolve: property(func(s session) any { return orNull(s.refreshToken) }),
		},
	}
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
	staff, err := a.store.RegisterStaff(ctx, args.text("email"), password, invite)
	if err != nil {
		return registerRefused(err, password)
	}
	return a.startSession(ctx, staff)
}

// registerRefused puts the store's reasons into the words of the forms that clients know.
func registerRefused(err error, password string) (any, error) {
	var reason *store.Error
	if !errors.As(err, &reason) {
		return nil, err
	}
	switch {
	case reason.Field == "email" && reason.Code == store.Conflict:
		return refused("email", reason.Message, "unique"), nil
	case reason.Field == "password" && utf8.RuneCountInString(password) < store.MinPassword:
		message := fmt.Sprintf("This password is too short. It must contain at least %d characters.", store.MinPassword)
		return refused("password2", message, "password_too_short"), nil
	case reason.Field == "password":
		return refused("password2", reason.Message, "invalid"), nil
	case reason.Code == store.Invalid:
		return refused(reason.Field, reason.Message, "invalid"), nil
	}
	return nil, err
}

func (a *API) login(ctx context.Context, r *request, args arguments) (any, error) {
	email := args.text("email")
	attempt, wait := a.logins.begin(email, r.address)
	if wait > 0 {
		return nil, &store.Error{
			Code: store.RateLimited, RetryAfter: wait,
			Message: fmt.Sprintf("Too many failed logins. Try again in %.0f seconds.", math.Ceil(wait.Seconds())),
		}
	}
	staff, err := a.store.Authenticate(ctx, email, args.text("password"))
	switch {
	case store.CodeOf(err) == store.Unauthenticated:
		return refused("nonFieldErrors", "Please, enter valid credentials.", "invalid_credentials"), nil
	case err != nil:
		attempt.undone()
		return nil, err
	}
	attempt.succeeded()
	return a.startSession(ctx, staff)
}

func (a *API) startSession(ctx context.Context, staff store.Staff) (any, error) {
	refreshToken, err := a.store.StartSession(ctx, staff, a.refreshTTL)
	if err != nil {
		return nil, err
	}
	return a.newSession(staff, refreshToken)
}

func (a *API) newSession(staff store.Staff, refreshToken string) (any, error) {
	token, err := a.tokens.issue(staff)
	if err != nil {
		return nil, err
	}
	return session{success: true, token: token, refreshToken: refreshToken, user: &staff}, nil
}

func (a *API) refreshToken(ctx context.Context, _ *request, args arguments) (any, error) {
	staff, next, err := a.store.RefreshSession(ctx, args.text("refreshToken"), a.refreshTTL)
	switch {
	case store.CodeOf(err) == store.Unauthenticated:
		return refused("nonFieldErrors", err.Error(), "invalid_token"), nil
	case err != nil:
		return nil, err
	}
	return a.newSession(staff, next)
}

func (a *API) logout(ctx context.Context, _ *request, args arguments) (any, error) {
	return true, a.store.EndSession(ctx, args.text("refreshToken"))
}

func (a *API) updateUser(ctx context.Context, r *request, by caller, args arguments) (any, error) {
	email := argument[string](args, "email")
	if email == nil {
		return by.staff, nil
	}
	changed, err := a.store.SetStaffEmail(ctx, by.staff.ID, *email)
	if err == nil {
		r.caller.staff = changed // for the operation's further fields
	}
	return changed, err
}
