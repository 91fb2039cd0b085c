package attack

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestALoginThatFailsTellsNobodyWhoHasAnAccount compares the answers; in the full form also how long they take, which
// on a machine that does other things says nothing.
func TestALoginThatFailsTellsNobodyWhoHasAnAccount(t *testing.T) {
	if !*full { // time is measured while nothing else runs
		t.Parallel()
	}
	s := serve(t)
	owner := s.login(t, adminEmail)
	s.member(t, owner.token, "clerk@example.com", "STAFF")
	gone := s.member(t, owner.token, "gone@example.com", "STAFF")
	require.Empty(t, s.ask(t, owner.token, `mutation($id: ID!) { disableStaff(id: $id) { user { id } } }`, vars{"id": s.idOf(t, gone.token)}).Errors)

	took := map[string][]time.Duration{}
	rounds := 2
	if *full {
		rounds = 7 // an address may fail 30 times
	}
	var first string
	for n := range rounds {
		for who, variables := range map[string]vars{
			"wrong password": {"email": "clerk@example.com", "password": "wrong"}, "unknown email": {"email": fmt.Sprintf("nobody%d@example.com", n), "password": password},
			"disabled": {"email": "gone@example.com", "password": password}, "no email": {"email": "clerk", "password": password},
		} {
			began := time.Now()
			a := s.ask(t, "", loginMutation, variables)
			took[who] = append(took[who], time.Since(began))
			if first == "" {
				first = a.text
			}
			require.Contains(t, a.text, "invalid_credentials", who)
			require.Equal(t, first, a.text, who)
		}
	}
	if !*full {
		return
	}
	median := func(who string) time.Duration {
		slices.Sort(took[who])
		return took[who][len(took[who])/2]
	}
	hash := median("wrong password")
	for who := range took {
		ratio := float64(median(who)) / float64(hash)
		t.Logf("%s: %v, %.2f of a wrong password's", who, median(who), ratio)
		require.Less(t, ratio, 3.0, who)
		require.Greater(t, ratio, 1/3.0, who)
	}
}
