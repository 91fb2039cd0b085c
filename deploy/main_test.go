//go:build deploy

package deploy_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/porttest"
)

// binary is the built program; certificate and key are those of the web servers, for localhost.
var binary, certificate, key string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	folder, err := os.MkdirTemp("", "zayavka-deploy-")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	binary, certificate, key = filepath.Join(folder, "zayavka"), filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	build := exec.CommandContext(context.Background(), "make", "-C", "..", "build")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		panic(err)
	}
	if err := os.Rename("../zayavka", binary); err != nil {
		panic(err)
	}
	if err := makeCertificate(); err != nil {
		panic(err)
	}
	// This process trusts it: its own requests, and those of the emulator to the webhook.
	if err := os.Setenv("SSL_CERT_FILE", certificate); err != nil {
		panic(err)
	}
	return m.Run()
}

func makeCertificate() error {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, IsCA: true, BasicConstraintsValid: true,
	}
	signed, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		return err
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return err
	}
	if err := os.WriteFile(certificate, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: signed}), 0o600); err != nil {
		return err
	}
	return os.WriteFile(key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: encoded}), 0o600)
}

// site is the program behind a web server.
type site struct {
	t           *testing.T
	url         string // of the web server
	environment []string
	telegram    *emulator.Server
	log         *output
	token       string // of a logged-in member of staff
}

// output is what a process has written, which may be read while it writes.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(text []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(text)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// start runs a process until the test ends, which it is asked to do first.
func start(t *testing.T, command *exec.Cmd) *output {
	t.Helper()
	log := &output{}
	command.WaitDelay = 5 * time.Second // for a child of it that holds its output open
	command.Stdout, command.Stderr = log, log
	require.NoError(t, command.Start())
	t.Cleanup(func() {
		_ = command.Process.Signal(os.Interrupt)
		ended := make(chan struct{})
		go func() { _ = command.Wait(); close(ended) }()
		select {
		case <-ended:
		case <-time.After(15 * time.Second):
			_ = command.Process.Kill()
			<-ended
		}
		if t.Failed() {
			t.Logf("%s says:\n%s", command.Path, log)
		}
	})
	return log
}

// webServer starts a web server that listens at an address and passes on to another.
type webServer func(t *testing.T, listen, upstream string)

// newSite starts the program with a Telegram of its own behind a web server. Settings are as in the environment,
// without ZAYAVKA_.
func newSite(t *testing.T, serve webServer, settings ...string) *site {
	t.Helper()
	telegram, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	folder, address, front := t.TempDir(), porttest.FreeAddress(t), porttest.FreeAddress(t)
	_, port, err := net.SplitHostPort(front)
	require.NoError(t, err)
	token := filepath.Join(folder, "token")
	require.NoError(t, os.WriteFile(token, []byte(telegram.Token()+"\n"), 0o600))
	s := &site{t: t, url: "https://localhost:" + port, telegram: telegram}
	for _, setting := range append([]string{
		"TELEGRAM_TOKEN_FILE=" + token, "TELEGRAM_API_URL=" + telegram.URL(), "TELEGRAM_MODE=webhook",
		"HTTP_LISTEN=" + address, "HTTP_PUBLIC_URL=" + s.url, "DATABASE_URL=sqlite://" + filepath.Join(folder, "zayavka.db"),
		"NOTIFY_HOLD=0", "LOG_FORMAT=json",
	}, settings...) {
		s.environment = append(s.environment, "ZAYAVKA_"+setting)
	}
	add := s.command("staff", "add", "--admin", "--email", "anna@example.com", "--password", "correct horse")
	printed, err := add.CombinedOutput()
	require.NoError(t, err, "%s", printed)
	serve(t, front, address)
	s.log = start(t, s.command("serve"))
	require.Eventually(t, func() bool { return s.command("healthcheck").Run() == nil }, 30*time.Second, 100*time.Millisecond)
	require.Eventually(t, func() bool { status, _ := s.get(s.url + "/healthz"); return status == http.StatusOK }, 30*time.Second, 100*time.Millisecond)
	return s
}

func (s *site) command(words ...string) *exec.Cmd {
	command := exec.CommandContext(context.Background(), binary, words...) // start ends it
	command.Env = append(os.Environ(), s.environment...)
	return command
}

// get asks without following redirects; 0 is for a web server that does not answer yet.
func (s *site) get(address string) (status int, body string) {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, address, nil)
	require.NoError(s.t, err)
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = response.Body.Close() }()
	var text bytes.Buffer
	_, err = text.ReadFrom(response.Body)
	require.NoError(s.t, err)
	return response.StatusCode, text.String()
}

// ask sends a GraphQL request through the web server, with headers given as name and value, and by this client, if one is given.
func (s *site) ask(client *http.Client, query string, header ...string) (status int, body string) {
	s.t.Helper()
	asked, err := json.Marshal(map[string]string{"query": query})
	require.NoError(s.t, err)
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.url+"/graphql", bytes.NewReader(asked))
	require.NoError(s.t, err)
	request.Header.Set("Content-Type", "application/json")
	if s.token != "" {
		request.Header.Set("Authorization", "Bearer "+s.token)
	}
	for i := 0; i < len(header); i += 2 {
		request.Header.Add(header[i], header[i+1])
	}
	response, err := client.Do(request)
	require.NoError(s.t, err)
	defer func() { _ = response.Body.Close() }()
	var text bytes.Buffer
	_, err = text.ReadFrom(response.Body)
	require.NoError(s.t, err)
	return response.StatusCode, text.String()
}

// graphQL runs an operation that must succeed.
func (s *site) graphQL(query string) map[string]any {
	s.t.Helper()
	status, body := s.ask(http.DefaultClient, query)
	require.Equal(s.t, http.StatusOK, status, body)
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	require.NoError(s.t, json.Unmarshal([]byte(body), &answer))
	require.Empty(s.t, answer.Errors)
	return answer.Data
}

func (s *site) login() {
	s.t.Helper()
	data := s.graphQL(`mutation { login(email: "anna@example.com", password: "correct horse") { token } }`)
	s.token, _ = data["login"].(map[string]any)["token"].(string)
	require.NotEmpty(s.t, s.token)
}

// recipe is a file of this folder with what is particular to the test in the place of what is to be replaced.
// What is not found is an error: the test would try something else than what people are given.
func recipe(t *testing.T, file string, replaced ...string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	for i := 0; i < len(replaced); i += 2 {
		require.Contains(t, string(text), replaced[i], file)
		text = []byte(strings.ReplaceAll(string(text), replaced[i], replaced[i+1]))
	}
	return string(text)
}

// output runs a program that must succeed and returns what it printed.
func outputOf(t *testing.T, words ...string) string {
	t.Helper()
	printed, err := exec.CommandContext(t.Context(), words[0], words[1:]...).CombinedOutput()
	require.NoError(t, err, "%s", printed)
	return string(printed)
}

func portOf(t *testing.T, address string) string {
	t.Helper()
	_, port, err := net.SplitHostPort(address)
	require.NoError(t, err)
	return port
}

// clientFrom connects from an address of this machine, as a CDN would from one of its own.
func clientFrom(address string) *http.Client {
	dialer := &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(address)}}
	return &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, target string) (net.Conn, error) {
		_, port, err := net.SplitHostPort(target)
		if err != nil {
			return nil, fmt.Errorf("dial %s: %w", target, err)
		}
		return dialer.DialContext(ctx, "tcp4", net.JoinHostPort("127.0.0.1", port))
	}}}
}
