package api

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// A member who cannot log in any more gets in again by a link that an admin makes.

// loginLinkTTL is how long a login link can be used.
const loginLinkTTL = 24 * time.Hour

// newLoginLink is a login link that has just been made, with what is shown this once.
type newLoginLink struct {
	link    string
	expires time.Time
}

// linkQueries tell the page what to ask of whoever has a link, before they have filled in anything.
func (a *API) linkQueries() graphql.Fields {
	use := graphql.NewEnum(graphql.EnumConfig{
		Name: "LinkUseEnum", Description: "What a link that lets people in is for.",
		Values: graphql.EnumValueConfigMap{
			string(store.LinkOwner):     {Value: store.LinkOwner, Description: "The first account, which is an admin's."},
			string(store.LinkColleague): {Value: store.LinkColleague, Description: "An account: see register."},
			string(store.LinkPassword):  {Value: store.LinkPassword, Description: "A member's new password: see useLoginLink."},
		},
	})
	link := graphql.NewObject(graphql.ObjectConfig{
		Name: "AccessLinkType", Description: "An invite or a login link that works.",
		Fields: graphql.Fields{
			"use": {Type: nonNull(use), Description: "What it is for.", Resolve: property(func(use store.LinkUse) any { return use })},
		},
	})
	return graphql.Fields{
		"accessLink": {
			Type: link, Description: "The link with the token, for whoever has it; null when it was used, has expired or never was one.",
			Args: graphql.FieldConfigArgument{"token": {Type: nonNull(graphql.String), Description: "The parameter invite or login of the link."}},
			Resolve: publicResolver(func(ctx context.Context, _ *request, args arguments) (any, error) {
				use, err := a.store.LinkUse(ctx, args.text("token"))
				if use == "" {
					return nil, err
				}
				return use, err
			}).field(),
		},
	}
}

func (a *API) loginLinkMutations(t *types) graphql.Fields {
	made := graphql.NewObject(graphql.ObjectConfig{
		Name: "CreateLoginLink", Description: "The result of createLoginLink.",
		Fields: graphql.Fields{
			"link": {
				Type: graphql.String, Description: "The address at which the member sets a new password. It is shown this once.",
				Resolve: property(func(l newLoginLink) any { return l.link }),
			},
			"expiresAt": {
				Type: t.dateTime, Description: "Until when it can be used, RFC 3339.",
				Resolve: property(func(l newLoginLink) any { return rfc3339(l.expires) }),
			},
		},
	})
	return graphql.Fields{
		"createLoginLink": {
			Type: made,
			Description: "Makes a link with which a member sets a new password, once within 24 hours; the one before is void. CONFLICT when " +
				"the member is disabled. For admins." + aboutPassword,
			Args:    withPassword(graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The member's number."}}),
			Resolve: a.administers(a.reauthenticated(a.createLoginLink)),
		},
		"useLoginLink": {
			Type: t.login,
			Description: "Sets the password of the member whose the link is, ends their other sessions, unlinks Telegram and logs in. Refusals " +
				"are results, as with register.",
			Args: graphql.FieldConfigArgument{
				"token":     {Type: nonNull(graphql.String), Description: "The parameter login of the link."},
				"password1": {Type: nonNull(graphql.String), Description: "At least 8 characters, not easy to guess."},
				"password2": {Type: nonNull(graphql.String), Description: "The same again."},
			},
			Resolve: publicResolver(a.useLoginLink).field(),
		},
	}
}

func (a *API) createLoginLink(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	link, token, err := a.store.CreateLoginLink(ctx, id, by.Staff.ID, loginLinkTTL)
	return newLoginLink{a.publicURL + "/app/?login=" + token, link.ExpiresAt}, err
}

func (a *API) useLoginLink(ctx context.Context, _ *request, args arguments) (any, error) {
	password := args.text("password1")
	if password != args.text("password2") {
		return refused("password2", "The two password fields didn’t match.", "password_mismatch"), nil
	}
	staff, err := a.store.UseLoginLink(ctx, args.text("token"), password)
	var reason *store.Error
	if errors.As(err, &reason) && reason.Code == store.Invalid {
		field := reason.Field
		if field == "password" {
			field = "password2"
		}
		return refused(field, reason.Message, cmp.Or(reason.Reason, "invalid")), nil
	}
	if err != nil {
		return nil, err
	}
	return loggedIn(a.auth.Start(ctx, staff, store.ByPassword))
}
