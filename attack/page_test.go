package attack

import (
	"io/fs"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"
)

// addresses are all that the service answers at, and some at which it does not.
func addresses(t *testing.T) []string {
	t.Helper()
	all := []string{
		"/", "/app", "/app/", "/app/index.html", "/app?invite=x", "/app/?login=x", "/app/nothing", "/app/assets/", "/app/assets/nothing.js", "/app/../app/", "/app/%2e%2e/%2e%2e/etc/passwd",
		"/app/..%2f..%2fconfig.yaml", "/app//etc/passwd", "//example.com", "//example.com/..", "/app//example.com", "/app/%00", "/app/%ff", "/app/config.json", "/graphql", "/graphql/", "/graphql?query={__typename}",
		"/graphql?query=" + strings.Repeat("x", 5_000), "/graphql/nothing", "/graphiql", "/graphiql/", "/graphiql/nothing.js", "/export/", "/export/x", "/export/x.y.z", "/export/%00",
		"/healthz", "/readyz", "/metrics", "/telegram/webhook", "/telegram", "/files/", "/files/x", "/files/../config.yaml", "/favicon.ico", "/robots.txt", "/.env", "/.git/config", "/config.yaml",
		"/zayavka.db", "/debug/pprof/", "/debug/vars", "/admin", "/api", "/static/", "/nothing", "/%", "/nothing?x=<script>", "/<script>alert(1)</script>", "/" + strings.Repeat("x", 10_000),
	}
	for _, folder := range []string{"app", "graphiql"} {
		err := fs.WalkDir(os.DirFS("../static"), folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				all = append(all, "/"+path)
			}
			return err
		})
		require.NoError(t, err)
	}
	return all
}

func TestABrowserIsToldWhatItMayDoWithEveryAddress(t *testing.T) {
	t.Parallel()
	s := serve(t, "TELEGRAM_MODE=webhook")
	all := addresses(t)
	require.Greater(t, len(all), 75)
	for _, path := range all {
		for _, accept := range []string{"text/html", "application/json", ""} {
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+s.address, nil)
			require.NoError(t, err)
			request.URL.Opaque = "//" + s.address + path // as it is written
			request.Header = http.Header{"Accept": {accept}, "Origin": {"https://evil.example"}, "Cookie": {"a=b"}}
			response, err := client.Do(request)
			if err != nil {
				require.Contains(t, path, "%", "only what is no address cannot be asked for: %v", err)
				continue
			}
			header := response.Header
			content := make([]byte, 2_000)
			n, _ := response.Body.Read(content)
			_ = response.Body.Close()
			name := path[:min(len(path), 80)] + " for " + accept
			require.Less(t, response.StatusCode, 500, name)
			require.Empty(t, header.Values("Set-Cookie"), name)
			for _, tells := range []string{"Server", "X-Powered-By", "Via"} {
				require.Empty(t, header.Get(tells), name)
			}
			require.NotEqual(t, "*", header.Get("Access-Control-Allow-Origin"), name)
			require.NotContains(t, header.Get("Access-Control-Allow-Origin"), "evil", name)
			require.Empty(t, header.Get("Access-Control-Allow-Credentials"), name)
			if location := header.Get("Location"); location != "" {
				require.Regexp(t, `^/([^/\\].*)?$`, location, "%s leads elsewhere", name)
			}
			if response.StatusCode != http.StatusBadRequest || !response.Close { // which net/http answers before it has a request
				require.Equal(t, "nosniff", header.Get("X-Content-Type-Options"), "%s: %d %s", name, response.StatusCode, content[:n])
				require.Equal(t, "no-referrer", header.Get("Referrer-Policy"), name)
				policy := header.Get("Content-Security-Policy")
				require.Contains(t, policy, "default-src 'none'", name)
				require.Contains(t, policy, "base-uri 'none'", name)
				require.Contains(t, policy, "frame-ancestors", name)
				require.NotContains(t, policy, "unsafe-eval", name)
				require.NotRegexp(t, `script-src[^;]*'unsafe-inline'`, policy, name)
				require.NotRegexp(t, `script-src[^;]*( https?:| \*)( |;|$)`, policy, name)
			}
			require.False(t, n > 0 && header.Get("Content-Type") == "", name)
			require.NotContains(t, string(content[:n]), "<script>alert", "%s is no echo", name)
			require.NotContains(t, string(content[:n]), "root:x:", name)
			require.NotContains(t, string(content[:n]), s.telegram.Token(), name)
		}
	}
}

// TestAPageOfOthersChangesNothing sends what a browser lets any page send without asking: no header of one's own,
// and the content types of forms. Nothing is kept in cookies; so even a mutation for strangers is refused.
func TestAPageOfOthersChangesNothing(t *testing.T) {
	t.Parallel()
	s := serve(t, "AUTH_REGISTRATION=open")
	owner := s.login(t, adminEmail)
	const mutation = `mutation { register(email: \"thief@example.com\", password1: \"Tr0mbone lighthouse kettle\", password2: \"Tr0mbone lighthouse kettle\") { success } }`
	const body = `{"query": "` + mutation + `"}`
	for _, kind := range []string{"text/plain", "text/plain; application/json", "text/plain;charset=utf-8", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
		"multipart/form-data; boundary=application/json", "", "*/*", "application/json, text/plain", "text/json", "application/graphql", "application/json; charset=utf-7", "application/jsonp", "application/xml"} {
		for _, method := range []string{http.MethodPost, http.MethodGet, http.MethodHead} {
			header := http.Header{"Origin": {"https://evil.example"}, "Content-Type": {kind}, "Cookie": {"token=" + owner.token}, "Sec-Fetch-Site": {"cross-site"}}
			response, text := s.send(t, method, "/graphql", header, strings.NewReader(body))
			require.NotEqual(t, http.StatusOK, response.StatusCode, "%s %s: %s", method, kind, text)
			require.NotContains(t, text, `"data"`)
		}
	}
	query := strings.NewReplacer(`\"`, "%22", " ", "+", "{", "%7B", "}", "%7D").Replace(mutation)
	for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut, http.MethodDelete, http.MethodPatch} {
		for _, address := range []string{"/graphql?query=" + query, "/graphql/?query=" + query, "/graphql?_method=POST&query=" + query} {
			response, text := s.send(t, method, address, http.Header{"Accept": {"application/json"}, "X-Http-Method-Override": {"POST"}}, nil)
			require.Equal(t, http.StatusMethodNotAllowed, response.StatusCode, "%s %s", method, text)
		}
	}
	response, text := s.send(t, http.MethodPost, "/graphql", http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}, strings.NewReader("query="+query))
	require.NotContains(t, text, `"data"`, response.Status)
	for _, asked := range []string{"content-type", "authorization", "authorization,content-type", "x-device-token", "idempotency-key"} {
		response, _ := s.send(t, http.MethodOptions, "/graphql", http.Header{
			"Origin": {"https://evil.example"}, "Access-Control-Request-Method": {"POST"}, "Access-Control-Request-Headers": {asked},
		}, nil)
		for name := range response.Header {
			require.False(t, strings.HasPrefix(name, "Access-Control-Allow"), "%s: %v", asked, response.Header)
		}
	}
	require.Len(t, s.ask(t, owner.token, `{ staff { id } }`).at("staff"), 1)
}

func TestAWebSocketOfAnotherPageIsRefused(t *testing.T) {
	t.Parallel()
	s := serve(t, "HTTP_ALLOW_ORIGINS=https://shop.example")
	dial := func(origin string) error {
		header := http.Header{}
		if origin != "" {
			header.Set("Origin", origin)
		}
		conn, response, err := websocket.Dial(t.Context(), s.url("/graphql"), &websocket.DialOptions{
			HTTPClient: client, Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: header,
		})
		if err == nil {
			_ = conn.CloseNow()
		} else if response != nil {
			require.Equal(t, http.StatusForbidden, response.StatusCode, origin)
		}
		return err
	}
	for _, origin := range []string{
		"https://evil.example", "null", "https://shop.example.evil.example", "https://evilshop.example", "http://shop.example", "https://shop.example:8443", "https://sub.shop.example", "file://",
		"http://127.0.0.1", "http://localhost", "http://" + s.address + ".evil.example", "https://evil.example/https://shop.example", "https://shop.example@evil.example", "chrome-extension://x", "https://",
	} {
		require.Error(t, dial(origin), origin)
	}
	for _, origin := range slices.Concat([]string{"", "https://shop.example", "http://" + s.address}) {
		require.NoError(t, dial(origin), origin)
	}
}
