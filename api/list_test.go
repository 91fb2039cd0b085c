package api_test

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestTasksComeByPages(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		customer := s.NewCustomer(t)
		for range 5 {
			s.Clock.Advance(time.Minute)
			s.NewTask(t, customer)
		}
		type page struct {
			Tasks struct {
				Nodes    []struct{ ID string }
				Edges    []struct{ Cursor string }
				PageInfo struct {
					HasNextPage, HasPreviousPage bool
					StartCursor, EndCursor       string
				}
				TotalCount int
			}
		}
		const query = `query($first: Int, $after: String, $last: Int, $before: String) {
			tasks(first: $first, after: $after, last: $last, before: $before) {
				nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
			}
		}`
		read := func(variables vars) (page, []string) {
			var p page
			anna.into(&p, query, variables)
			var ids []string
			for i, node := range p.Tasks.Nodes {
				ids = append(ids, node.ID)
				require.NotEmpty(t, p.Tasks.Edges[i].Cursor)
			}
			return p, ids
		}
		first, ids := read(vars{"first": 2})
		require.Equal(t, []string{"5", "4"}, ids)
		require.Equal(t, 5, first.Tasks.TotalCount)
		require.True(t, first.Tasks.PageInfo.HasNextPage)
		require.False(t, first.Tasks.PageInfo.HasPreviousPage)
		second, ids := read(vars{"first": 2, "after": first.Tasks.PageInfo.EndCursor})
		require.Equal(t, []string{"3", "2"}, ids)
		require.True(t, second.Tasks.PageInfo.HasPreviousPage)
		third, ids := read(vars{"first": 2, "after": second.Tasks.PageInfo.EndCursor})
		require.Equal(t, []string{"1"}, ids)
		require.False(t, third.Tasks.PageInfo.HasNextPage)
		back, ids := read(vars{"last": 2, "before": third.Tasks.PageInfo.StartCursor})
		require.Equal(t, []string{"3", "2"}, ids)
		require.True(t, back.Tasks.PageInfo.HasNextPage)
		_, ids = read(vars{"last": 1})
		require.Equal(t, []string{"1"}, ids)

		anna.gives(`{"data": {"tasks": {"nodes": [{"id": "1", "customer": {"taskConnection": {"totalCount": 5, "nodes": [{"id": "1"}]}}}]}}}`,
			`{ tasks(last: 1, filter: {customerId: 1}) { nodes { id customer { taskConnection(first: 1, orderBy: OLDEST_FIRST) { totalCount nodes { id } } } } } }`)
		anna.gives(`{"data": {"customers": {"totalCount": 1, "nodes": [{"id": "1"}], "pageInfo": {"hasNextPage": false}}}}`,
			`{ customers(filter: {search: "анна"}) { totalCount nodes { id } pageInfo { hasNextPage } } }`)
		anna.gives(`{"data": {"tasks": {"nodes": []}}}`, `{ tasks(filter: {employeeId: "none"}) { nodes { id } } }`)
		anna.gives(`{"data": {"tasks": {"totalCount": 2}}}`, `{ tasks(filter: {createdTo: "2026-03-02T09:03:00Z"}) { totalCount } }`)
		anna.gives(`{"data": {"tasks": {"totalCount": 5}}}`, `{ tasks(filter: {createdFrom: "2026-03-02", createdTo: "2026-03-02"}) { totalCount } }`)
	})
}

func TestAPageThatCannotBeIsRefusedWithItsReason(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	var p struct {
		Tasks struct{ PageInfo struct{ EndCursor string } }
	}
	anna.into(&p, `{ tasks(first: 1) { pageInfo { endCursor } } }`)
	cursor := p.Tasks.PageInfo.EndCursor
	for arguments, field := range map[string]string{
		`first: 0`: "first", `first: -1`: "first", `first: 101`: "first", `last: 101`: "last", `first: 1, last: 1`: "last",
		`last: 1, after: "x"`: "after", `first: 1, before: "x"`: "before", `after: "x"`: "after", `after: ""`: "after",
		`after: "` + cursor + `", orderBy: OLDEST_FIRST`:          "after",
		`after: "` + strings.Repeat("A", 10_000) + `"`:            "after",
		`after: "` + encode("newest:9223372036854775807:1") + `"`: "after",
		`after: "` + encode("newest:1:1:1") + `"`:                 "after",
		`after: "` + encode("newest:one:1") + `"`:                 "after",
		`filter: {createdFrom: "yesterday"}`:                      "createdFrom",
		`filter: {updatedTo: "2026-13-01"}`:                       "updatedTo",
	} {
		failure := anna.failure(`{ tasks(` + arguments + `) { nodes { id } } }`)
		require.JSONEq(t, `{"code": "INVALID", "field": "`+field+`"}`, string(failure.Extensions), arguments)
	}
	require.Equal(t, "first must be between 1 and 100, and is 101.", anna.failure(`{ tasks(first: 101) { nodes { id } } }`).Message)
}

func encode(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

func TestStatsGiveEveryDayAndEveryValue(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	anna.gives(`{"data": {"stats": {"total": 1, "medianSecondsToReady": null,
		"byStatus": [{"status": "ACCEPTED", "count": 1}, {"status": "IN_PROGRESS", "count": 0}, {"status": "READY", "count": 0}, {"status": "CLOSED", "count": 0}],
		"byCategory": [{"category": "CONSULTING", "count": 0}, {"category": "DIAGNOSIS", "count": 0}, {"category": "REPAIR", "count": 0}, {"category": "OTHER", "count": 1}],
		"days": [{"day": "2026-03-01", "created": 0, "closed": 0, "medianSecondsToReady": null}, {"day": "2026-03-02", "created": 1, "closed": 0, "medianSecondsToReady": null}]}}}`,
		`{ stats(dateStart: "2026-03-01", dateEnd: "2026-03-02") { total medianSecondsToReady byStatus { status count }
			byCategory { category count } days { day created closed medianSecondsToReady } } }`)
	anna.fails("dateEnd must not be before dateStart.", `{"code": "INVALID", "field": "dateEnd"}`,
		`{ stats(dateStart: "2026-03-02", dateEnd: "2026-03-01") { total } }`)
}

func TestASearchThatIsTooLongIsRefusedWithTheLimit(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		long := vars{"search": strings.Repeat("экран ", 143)}
		for _, query := range []string{
			`query($search: String) { tasks(filter: {search: $search}) { totalCount } }`,
			`query($search: String) { customers(filter: {search: $search}) { totalCount } }`,
			`mutation($search: String) { exportTasks(format: CSV, filter: {search: $search}) { url } }`,
			`mutation($search: String) { exportCustomers(format: XLSX, filter: {search: $search}) { url } }`,
		} {
			anna.fails("The search is too long: at most 200 characters.", `{"code": "INVALID", "field": "search"}`, query, long)
			anna.fails("The search has too many words: at most 10.", `{"code": "INVALID", "field": "search"}`, query,
				vars{"search": strings.Repeat("раз ", 11)})
		}
	})
}
