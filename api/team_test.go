package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store/storetest"
)

func TestAnAdminManagesTheTeam(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga, igor := s.NewAdmin(t), s.NewStaff(t)
		admin, member := s.login(olga), s.login(igor)
		const team = `{ staff { id email name role active telegramLinked createdTime } }`
		want := `{"data": {"staff": [
			{"id": "1", "email": "staff1@example.com", "name": null, "role": "ADMIN", "active": true, "telegramLinked": false, "createdTime": "2026-03-02T09:00:00Z"},
			{"id": "2", "email": "staff2@example.com", "name": null, "role": "STAFF", "active": true, "telegramLinked": false, "createdTime": "2026-03-02T09:00:00Z"}
		]}}`
		admin.gives(want, team)
		member.gives(want, team)

		const disable, enable = `mutation($id: ID!) { disableStaff(id: $id) { user { active } } }`, `mutation($id: ID!) { enableStaff(id: $id) { user { active } } }`
		admin.gives(`{"data": {"disableStaff": {"user": {"active": false}}}}`, disable, vars{"id": igor.ID})
		member.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, team)
		admin.gives(`{"data": {"enableStaff": {"user": {"active": true}}}}`, enable, vars{"id": igor.ID})
		member.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, team) // the old session stays ended
		member = s.login(igor)

		const lastAdmin = "This is the last active admin. Make somebody else an admin first."
		const role = `mutation($id: ID!, $role: RoleEnum!) { setStaffRole(id: $id, role: $role) { user { role } } }`
		admin.fails(lastAdmin, `{"code": "CONFLICT"}`, disable, vars{"id": olga.ID})
		admin.fails(lastAdmin, `{"code": "CONFLICT"}`, role, vars{"id": olga.ID, "role": "STAFF"})
		member.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, role, vars{"id": igor.ID, "role": "ADMIN"})
		admin.gives(`{"data": {"setStaffRole": {"user": {"role": "ADMIN"}}}}`, role, vars{"id": igor.ID, "role": "ADMIN"})
		member.gives(`{"data": {"setStaffRole": {"user": {"role": "STAFF"}}}}`, role, vars{"id": olga.ID, "role": "STAFF"}) // with the session it has
		admin.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, role, vars{"id": olga.ID, "role": "ADMIN"})
		member.fails("Not found.", `{"code": "NOT_FOUND"}`, disable, vars{"id": 99})
	})
}

func TestAnInviteIsALinkThatIsShownOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *storetest.Store) {
		s := newServer(t, db, func(o *api.Options) { o.PublicURL = "https://crm.example.com" })
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		var made struct {
			CreateInvite struct {
				Invite      struct{ ID, Role, ExpiresAt string }
				Token, Link string
			}
		}
		const create = `mutation { createInvite(role: STAFF) { invite { id role expiresAt } token link } }`
		admin.into(&made, create)
		invite := made.CreateInvite
		require.Equal(t, "STAFF", invite.Invite.Role)
		require.Equal(t, "2026-03-09T09:00:00Z", invite.Invite.ExpiresAt)
		require.Equal(t, "https://crm.example.com/app/?invite="+invite.Token, invite.Link)

		var registered struct{ Register session }
		s.stranger().into(&registered, registerMutation, form("igor@example.com", "long enough", "long enough", invite.Token))
		require.True(t, registered.Register.Success)
		const list = `{ invites { id role expiresAt usedAt usedBy { email } createdBy { email } createdTime } }`
		admin.gives(`{"data": {"invites": [{
			"id": "1", "role": "STAFF", "expiresAt": "2026-03-09T09:00:00Z", "createdTime": "2026-03-02T09:00:00Z",
			"usedAt": "2026-03-02T09:00:00Z", "usedBy": {"email": "igor@example.com"}, "createdBy": {"email": "`+olga.Email+`"}
		}]}}`, list)
		require.NotContains(t, admin.call(list, nil).body, invite.Token)

		admin.into(&made, create)
		const revoke = `mutation($id: ID!) { revokeInvite(id: $id) { id } }`
		admin.fails("This invite was used already. Disable the account that it made, if that is what you want.", `{"code": "CONFLICT"}`,
			revoke, vars{"id": 1})
		admin.gives(`{"data": {"revokeInvite": {"id": "2"}}}`, revoke, vars{"id": 2})
		admin.fails("Not found.", `{"code": "NOT_FOUND"}`, revoke, vars{"id": 2})
		refusesRegistration(t, s.stranger(), form("anna@example.com", "long enough", "long enough", made.CreateInvite.Token),
			`{"invite": [{"message": "This invite is not valid: it was used, has expired or never was one. Ask for a new one.", "code": "invalid"}]}`)
	})
}
