package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The tests themselves are in webapp/ui/e2e; here they get the real program to run on.
func TestTheDemoAndTheMiniAppInChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes minutes")
	}
	folder := filepath.Join("webapp", "ui")
	playwright, err := filepath.Abs(filepath.Join(folder, "node_modules", ".bin", "playwright"))
	require.NoError(t, err)
	require.FileExists(t, playwright, "`make test` installs it")
	d, err := startDemo(t.Context(), "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.stop(context.Background())) })
	if os.Getenv("ZAYAVKA_SCREENSHOTS") != "" {
		require.NoError(t, d.converse(t.Context()))
	}

	// Chooses tests by Playwright's own arguments; see the Makefile.
	chosen := strings.Fields(os.Getenv("ZAYAVKA_PLAYWRIGHT"))
	browser := exec.CommandContext(t.Context(), playwright, append([]string{"test"}, chosen...)...)
	browser.Dir = folder
	browser.Env = append(os.Environ(), "ZAYAVKA_E2E_DEMO_URL="+d.telegram.URL(), "ZAYAVKA_E2E_URL="+d.app.URL(),
		"ZAYAVKA_E2E_EMAIL="+demoStaff[0].Email, "ZAYAVKA_E2E_PASSWORD="+demoPassword)
	output, err := browser.CombinedOutput()
	require.NoError(t, err, "%s", output)
	if len(chosen) > 0 {
		t.Logf("%s", output)
	}
}
