//go:build deploy

package deploy_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"mime/multipart"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"zayavka/api/graphqlws/wstest"
	"zayavka/bot/emulator"
	"zayavka/porttest"
)

// nginx runs deploy/nginx/zayavka.conf, with more replaced in it.
func nginx(more ...string) webServer {
	return func(t *testing.T, listen, upstream string) {
		folder := t.TempDir()
		site := recipe(t, "nginx/zayavka.conf", append([]string{
			"crm.example.com;", "localhost;",
			"listen 80;", "listen " + porttest.FreeAddress(t) + ";", "    listen [::]:80;\n", "",
			"listen 443 ssl http2;", "listen " + listen + " ssl http2;", "    listen [::]:443 ssl http2;\n", "",
			"/etc/letsencrypt/live/crm.example.com/fullchain.pem", certificate, "/etc/letsencrypt/live/crm.example.com/privkey.pem", key,
			"server 127.0.0.1:8080;", "server " + upstream + ";",
		}, more...)...)
		config := filepath.Join(folder, "nginx.conf")
		paths := ""
		for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
			paths += kind + "_temp_path " + filepath.Join(folder, kind) + ";\n"
		}
		user := ""
		if os.Getuid() == 0 {
			user = "user root;\n" // the folder is that of who runs the test
		}
		require.NoError(t, os.WriteFile(config, []byte(user+"daemon off;\npid "+folder+"/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n"+paths+site+"}\n"), 0o600))
		outputOf(t, "nginx", "-t", "-c", config, "-p", folder, "-e", "stderr")
		start(t, exec.CommandContext(context.Background(), "nginx", "-c", config, "-p", folder, "-e", "stderr"))
	}
}

// caddy runs a Caddyfile of this folder, with more replaced in it.
func caddy(file, name, upstreamName string, more ...string) webServer {
	return func(t *testing.T, listen, upstream string) {
		folder := t.TempDir()
		text := recipe(t, file, append([]string{
			name + " {", "https://localhost:" + portOf(t, listen) + " {\n\tbind 127.0.0.1\n\ttls " + certificate + " " + key,
			"reverse_proxy " + upstreamName + "\n", "reverse_proxy " + upstream + "\n",
		}, more...)...)
		config := filepath.Join(folder, "Caddyfile")
		require.NoError(t, os.WriteFile(config, []byte("{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system "+folder+"\n}\n"+text), 0o600))
		run := exec.CommandContext(context.Background(), "caddy", "run", "--adapter", "caddyfile", "--config", config)
		run.Env = append(os.Environ(), "HOME="+folder)
		start(t, run)
	}
}

func TestEachWebServerServesAShopWhole(t *testing.T) {
	for name, serve := range map[string]webServer{
		"nginx":                    nginx(),
		"Caddy":                    caddy("caddy/Caddyfile", "crm.example.com", "127.0.0.1:8080"),
		"Caddy beside the compose": caddy("compose/Caddyfile", "{$DOMAIN}", "{$UPSTREAM}"),
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, serve)
			s.login()
			status, page := s.get(s.url + "/app/")
			require.Equal(t, http.StatusOK, status)
			require.Contains(t, page, "<html")
			for _, private := range []string{"/metrics", "/readyz"} {
				status, _ := s.get(s.url + private)
				require.Equal(t, http.StatusNotFound, status, private)
			}
			s.liveUpdate()
			s.customerWrites()
			s.fileGoesUpAndDown()
			s.otherOriginIsToldOfOnce()
			require.NotContains(t, s.log.String(), "X-Forwarded-For", "no warning that everybody looks alike")
			require.NotContains(t, s.log.String(), "proxy that is not trusted")
		})
	}
}

// liveUpdate follows changes through the web server and makes one.
func (s *site) liveUpdate() {
	s.t.Helper()
	socket := wstest.Dial(s.t, "wss"+strings.TrimPrefix(s.url, "https")+"/graphql", map[string]string{"Origin": s.url})
	socket.Says(`{"type": "connection_init", "payload": {"authorization": "Bearer ` + s.token + `"}}`)
	socket.Hears(`{"type": "connection_ack"}`)
	socket.Subscribes("1", `subscription { taskChanged { task { description } } }`)
	socket.IsFollowing()
	s.graphQL(`mutation { createTask(taskData: {customerPhone: "+79170009900", description: "Экран"}) { task { id } } }`)
	heard, err := socket.Next()
	require.NoError(s.t, err)
	require.Contains(s.t, heard, `"description":"Экран"`)
}

// customerWrites has Telegram call the webhook at the public address, and the customer hear of their request.
func (s *site) customerWrites() {
	s.t.Helper()
	olga := s.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("/start")
	olga.AnswerContaining(s.t, "Здравствуйте")
	olga.SharesContact()
	olga.AnswerContaining(s.t, "У вас 1 заявка")
	olga.SendsPhoto("Экран разбит")
	for _, call := range s.telegram.Calls("setWebhook") {
		require.Contains(s.t, fmt.Sprint(call), s.url+"/telegram/webhook")
	}
	require.Empty(s.t, s.telegram.Calls("getUpdates"), "everything came by the webhook")
}

// fileGoesUpAndDown sends the largest file that is allowed, and looks at the customer's photo.
func (s *site) fileGoesUpAndDown() {
	s.t.Helper()
	content := make([]byte, 20<<20)
	_, err := rand.Read(content)
	require.NoError(s.t, err)
	var form bytes.Buffer
	writer := multipart.NewWriter(&form)
	part, err := writer.CreateFormFile("file", "contract.bin")
	require.NoError(s.t, err)
	_, err = part.Write(content)
	require.NoError(s.t, err)
	require.NoError(s.t, writer.Close())
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.url+"/files", &form)
	require.NoError(s.t, err)
	request.Header.Set("Content-Type", writer.FormDataContentType())
	request.Header.Set("Authorization", "Bearer "+s.token)
	response, err := http.DefaultClient.Do(request)
	require.NoError(s.t, err)
	require.NoError(s.t, response.Body.Close())
	require.Equal(s.t, http.StatusOK, response.StatusCode)

	var photo string
	require.Eventually(s.t, func() bool {
		shown := s.graphQL(`{ customers(first: 1) { nodes { messages(first: 5) { nodes { files { url } } } } } }`)
		photo = regexp.MustCompile(`/files/[\w-]+`).FindString(fmt.Sprint(shown))
		return photo != ""
	}, 20*time.Second, 100*time.Millisecond)
	status, body := s.get(s.url + photo)
	require.Equal(s.t, http.StatusOK, status)
	require.Contains(s.t, http.DetectContentType([]byte(body)), "image/")
}

func (s *site) otherOriginIsToldOfOnce() {
	s.t.Helper()
	for range 3 {
		_, response, err := websocket.Dial(s.t.Context(), "wss"+strings.TrimPrefix(s.url, "https")+"/graphql", &websocket.DialOptions{
			Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Origin": {"https://evil.example"}},
		})
		require.Error(s.t, err)
		require.Equal(s.t, http.StatusForbidden, response.StatusCode)
		_ = response.Body.Close()
	}
	require.Equal(s.t, 1, strings.Count(s.log.String(), "page of another origin"))
}

// refused tells how many of fifty requests from a client are refused where an address may make one a second, five at once.
func (s *site) refused(client *http.Client, header func(i int) []string) (refused int) {
	s.t.Helper()
	for i := range 50 {
		if status, _ := s.ask(client, `{ __typename }`, header(i)...); status == http.StatusTooManyRequests {
			refused++
		}
	}
	return refused
}

func TestAnAddressIsThatOfWhoAsksWhateverTheySay(t *testing.T) {
	direct := map[string]webServer{"nginx": nginx(), "Caddy": caddy("caddy/Caddyfile", "crm.example.com", "127.0.0.1:8080")}
	for name, serve := range direct {
		t.Run(name, func(t *testing.T) {
			// The client's own address, 127.0.0.2, is none of a proxy here.
			s := newSite(t, serve, "GRAPHQL_RATE_LIMIT=1", "HTTP_TRUSTED_PROXIES=127.0.0.1")
			made := func(i int) []string { return []string{"X-Forwarded-For", "203.0.113." + strconv.Itoa(i)} }
			require.Positive(t, s.refused(clientFrom("127.0.0.2"), made), "another address each time is not believed")
			status, body := s.ask(clientFrom("127.0.0.3"), `{ __typename }`)
			require.Equal(t, http.StatusOK, status, "another client has its own limit: %s", body)
		})
	}
	behindCDN := map[string]webServer{
		"nginx behind a CDN": nginx("X-Forwarded-For $remote_addr;", "X-Forwarded-For $proxy_add_x_forwarded_for;"),
		"Caddy behind a CDN": func(t *testing.T, listen, upstream string) {
			caddy("caddy/Caddyfile", "crm.example.com", "127.0.0.1:8080",
				"reverse_proxy "+upstream+"\n", "reverse_proxy "+upstream+" {\n\t\ttrusted_proxies 127.0.0.2/32\n\t}\n")(t, listen, upstream)
		},
	}
	for name, serve := range behindCDN {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, serve, "GRAPHQL_RATE_LIMIT=1", "HTTP_TRUSTED_PROXIES=127.0.0.1,127.0.0.2")
			cdn := clientFrom("127.0.0.2")
			require.Zero(t, s.refused(cdn, func(i int) []string { return []string{"X-Forwarded-For", "203.0.113." + strconv.Itoa(i)} }),
				"each client of the CDN has a limit of its own")
			require.Positive(t, s.refused(cdn, func(i int) []string {
				return []string{"X-Forwarded-For", "192.0.2." + strconv.Itoa(i) + ", 198.51.100.7"}
			}), "what a client has put before its address is not believed")
			require.Positive(t, s.refused(clientFrom("127.0.0.3"), func(i int) []string { return []string{"X-Forwarded-For", "192.0.2." + strconv.Itoa(i)} }),
				"who comes past the CDN is not believed")
		})
	}
}

func TestThePrometheusRulesHoldTheirOwnTests(t *testing.T) {
	for _, words := range [][]string{{"check", "rules", "prometheus/rules.yml"}, {"test", "rules", "prometheus/rules_test.yml"}, {"check", "config", "prometheus/prometheus.yml"}} {
		outputOf(t, append([]string{"promtool"}, words...)...)
	}
}

func TestTheMetricsAreAsPrometheusWantsThem(t *testing.T) {
	s := newSite(t, nginx())
	address := ""
	for _, setting := range s.environment {
		if listen, found := strings.CutPrefix(setting, "ZAYAVKA_HTTP_LISTEN="); found {
			address = listen
		}
	}
	status, metrics := s.get("http://" + address + "/metrics")
	require.Equal(t, http.StatusOK, status)
	check := exec.CommandContext(t.Context(), "promtool", "check", "metrics")
	check.Stdin = strings.NewReader(metrics)
	printed, err := check.CombinedOutput()
	if err != nil { // 3 is for advice on names
		require.Equal(t, 3, check.ProcessState.ExitCode(), "%s", printed)
		t.Logf("promtool advises:\n%s", printed)
	}
}

func TestTheSystemdUnitIsUnderstoodAndExposesLittle(t *testing.T) {
	unit := filepath.Join(t.TempDir(), "zayavka.service")
	require.NoError(t, os.WriteFile(unit, []byte(recipe(t, "systemd/zayavka.service", "/usr/local/bin/zayavka", binary)), 0o600))
	outputOf(t, "systemd-analyze", "verify", "--man=no", unit)
	found := regexp.MustCompile(`exposure level for \S+: ([0-9.]+)`).FindStringSubmatch(outputOf(t, "systemd-analyze", "security", "--offline=true", unit))
	require.NotNil(t, found)
	level, err := strconv.ParseFloat(found[1], 64)
	require.NoError(t, err)
	require.Less(t, level, 2.5)
}
