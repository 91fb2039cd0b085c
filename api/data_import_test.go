package api_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/importer"
	"zayavka/store"
	"zayavka/store/storetest"
)

// uploaded are contents that can be imported. With a gate each of them is given out when something is sent there.
type uploaded struct {
	mu       sync.Mutex
	contents map[string][]byte
	gate     chan struct{}
}

type openedContent struct{ *bytes.Reader }

func (openedContent) Close() error { return nil }

func (u *uploaded) open(ctx context.Context, sha string) (io.ReadSeekCloser, int64, error) {
	if u.gate != nil {
		select {
		case <-u.gate:
		case <-ctx.Done():
			return nil, 0, ctx.Err()
		}
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	return openedContent{bytes.NewReader(u.contents[sha])}, int64(len(u.contents[sha])), nil
}

// put uploads a file as a member does.
func (u *uploaded) put(t *testing.T, s *server, by store.Staff, name string, content []byte) (id int64) {
	t.Helper()
	sum := sha256.Sum256(content)
	sha := hex.EncodeToString(sum[:])
	u.mu.Lock()
	u.contents[sha] = content
	u.mu.Unlock()
	require.NoError(t, s.ExpectContent(t.Context(), sha))
	file, err := s.AddUpload(t.Context(), store.Actor{Kind: store.ActorStaff, ID: by.ID}, store.NewUpload{
		Content: store.Content{SHA256: sha, MIME: "text/plain", Size: int64(len(content))}, Kind: store.FileDocument, Name: name,
	})
	require.NoError(t, err)
	return file.ID
}

func onEachWithUploads(t *testing.T, test func(t *testing.T, s *server, u *uploaded)) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		u := &uploaded{contents: map[string][]byte{}}
		test(t, newServer(t, s, func(o *api.Options) { o.OpenContent = u.open }), u)
	})
}

const importFields = `id state fault rows done newRows knownRows sameRows refusedRows refused { line reason(language: EN) } unknownStatuses
	sheets { name tasks skipped withoutStatus columns { column heading example field } }`

type dataImport struct {
	ID, State                                             string
	Fault                                                 *string
	Rows, Done, NewRows, KnownRows, SameRows, RefusedRows int
	Refused                                               []struct {
		Line   int
		Reason string
	}
	UnknownStatuses []string
	Sheets          []struct {
		Name                          string
		Tasks, Skipped, WithoutStatus bool
		Columns                       []struct {
			Column, Heading, Example string
			Field                    *string
		}
	}
}

// fields are what the columns of the first sheet say.
func (i dataImport) fields() (fields []string) {
	for _, column := range i.Sheets[0].Columns {
		if column.Field == nil {
			fields = append(fields, "")
		} else {
			fields = append(fields, *column.Field)
		}
	}
	return fields
}

func (m member) begins(mutation string, variables vars) dataImport {
	m.t.Helper()
	var data map[string]struct{ DataImport dataImport }
	m.into(&data, mutation, variables)
	for _, payload := range data {
		return payload.DataImport
	}
	return dataImport{}
}

const (
	checkImport = `mutation($id: ID!, $columns: [ImportColumnInput!], $statuses: [ImportStatusInput!]) {
		checkImport(fileId: $id, columns: $columns, statuses: $statuses) { dataImport { id state } } }`
	runImport  = `mutation($id: ID!) { runImport(id: $id) { dataImport { id state } } }`
	stopImport = `mutation($id: ID!) { stopImport(id: $id) { dataImport { id state } } }`
)

// reaches waits until an import is in a state.
func (m member) reaches(id, state string) (is dataImport) {
	m.t.Helper()
	require.Eventually(m.t, func() bool {
		var data struct{ DataImport dataImport }
		m.into(&data, `query($id: ID) { dataImport(id: $id) { `+importFields+` } }`, vars{"id": id})
		is = data.DataImport
		return is.State == state
	}, time.Minute, 10*time.Millisecond, "waits for %s", state)
	return is
}

// checked is a file whose dry run is over.
func (m member) checked(variables vars) dataImport {
	m.t.Helper()
	return m.reaches(m.begins(checkImport, variables).ID, "CHECKED")
}

func TestADryRunTellsHowMoneyIsRead(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		file := u.put(t, s, olga, "заказы.csv", []byte("Заказ;Телефон;Неисправность;Сумма;Оплачено\n1;89162041837;Экран;1 500 р.;\n2;89273105502;Чистка;15 002;\n3;89273105503;Экран;от 1500 до 2000;\n"))
		seen := admin.checked(vars{"id": file})
		admin.gives(`{"data": {"dataImport": {"agreed": {"rows": 2, "total": 1650200, "highest": 1500200, "sheet": "", "line": 3}, "paid": null, "refused": [{"line": 4}],
			"sheets": [{"columns": [{"amount": null}, {"amount": null}, {"amount": null}, {"amount": 150000}, {"amount": null}]}]}}}`,
			`query($id: ID) { dataImport(id: $id) { agreed { rows total highest sheet line } paid { rows } refused { line } sheets { columns { amount } } } }`, vars{"id": seen.ID})
	})
}

const threeOrders = "Заказ;Телефон;Неисправность;Пометка\n1;89162041837;Экран;на полке\n2;89273105502;Чистка;в коробке\n3;916;Экран;на полке\n"

func TestAFileIsImportedOnceItsDryRunWasSeen(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		admin.gives(`{"data": {"dataImport": null}}`, `{ dataImport { id } }`)
		file := u.put(t, s, olga, "заказы.csv", []byte(threeOrders))
		seen := admin.checked(vars{"id": file})
		require.Equal(t, []string{"NUMBER", "PHONE", "DESCRIPTION", ""}, seen.fields())
		require.Equal(t, [4]int{3, 2, 0, 1}, [4]int{seen.Rows, seen.NewRows, seen.KnownRows, seen.RefusedRows})
		require.True(t, seen.Sheets[0].WithoutStatus)
		require.Equal(t, 4, seen.Refused[0].Line)
		count, err := s.CountTasks(t.Context(), store.TaskFilter{})
		require.NoError(t, err)
		require.Zero(t, count, "nothing is done before that")

		column := map[string]any{"sheet": "", "column": "D", "field": "STATUS"}
		seen = admin.checked(vars{"id": file, "columns": []any{column}})
		require.Equal(t, []string{"на полке", "в коробке"}, seen.UnknownStatuses)
		require.Equal(t, 3, seen.RefusedRows)
		seen = admin.checked(vars{"id": file, "columns": []any{column}, "statuses": []any{
			map[string]any{"word": "на полке", "status": "READY"}, map[string]any{"word": "в коробке", "status": "IN_PROGRESS"},
		}})
		require.Empty(t, seen.UnknownStatuses)

		admin.begins(runImport, vars{"id": seen.ID})
		done := admin.reaches(seen.ID, "DONE")
		require.Equal(t, [4]int{3, 3, 2, 1}, [4]int{done.Rows, done.Done, done.NewRows, done.RefusedRows})
		tasks, err := s.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
		require.NoError(t, err)
		require.Len(t, tasks, 2)
		events, err := s.History(t.Context(), []int64{tasks[0].ID})
		require.NoError(t, err)
		require.Equal(t, olga.ID, *events[tasks[0].ID][0].ActorID, "it says by whom")

		var made struct{ ExportRefusedRows struct{ URL string } }
		admin.into(&made, `mutation($id: ID!) { exportRefusedRows(id: $id, language: EN) { url } }`, vars{"id": seen.ID})
		refused := s.download(made.ExportRefusedRows.URL)
		require.Equal(t, http.StatusOK, refused.status)
		require.Contains(t, refused.header.Get("Content-Disposition"), "attachment")
		require.Equal(t, 2, strings.Count(refused.body, "\r\n"), refused.body)
		require.Contains(t, refused.body, "3,916,Экран,на полке,")
		require.Equal(t, http.StatusNotFound, s.download(made.ExportRefusedRows.URL+"x").status)

		next := u.put(t, s, olga, "ещё.csv", []byte("Телефон\n89162041837\n"))
		admin.checked(vars{"id": next})
		admin.fails("Not found.", `{"code": "NOT_FOUND"}`, runImport, vars{"id": seen.ID})
		s.Clock.Advance(25 * time.Hour)
		require.NoError(t, s.Prune(t.Context()))
		s.login(olga).gives(`{"data": {"dataImport": null}}`, `{ dataImport { id } }`)
	})
}

func TestAnImportRemovesTheCopyThatAKilledOneLeft(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		left, err := os.MkdirTemp("", "zayavka-import-") //nolint:usetesting // it lies where a killed process leaves it
		require.NoError(t, err)
		yesterday := time.Now().Add(-25 * time.Hour)
		require.NoError(t, os.Chtimes(left, yesterday, yesterday))
		olga := s.NewAdmin(t)
		s.login(olga).checked(vars{"id": u.put(t, s, olga, "заказы.csv", []byte(threeOrders))})
		require.NoDirExists(t, left)
	})
}

func TestRowsOfTasksWithoutAStatusCanAllBeClosed(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		file := u.put(t, s, olga, "заказы.csv", []byte(threeOrders))
		seen := admin.checked(vars{"id": file, "statuses": []any{map[string]any{"word": "", "status": "CLOSED"}}})
		admin.begins(runImport, vars{"id": seen.ID})
		admin.reaches(seen.ID, "DONE")
		tasks, err := s.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
		require.NoError(t, err)
		require.Equal(t, store.StatusClosed, tasks[0].Status)
	})
}

func TestTheRefusedRowsOfSeveralSheetsAreAZip(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		content, err := os.ReadFile("../importer/testdata/by-hand.xlsx")
		require.NoError(t, err)
		seen := admin.checked(vars{"id": u.put(t, s, olga, "мастерская.xlsx", content)})
		require.Equal(t, []string{"Январь", "Февраль"}, []string{seen.Sheets[0].Name, seen.Sheets[1].Name})
		require.Equal(t, 2, seen.RefusedRows)
		var made struct{ ExportRefusedRows struct{ URL string } }
		admin.into(&made, `mutation($id: ID!) { exportRefusedRows(id: $id) { url } }`, vars{"id": seen.ID})
		require.True(t, strings.HasPrefix(s.download(made.ExportRefusedRows.URL).body, "PK"))
	})
}

func TestAFileThatCannotBeReadSaysWhy(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		for content, fault := range map[string]string{
			"%PDF-1.7": "UNKNOWN", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1": "OLD_EXCEL", "PK\x03\x04 and no more": "DAMAGED", " \n": "EMPTY",
		} {
			file := u.put(t, s, olga, "file", []byte(content))
			failed := admin.reaches(admin.begins(checkImport, vars{"id": file}).ID, "FAILED")
			require.Equal(t, fault, *failed.Fault)
			require.Equal(t, "CONFLICT", admin.codeOf(runImport, vars{"id": failed.ID}))
		}
		seen := admin.checked(vars{"id": u.put(t, s, olga, "names.csv", []byte("Имя;Город\nОльга;Тверь\nТимур;Клин\n"))})
		require.True(t, seen.Sheets[0].Skipped)
		require.Zero(t, seen.Rows)
		require.Equal(t, "CONFLICT", admin.codeOf(runImport, vars{"id": seen.ID}), "a column of phones is chosen first")
	})
}

func (m member) codeOf(query string, variables vars) string {
	m.t.Helper()
	extensions := string(m.failure(query, variables).Extensions)
	_, code, _ := strings.Cut(extensions, `"code":"`)
	code, _, _ = strings.Cut(code, `"`)
	return code
}

func TestOneAdminsUploadIsNobodyElsesToImport(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga, igor := s.NewAdmin(t), s.NewAdmin(t)
		file := u.put(t, s, olga, "заказы.csv", []byte(threeOrders))
		s.login(igor).fails("Not found.", `{"code": "NOT_FOUND"}`, checkImport, vars{"id": file})
		s.login(s.NewStaff(t)).fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, checkImport, vars{"id": file})
		s.newToken("moves", store.ScopeWrite, store.ScopeImport).
			fails("API tokens cannot do this. Log in as a member of staff.", `{"code": "FORBIDDEN"}`, checkImport, vars{"id": file})
		seen := s.login(olga).checked(vars{"id": file})
		require.Equal(t, seen.ID, s.login(igor).checked(vars{"id": file}).ID, "what is being imported is all admins'")
	})
}

// manyOrders are several lots.
func manyOrders(lots int) []byte {
	var text strings.Builder
	text.WriteString("Заказ;Телефон;Неисправность;Статус\n")
	for n := range lots * importer.BatchSize {
		fmt.Fprintf(&text, "%d;8916%07d;Экран;Выдан\n", n+1, n)
	}
	return []byte(text.String())
}

func TestAnImportIsStoppedAndOthersWaitForIt(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga, igor := s.NewAdmin(t), s.NewAdmin(t)
		admin := s.login(olga)
		seen := admin.checked(vars{"id": u.put(t, s, olga, "много.csv", manyOrders(2))})
		u.gate = make(chan struct{})
		other := u.put(t, s, igor, "другой.csv", []byte(threeOrders))
		require.Equal(t, "RUNNING", admin.begins(runImport, vars{"id": seen.ID}).State)
		require.Equal(t, "CONFLICT", admin.codeOf(runImport, vars{"id": seen.ID}))
		require.Equal(t, "CONFLICT", s.login(igor).codeOf(checkImport, vars{"id": other}), "one is at work at a time")

		require.Equal(t, "STOPPED", admin.begins(stopImport, vars{"id": seen.ID}).State)
		u.gate <- struct{}{}
		require.Equal(t, "RUNNING", admin.begins(runImport, vars{"id": seen.ID}).State)
		u.gate <- struct{}{}
		done := admin.reaches(seen.ID, "DONE")
		require.Equal(t, 2*importer.BatchSize, done.NewRows+done.SameRows, "what was taken in before is recognised")
		count, err := s.CountTasks(t.Context(), store.TaskFilter{})
		require.NoError(t, err)
		require.Equal(t, 2*importer.BatchSize, count)
		require.Equal(t, "DONE", admin.begins(stopImport, vars{"id": seen.ID}).State)
	})
}

func TestAnImportGoesOnInAnotherProcess(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		seen := admin.checked(vars{"id": u.put(t, s, olga, "заказы.csv", []byte(threeOrders))})
		dead := &uploaded{contents: u.contents, gate: make(chan struct{})} // gets no further
		first := newServer(t, s.Store, func(o *api.Options) { o.OpenContent = dead.open })
		first.login(olga).begins(runImport, vars{"id": seen.ID})
		s.Clock.Advance(59 * time.Second)
		require.Equal(t, "CONFLICT", admin.codeOf(runImport, vars{"id": seen.ID}))
		s.Clock.Advance(2 * time.Second)
		admin.reaches(seen.ID, "INTERRUPTED")
		admin.begins(runImport, vars{"id": seen.ID})
		require.Equal(t, 2, admin.reaches(seen.ID, "DONE").NewRows)
		dead.gate <- struct{}{} // the one that was taken for dead wakes up
		first.api.Stop()
		require.Equal(t, 2, admin.reaches(seen.ID, "DONE").NewRows)
		count, err := s.CountTasks(t.Context(), store.TaskFilter{})
		require.NoError(t, err)
		require.Equal(t, 2, count)
	})
}

func TestAStopOfTheServiceInterruptsAnImport(t *testing.T) {
	onEachWithUploads(t, func(t *testing.T, s *server, u *uploaded) {
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		seen := admin.checked(vars{"id": u.put(t, s, olga, "заказы.csv", []byte(threeOrders))})
		waits := &uploaded{contents: u.contents, gate: make(chan struct{})}
		first := newServer(t, s.Store, func(o *api.Options) { o.OpenContent = waits.open })
		first.login(olga).begins(runImport, vars{"id": seen.ID})
		first.api.Stop()
		require.Equal(t, "INTERRUPTED", admin.reaches(seen.ID, "INTERRUPTED").State)
		admin.begins(runImport, vars{"id": seen.ID})
		admin.reaches(seen.ID, "DONE")
	})
}
