package api_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// server is the API over HTTP, on a store of the test's own.
type server struct {
	*storetest.Store
	t       testing.TB
	api     *api.API
	handler http.Handler
	url     string
	http    *http.Client
	log     *logbook
}

// logbook is what was logged, readable while it grows.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logbook) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(line)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

var secret = []byte("a secret of thirty-two bytes or so")

func newServer(t testing.TB, s *storetest.Store, change ...func(*api.Options)) *server {
	t.Helper()
	log := &logbook{}
	options := api.Options{
		Store: s.Store, Secret: secret, AccessTTL: 12 * time.Hour, RefreshTTL: 720 * time.Hour,
		GraphiQL: fstest.MapFS{
			"index.html":  {Data: []byte("<title>GraphiQL</title>")},
			"graphiql.js": {Data: []byte("let a = 1")},
		},
		StatusTexts: api.StatusTexts{Usual: usualText, Preview: previewText},
		Clock:       s.Clock.Now, Logger: slog.New(slog.NewTextHandler(log, nil)),
	}
	for _, c := range change {
		c(&options)
	}
	a, err := api.New(options)
	require.NoError(t, err)
	e := echo.New()
	e.IPExtractor = echo.ExtractIPFromXFFHeader(echo.TrustLoopback(true))
	e.Use(middleware.RequestID())
	a.Register(e)
	listening := httptest.NewServer(e)
	t.Cleanup(listening.Close)
	t.Cleanup(a.Stop)
	return &server{Store: s, t: t, api: a, handler: e, url: listening.URL, http: listening.Client(), log: log}
}

func onSQLite(t testing.TB, change ...func(*api.Options)) *server {
	t.Helper()
	return newServer(t, storetest.Open(t, storetest.SQLite(t)), change...)
}

// onEach runs a test against both databases.
func onEach(t *testing.T, test func(t *testing.T, s *server)) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) { test(t, newServer(t, s)) })
}

// answer is what came back over HTTP.
type answer struct {
	status int
	header http.Header
	body   string
}

func (s *server) send(method, path string, header map[string]string, body io.Reader) answer {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, body)
	require.NoError(s.t, err)
	for name, value := range header {
		request.Header.Set(name, value)
	}
	response, err := s.http.Do(request)
	require.NoError(s.t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(s.t, err)
	return answer{response.StatusCode, response.Header, string(text)}
}

func (s *server) post(body string) answer {
	s.t.Helper()
	return s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": "application/json"}, strings.NewReader(body))
}

// member is somebody who calls the API; token is empty for a stranger.
type member struct {
	*server
	token   string
	address string // as a proxy tells it
	device  string // token
}

func (s *server) stranger() member { return member{server: s} }

// login gives the account's way to the API.
func (s *server) login(staff store.Staff) member {
	s.t.Helper()
	return s.loginAs(staff.Email, storetest.Password)
}

func (s *server) loginAs(email, password string) member {
	s.t.Helper()
	var data struct{ Login struct{ Token string } }
	s.stranger().into(&data, `mutation($email: String, $password: String!) {
		login(email: $email, password: $password) { token }
	}`, vars{"email": email, "password": password})
	require.NotEmpty(s.t, data.Login.Token)
	return member{server: s, token: data.Login.Token}
}

// accessToken makes a session's token without the cost of a password.
func (s *server) accessToken(staff store.Staff) string {
	s.t.Helper()
	session, err := s.StartSession(s.t.Context(), staff, store.ByPassword, time.Hour)
	require.NoError(s.t, err)
	now := s.Clock.Now()
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": strconv.FormatInt(staff.ID, 10), "exp": now.Add(time.Hour).Unix(), "ver": staff.TokenVersion, "sid": session.ID,
	}).SignedString(secret)
	require.NoError(s.t, err)
	return token
}

type vars map[string]any

func (m member) call(query string, variables vars) answer {
	m.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(m.t, err)
	header := map[string]string{"Content-Type": "application/json"}
	if m.token != "" {
		header["Authorization"] = "Bearer " + m.token
	}
	if m.address != "" {
		header["X-Forwarded-For"] = m.address
	}
	if m.device != "" {
		header["X-Device-Token"] = m.device
	}
	return m.send(http.MethodPost, "/graphql", header, bytes.NewReader(body))
}

// gives checks the whole answer.
func (m member) gives(want, query string, variables ...vars) {
	m.t.Helper()
	got := m.call(query, first(variables))
	require.Equal(m.t, http.StatusOK, got.status, got.body)
	require.JSONEq(m.t, want, got.body)
}

// fails checks that the one error of the answer has this text and these extensions.
func (m member) fails(message, extensions, query string, variables ...vars) {
	m.t.Helper()
	failure := m.failure(query, variables...)
	require.Equal(m.t, message, failure.Message)
	require.JSONEq(m.t, extensions, string(failure.Extensions))
}

type failure struct {
	Message    string
	Locations  []struct{ Line, Column int }
	Path       []any
	Extensions json.RawMessage
}

func (m member) failure(query string, variables ...vars) failure {
	m.t.Helper()
	got := m.call(query, first(variables))
	var answer struct{ Errors []failure }
	require.NoError(m.t, json.Unmarshal([]byte(got.body), &answer), got.body)
	require.Len(m.t, answer.Errors, 1, got.body)
	return answer.Errors[0]
}

// into reads the data of an answer that has no errors.
func (m member) into(data any, query string, variables ...vars) {
	m.t.Helper()
	got := m.call(query, first(variables))
	var answer struct {
		Data   json.RawMessage
		Errors []failure
	}
	require.NoError(m.t, json.Unmarshal([]byte(got.body), &answer), got.body)
	require.Empty(m.t, answer.Errors, got.body)
	require.NoError(m.t, json.Unmarshal(answer.Data, data), got.body)
}

func first(variables []vars) vars {
	if len(variables) == 0 {
		return nil
	}
	return variables[0]
}
