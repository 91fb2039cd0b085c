package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func newToken(t *testing.T, s *storetest.Store, in store.NewAPIToken) (store.APIToken, string) {
	t.Helper()
	if in.Name == "" {
		in.Name = "1C"
	}
	if in.Scopes == nil {
		in.Scopes = []store.Scope{store.ScopeRead}
	}
	token, text, err := s.CreateAPIToken(t.Context(), in)
	require.NoError(t, err)
	return token, text
}

func TestOnlyTheHashOfAnAPITokenIsKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		made, text := newToken(t, s, store.NewAPIToken{
			Name: " Сайт ", Scopes: []store.Scope{store.ScopeWrite, store.ScopeRead, store.ScopeWrite}, ExpiresAt: ptr(s.Clock.Now().Add(time.Hour)),
		})
		require.Regexp(t, `^zk_[A-Za-z0-9_-]{43}$`, text)
		require.NotContains(t, text, made.TokenHash)
		require.Equal(t, "Сайт", made.Name)
		found, err := s.UseAPIToken(t.Context(), text)
		require.NoError(t, err)
		requireSame(t, made, found)
		require.Equal(t, []store.Scope{store.ScopeRead, store.ScopeWrite}, found.Scopes)
		for _, wrong := range []string{"", "zk_", text[:len(text)-1], text + "A", made.TokenHash, strings.ToUpper(text)} {
			_, err := s.UseAPIToken(t.Context(), wrong)
			requireError(t, err, store.NotFound, "")
		}
	})
}

func TestAnAPITokenNeedsANameScopesAndAFuture(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		read := []store.Scope{store.ScopeRead}
		for field, in := range map[string]store.NewAPIToken{
			"name":      {Name: " ", Scopes: read},
			"scopes":    {Name: "1C"},
			"expiresAt": {Name: "1C", Scopes: read, ExpiresAt: ptr(s.Clock.Now())},
		} {
			_, _, err := s.CreateAPIToken(t.Context(), in)
			requireError(t, err, store.Invalid, field)
		}
	})
}

func TestAnAPITokenEndsByRevocationExpiryAndWithItsMakersRights(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listening(t, s)
		w := s.Watch()
		defer w.Close()
		refused := func(text string) {
			t.Helper()
			_, err := s.UseAPIToken(t.Context(), text)
			requireError(t, err, store.NotFound, "")
		}
		works := func(text string) {
			t.Helper()
			_, err := s.UseAPIToken(t.Context(), text)
			require.NoError(t, err)
		}
		revoked, text := newToken(t, s, store.NewAPIToken{})
		works(text)
		first, err := s.RevokeAPIToken(t.Context(), revoked.ID)
		require.NoError(t, err)
		heard(t, w, store.SubjectToken, revoked.ID)
		refused(text)
		s.Clock.Advance(time.Second)
		again, err := s.RevokeAPIToken(t.Context(), revoked.ID)
		require.NoError(t, err)
		requireSame(t, first, again)
		_, err = s.RevokeAPIToken(t.Context(), 99)
		requireError(t, err, store.NotFound, "")

		_, text = newToken(t, s, store.NewAPIToken{ExpiresAt: ptr(s.Clock.Now().Add(time.Hour))})
		works(text)
		s.Clock.Advance(time.Hour)
		refused(text)

		s.NewAdmin(t)
		maker := s.NewAdmin(t)
		made, text := newToken(t, s, store.NewAPIToken{CreatedBy: &maker.ID})
		for _, active := range []bool{false, true} {
			_, err = s.SetStaffActive(t.Context(), maker.ID, active)
			require.NoError(t, err)
			heard(t, w, store.SubjectToken, made.ID)
			if active {
				works(text)
			} else {
				refused(text)
			}
		}
		for _, role := range []store.Role{store.RoleStaff, store.RoleAdmin} {
			_, err = s.SetStaffRole(t.Context(), maker.ID, role)
			require.NoError(t, err)
			heard(t, w, store.SubjectToken, made.ID)
			if role == store.RoleAdmin {
				works(text)
			} else {
				refused(text)
			}
		}
	})
}

func TestTheUseOfATokenIsWrittenOnceAMinuteApartFromRequests(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		token, text := newToken(t, s, store.NewAPIToken{})
		for range 1_000 { // nobody writes yet, and nobody waits for that
			_, err := s.UseAPIToken(t.Context(), text)
			require.NoError(t, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- s.RecordTokenUse(ctx) }()
		lastUse := func() *time.Time {
			tokens, err := s.APITokensByID(t.Context(), []int64{token.ID})
			require.NoError(t, err)
			return tokens[token.ID].LastUsedAt
		}
		first := s.Clock.Now()
		require.Eventually(t, func() bool { return lastUse() != nil }, 10*time.Second, time.Millisecond)
		require.True(t, lastUse().Equal(first))

		s.Clock.Advance(59 * time.Second)
		_, err := s.UseAPIToken(t.Context(), text)
		require.NoError(t, err)
		s.Clock.Advance(time.Second)
		second := s.Clock.Now()
		_, err = s.UseAPIToken(t.Context(), text)
		require.NoError(t, err)
		require.Eventually(t, func() bool { return !lastUse().Equal(first) }, 10*time.Second, time.Millisecond)
		require.True(t, lastUse().Equal(second))
		cancel()
		require.NoError(t, <-ended)
	})
}

func TestWhatATokenDoesIsInTheHistory(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		token, _ := newToken(t, s, store.NewAPIToken{})
		task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorToken, ID: token.ID}, store.NewTask{CustomerPhone: s.NewPhone()})
		require.NoError(t, err)
		require.Nil(t, task.EmployeeID)
		events, err := s.History(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Equal(t, store.ActorToken, events[task.ID][0].ActorKind)
		require.Equal(t, token.ID, *events[task.ID][0].ActorID)
	})
}
