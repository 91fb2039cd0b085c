package telegram

import (
	"encoding/binary"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
)

const proxyLogin, proxyPassword = "shop", "pass-of-the-proxy"

func clientThrough(t *testing.T, server *emulator.Server, proxy string) *Client {
	t.Helper()
	client, err := NewClient(Options{APIURL: server.URL(), Token: server.Token(), Proxy: proxy, Metrics: prometheus.NewRegistry()})
	require.NoError(t, err)
	t.Cleanup(client.Close)
	return client
}

func TestTelegramIsReachedThroughAnHTTPProxyWithALogin(t *testing.T) {
	t.Parallel()
	server, _ := start(t)
	var passedOn atomic.Int32
	forward := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {}}
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		login := http.Request{Header: http.Header{"Authorization": r.Header["Proxy-Authorization"]}}
		if name, password, _ := login.BasicAuth(); name != proxyLogin || password != proxyPassword {
			w.WriteHeader(http.StatusProxyAuthRequired)
			return
		}
		passedOn.Add(1)
		forward.ServeHTTP(w, r)
	}))
	t.Cleanup(proxy.Close)
	address := proxy.Listener.Addr().String()

	_, err := clientThrough(t, server, "http://"+proxyLogin+":"+proxyPassword+"@"+address).GetMe(t.Context())
	require.NoError(t, err)
	require.EqualValues(t, 1, passedOn.Load())

	_, err = clientThrough(t, server, "http://"+proxyLogin+":wrong@"+address).GetMe(t.Context())
	require.Error(t, err)
	require.NotContains(t, err.Error(), "wrong")
}

func TestTelegramIsReachedThroughASOCKSProxyWithALogin(t *testing.T) {
	t.Parallel()
	server, _ := start(t)
	proxy := newSOCKS(t)
	_, err := clientThrough(t, server, "socks5://"+proxyLogin+":"+proxyPassword+"@"+proxy.Addr().String()).GetMe(t.Context())
	require.NoError(t, err)
}

func TestAProxyThatFailsIsNamedWithoutItsPassword(t *testing.T) {
	t.Parallel()
	server, _ := start(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	gone := listener.Addr().String()
	require.NoError(t, listener.Close())
	for _, scheme := range []string{"http", "https", "socks5"} {
		_, err := clientThrough(t, server, scheme+"://"+proxyLogin+":"+proxyPassword+"@"+gone).GetMe(t.Context())
		e, ok := AsError(err)
		require.True(t, ok)
		assert.Equal(t, Temporary, e.Kind)
		assert.Contains(t, e.Description, "through the proxy "+gone+": ", scheme)
		assert.NotContains(t, err.Error(), proxyPassword)
		assert.NotContains(t, err.Error(), server.Token())
	}
	refusing := newSOCKS(t)
	_, err = clientThrough(t, server, "socks5://"+proxyLogin+":wrong-password@"+refusing.Addr().String()).GetMe(t.Context())
	require.ErrorContains(t, err, "through the proxy "+refusing.Addr().String())
	require.NotContains(t, err.Error(), "wrong-password")

	_, err = NewClient(Options{APIURL: server.URL(), Token: server.Token(), Proxy: "http://a:" + proxyPassword + "@[", Metrics: prometheus.NewRegistry()})
	require.Error(t, err)
	require.NotContains(t, err.Error(), proxyPassword)
}

// newSOCKS serves SOCKS5 with a login: https://www.rfc-editor.org/rfc/rfc1928 and https://www.rfc-editor.org/rfc/rfc1929
func newSOCKS(t *testing.T) net.Listener {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	served := make(chan struct{})
	t.Cleanup(func() {
		require.NoError(t, listener.Close())
		<-served
	})
	go func() {
		defer close(served)
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			serveSOCKS(conn)
		}
	}()
	return listener
}

func serveSOCKS(conn net.Conn) {
	read := func(n int) []byte {
		some := make([]byte, n)
		_, _ = io.ReadFull(conn, some)
		return some
	}
	read(int(read(2)[1]))             // the ways to log in that the client knows
	_, _ = conn.Write([]byte{5, 2})   // by name and password
	name := read(int(read(2)[1]))     // version, length
	password := read(int(read(1)[0])) // length
	if string(name) != proxyLogin || string(password) != proxyPassword {
		_, _ = conn.Write([]byte{1, 1})
		_ = conn.Close()
		return
	}
	_, _ = conn.Write([]byte{1, 0})
	read(4) // version, connect, reserved, IPv4
	address := net.JoinHostPort(net.IP(read(4)).String(), strconv.Itoa(int(binary.BigEndian.Uint16(read(2)))))
	onward, err := net.Dial("tcp", address)
	if err != nil {
		_ = conn.Close()
		return
	}
	_, _ = conn.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
	for from, to := range map[net.Conn]net.Conn{conn: onward, onward: conn} {
		go func() {
			_, _ = io.Copy(to, from)
			_ = to.Close()
		}()
	}
}

// localServer is a Bot API server in its local mode, which has one file.
func localServer(t *testing.T, file map[string]any) *Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{"ok": true, "result": file})
	}))
	t.Cleanup(server.Close)
	return newClient(t, server.URL, "1:token-of-the-bot")
}

func TestAFileOfALocalBotAPIServerIsReadByItsPath(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "file_0.jpg")
	require.NoError(t, os.WriteFile(path, []byte("a photo"), 0o600))
	client := localServer(t, map[string]any{"file_size": 7, "file_path": path})
	var got []byte
	take := func(content io.Reader) (err error) {
		got, err = io.ReadAll(content)
		return err
	}
	require.NoError(t, client.Download(t.Context(), "photo", take))
	require.Equal(t, "a photo", string(got))

	client = localServer(t, map[string]any{"file_size": 8, "file_path": path})
	require.ErrorContains(t, client.Download(t.Context(), "photo", take), "another size")

	client = localServer(t, map[string]any{"file_size": 7, "file_path": "/var/lib/telegram-bot-api/1:token-of-the-bot/photos/file_0.jpg"})
	err := client.Download(t.Context(), "photo", take)
	require.ErrorContains(t, err, "local mode")
	require.NotContains(t, err.Error(), "token-of-the-bot")
}

func TestTelegramsOwnServerNamesNoFileOfThisMachine(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "secret")
	require.NoError(t, os.WriteFile(path, []byte("of this machine"), 0o600))
	client := localServer(t, map[string]any{"file_size": 15, "file_path": path})
	client.local = false
	err := client.Download(t.Context(), "photo", func(content io.Reader) error {
		got, err := io.ReadAll(content)
		require.NotContains(t, string(got), "of this machine")
		return err
	})
	require.Error(t, err)
}
