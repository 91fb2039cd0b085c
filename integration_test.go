package main

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// examples are the blocks of code in one language of docs/api.md, the guide for integrators.
func examples(t *testing.T, language string) []string {
	t.Helper()
	guide, err := os.ReadFile("docs/api.md")
	require.NoError(t, err)
	var blocks []string
	for _, block := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```").FindAllStringSubmatch(string(guide), -1) {
		blocks = append(blocks, block[1])
	}
	return blocks
}

// printed is what a program printed.
func printed(t *testing.T, environment []string, program string, args ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, args...)
	command.Env = append(os.Environ(), environment...)
	output, err := command.CombinedOutput()
	require.NoError(t, err, "%s", output)
	return string(output)
}

func TestTheDocumentsExamplesRunOnTheDemo(t *testing.T) {
	d := startTestDemo(t, demoHold)
	require.Eventually(t, func() bool {
		answer, err := http.Get(d.app.URL() + "/readyz")
		if err != nil {
			return false
		}
		defer func() { _ = answer.Body.Close() }()
		return answer.StatusCode == http.StatusOK
	}, time.Minute, 20*time.Millisecond)
	environment := []string{"api=" + d.app.URL() + "/graphql"}

	shell := examples(t, "sh")
	require.Len(t, shell, 2)
	output := printed(t, environment, "bash", "-euo", "pipefail", "-c", shell[0]+shell[1]+"\necho; echo \"$token\"")
	require.Contains(t, output, `"name":null,"phone":"8 917 000-99-00"`)
	require.Contains(t, output, `"totalCount":`)
	require.Contains(t, output, `"sendMessage":{"message":{"files":[{"kind":"PHOTO"}]}}`)
	lines := strings.Fields(output)
	environment = append(environment, "token="+lines[len(lines)-1])

	scripts := examples(t, "ts")
	require.Len(t, scripts, 1)
	example := filepath.Join("clients", "documents-example.ts") // where its packages are
	require.NoError(t, os.WriteFile(example, []byte(scripts[0]), 0o600))
	t.Cleanup(func() { _ = os.Remove(example) })
	tool := func(name string) string { return filepath.Join("clients", "node_modules", ".bin", name) }
	// The protocol has no word for "subscribed": a change right after the connection can come too early.
	require.Eventually(t, func() bool {
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		script := exec.CommandContext(ctx, tool("tsx"), example)
		script.Env = append(os.Environ(), environment...)
		told, err := script.CombinedOutput()
		t.Logf("%s", told)
		return err == nil && strings.Contains(string(told), `"taskChanged":{"kind":"CREATED"`)
	}, 2*time.Minute, time.Second)

	pythons := examples(t, "python")
	require.Len(t, pythons, 2)
	require.Contains(t, printed(t, environment, "python3", "-c", pythons[0]), "8 917 000-99-00")
	// The vector of the specification's own libraries.
	printed(t, nil, "python3", "-c", pythons[1]+`
time.time = lambda: 1614265330
assert verified("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,bm9ldHU5ZWE= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}, b'{"test": 2432232314}')
assert not verified("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}, b'{"test": 2432232315}')
`)

	// A client whose types are generated from the published schema, and checked with the example above.
	generate := exec.CommandContext(t.Context(), filepath.Join("node_modules", ".bin", "gql.tada"), "generate-output")
	generate.Dir = "clients"
	generated, err := generate.CombinedOutput()
	require.NoError(t, err, "%s", generated)
	printed(t, nil, tool("tsc"), "--project", "clients")
	require.Regexp(t, `^[1-9][0-9]* accepted`, printed(t, environment, tool("tsx"), filepath.Join("clients", "typed.ts")))

	// What Relay's compiler makes of the published schema finds a card by its nodeId alone.
	require.Regexp(t, `^([2-9]|[1-9][0-9]+) tasks of one card`, printed(t, environment, tool("tsx"), filepath.Join("clients", "relay.mjs")))
}
