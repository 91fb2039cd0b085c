package api

import (
	"cmp"
	"context"
	"errors"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// accountMutations are what members of staff do with their own accounts.
func (a *API) accountMutations(t *types) graphql.Fields {
	return graphql.Fields{
		"updateUser": {
			Type: newPayload("UpdateUser", "The result of updateUser.", "user", t.user, "The account as it is now."),
			Description: "Changes the account of who is logged in. What is null or left out stays. With currentPassword alone it only " +
				"notes that the session has given its password. Another email asks for it:" + aboutPassword,
			Args: withPassword(graphql.FieldConfigArgument{
				"email": {Type: graphql.String, Description: "The new address to log in with. CONFLICT when somebody has it."},
				"name":  {Type: graphql.String, Description: "How customers see the member called, at most 200 characters."},
			}),
			Resolve: a.ofMembers(a.updateUser),
		},
		"changePassword": {
			Type: t.login,
			Description: "Changes one's own password, ends all one's sessions and begins a new one here, unlinks Telegram and voids the open " +
				"invites that one made. Refusals are results, as with login. RATE_LIMITED as login is.",
			Args: graphql.FieldConfigArgument{
				"currentPassword": {Type: nonNull(graphql.String), Description: "The present one."},
				"newPassword":     {Type: nonNull(graphql.String), Description: "At least 8 characters, not easy to guess."},
			},
			Resolve: a.ofMembers(a.changePassword),
		},
		"linkTelegram": {
			Type: newPayload("LinkTelegram", "The result of linkTelegram.", "user", t.user, "The account as it is now."),
			Description: "Links one's own Telegram account, which from then on logs in by loginTelegram. It replaces the one linked " +
				"before. INVALID when the data is not Telegram's or too old; CONFLICT when another member has the Telegram account." + aboutPassword,
			Args: withPassword(graphql.FieldConfigArgument{
				"initData": {Type: nonNull(graphql.String), Description: "What Telegram hands to the Mini App, as it is, at most 24 hours old."},
			}),
			Resolve: a.ofMembers(a.reauthenticated(a.linkTelegram)),
		},
		"unlinkTelegram": {
			Type:        newPayload("UnlinkTelegram", "The result of unlinkTelegram.", "user", t.user, "The account as it is now."),
			Description: "Forgets one's own Telegram account: it logs in no longer. Sessions go on.",
			Resolve:     a.ofMembers(a.unlinkTelegram),
		},
	}
}

func (a *API) updateUser(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
	email := argument[string](args, "email")
	if argument[string](args, "currentPassword") != nil || email != nil && *email != by.Staff.Email {
		if err := a.reauthenticate(ctx, r, by, args); err != nil {
			return nil, err
		}
	}
	staff, err := a.store.UpdateStaff(ctx, by.Staff.ID, store.StaffUpdate{Email: email, Name: argument[string](args, "name")})
	return staff, err
}

func (a *API) changePassword(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
	begun, err := a.auth.ChangePassword(ctx, r.client, by, args.text("currentPassword"), args.text("newPassword"))
	var reason *store.Error
	switch known := errors.As(err, &reason) && reason.Code == store.Invalid; {
	case known && reason.Field == "currentPassword":
		return refused(reason.Field, reason.Message, "invalid_credentials"), nil
	case known:
		return refused("newPassword", reason.Message, cmp.Or(reason.Reason, "invalid")), nil
	}
	return loggedIn(begun, err)
}

func (a *API) linkTelegram(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	telegramID, err := a.auth.TelegramID(args.text("initData"))
	if err != nil {
		return nil, err
	}
	staff, err := a.store.LinkStaff(ctx, by.Staff.ID, telegramID)
	return staff, err
}

func (a *API) unlinkTelegram(ctx context.Context, _ *request, by auth.Caller, _ arguments) (any, error) {
	staff, err := a.store.UnlinkStaff(ctx, by.Staff.ID)
	return staff, err
}
