package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/porttest"
	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// world is a running service beside a Telegram of its own.
type world struct {
	app      *App
	telegram *emulator.Server
	log      *logBuffer
	token    string      // of a logged-in member of staff
	header   http.Header // of what graphQL asks, beside its own; may be nil
}

// startWorld starts a service as configure asks, by default on a new SQLite file, with
// registration open and nothing held back.
func startWorld(t testing.TB, configure func(*Config), prepare ...func(*App)) *world {
	t.Helper()
	telegram, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	w := &world{telegram: telegram, log: &logBuffer{}}
	config := testConfig(t, telegram)
	if configure != nil {
		configure(&config)
	}
	w.app = startApp(t, config, w.log, prepare...)
	return w
}

func testConfig(t testing.TB, telegram *emulator.Server) Config {
	config := DefaultConfig()
	config.Telegram.Token = Secret(telegram.Token())
	config.Telegram.APIURL = telegram.URL()
	config.Database.URL = DatabaseURL(storetest.SQLite(t))
	config.Files.URL = FilesURL("file://" + t.TempDir())
	config.HTTP.Listen = "127.0.0.1:0"
	config.Business.Timezone = storetest.Noon
	config.Auth.Registration = "open"
	config.Notify.Hold = 0
	config.Log.Level = "debug"
	return config
}

func startApp(t testing.TB, config Config, log *logBuffer, prepare ...func(*App)) *App {
	t.Helper()
	require.NoError(t, config.Validate())
	app, err := NewApp(config, slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	require.NoError(t, err)
	for _, change := range prepare {
		change(app)
	}
	require.NoError(t, app.Start(t.Context()))
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), stopTimeout)
		defer cancel()
		require.NoError(t, app.Stop(ctx))
		require.NotContains(t, log.String(), string(config.Telegram.Token), "the token is in the log")
	})
	return app
}

// login makes an account and logs it in.
func (w *world) login(t testing.TB) {
	t.Helper()
	w.waitReady(t)
	data := w.graphQL(t, `mutation { register(email: "anna@example.com", password1: "correct horse", password2: "correct horse") { success token errors } }`)
	w.token, _ = data["register"].(map[string]any)["token"].(string)
	require.NotEmpty(t, w.token, data)
}

// graphQL runs an operation that must succeed.
func (w *world) graphQL(t testing.TB, query string) map[string]any {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	require.NoError(t, err)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.app.URL()+"/graphql", bytes.NewReader(body))
	require.NoError(t, err)
	maps.Copy(request.Header, w.header)
	request.Header.Set("Content-Type", "application/json")
	if w.token != "" {
		request.Header.Set("Authorization", "Bearer "+w.token)
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	require.NoError(t, json.NewDecoder(response.Body).Decode(&answer))
	require.Empty(t, answer.Errors)
	return answer.Data
}

func get(t testing.TB, url string) (status int, body string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	require.NoError(t, err)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, string(text)
}

// readyz is what /readyz says.
func (w *world) readyz(t testing.TB) string {
	t.Helper()
	_, body := get(t, w.app.URL()+"/readyz")
	return body
}

func (w *world) waitReady(t testing.TB) {
	t.Helper()
	require.Eventually(t, func() bool { return !strings.Contains(w.readyz(t), "false") }, 20*time.Second, 10*time.Millisecond,
		"not ready; the log says:\n%s", w.log)
}

// logBuffer is a log that may be read while it is written.
type logBuffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *logBuffer) Write(line []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(line)
}

func (b *logBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

func TestACustomerRegistersAndIsToldOfEveryStatus(t *testing.T) {
	for name, databaseURL := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		for _, mode := range []string{"polling", "webhook"} {
			t.Run(name+" "+mode, func(t *testing.T) {
				t.Parallel()
				w := startWorld(t, func(c *Config) {
					c.Database.URL = DatabaseURL(databaseURL(t))
					c.Telegram.Mode = mode
					if mode == "webhook" {
						c.HTTP.Listen = porttest.FreeAddress(t)
						c.HTTP.PublicURL = "http://" + c.HTTP.Listen
					}
				})
				w.login(t)
				data := w.graphQL(t, `mutation { createTask(taskData: {customerPhone: "8 917 000-99-00", category: REPAIR, description: "Экран"}) { task { id status customer { phone } } } }`)
				require.Equal(t, map[string]any{"id": "1", "status": "ACCEPTED", "customer": map[string]any{"phone": "8 917 000-99-00"}},
					data["createTask"].(map[string]any)["task"])

				olga := w.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
				olga.Says("/start")
				olga.AnswerContaining(t, "Zayavka")
				olga.SharesContact()
				olga.AnswerContaining(t, "Принято")

				w.graphQL(t, `mutation { updateTask(taskData: {id: 1, status: READY}) { task { status } } }`)
				olga.AnswerContaining(t, "Готово")
				customers := w.graphQL(t, `{ allCustomers { name phone telegramId tasks { status } } }`)
				require.Equal(t, []any{map[string]any{
					"name": "Ольга", "phone": "8 917 000-99-00", "telegramId": float64(olga.ID),
					"tasks": []any{map[string]any{"status": "READY"}},
				}}, customers["allCustomers"])
			})
		}
	}
}

func TestTheServiceStartsWhileTelegramIsAwayAndSaysSo(t *testing.T) {
	t.Parallel()
	address := porttest.FreeAddress(t)
	w := startWorld(t, func(c *Config) { c.Telegram.APIURL = "http://" + address })
	require.Eventually(t, func() bool { return strings.Contains(w.readyz(t), "Telegram cannot be reached") }, 10*time.Second, 10*time.Millisecond)
	require.Eventually(t, func() bool { // the API and the app work
		status, _ := get(t, w.app.URL()+"/readyz")
		return status == http.StatusOK
	}, 10*time.Second, 10*time.Millisecond)
	require.NoError(t, healthcheck(t.Context(), w.app.listener.Addr().String()))
	_, metrics := get(t, w.app.URL()+"/metrics")
	require.Contains(t, metrics, "zayavka_telegram_up 0")
	status, _ := get(t, w.app.URL()+"/healthz")
	require.Equal(t, http.StatusOK, status)
	status, _ = get(t, w.app.URL()+"/app/")
	require.Equal(t, http.StatusOK, status, "staff can work meanwhile")

	telegram, err := emulator.Start(emulator.Options{Listen: address})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	w.waitReady(t)
}

func TestTheServiceStartsWhileTheDatabaseIsAwayAndSaysSo(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	require.NoError(t, postgres.Kill())
	w := startWorld(t, func(c *Config) { c.Database.URL = DatabaseURL(postgres.URL("migrated")) })
	require.Eventually(t, func() bool { return strings.Contains(w.readyz(t), "waiting for the database") }, 10*time.Second, 10*time.Millisecond)
	status, body := get(t, w.app.URL()+"/graphql?query={me{id}}")
	require.Equal(t, http.StatusServiceUnavailable, status)
	require.Contains(t, body, "database")

	require.NoError(t, postgres.Start())
	w.waitReady(t)

	require.NoError(t, postgres.Kill())
	require.Eventually(t, func() bool { return strings.Contains(w.readyz(t), `"ready":false`) }, 10*time.Second, 10*time.Millisecond)
	require.NoError(t, postgres.Start())
	w.waitReady(t)
}

func TestTheFirstStartInvitesTheOwner(t *testing.T) {
	t.Parallel()
	w := startWorld(t, func(c *Config) { c.Auth.Registration = "invite" })
	w.waitReady(t)
	file := w.app.ownerInviteFile()
	require.Eventually(t, func() bool { return strings.Contains(w.log.String(), file) }, 10*time.Second, time.Millisecond)
	require.NotContains(t, w.log.String(), "?invite=", "logs are kept and passed on")
	info, err := os.Stat(file)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	link := regexp.MustCompile(`^(http://[^ "]+/app/\?invite=([^ "]+))\n$`).FindStringSubmatch(string(text))
	require.Len(t, link, 3, text)
	status, _ := get(t, link[1])
	require.Equal(t, http.StatusOK, status)
	data := w.graphQL(t, `mutation { register(email: "owner@example.com", password1: "correct horse", password2: "correct horse", invite: "`+link[2]+`") { success } }`)
	require.Equal(t, map[string]any{"success": true}, data["register"])
	require.Eventually(t, func() bool {
		_, err := os.Stat(file)
		return errors.Is(err, os.ErrNotExist)
	}, 10*time.Second, time.Millisecond, "what was used is of no use")
}

func TestTheOwnersLinkIsShownOnATerminalAndTheNextStartVoidsItsFile(t *testing.T) {
	t.Parallel()
	config := DefaultConfig()
	config.Telegram.Token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
	config.Database.URL = DatabaseURL(storetest.SQLite(t))
	app, err := NewApp(config, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	defer func() { require.NoError(t, app.store.Close()) }()
	require.NoError(t, app.store.MigrateUp(t.Context()))
	require.NoError(t, os.WriteFile(app.ownerInviteFile(), []byte("an earlier link"), 0o600))
	var terminal strings.Builder
	app.terminal = &terminal
	app.listener, err = (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { require.NoError(t, app.listener.Close()) }()
	require.NoError(t, app.inviteOwner(t.Context()))
	require.Contains(t, terminal.String(), "/app/?invite=")
	require.NoFileExists(t, app.ownerInviteFile())
}

func TestTheFirstLinesSayWhatRunsWhere(t *testing.T) {
	t.Parallel()
	w := startWorld(t, nil)
	for _, words := range []string{"/app/", "/graphql", "zayavka.db", "mode=polling", w.telegram.URL(), "http.public_url"} {
		require.Contains(t, w.log.String(), words)
	}
}

func TestServeWithoutATokenSaysHowToGetOne(t *testing.T) {
	_, err := NewApp(DefaultConfig(), slog.New(slog.DiscardHandler))
	require.ErrorContains(t, err, "@BotFather")
	require.ErrorContains(t, err, "zayavka demo")
}

func TestAnAddressInUseIsAnError(t *testing.T) {
	w := startWorld(t, nil)
	config := testConfig(t, w.telegram)
	config.HTTP.Listen = w.app.listener.Addr().String()
	app, err := NewApp(config, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	require.ErrorContains(t, app.Start(t.Context()), "http.listen")
	require.NoError(t, app.store.Close())
}

func TestAHealthcheckTellsWhetherTheServiceIsReady(t *testing.T) {
	w := startWorld(t, nil)
	w.waitReady(t)
	require.NoError(t, healthcheck(t.Context(), w.app.listener.Addr().String()))
	require.Error(t, healthcheck(t.Context(), porttest.FreeAddress(t)))
}

func TestNobodyIsToldToOpenTheAddressOfAllNetworks(t *testing.T) {
	t.Parallel()
	for _, listen := range []string{"0.0.0.0:0", "[::]:0", ":0"} {
		w := startWorld(t, func(c *Config) { c.HTTP.Listen = listen })
		w.login(t)
		_, port, err := net.SplitHostPort(w.app.listener.Addr().String())
		require.NoError(t, err)
		require.Contains(t, w.log.String(), "mini_app=http://localhost:"+port+"/app/")
		require.Contains(t, w.log.String(), "http.public_url is empty, so links lead to this machine alone")
		require.NotContains(t, w.log.String(), "http://[::]")
		require.NotContains(t, w.log.String(), "http://0.0.0.0")
	}
}

func TestTheMetricsSayWhichBuildThisIs(t *testing.T) {
	t.Parallel()
	w := startWorld(t, nil)
	_, metrics := get(t, w.app.URL()+"/metrics")
	require.Regexp(t, `(?m)^zayavka_build_info\{commit="[^"]+",goversion="go[^"]+",version="[^"]+"\} 1$`, metrics)
}
