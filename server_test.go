package main

import (
	"bufio"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/peers"
)

// connects opens a connection that asks for a page and reads nothing.
func connects(t *testing.T, address, header string) net.Conn {
	t.Helper()
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	_, _ = fmt.Fprintf(conn, "GET /healthz HTTP/1.1\r\nHost: x\r\n%s\r\n", header)
	return conn
}

// answered tells whether a connection gets an answer.
func answered(t *testing.T, conn net.Conn) bool {
	t.Helper()
	require.NoError(t, conn.SetReadDeadline(time.Now().Add(10*time.Second)))
	line, err := bufio.NewReader(conn).ReadString('\n')
	return err == nil && strings.Contains(line, "200")
}

func TestOneAddressHasABoundOfConnections(t *testing.T) {
	w := startWorld(t, func(c *Config) { c.HTTP.TrustedProxies = []string{"192.0.2.1"} })
	address := w.app.listener.Addr().String()
	var open []net.Conn
	for range connectionsOfAddress {
		open = append(open, connects(t, address, ""))
	}
	require.True(t, answered(t, open[connectionsOfAddress-1]))
	require.False(t, answered(t, connects(t, address, "")), "one too many")
	require.NoError(t, open[0].Close())
	require.Eventually(t, func() bool { return answered(t, connects(t, address, "")) }, 10*time.Second, 10*time.Millisecond)
}

func TestAProxyMayHaveAsManyConnectionsAsItsClientsNeed(t *testing.T) {
	w := startWorld(t, nil)
	for i := range connectionsOfAddress + 20 {
		require.True(t, answered(t, connects(t, w.app.listener.Addr().String(), "X-Forwarded-For: 203.0.113.7\r\n")), i)
	}
}

func TestOneAddressBehindAProxyHasABoundOfRequests(t *testing.T) {
	trusted, err := newProxies(DefaultConfig().HTTP, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	release, inside := make(chan struct{}), make(chan struct{}, requestsOfAddress+1)
	handler := bounded(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		inside <- struct{}{}
		<-release
	}), trusted)
	ask := func(from string) int {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, asking("127.0.0.1:1", "X-Forwarded-For", from))
		return answer.Code
	}
	ended := make(chan int, requestsOfAddress+1)
	for range requestsOfAddress {
		go func() { ended <- ask("198.51.100.1, 203.0.113.7") }()
		<-inside
	}
	require.Equal(t, http.StatusTooManyRequests, ask("198.51.100.2, 203.0.113.7"))
	go func() { ended <- ask("203.0.113.8") }()
	<-inside
	close(release)
	for range requestsOfAddress + 1 {
		require.Equal(t, http.StatusOK, <-ended)
	}
	require.Equal(t, http.StatusOK, ask("203.0.113.7"))
}

func TestASiteHasNoMoreForItsManyNetworks(t *testing.T) {
	count := peers.NewCount(2)
	for i := range 8 {
		require.True(t, count.Enter(fmt.Sprintf("2001:db8:0:%x::1", i)))
	}
	require.False(t, count.Enter("2001:db8:0:ff::1"))
	require.True(t, count.Enter("2001:db8:1::1"))
	count.Leave("2001:db8:0:1::1")
	require.True(t, count.Enter("2001:db8:0:ff::1"))
}

// deadlineRecorder notes until when each part may be written.
type deadlineRecorder struct {
	*httptest.ResponseRecorder
	deadlines []time.Time
	parts     []int
}

func (r *deadlineRecorder) SetWriteDeadline(at time.Time) error {
	r.deadlines = append(r.deadlines, at)
	return nil
}

func (r *deadlineRecorder) Write(part []byte) (int, error) {
	r.parts = append(r.parts, len(part))
	return r.ResponseRecorder.Write(part)
}

func TestEachPartOfALongAnswerHasItsOwnTime(t *testing.T) {
	trusted, err := newProxies(DefaultConfig().HTTP, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	long := strings.Repeat("x", 10*sentAtOnce+1)
	recorder := &deadlineRecorder{ResponseRecorder: httptest.NewRecorder()}
	bounded(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, long) }), trusted).
		ServeHTTP(recorder, asking("203.0.113.7:1"))
	require.Equal(t, long, recorder.Body.String())
	require.Len(t, recorder.parts, 11)
	require.Len(t, recorder.deadlines, 11)
	for _, at := range recorder.deadlines {
		require.WithinDuration(t, time.Now().Add(sendTimeout), at, 10*time.Second)
	}
}
