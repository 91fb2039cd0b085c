package attack

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// size is how many come: as many as given in the full form, a tenth in the short one.
func size(many int) int {
	if *full {
		return many
	}
	return many / 10
}

const (
	crowdPatience = 4 * time.Minute                  // for what ends with a deadline of the service, on a loaded machine
	notProxies    = "HTTP_TRUSTED_PROXIES=192.0.2.1" // so that addresses of this machine are strangers'
)

// dial connects to the service from an address of this machine, with as little room for answers as there can be.
func (s *service) dial(t testing.TB, from string) net.Conn {
	t.Helper()
	dialer := net.Dialer{
		LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)},
		Control: func(_, _ string, raw syscall.RawConn) (err error) {
			controlled := raw.Control(func(fd uintptr) { err = syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVBUF, 4096) })
			if controlled != nil {
				return controlled
			}
			return err
		},
	}
	conn, err := dialer.DialContext(t.Context(), "tcp", s.address)
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// stranger is the address of the nth of many, each a party of its own.
func stranger(n int) string { return fmt.Sprintf("127.1.%d.%d", n/250, n%250+1) }

// goroutines is how much the service has under way.
func (s *service) goroutines(t testing.TB) int {
	t.Helper()
	_, text := s.send(t, http.MethodGet, "/metrics", nil, nil)
	for line := range strings.Lines(text) {
		var count int
		if n, _ := fmt.Sscanf(line, "go_goroutines %d", &count); n == 1 {
			return count
		}
	}
	t.Fatal("there is no go_goroutines in /metrics")
	return 0
}

// honest is served all the while.
func (s *service) honest(t testing.TB, token string) {
	t.Helper()
	require.NotEmpty(t, s.idOf(t, token))
	require.Equal(t, http.StatusOK, s.status("/app/"))
	require.Equal(t, http.StatusOK, s.status("/readyz"))
	conn, letIn := s.connects(t, token)
	require.True(t, letIn)
	_ = conn.CloseNow()
}

func TestStrangersWhoReadNothingAreLetGo(t *testing.T) {
	t.Parallel()
	s := serve(t, notProxies)
	owner := s.login(t, adminEmail)
	s.honest(t, owner.token)
	before := s.goroutines(t)
	crowd := size(2_000)
	request := "GET /graphiql/graphiql.js HTTP/1.1\r\nHost: x\r\n\r\n"
	for n := range crowd {
		_, err := io.WriteString(s.dial(t, stranger(n)), strings.Repeat(request, 20))
		require.NoError(t, err)
		if n%100 == 99 {
			s.honest(t, owner.token)
		}
	}
	eventually(t, func() bool { return s.goroutines(t) >= before+crowd }, "all of them are being answered")
	s.honest(t, owner.token)
	require.Eventually(t, func() bool {
		s.honest(t, owner.token)
		return s.goroutines(t) < before+20
	}, crowdPatience, time.Second, "the deadline ends them")
}

func TestRequestsThatDribbleAndSocketsThatIdleAreLetGo(t *testing.T) {
	t.Parallel()
	for name, setting := range map[string]string{"strangers": notProxies, "behind a proxy": "HTTP_TRUSTED_PROXIES=127.0.0.0/8"} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, setting)
			owner := s.login(t, adminEmail)
			s.honest(t, owner.token)
			before := s.goroutines(t)
			idle, dribbling := max(size(1_500), 300), size(200) // more than an address may have
			var open []net.Conn
			for range idle {
				open = append(open, s.dial(t, "127.2.0.1"))
			}
			const body = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
			const head = "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: "
			var over atomic.Int64
			for n := range dribbling {
				conn := s.dial(t, stranger(n))
				go func() {
					defer over.Add(1)
					for text := []string{head, body}[n%2]; ; text = "x" {
						if _, err := io.WriteString(conn, text); err != nil {
							return
						}
						time.Sleep(100 * time.Millisecond) // a byte at a time
					}
				}()
			}
			s.honest(t, owner.token)
			require.Eventually(t, func() bool {
				s.honest(t, owner.token)
				return over.Load() == int64(dribbling) && s.goroutines(t) < before+20
			}, crowdPatience, 100*time.Millisecond, "all are let go")
			for _, conn := range open {
				require.NoError(t, conn.SetReadDeadline(time.Now().Add(patience)))
				_, err := io.Copy(io.Discard, conn)
				require.NotErrorIs(t, err, os.ErrDeadlineExceeded, "an idle socket is still open")
			}
			answer := s.dial(t, "127.2.0.1")
			_, err := io.WriteString(answer, "GET /healthz HTTP/1.0\r\n\r\n")
			require.NoError(t, err)
			line, err := bufio.NewReader(answer).ReadString('\n')
			require.NoError(t, err)
			require.Contains(t, line, "200", "who had too many may come again")
		})
	}
}

func TestASlowReaderOfALongListGetsTheWhole(t *testing.T) {
	t.Parallel()
	s := serve(t, notProxies)
	owner := s.login(t, adminEmail)
	const tasks, lists = 100, 6
	description := strings.Repeat("я", 10_000)
	for n := range tasks / 10 {
		var fields strings.Builder
		for i := range 10 {
			fmt.Fprintf(&fields, "t%d: createTask(taskData: {customerPhone: \"+79170000001\", description: $d}) { task { id } } ", i)
		}
		a := s.ask(t, owner.token, "mutation($d: String) {"+fields.String()+"}", vars{"d": description})
		require.Empty(t, a.Errors, "%d: %s", n, a.text)
	}
	var fields strings.Builder
	for i := range lists {
		fmt.Fprintf(&fields, "l%d: allTasks { description } ", i)
	}
	query, err := json.Marshal(map[string]string{"query": "{" + fields.String() + "}"})
	require.NoError(t, err)
	conn := s.dial(t, "127.3.0.1")
	_, err = fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s",
		owner.token, len(query), query)
	require.NoError(t, err)
	pause := 5 * time.Millisecond // so that it takes longer than an operation may
	if *full {
		pause = 45 * time.Millisecond // and longer than an answer that is written at once
	}
	began := time.Now()
	response, err := http.ReadResponse(bufio.NewReaderSize(&slowly{conn, pause}, 4096), nil)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	require.Equal(t, http.StatusOK, response.StatusCode)
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	var whole struct {
		Data   map[string][]struct{ Description string }
		Errors []any
	}
	require.NoError(t, json.Unmarshal(text, &whole))
	require.Empty(t, whole.Errors)
	require.Len(t, whole.Data, lists)
	for _, list := range whole.Data {
		require.Len(t, list, tasks)
		for _, task := range list {
			require.Equal(t, description, task.Description)
		}
	}
	t.Logf("%d bytes in %v", len(text), time.Since(began))
}

// slowly reads as a bad connection does.
type slowly struct {
	net.Conn
	pause time.Duration
}

func (s *slowly) Read(p []byte) (int, error) {
	time.Sleep(s.pause)
	return s.Conn.Read(p[:min(len(p), 4096)])
}
