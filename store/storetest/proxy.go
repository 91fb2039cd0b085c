package storetest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
)

// Proxy stands between a store and PostgreSQL, and can fall silent as a network does that loses every
// packet: nothing is closed, nothing comes.
type Proxy struct {
	URL string

	mu    sync.Mutex
	lines []*line
	all   bool // also what connects from now on is silent
}

// line is one connection, passed on both ways.
type line struct {
	mu     sync.Mutex
	sent   bytes.Buffer // to PostgreSQL, its beginning
	silent bool
	ends   [2]net.Conn
}

// mostKept is how much of what was sent on a connection is kept, to tell it by.
const mostKept = 64 << 10

// NewProxy stands before a database that Postgres has made.
func NewProxy(t testing.TB, databaseURL string) *Proxy {
	t.Helper()
	config, err := pgx.ParseConfig(databaseURL)
	require.NoError(t, err)
	listener, folder, err := listenLikePostgres()
	require.NoError(t, err)
	p := &Proxy{URL: "postgres:///" + config.Database + "?user=postgres&host=" + folder}
	var running sync.WaitGroup
	running.Go(func() {
		for {
			client, err := listener.Accept()
			if errors.Is(err, net.ErrClosed) {
				return
			}
			server, err := (&net.Dialer{}).DialContext(context.Background(), "unix", filepath.Join(config.Host, ".s.PGSQL.5432"))
			if err != nil {
				_ = client.Close()
				continue
			}
			l := p.add(client, server)
			running.Go(func() { l.pass(server, io.TeeReader(client, l)) })
			running.Go(func() { l.pass(client, server) })
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		p.mu.Lock()
		for _, l := range p.lines {
			l.close()
		}
		p.mu.Unlock()
		running.Wait()
		_ = os.RemoveAll(folder)
	})
	return p
}

// listenLikePostgres makes a folder of its own for the socket, because the name of one is short.
func listenLikePostgres() (net.Listener, string, error) {
	folder, err := os.MkdirTemp("", "zayavka-proxy-")
	if err != nil {
		return nil, "", err
	}
	listener, err := (&net.ListenConfig{}).Listen(context.Background(), "unix", filepath.Join(folder, ".s.PGSQL.5432"))
	return listener, folder, err
}

func (p *Proxy) add(client, server net.Conn) *line {
	p.mu.Lock()
	defer p.mu.Unlock()
	l := &line{ends: [2]net.Conn{client, server}, silent: p.all}
	p.lines = append(p.lines, l)
	return l
}

// Silence makes the connections silent over which a text was sent, and gives their number.
func (p *Proxy) Silence(text string) (count int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, l := range p.lines {
		l.mu.Lock()
		if strings.Contains(l.sent.String(), text) && !l.silent {
			l.silent = true
			count++
		}
		l.mu.Unlock()
	}
	return count
}

// SilenceAll makes all connections silent, and those to come until Restore.
func (p *Proxy) SilenceAll() {
	p.mu.Lock()
	p.all = true
	p.mu.Unlock()
	p.Silence("")
}

// Restore lets new connections through. Those that were silent stay so.
func (p *Proxy) Restore() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.all = false
}

// Write keeps the beginning of what was sent.
func (l *line) Write(part []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sent.Write(part[:min(len(part), mostKept-l.sent.Len())])
	return len(part), nil
}

// pass passes on what comes until an end closes, or forgets it while the line is silent.
func (l *line) pass(to io.Writer, from io.Reader) {
	defer l.close()
	part := make([]byte, 32<<10)
	for {
		n, err := from.Read(part)
		l.mu.Lock()
		silent := l.silent
		l.mu.Unlock()
		if !silent && n > 0 {
			if _, err := to.Write(part[:n]); err != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

func (l *line) close() {
	for _, end := range l.ends {
		_ = end.Close()
	}
}
