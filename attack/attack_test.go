// Package attack attacks the whole program, as strangers, thieves and members with bad intentions would:
// it builds the binary, runs it as a process with the Telegram emulator, and comes by HTTP, WebSocket and
// the bot alone. `go test ./attack` is the short form; `make attack` the full one, with crowds of full
// size and with what measures time.
//
// Every defence has a test that fails without it, here or beside its code:
//
//	access tokens: forged, confused, expired            jwt_test.go, api/auth_test.go
//	one kind of token in the place of another           jwt_test.go, api/export_file_test.go
//	a session that ends, on every replica               session_test.go, store/session_test.go, api/websocket_rights_test.go
//	a refresh token that comes again                    session_test.go, api/account_test.go, store/session_test.go
//	invites: used twice, raced                          session_test.go, api/account_test.go
//	invites: expired, of a former admin                 store/staff_test.go, store/team_test.go, store/login_link_test.go
//	the last admin                                      store/team_test.go
//	who may use which field                             api/access_test.go, api/written_test.go
//	notes of staff, for who may not see them            api/message_test.go, api/export_file_test.go, store/message_list_test.go
//	fields that nobody may set                          assignment_test.go
//	lasting access from a stolen session                api/reauthentication_test.go
//	who has an account, by the answer or the time       login_test.go, api/account_test.go
//	guessing passwords                                  api/account_test.go, api/auth/limiter_test.go, api/device_test.go
//	initData that Telegram has not signed               api/auth/initdata_test.go, api/telegram_login_test.go
//	updates that Telegram has not sent                  telegram_test.go, bot/updates_test.go
//	buttons that the bot has not made                   telegram_test.go, bot/fuzz_test.go, bot/verification_test.go
//	somebody else's phone                               store/registration_test.go, store/phone_claim_test.go
//	codes from the counter, guessed or used again       store/connect_code_test.go, bot/connect_test.go
//	markup and direction of writing in names and texts  markup_test.go, bot/registration_test.go, bot/locale/locale_test.go
//	documents: deep, wide, cyclic, batched              api/hostile_test.go, api/limits_test.go, api/budget_test.go
//	inputs for SQL, and Unicode                         input_test.go, store/customer_test.go, store/search_test.go, api/fuzz_test.go
//	requests from pages of others                       page_test.go, api/graphql/http_test.go
//	WebSockets from pages of others                     page_test.go, api/websocket_test.go
//	what a browser is told of every address             page_test.go, webapp/webapp_test.go
//	requests that never end, readers that never read    crowd_test.go, server_test.go, api/graphqlws/bounds_test.go
//	too many from one address                           crowd_test.go, server_test.go, api/ratelimit_test.go, proxy_test.go
//	webhooks into the private network                   address_test.go, store/webhook_test.go, webhook/attempt_test.go
//	webhooks that were not sent by us, or come twice    webhook/attempt_test.go, webhook/sender_test.go
//	secrets in the log                                  here, after each test; bot/telegram/telegram_test.go, config_test.go
//	phones of neighbours, and codes to come             store/phone/phone_test.go
//	days and their bounds, in 21 zones                  zone_test.go, store/task_test.go, store/stats_test.go
//	pages in both directions                            store/list_test.go, api/list_test.go
//	files that are programs, bombs, or know too much     files_test.go, files/handler_test.go, files/thumbnail_test.go
//	uploads without a right, or without an end           files_test.go, files/upload_test.go
//	formulas in exported files                          export/export_test.go
package attack

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/porttest"
	"zayavka/store/storetest"
)

var full = flag.Bool("full", false, "with crowds of full size, every input everywhere, and what measures time")

// binary is the product as it is shipped.
var binary string

func TestMain(m *testing.M) {
	flag.Parse()
	folder, err := os.MkdirTemp("", "zayavka-attack-")
	if err != nil {
		panic(err)
	}
	binary = filepath.Join(folder, "zayavka")
	build := exec.Command("go", "build", "-o", binary, "zayavka")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if output, err := build.CombinedOutput(); err != nil {
		panic(fmt.Sprintf("build: %v\n%s", err, output))
	}
	storetest.MainOfWaiting(m, client.CloseIdleConnections, func() { _ = os.RemoveAll(folder) })
}

// TestEveryFileThatIsNamedIsThere: the list above is of no use when the tests have moved.
func TestEveryFileThatIsNamedIsThere(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("attack_test.go")
	require.NoError(t, err)
	list, _, _ := strings.Cut(string(text), "package attack")
	names := regexp.MustCompile(`[a-z_/]+_test\.go`).FindAllString(list, -1)
	require.Greater(t, len(names), 50)
	for _, name := range names {
		_, here := os.Stat(name)
		_, there := os.Stat(filepath.Join("..", name))
		require.True(t, here == nil || there == nil, name)
	}
}

const (
	patience      = time.Minute // how long a test waits for a condition
	tick          = 20 * time.Millisecond
	authSecret    = "the-secret-that-signs-all-tokens-here"
	webhookSecret = "the-secret-of-the-telegram-webhook"
	password      = "Tr0mbone lighthouse kettle"
	adminEmail    = "owner@example.com"
)

// service is a process of the program.
type service struct {
	t           testing.TB
	address     string
	telegram    *emulator.Server
	environment []string
	process     *exec.Cmd
	output      *bytes.Buffer

	mu      sync.Mutex
	secrets map[string]bool // what must not be in the output
}

// serve starts the program on a SQLite database of its own, with an admin, and waits until it is ready.
// Settings are as in the environment, without ZAYAVKA_, and win over those of all tests.
func serve(t testing.TB, settings ...string) *service {
	t.Helper()
	s := prepare(t, newTelegram(t), settings...)
	s.addAdmin()
	s.start()
	return s
}

func newTelegram(t testing.TB) *emulator.Server {
	t.Helper()
	telegram, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = telegram.Close() })
	return telegram
}

// prepare gives a process that is not started yet; several may share a database and a bot.
func prepare(t testing.TB, telegram *emulator.Server, settings ...string) *service {
	t.Helper()
	s := &service{t: t, address: porttest.FreeAddress(t), telegram: telegram, output: &bytes.Buffer{}, secrets: map[string]bool{}}
	s.environment = os.Environ()
	for _, setting := range append([]string{
		"TELEGRAM_TOKEN=" + telegram.Token(), "TELEGRAM_API_URL=" + telegram.URL(), "TELEGRAM_WEBHOOK_SECRET=" + webhookSecret,
		"TELEGRAM_MESSAGES_PER_SECOND=0", "HTTP_LISTEN=" + s.address, "HTTP_PUBLIC_URL=http://" + s.address,
		"DATABASE_URL=" + storetest.SQLite(t), "AUTH_SECRET=" + authSecret, "NOTIFY_HOLD=0", "LOG_LEVEL=debug", "LOG_FORMAT=json",
	}, settings...) {
		s.environment = append(s.environment, "ZAYAVKA_"+setting)
	}
	s.keepsSecret(telegram.Token(), authSecret, webhookSecret, password)
	return s
}

// addAdmin makes an account for adminEmail, from the shell.
func (s *service) addAdmin() {
	s.t.Helper()
	output, err := s.command("staff", "add", "--admin", "--email", adminEmail, "--password", password).CombinedOutput()
	require.NoError(s.t, err, "%s", output)
}

func (s *service) start() {
	s.t.Helper()
	s.process = s.command("serve")
	s.process.Stdout, s.process.Stderr = s.output, s.output
	require.NoError(s.t, s.process.Start())
	s.t.Cleanup(s.stop)
	require.Eventually(s.t, func() bool { return s.status("/readyz") == http.StatusOK }, patience, tick)
}

func (s *service) command(args ...string) *exec.Cmd {
	command := exec.Command(binary, args...)
	command.Env, command.Dir = s.environment, s.t.TempDir()
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return command
}

// stop ends the process as its owner does and reads all that it has said.
func (s *service) stop() {
	_ = s.process.Process.Signal(syscall.SIGTERM)
	assert.NoError(s.t, s.process.Wait(), "it ends in order")
	said := s.output.String()
	assert.Contains(s.t, said, "Stopping")
	for _, fault := range []string{"panic", "goroutine ", "DATA RACE"} {
		assert.NotContains(s.t, said, fault)
	}
	for secret := range s.secrets {
		for line := range strings.Lines(said) {
			if strings.Contains(line, secret) {
				assert.Fail(s.t, "a secret is in the log", "%s\n%s", secret, line)
			}
		}
	}
	if s.t.Failed() {
		for line := range strings.Lines(said) {
			if !strings.Contains(line, `"level":"DEBUG"`) {
				s.t.Logf("%.1000s", line)
			}
		}
	}
}

// keepsSecret makes the test fail if the log holds one of these.
func (s *service) keepsSecret(secrets ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, secret := range secrets {
		s.secrets[secret] = true
	}
}

func (s *service) url(path string) string { return "http://" + s.address + path }

// status is that of a GET; 0 when there is no answer.
func (s *service) status(path string) int {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url(path), nil)
	require.NoError(s.t, err)
	response, err := client.Do(request)
	if err != nil {
		return 0
	}
	_ = response.Body.Close()
	return response.StatusCode
}
