package auth

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"zayavka/store"
)

// Caller is who asks: a member of staff, or a program with an API token.
type Caller struct {
	Staff   store.Staff     // zero for a program
	Session string          // the member's; empty for a program
	Token   *store.APIToken // nil for a member
}

// Actor is the caller in the history of what they change.
func (c Caller) Actor() store.Actor {
	if c.Token != nil {
		return store.Actor{Kind: store.ActorToken, ID: c.Token.ID}
	}
	return store.Actor{Kind: store.ActorStaff, ID: c.Staff.ID}
}

// Owner names the caller among those who have a rate of their own, and idempotency keys.
func (c Caller) Owner() string {
	if c.Token != nil {
		return "token " + strconv.FormatInt(c.Token.ID, 10)
	}
	return "staff " + strconv.FormatInt(c.Staff.ID, 10)
}

// CallerOf returns whose token the Authorization header carries, after one statement. Without a
// token in force it is errUnauthenticated; a database that does not answer is an error of its own,
// so that clients do not take it for the end of their session.
func (s *Service) CallerOf(ctx context.Context, authorization string) (Caller, error) {
	text := bearer(authorization)
	if strings.HasPrefix(text, store.APITokenPrefix) {
		token, err := s.accounts.UseAPIToken(ctx, text)
		return Caller{Token: &token}, unknownCaller(err)
	}
	token, ok := s.tokens.read(text)
	if !ok {
		return Caller{}, errUnauthenticated()
	}
	staff, err := s.accounts.StaffOfSession(ctx, token.staffID, token.version, token.session)
	return Caller{Staff: staff, Session: token.session}, unknownCaller(err)
}

// bearer is the token that an Authorization header carries, "" when there is none.
func bearer(authorization string) string {
	scheme, token, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

func unknownCaller(err error) error {
	if store.CodeOf(err) == store.NotFound {
		return errUnauthenticated()
	}
	return err
}

// What a caller may do. Each of these gives nil, or the FORBIDDEN that says what is missing.

func (c Caller) MayRead() error { return c.hasScope(store.ScopeRead, "READ") }

func (c Caller) MayWrite() error { return c.hasScope(store.ScopeWrite, "WRITE") }

// MayReadNotes is needed, beside MayRead, to see what staff write among themselves.
func (c Caller) MayReadNotes() error { return c.hasScope(store.ScopeNotes, "NOTES") }

// MayWriteNotes is needed to write there.
func (c Caller) MayWriteNotes() error {
	if err := c.MayWrite(); err != nil {
		return err
	}
	return c.MayReadNotes()
}

// MayImport is needed to write what an admin alone may: a task of before, of which nobody is told.
func (c Caller) MayImport() error {
	if c.Token != nil {
		return c.hasScope(store.ScopeImport, "IMPORT")
	}
	return c.MayAdminister()
}

// MayManageWebhooks is needed for webhooks: a program's own, for an admin all.
func (c Caller) MayManageWebhooks() error {
	if c.Token != nil {
		return c.hasScope(store.ScopeWebhooks, "WEBHOOKS")
	}
	return c.MayAdminister()
}

func (c Caller) hasScope(scope store.Scope, name string) error {
	if c.Token == nil || slices.Contains(c.Token.Scopes, scope) {
		return nil
	}
	return errForbidden("This API token lacks the scope %s. Ask an admin for one that has it.", name)
}

// IsMember is needed for one's own account, which a program has not.
func (c Caller) IsMember() error {
	if c.Token != nil {
		return errForbidden("API tokens cannot do this. Log in as a member of staff.")
	}
	return nil
}

// MayAdminister is needed for what concerns the whole team.
func (c Caller) MayAdminister() error {
	if err := c.IsMember(); err != nil {
		return err
	}
	if c.Staff.Role != store.RoleAdmin {
		return errForbidden("Only an admin may do this.")
	}
	return nil
}
