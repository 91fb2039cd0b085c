package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func newRoleEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "RoleEnum", Description: "What a member of staff may do.",
		Values: graphql.EnumValueConfigMap{
			"ADMIN": {Value: store.RoleAdmin, Description: "Everything: also the team, API tokens and webhooks."},
			"STAFF": {Value: store.RoleStaff, Description: "Customers and tasks."},
		},
	})
}

func (a *API) teamQueries(t *types) graphql.Fields {
	return graphql.Fields{
		"staff": {
			Type:        graphql.NewList(nonNull(t.user)),
			Description: "Every member of staff, disabled ones among them, in ascending id order.",
			Resolve:     a.reads(a.staff),
		},
		"invites": {
			Type:        graphql.NewList(nonNull(t.invite)),
			Description: "The invites that have not expired, used ones among them, in ascending id order. For admins.",
			Resolve:     a.administers(a.invites),
		},
	}
}

func (a *API) teamMutations(t *types) graphql.Fields {
	member := graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The member's number."}}
	return graphql.Fields{
		"createInvite": {
			Type: newCreateInvitePayload(t),
			Description: "Makes an invite with which one person can register within seven days. It stops working when who made it " +
				"is no longer an admin or gets another password. For admins." + aboutPassword,
			Args:    withPassword(graphql.FieldConfigArgument{"role": {Type: nonNull(t.role), Description: "What the person will be."}}),
			Resolve: a.administers(a.reauthenticated(a.createInvite)),
		},
		"revokeInvite": {
			Type:        newPayload("RevokeInvite", "The result of revokeInvite.", "id", graphql.ID, "The invite's number."),
			Description: "Makes an invite useless. CONFLICT when it was used already. For admins.",
			Args:        graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The invite's number."}},
			Resolve:     a.administers(a.revokeInvite),
		},
		"disableStaff": {
			Type: newPayload("DisableStaff", "The result of disableStaff.", "user", t.user, "The member as they are now."),
			Description: "Keeps a member out: ends their sessions, unlinks their Telegram and stops the API tokens that they made. Their tasks stay theirs. " +
				"CONFLICT for the last active admin. For admins.",
			Args:    member,
			Resolve: a.administers(a.disableStaff),
		},
		"enableStaff": {
			Type:        newPayload("EnableStaff", "The result of enableStaff.", "user", t.user, "The member as they are now."),
			Description: "Lets a disabled member in again, to log in anew. Their API tokens work again. For admins." + aboutPassword,
			Args:        withPassword(member),
			Resolve:     a.administers(a.reauthenticated(a.enableStaff)),
		},
		"deleteStaff": {
			Type: newPayload("DeleteStaff", "The result of deleteStaff.", "id", graphql.ID, "The member's number."),
			Description: "Deletes a member's account for good: email, password, sessions, Telegram. What they did stays, under their name or another. Their " +
				"tasks stay theirs. CONFLICT for the last active admin. For admins." + aboutPassword,
			Args: withPassword(merged(member, graphql.FieldConfigArgument{
				"calledAs": {Type: graphql.String, Description: "How the history calls them from now on, at most 200 characters; their name when left out."},
			})),
			Resolve: a.administers(a.reauthenticated(a.deleteStaff)),
		},
		"setStaffRole": {
			Type: newPayload("SetStaffRole", "The result of setStaffRole.", "user", t.user, "The member as they are now."),
			Description: "Changes what a member may do, at once. The API tokens that they made work only while they are an admin. CONFLICT when " +
				"the last active admin would cease to be one. For admins." + aboutPassword,
			Args: withPassword(merged(member, graphql.FieldConfigArgument{
				"role": {Type: nonNull(t.role), Description: "What the member will be."},
			})),
			Resolve: a.administers(a.reauthenticated(a.setStaffRole)),
		},
	}
}

func newInviteType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "InviteType", Description: "Lets one person make an account. Its token is shown only when it is made.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The invite's number.",
				Resolve: property(func(i store.Invite) any { return i.ID }),
			},
			"role": {
				Type: nonNull(t.role), Description: "What the person will be.",
				Resolve: property(func(i store.Invite) any { return i.Role }),
			},
			"expiresAt": {
				Type: nonNull(t.dateTime), Description: "Until when it can be used, RFC 3339.",
				Resolve: property(func(i store.Invite) any { return rfc3339(i.ExpiresAt) }),
			},
			"usedAt": {
				Type: t.dateTime, Description: "When somebody registered with it, RFC 3339; null before.",
				Resolve: property(func(i store.Invite) any { return rfc3339OrNull(i.UsedAt) }),
			},
			"usedBy": {
				Type: t.user, Description: "Who registered with it; null before.",
				Resolve: relation[store.Invite](func(ctx context.Context, r *request, i store.Invite) (any, error) {
					return referred(ctx, r.staff, i.UsedBy)
				}).field(),
			},
			"createdBy": {
				Type: t.user, Description: "Who made it; null for the first owner's.",
				Resolve: relation[store.Invite](func(ctx context.Context, r *request, i store.Invite) (any, error) {
					return referred(ctx, r.staff, i.CreatedBy)
				}).field(),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When it was made, RFC 3339.",
				Resolve: property(func(i store.Invite) any { return rfc3339(i.CreatedAt) }),
			},
		},
	})
}

// newInvite is an invite that has just been made, with what is shown this once.
type newInvite struct {
	invite      store.Invite
	token, link string
}

func newCreateInvitePayload(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "CreateInvite", Description: "The result of createInvite.",
		Fields: graphql.Fields{
			"invite": {
				Type: t.invite, Description: "The new invite.",
				Resolve: property(func(i newInvite) any { return i.invite }),
			},
			"token": {
				Type: graphql.String, Description: "For the mutation register. It is shown this once.",
				Resolve: property(func(i newInvite) any { return i.token }),
			},
			"link": {
				Type: graphql.String, Description: "The address at which the person registers. It holds the token.",
				Resolve: property(func(i newInvite) any { return i.link }),
			},
		},
	})
}

func (a *API) staff(ctx context.Context, _ *request, _ auth.Caller, _ arguments) (any, error) {
	staff, err := a.store.AllStaff(ctx)
	return staff, err
}

func (a *API) invites(ctx context.Context, r *request, _ auth.Caller, _ arguments) (any, error) {
	invites, err := a.store.Invites(ctx)
	for _, invite := range invites {
		r.staff.announceSome(invite.CreatedBy, invite.UsedBy)
	}
	return invites, err
}

// inviteTTL is how long an invite can be used.
const inviteTTL = 7 * 24 * time.Hour

func (a *API) createInvite(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	role, _ := args["role"].(store.Role)
	invite, token, err := a.store.CreateInvite(ctx, store.NewInvite{Role: role, CreatedBy: &by.Staff.ID, TTL: inviteTTL})
	return newInvite{invite, token, a.publicURL + "/app/?invite=" + token}, err
}

func (a *API) revokeInvite(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	return id, a.store.RevokeInvite(ctx, id)
}

func (a *API) disableStaff(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	return a.setStaffActive(ctx, args, false)
}

func (a *API) enableStaff(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	return a.setStaffActive(ctx, args, true)
}

func (a *API) setStaffActive(ctx context.Context, args arguments, active bool) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	staff, err := a.store.SetStaffActive(ctx, id, active)
	return staff, err
}

func (a *API) deleteStaff(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	_, err = a.store.DeleteStaff(ctx, id, argument[string](args, "calledAs"))
	return id, err
}

func (a *API) setStaffRole(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	role, _ := args["role"].(store.Role)
	staff, err := a.store.SetStaffRole(ctx, id, role)
	return staff, err
}
