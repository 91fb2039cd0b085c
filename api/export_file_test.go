package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"

	"zayavka/store"
)

const exportTasks = `mutation($filter: TaskFilter) { exportTasks(format: CSV, language: EN, filter: $filter) { url name } }`

// exported is the answer to exportTasks.
type exported struct{ ExportTasks struct{ URL, Name string } }

func TestAFilteredListIsDownloadedByItsAddressAlone(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga := s.NewStaff(t)
		first, second := s.NewTask(t, s.NewCustomer(t)), s.NewTask(t, s.NewCustomer(t))
		ready := store.StatusReady
		_, err := s.UpdateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: olga.ID}, second.ID, store.TaskUpdate{Status: &ready})
		require.NoError(t, err)
		var file exported
		s.login(olga).into(&file, exportTasks, vars{"filter": map[string]any{"statuses": []string{"ACCEPTED"}}})
		require.Equal(t, "tasks-2026-03-02.csv", file.ExportTasks.Name)

		got := s.download(file.ExportTasks.URL)
		require.Equal(t, http.StatusOK, got.status)
		require.Equal(t, "text/csv; charset=utf-8", got.header.Get("Content-Type"))
		require.Equal(t, "attachment; filename=tasks-2026-03-02.csv", got.header.Get("Content-Disposition"))
		require.Equal(t, "no-store", got.header.Get("Cache-Control"))
		require.Equal(t, "https://web.telegram.org", got.header.Get("Access-Control-Allow-Origin"))
		require.Equal(t, 2, strings.Count(got.body, "\r\n"), "the heading and one task")
		require.Contains(t, got.body, "\r\n1,")
		require.EqualValues(t, 1, first.ID)
	})
}

func TestTheAddressOfAFileWorksForFiveMinutesAndForWhoMayLogIn(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga := s.NewStaff(t)
		var file exported
		s.login(olga).into(&file, exportTasks)
		for range 2 { // a client may ask for the head first, or again
			got := s.download(file.ExportTasks.URL)
			require.Equal(t, http.StatusOK, got.status)
		}

		_, err := s.SetStaffActive(t.Context(), olga.ID, false)
		require.NoError(t, err)
		got := s.download(file.ExportTasks.URL)
		require.Equal(t, http.StatusNotFound, got.status)
		require.Contains(t, got.body, "export it again")

		igor := s.NewStaff(t)
		here := s.login(igor)
		here.into(&file, exportTasks)
		here.gives(`{"data": {"logout": {"success": true}}}`, `mutation { logout { success } }`)
		require.Equal(t, http.StatusNotFound, s.download(file.ExportTasks.URL).status, "it ends with its session")

		s.login(igor).into(&file, exportTasks)
		s.Clock.Advance(5*time.Minute + time.Second)
		got = s.download(file.ExportTasks.URL)
		require.Equal(t, http.StatusNotFound, got.status)
	})
}

func TestATicketOfAFileIsNoAccessTokenAndNoAccessTokenATicket(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga := s.NewStaff(t)
		session := s.login(olga)
		var file exported
		session.into(&file, exportTasks)
		ticket := strings.TrimPrefix(file.ExportTasks.URL, "/export/")
		member{server: s, token: ticket}.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)

		got := s.download("/export/" + session.token)
		require.Equal(t, http.StatusNotFound, got.status)
		forged, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
			"aud": "export", "staff": olga.ID, "exp": s.Clock.Now().Add(time.Minute).Unix(), "request": map[string]any{"Kind": "tasks"},
		}).SignedString([]byte("another secret"))
		require.NoError(t, err)
		for _, text := range []string{"", "abc", forged} {
			got = s.download("/export/" + text)
			require.Equal(t, http.StatusNotFound, got.status)
		}
	})
}

func TestWhoMayReadExports(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		s.stranger().fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, exportTasks)
		s.newToken("form", store.ScopeWrite, store.ScopeImport, store.ScopeWebhooks).
			fails("This API token lacks the scope READ. Ask an admin for one that has it.", `{"code": "FORBIDDEN"}`, exportTasks)
		var file struct{ ExportTasks struct{ URL string } }
		s.newToken("books", store.ScopeRead).into(&file, exportTasks)
		require.Equal(t, http.StatusOK, s.download(file.ExportTasks.URL).status)
		tokens, err := s.APITokens(t.Context())
		require.NoError(t, err)
		_, err = s.RevokeAPIToken(t.Context(), tokens[len(tokens)-1].ID)
		require.NoError(t, err)
		require.Equal(t, http.StatusNotFound, s.download(file.ExportTasks.URL).status, "the token is revoked")
	})
}

func (s *server) download(path string) answer {
	return s.send(http.MethodGet, path, nil, nil)
}

func TestNotesAreExportedForWhoMaySeeThem(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff, customer := s.NewStaff(t), s.NewRegistered(t)
		s.NewAdmin(t)
		task := s.NewTask(t, customer)
		s.NewReceived(t, customer, &task.ID, "When?")
		s.NewReceived(t, customer, nil, "Open?")
		_, err := s.AddNote(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewMessage{TaskID: &task.ID, Text: "Waiting"})
		require.NoError(t, err)
		for _, test := range []struct {
			by   member
			want []string
		}{
			{s.login(staff), []string{"When?", "Waiting"}},
			{s.newToken("notes", store.ScopeRead, store.ScopeNotes), []string{"When?", "Waiting"}},
			{s.newToken("reader", store.ScopeRead), []string{"When?"}},
		} {
			var file struct{ ExportMessages struct{ URL, Name string } }
			test.by.into(&file, `mutation { exportMessages(format: CSV, language: EN, filter: {taskId: 1, createdFrom: "2026-03-02"}) { url name } }`)
			require.Equal(t, "messages-2026-03-02.csv", file.ExportMessages.Name)
			got := s.download(file.ExportMessages.URL)
			require.Equal(t, http.StatusOK, got.status)
			require.Equal(t, 1+len(test.want), strings.Count(got.body, "\r\n"), got.body)
			for _, text := range test.want {
				require.Contains(t, got.body, text)
			}
		}
		require.Contains(t, s.login(staff).failure(`mutation { exportMessages(format: CSV, filter: {createdTo: "x"}) { url } }`).Message, "neither a day")
	})
}
