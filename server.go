package main

import (
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"zayavka/peers"
)

// How long a client may take, and what one address may have open at once: enough for twenty people behind
// one address, each with a browser's six connections and the Mini App's WebSockets.
const (
	headerTimeout  = 10 * time.Second
	requestTimeout = 10 * time.Second // one that comes too slowly must not hold up a stop
	idleTimeout    = 2 * time.Minute
	sendTimeout    = time.Minute // for each part of an answer
	sentAtOnce     = 64 << 10    // so much of an answer is a part: 1 kB a second is fast enough

	connectionsOfAddress = 256
	requestsOfAddress    = 256
)

func newServer(handler http.Handler, trusted *proxies, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           bounded(guarded(handler), trusted),
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       requestTimeout,
		WriteTimeout:      2 * sendTimeout, // until the first part; partWriter goes on from there
		IdleTimeout:       idleTimeout,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// guarded tells a browser to take every answer for what it says it is, to run nothing in it, to show it in no
// frame and to tell nobody its address. A page sets what it needs instead.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
		header.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

// bounded gives a client that reads an answer slowly all the time it needs, and one that does not read
// at all a minute; and lets no address have too many requests under way, as its proxy tells it.
func bounded(next http.Handler, trusted *proxies) http.Handler {
	underWay := peers.NewCount(requestsOfAddress)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		address := trusted.address(r)
		if !trusted.trusts(address) { // a program on this machine, or everybody behind a proxy that tells nothing
			if !underWay.Enter(address) {
				w.Header().Set("Retry-After", "5")
				http.Error(w, "Too many requests from your address are under way. Try again in a few seconds.", http.StatusTooManyRequests)
				return
			}
			defer underWay.Leave(address)
		}
		next.ServeHTTP(&partWriter{w, http.NewResponseController(w)}, r)
	})
}

// partWriter writes an answer by parts, for each of which the client has sendTimeout.
type partWriter struct {
	http.ResponseWriter
	control *http.ResponseController
}

// Unwrap is for http.ResponseController.
func (w *partWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *partWriter) Write(answer []byte) (written int, err error) {
	for {
		part := answer[written:min(written+sentAtOnce, len(answer))]
		_ = w.control.SetWriteDeadline(time.Now().Add(sendTimeout)) // not supported by what is no connection, as in tests
		n, err := w.ResponseWriter.Write(part)
		written += n
		if err != nil || written == len(answer) {
			return written, err
		}
	}
}

// boundedListener lets no address have too many connections. Proxies that are trusted speak for many.
type boundedListener struct {
	net.Listener
	trusted *proxies
	open    *peers.Count
}

func (l *boundedListener) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		address, _, err := net.SplitHostPort(conn.RemoteAddr().String())
		if err != nil || l.trusted.trusts(address) {
			return conn, nil
		}
		if l.open.Enter(address) {
			return &countedConn{Conn: conn, leave: sync.OnceFunc(func() { l.open.Leave(address) })}, nil
		}
		_ = conn.Close()
	}
}

// countedConn is a connection until it is closed.
type countedConn struct {
	net.Conn
	leave func()
}

func (c *countedConn) Close() error {
	c.leave()
	return c.Conn.Close()
}
