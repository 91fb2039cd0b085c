package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
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
	build := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "-ldflags=-X main.stampedVersion=1.2.3 -X main.stampedCommit=abcdef0", ".")
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

	t.Run("says what it is", func(t *testing.T) {
		t.Parallel()
		printed, err := exec.CommandContext(t.Context(), binary, "version").Output()
		require.NoError(t, err)
		require.Equal(t, "zayavka 1.2.3 (commit abcdef0, "+runtime.Version()+")\n", string(printed))
	})

	t.Run("looks at a configuration", func(t *testing.T) {
		t.Parallel()
		folder := t.TempDir()
		check := func(environment ...string) (string, error) {
			check := exec.CommandContext(t.Context(), binary, "config", "check")
			check.Dir, check.Env = folder, environment
			printed, err := check.CombinedOutput()
			return string(printed), err
		}
		printed, err := check()
		require.Error(t, err)
		require.Contains(t, printed, "telegram.token is missing")
		printed, err = check("ZAYAVKA_TELEGRAM_TOKEN="+testToken, "ZAYAVKA_DATABASE_URL=sqlite://shop/zayavka.db")
		require.Error(t, err)
		require.Contains(t, printed, "database.url: the folder "+filepath.Join(folder, "shop")+" does not exist: make it")
		printed, err = check("ZAYAVKA_TELEGRAM_TOKEN="+testToken, "ZAYAVKA_DATABASE_URL=sqlite://shop.db", "ZAYAVKA_AUTH_SECRET="+strings.Repeat("hunter2", 6))
		require.NoError(t, err, printed)
		require.Contains(t, printed, "# The configuration is in order. Data is kept in "+filepath.Join(folder, "shop.db")+".")
		require.Contains(t, printed, "secret: (hidden)")
		require.NotContains(t, printed, "hunter2")
		require.NotContains(t, printed, testToken)
		require.NoFileExists(t, filepath.Join(folder, "shop.db"), "it only looks")

		require.NoError(t, os.WriteFile(filepath.Join(folder, "config.yaml"), []byte("graphql:\n  introspection: yes\nnotify:\n  hold: 3\n"), 0o600))
		printed, err = check("ZAYAVKA_GRAPHQL_MAX_DEPTH=x", "ZAYAVKA_TELEGRAM_TOKNE=x")
		require.Error(t, err)
		for _, line := range []string{
			"config.yaml, line 2: graphql.introspection: write true or false (variable ZAYAVKA_GRAPHQL_INTROSPECTION)",
			"config.yaml, line 4: notify.hold: write a number with its unit, such as 8s, 15m or 12h (variable ZAYAVKA_NOTIFY_HOLD)",
			"ZAYAVKA_GRAPHQL_MAX_DEPTH: graphql.max_depth: write a whole number",
			"there is no variable ZAYAVKA_TELEGRAM_TOKNE: is it ZAYAVKA_TELEGRAM_TOKEN?",
		} {
			require.Contains(t, printed, line+"\n")
		}
	})

	t.Run("says where an account was made", func(t *testing.T) {
		t.Parallel()
		folder := t.TempDir()
		add := exec.CommandContext(t.Context(), binary, "staff", "add", "--email", "anna@example.com")
		add.Dir, add.Env = folder, []string{"ZAYAVKA_DATABASE_URL=sqlite://shop.db"}
		printed, err := add.CombinedOutput()
		require.NoError(t, err, "%s", printed)
		require.Contains(t, string(printed), "Made the account anna@example.com (staff) in "+filepath.Join(folder, "shop.db")+".")
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
		require.Less(t, resident, 60) // two thirds are pages of the program's file
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
