package api_test

import (
	"encoding/binary"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store/storetest"
)

// statements stands between the store and PostgreSQL and notes each statement that is sent.
type statements struct {
	mu   sync.Mutex
	sent []string
}

func (s *statements) note(statement string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent = append(s.sent, statement)
}

func (s *statements) during(do func()) []string {
	s.mu.Lock()
	s.sent = nil
	s.mu.Unlock()
	do()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sent
}

// watchStatements gives a URL that leads to the same database through the watcher.
func watchStatements(t *testing.T, url string) (*statements, string) {
	t.Helper()
	real := url[strings.Index(url, "host=")+len("host="):]
	folder, err := os.MkdirTemp("", "watch-") //nolint:usetesting // t.TempDir is too long for the name of a socket
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	listener, err := net.Listen("unix", filepath.Join(folder, ".s.PGSQL.5432"))
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	watched := &statements{}
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			database, err := net.Dial("unix", filepath.Join(real, ".s.PGSQL.5432"))
			if err != nil {
				_ = client.Close()
				return
			}
			go func() {
				_, _ = io.Copy(client, database)
				_ = client.Close()
			}()
			go func() {
				watched.forward(client, database)
				_ = database.Close()
			}()
		}
	}()
	return watched, strings.Replace(url, real, folder, 1)
}

// watchReader gives a server whose statements are noted, and another replica that writes: what it tells of that, it tells a
// moment later.
func watchReader(t *testing.T) (watched *statements, reader, writer *server) {
	url := storetest.Postgres(t)
	watched, through := watchStatements(t, url)
	return watched, newServer(t, storetest.Open(t, through)), newServer(t, storetest.Open(t, url))
}

// forward copies the client's messages: the first is a length and a body, each further one has a
// letter for its kind before that, which is Q for a statement and E for one that was prepared.
// See https://www.postgresql.org/docs/current/protocol-message-formats.html
func (s *statements) forward(client io.Reader, database io.Writer) {
	for header := 4; ; header = 5 {
		message := make([]byte, header)
		if _, err := io.ReadFull(client, message); err != nil {
			return
		}
		body := make([]byte, binary.BigEndian.Uint32(message[header-4:])-4)
		if _, err := io.ReadFull(client, body); err != nil {
			return
		}
		switch text := string(body); {
		case header == 5 && message[0] == 'Q' && !strings.HasPrefix(text, "-- ping"):
			s.note(strings.TrimRight(text, "\x00"))
		case header == 5 && message[0] == 'E':
			s.note("a prepared statement")
		}
		if _, err := database.Write(append(message, body...)); err != nil {
			return
		}
	}
}

func TestTheNumberOfStatementsDoesNotGrowWithTheList(t *testing.T) {
	t.Parallel()
	watched, s, other := watchReader(t)
	staff := s.NewStaff(t)
	anna, annaThere := s.login(staff), other.login(staff)
	const create = `mutation($phone: String!) { createTask(taskData: {customerPhone: $phone}) { task { id } } }`
	const write = `mutation($id: ID!) { addNote(taskId: $id, text: "а") { message { id } }
		saveEstimate(taskId: $id, lines: [{text: "Экран", price: 1}]) { estimate { id } } addPayment(taskId: $id, amount: 1, method: CASH) { task { id } } sendMessage(taskId: $id, text: "б") { message { id } } }`
	tasks := 0
	grow := func(customers int) {
		for range customers {
			phone := other.NewPhone()
			for range 2 {
				tasks++
				annaThere.call(create, vars{"phone": phone})
				require.NotContains(t, annaThere.call(write, vars{"id": tasks}).body, `"errors"`)
			}
		}
	}
	for query, want := range map[string]int{ // beside the one that reads who is logged in
		`{ allTasks { id status } }`:                                                                                                                                      1,
		`{ allTasks { id customer { phone } employee { email } } }`:                                                                                                       3,
		`{ allCustomers { phone } }`:                                                                                                                                      1,
		`{ allCustomers { phone tasks { id employee { email } } } }`:                                                                                                      3,
		`{ allTasks { customer { tasks { customer { tasks { id employee { id } } } } } } }`:                                                                               4,
		`{ tasks(first: 100) { nodes { id customer { phone } employee { email } } edges { cursor node { id } } } }`:                                                       3,
		`{ tasks(first: 100, filter: {search: "917"}) { totalCount nodes { customer { tasks { id } } } } }`:                                                               4,
		`{ customers(first: 100) { totalCount nodes { tasks { employee { email } } } edges { node { name } } } }`:                                                         4,
		`{ customers(first: 100) { nodes { taskConnection(first: 1) { totalCount nodes { employee { email } } edges { cursor } } } } }`:                                   4,
		`{ tasks(first: 100) { nodes { customer { a: taskConnection(last: 1) { nodes { id } } b: taskConnection { edges { cursor } } } } } }`:                             4,
		`{ tasks(first: 100) { nodes { messages(last: 1) { totalCount nodes { text authorName files { id } notification { state } customer { id } } } files { id } } } }`: 8,
		`{ customers(first: 100) { nodes { messages(last: 2) { nodes { task { id } notification { message { id } } } } } } }`:                                             5,
		`{ tasks(first: 100) { nodes { estimate { total lines { text } notification { state } } paid due payments { method } } } }`:                                       7,
		`{ a: allTasks { customer { phone } } b: allTasks { customer { phone } } }`:                                                                                       3,
	} {
		t.Run(query, func(t *testing.T) {
			for _, customers := range []int{1, 20} {
				grow(customers)
				sent := watched.during(func() {
					require.NotContains(t, anna.call(query, nil).body, `"errors"`)
				})
				require.Len(t, sent, 1+want, strings.Join(sent, "\n"))
			}
		})
	}
}
