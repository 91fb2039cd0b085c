package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The tests themselves are in webapp/ui/e2e; here they get the real program to run on. A browser
// mostly waits, so the phone and the desktop run at the same time, each on a demo of its own.
func TestTheDemoAndTheMiniAppInChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes minutes")
	}
	// Chooses tests by Playwright's own arguments; see the Makefile.
	if chosen := strings.Fields(os.Getenv("ZAYAVKA_PLAYWRIGHT")); len(chosen) > 0 {
		t.Logf("%s", inChromium(t, "test-results", chosen...))
		return
	}
	for screen, projects := range map[string][]string{
		"phone":   {"--project=phone"},
		"desktop": {"--project=desktop", "--project=demo"},
	} {
		t.Run(screen, func(t *testing.T) {
			t.Parallel()
			inChromium(t, filepath.Join("test-results", screen), projects...)
		})
	}
}

// inChromium runs Playwright with the arguments on a new demo, keeps what it makes in the folder
// results of webapp/ui, and returns what it said.
func inChromium(t *testing.T, results string, arguments ...string) []byte {
	folder := filepath.Join("webapp", "ui")
	playwright, err := filepath.Abs(filepath.Join(folder, "node_modules", ".bin", "playwright"))
	require.NoError(t, err)
	require.FileExists(t, playwright, "`make test` installs it")
	d := startTestDemo(t, DefaultConfig().Notify.Hold)
	if os.Getenv("ZAYAVKA_SCREENSHOTS") != "" {
		require.NoError(t, d.converse(t.Context()))
	}

	browser := exec.CommandContext(t.Context(), playwright, append([]string{"test"}, arguments...)...)
	browser.Dir = folder
	browser.Env = append(os.Environ(), "ZAYAVKA_E2E_DEMO_URL="+d.telegram.URL(), "ZAYAVKA_E2E_URL="+d.app.URL(),
		"ZAYAVKA_E2E_EMAIL="+demoStaff[0].Email, "ZAYAVKA_E2E_PASSWORD="+demoPassword, "ZAYAVKA_E2E_RESULTS="+results,
		"ZAYAVKA_E2E_TIMEZONE="+d.app.config.Business.Timezone)
	output, err := browser.CombinedOutput()
	require.NoError(t, err, "%s", output)
	return output
}
