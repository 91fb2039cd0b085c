package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The tests themselves are in webapp/ui/e2e; here they get the real program to run on. A browser
// mostly waits, so the phone and the desktop run at the same time, in two halves each, on a demo of its own for each half.
func TestTheDemoAndTheMiniAppInChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes minutes")
	}
	// Chooses tests by Playwright's own arguments; see the Makefile.
	if chosen := strings.Fields(os.Getenv("ZAYAVKA_PLAYWRIGHT")); len(chosen) > 0 {
		output, err := inChromium(t.Context(), startPageDemo(t), "test-results", chosen...)
		require.NoError(t, err, "%s", output)
		t.Logf("%s", output)
		return
	}
	for screen, projects := range map[string][]string{
		"phone":   {"--project=phone"},
		"desktop": {"--project=desktop", "--project=demo"},
	} {
		t.Run(screen, func(t *testing.T) {
			t.Parallel()
			var halves sync.WaitGroup
			for half, shard := range map[string]string{"first-half": "--shard=1/2", "second-half": "--shard=2/2"} {
				d := startPageDemo(t)
				halves.Go(func() {
					results := filepath.Join("test-results", screen, half)
					output, err := inChromium(t.Context(), d, results, append(slices.Clone(projects), shard)...)
					assert.NoError(t, err, "%s", output)
				})
			}
			halves.Wait()
		})
	}
}

func startPageDemo(t *testing.T) *demo {
	d := startTestDemo(t, DefaultConfig().Notify.Hold)
	if os.Getenv("ZAYAVKA_SCREENSHOTS") != "" {
		require.NoError(t, d.converse(t.Context()))
	}
	return d
}

// inChromium runs Playwright with the arguments on the demo, keeps what it makes in the folder results of webapp/ui,
// and returns what it said. When it fails, what stood on the pages then is added: of a run on another machine there is
// its output alone.
func inChromium(ctx context.Context, d *demo, results string, arguments ...string) ([]byte, error) {
	folder := filepath.Join("webapp", "ui")
	playwright, err := filepath.Abs(filepath.Join(folder, "node_modules", ".bin", "playwright"))
	if err != nil {
		return nil, fmt.Errorf("find Playwright, which `make test` installs: %w", err)
	}
	browser := exec.CommandContext(ctx, playwright, append([]string{"test"}, arguments...)...)
	browser.Dir = folder
	browser.Env = append(os.Environ(), "ZAYAVKA_E2E_DEMO_URL="+d.telegram.URL(), "ZAYAVKA_E2E_URL="+d.app.URL(),
		"ZAYAVKA_E2E_EMAIL="+demoStaff[0].Email, "ZAYAVKA_E2E_PASSWORD="+demoPassword, "ZAYAVKA_E2E_RESULTS="+results,
		"ZAYAVKA_E2E_TIMEZONE="+d.app.config.Business.Timezone)
	output, err := browser.CombinedOutput()
	if err == nil {
		return output, nil
	}
	pages, failed := filepath.Glob(filepath.Join(folder, results, "output", "*", "error-context.md"))
	err = errors.Join(err, failed)
	for _, file := range pages {
		told, failed := os.ReadFile(file)
		err = errors.Join(err, failed)
		_, page, _ := bytes.Cut(told, []byte("# Page snapshot"))
		output = fmt.Appendf(output, "\n== %s%s\n", file, page)
	}
	return output, err
}
