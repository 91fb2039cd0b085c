package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/porttest"
	"zayavka/store/storetest"
)

// TestTheBinaryServesAndStops runs the program as an owner does, in a process of its own.
func TestTheBinaryServesAndStops(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "zayavka")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	output, err := build.CombinedOutput()
	require.NoError(t, err, "%s", output)

	for mode, stop := range map[string]syscall.Signal{"polling": syscall.SIGTERM, "webhook": syscall.SIGHUP} {
		if signal.Ignored(stop) { // as under nohup, which the program obeys too
			stop = syscall.SIGTERM
		}
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			telegram, err := emulator.Start(emulator.Options{})
			require.NoError(t, err)
			t.Cleanup(func() { require.NoError(t, telegram.Close()) })
			address := porttest.FreeAddress(t)
			environment := append(os.Environ(),
				"ZAYAVKA_TELEGRAM_TOKEN="+telegram.Token(), "ZAYAVKA_TELEGRAM_API_URL="+telegram.URL(), "ZAYAVKA_TELEGRAM_MODE="+mode,
				"ZAYAVKA_HTTP_LISTEN="+address, "ZAYAVKA_HTTP_PUBLIC_URL=http://"+address,
				"ZAYAVKA_DATABASE_URL="+storetest.SQLite(t), "ZAYAVKA_NOTIFY_HOLD=0")
			var log bytes.Buffer
			serve := exec.CommandContext(t.Context(), binary)
			serve.Dir, serve.Env, serve.Stderr = t.TempDir(), environment, &log
			require.NoError(t, serve.Start())

			healthy := func() bool {
				check := exec.CommandContext(t.Context(), binary, "healthcheck")
				check.Env = environment
				return check.Run() == nil
			}
			require.Eventually(t, healthy, 20*time.Second, 50*time.Millisecond)
			user := telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
			user.SharesContact()
			user.AnswerContaining(t, "Ольга")

			add := exec.CommandContext(t.Context(), binary, "staff", "add", "--email", "anna@example.com")
			add.Env = environment
			printed, err := add.CombinedOutput()
			require.NoError(t, err, "%s", printed)
			require.Contains(t, string(printed), "Password:")

			require.NoError(t, serve.Process.Signal(stop))
			require.NoError(t, serve.Wait(), "it exits with 0; the log says:\n%s", &log)
			require.NotContains(t, log.String(), telegram.Token())
			require.Contains(t, log.String(), "Stopping")
		})
	}

	t.Run("without a token", func(t *testing.T) {
		t.Parallel()
		serve := exec.CommandContext(t.Context(), binary, "serve")
		serve.Dir = t.TempDir()
		printed, err := serve.CombinedOutput()
		require.Error(t, err)
		require.Contains(t, string(printed), "@BotFather")
	})

	t.Run("the idle process is small", func(t *testing.T) {
		t.Parallel()
		telegram, err := emulator.Start(emulator.Options{})
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, telegram.Close()) })
		environment := append(os.Environ(),
			"ZAYAVKA_TELEGRAM_TOKEN="+telegram.Token(), "ZAYAVKA_TELEGRAM_API_URL="+telegram.URL(),
			"ZAYAVKA_HTTP_LISTEN=127.0.0.1:0", "ZAYAVKA_DATABASE_URL="+storetest.SQLite(t))
		var log bytes.Buffer
		serve := exec.CommandContext(t.Context(), binary)
		serve.Dir, serve.Env, serve.Stderr = t.TempDir(), environment, &log
		require.NoError(t, serve.Start())
		t.Cleanup(func() {
			_ = serve.Process.Kill()
			_ = serve.Wait()
			if t.Failed() {
				t.Logf("the log says:\n%s", &log)
			}
		})
		require.Eventually(t, func() bool { return len(telegram.Calls("getUpdates")) > 0 }, 20*time.Second, 10*time.Millisecond)
		resident := residentMegabytes(t, serve.Process.Pid)
		t.Logf("resident memory, idle: %d MB", resident)
		require.Less(t, resident, 50)
	})
}

func residentMegabytes(t testing.TB, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(status), "VmRSS:")
	require.True(t, found)
	var kilobytes int
	_, err = fmt.Sscanf(rest, "%d kB", &kilobytes)
	require.NoError(t, err)
	return kilobytes / 1024
}
