package attack

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
	"github.com/stretchr/testify/require"
)

var client = &http.Client{
	Timeout:       patience,
	Transport:     &http.Transport{MaxIdleConnsPerHost: 64},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

type vars map[string]any

// answer is what an operation got.
type answer struct {
	status int
	text   string
	Data   map[string]any
	Errors []struct {
		Message    string
		Extensions struct{ Code, Field string }
	}
}

// code is that of the first error, "" without one.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

// at is a value in the data, by the names that lead to it; nil where there is none.
func (a answer) at(names ...string) any {
	var value any = a.Data
	for _, name := range names {
		object, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = object[name]
	}
	return value
}

// word is a text in the data that must be there.
func (a answer) word(t testing.TB, names ...string) string {
	t.Helper()
	text, ok := a.at(names...).(string)
	require.True(t, ok, a.text)
	return text
}

// ask sends an operation as whoever a token says. What the answer gives away as secret must not be logged.
func (s *service) ask(t testing.TB, token, query string, variables ...vars) answer {
	t.Helper()
	body := map[string]any{"query": query}
	if len(variables) > 0 {
		body["variables"] = variables[0]
	}
	encoded, err := json.Marshal(body)
	require.NoError(t, err)
	return s.post(t, token, string(encoded))
}

// post sends a body to /graphql.
func (s *service) post(t testing.TB, token, body string) answer {
	t.Helper()
	header := http.Header{"Content-Type": {"application/json"}}
	if token != "" {
		header.Set("Authorization", "Bearer "+token)
	}
	response, text := s.send(t, http.MethodPost, "/graphql", header, strings.NewReader(body))
	a := answer{status: response.StatusCode, text: text}
	if strings.HasPrefix(text, "{") {
		require.NoError(t, json.Unmarshal([]byte(text), &a), text)
		s.rememberSecrets(a.Data)
	}
	return a
}

func (s *service) send(t testing.TB, method, path string, header http.Header, body io.Reader) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, s.url(path), body)
	require.NoError(t, err)
	request.Header = header
	response, err := client.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	var text bytes.Buffer
	_, err = io.Copy(&text, response.Body)
	require.NoError(t, err)
	return response, text.String()
}

// rememberSecrets looks through an answer for what is shown once.
func (s *service) rememberSecrets(value any) {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			text, isText := member.(string)
			switch {
			case !isText:
				s.rememberSecrets(member)
			case name == "token" || name == "refreshToken" || name == "deviceToken" || name == "secret":
				s.keepsSecret(text)
			case name == "link":
				s.keepsSecret(secretOf(text))
			}
		}
	case []any:
		for _, member := range value {
			s.rememberSecrets(member)
		}
	}
}

// secretOf is the secret in the address of an invite or a login link.
func secretOf(link string) string {
	address, err := url.Parse(link)
	if err != nil {
		return link
	}
	return address.Query().Get("invite") + address.Query().Get("login")
}

// session is what a login gives.
type session struct{ token, refresh, device string }

const loginMutation = `mutation($email: String, $password: String!) {
	login(email: $email, password: $password) { success errors token refreshToken deviceToken }
}`

// login logs in who must be let in.
func (s *service) login(t testing.TB, email string) session {
	t.Helper()
	a := s.ask(t, "", loginMutation, vars{"email": email, "password": password})
	require.Equal(t, true, a.at("login", "success"), a.text)
	return sessionOf(a, "login")
}

func sessionOf(a answer, field string) session {
	text := func(name string) string { text, _ := a.at(field, name).(string); return text }
	return session{text("token"), text("refreshToken"), text("deviceToken")}
}

// member is an account that an admin's invite makes, logged in.
func (s *service) member(t testing.TB, admin, email, role string) session {
	t.Helper()
	a := s.ask(t, "", registerMutation, vars{"email": email, "password": password, "invite": s.invite(t, admin, role)})
	require.Equal(t, true, a.at("register", "success"), a.text)
	return sessionOf(a, "register")
}

const registerMutation = `mutation($email: String!, $password: String!, $invite: String) {
	register(email: $email, password1: $password, password2: $password, invite: $invite) { success errors token refreshToken deviceToken }
}`

func (s *service) invite(t testing.TB, admin, role string) string {
	t.Helper()
	a := s.ask(t, admin, `mutation($role: RoleEnum!) { createInvite(role: $role) { token } }`, vars{"role": role})
	return a.word(t, "createInvite", "token")
}

// idOf is the account of a token, "" for one that is not in force.
func (s *service) idOf(t testing.TB, token string) string {
	t.Helper()
	a := s.ask(t, token, `{ me { id } }`)
	id, ok := a.at("me", "id").(string)
	if !ok {
		require.Equal(t, "UNAUTHENTICATED", a.code(), a.text)
	}
	return id
}

// connects opens a WebSocket and tells whether it is let in with a token.
func (s *service) connects(t testing.TB, token string) (conn *websocket.Conn, letIn bool) {
	t.Helper()
	conn, response, err := websocket.Dial(t.Context(), s.url("/graphql"), &websocket.DialOptions{
		HTTPClient: client, Subprotocols: []string{"graphql-transport-ws"},
	})
	require.NoError(t, err, "%v", response)
	t.Cleanup(func() { _ = conn.CloseNow() })
	require.NoError(t, wsjson.Write(t.Context(), conn, vars{"type": "connection_init", "payload": vars{"Authorization": "Bearer " + token}}))
	var hello struct{ Type string }
	err = wsjson.Read(t.Context(), conn, &hello)
	if err != nil {
		require.EqualValues(t, 4403, websocket.CloseStatus(err), "%v", err)
	}
	return conn, err == nil && hello.Type == "connection_ack"
}

// eventually waits for a condition, as long as a loaded machine may need.
func eventually(t testing.TB, condition func() bool, what ...any) {
	t.Helper()
	require.Eventually(t, condition, patience, tick, what...)
}
