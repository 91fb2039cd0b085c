package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// The tests themselves are in clients/subscriptions.test.mjs; here they get two replicas and what
// cannot be done by GraphQL.
func TestSubscriptionsOfARealClientOnTwoReplicas(t *testing.T) {
	t.Parallel()
	url := storetest.Postgres(t)
	first, second := startReplicas(t, func(c *Config) { c.Database.URL = DatabaseURL(url) })
	first.login(t)
	boris, err := first.app.store.CreateStaff(t.Context(), store.NewStaff{Email: "boris@example.com", Password: "correct horse", Role: store.RoleStaff})
	require.NoError(t, err)
	data := first.graphQL(t, `mutation { login(email: "boris@example.com", password: "correct horse") { token } }`)
	borisToken, _ := data["login"].(map[string]any)["token"].(string)

	disabled := func(ctx context.Context) error {
		_, err := first.app.store.SetStaffActive(ctx, boris.ID, false)
		return err
	}
	restarted := func(ctx context.Context) error {
		config := second.app.config
		config.HTTP.Listen = second.app.listener.Addr().String()
		if err := second.app.Stop(ctx); err != nil {
			return err
		}
		second.app = startApp(t, config, second.log)
		return nil
	}
	actions := make(chan func(context.Context) error)
	outcomes := make(chan error)
	control := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// The test's own goroutine acts: a test may fail in no other.
		select {
		case actions <- map[string]func(context.Context) error{"/disable": disabled, "/restart": restarted}[r.URL.Path]:
		case <-r.Context().Done():
			return
		}
		if err := <-outcomes; err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}))
	t.Cleanup(control.Close)

	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	client := exec.CommandContext(ctx, "node", "--test", "--test-reporter=spec", "clients/subscriptions.test.mjs")
	client.Env = append(os.Environ(), "FIRST_URL="+first.app.URL(), "SECOND_URL="+second.app.URL(), "CONTROL_URL="+control.URL,
		"ANNA_TOKEN="+first.token, "BORIS_TOKEN="+borisToken)
	var printed []byte
	finished := make(chan error)
	go func() {
		var err error
		printed, err = client.CombinedOutput()
		finished <- err
	}()
	for {
		select {
		case action := <-actions:
			outcomes <- action(ctx)
		case err := <-finished:
			require.NoError(t, err, "Node 20 and the packages in clients/; `make test` installs them\n%s", printed)
			return
		}
	}
}
