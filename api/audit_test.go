package api_test

import (
	"encoding/json"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestThePublicAuditSuiteFindsNothing runs the audits of npm's graphql-http, which tell how a server
// keeps every MUST, SHOULD and MAY of GraphQL over HTTP.
func TestThePublicAuditSuiteFindsNothing(t *testing.T) {
	s := onSQLite(t)
	for _, path := range []string{"/graphql", "/graphql/"} {
		printed, err := exec.CommandContext(t.Context(), "node", "../clients/audit.mjs", s.url+path).Output()
		require.NoError(t, err, "Node 20 and the packages in clients/; `make test` installs them")
		var audits []struct{ ID, Name, Status, Reason string }
		require.NoError(t, json.Unmarshal(printed, &audits))
		require.Greater(t, len(audits), 50)
		for _, audit := range audits {
			require.Equal(t, "ok", audit.Status, "%s %s: %s", audit.ID, audit.Name, audit.Reason)
		}
	}
}
