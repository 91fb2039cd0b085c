package store_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// manyTasks is how many tasks the plans are made for: so many that reading them all is never the best.
const manyTasks = 30_000

// fewRows is how many rows may be looked at for a page of 50, be it full of what one task in fifty is.
const fewRows = 3_000

// fillMany writes tasks past the store: a few are open, and there are an hour's pause and another
// update between any two; every other one is promised for two days later.
func fillMany(t *testing.T, s *storetest.Store) {
	t.Helper()
	driver, source, numbers, at := "sqlite", strings.TrimPrefix(s.URL, "sqlite://"),
		"WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)",
		"strftime('%%Y-%%m-%%d %%H:%%M:%%S+00:00', '2022-01-01', (%s) || ' hours')"
	if strings.HasPrefix(s.URL, "postgres") {
		driver, source = "pgx", s.URL
		numbers, at = "WITH numbers (n) AS (SELECT generate_series(1, %d))", "timestamptz '2022-01-01Z' + (%s) * interval '1 hour'"
	}
	db, err := sql.Open(driver, source)
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	text := "n || ' 7917' || n || CASE WHEN n %% 3 = 0 THEN ' экран' ELSE ' плата' END || CASE WHEN n = 777 THEN ' велосипед' ELSE '' END"
	tasks := fmt.Sprintf(numbers, manyTasks)
	search := " INSERT INTO task_search (rowid, text) SELECT n, " + text + " FROM numbers"
	if driver == "pgx" {
		search = " INSERT INTO task_search (task_id, text) SELECT n, " + text + " FROM numbers"
	}
	for _, statement := range []string{
		fmt.Sprintf(numbers, 20) + " INSERT INTO staff (id, email, email_key, password_hash, role, created_at, updated_at) " +
			"SELECT n, n, n, '', 'staff', now, now FROM numbers, (SELECT " + fmt.Sprintf(at, "0") + " AS now) AS clock",
		fmt.Sprintf(numbers, 3_000) + " INSERT INTO customers (id, phone, phone_key, unreachable_at, created_at, updated_at) " +
			"SELECT n, n, '7917' || n, CASE WHEN n % 50 = 0 THEN now END, now, now FROM numbers, (SELECT " + fmt.Sprintf(at, "0") + " AS now) AS clock",
		"INSERT INTO stages (id, status, name_ru, name_en, told, text_ru, text_en, place, created_at, updated_at) SELECT 1, 'ACCEPTED', '', '', false, '', '', 1, now, now " +
			"FROM (SELECT " + fmt.Sprintf(at, "0") + " AS now) AS clock",
		"INSERT INTO shop_categories (id, category, name_ru, name_en, place, created_at, updated_at) SELECT 1, 'OTHER', '', '', 1, now, now " +
			"FROM (SELECT " + fmt.Sprintf(at, "0") + " AS now) AS clock",
		tasks + " INSERT INTO tasks (id, customer_id, employee_id, category, status, created_at, updated_at, awaiting_reply_since, promised_at, overdue_at, stage_id, shop_category_id, warranty_of_id, ready_since) SELECT n, 1 + n * 7 % 3000, " +
			"CASE WHEN n % 100 > 0 THEN 1 + n % 20 END, CASE n % 4 WHEN 0 THEN 'REPAIR' WHEN 1 THEN 'OTHER' WHEN 2 THEN 'DIAGNOSIS' ELSE 'CONSULTING' END, " +
			"CASE WHEN n % 100 > 2 THEN 'CLOSED' WHEN n % 3 = 0 THEN 'READY' ELSE 'ACCEPTED' END, " +
			fmt.Sprintf(at, "n") + ", " + fmt.Sprintf(at, "n * 7919 % 30000") + ", CASE WHEN n % 100 = 0 THEN " + fmt.Sprintf(at, "n") + " END, CASE WHEN n % 2 = 0 THEN " + fmt.Sprintf(at, "n + 48") + " END, " +
			"CASE WHEN n % 100 = 2 THEN " + fmt.Sprintf(at, "n + 72") + " END, CASE WHEN n % 200 = 2 THEN 1 END, " +
			"CASE WHEN n % 50 = 1 THEN 1 END, CASE WHEN n % 1000 = 0 THEN n - 1 END, CASE WHEN n % 100 <= 2 AND n % 3 = 0 THEN " + fmt.Sprintf(at, "n") + " END FROM numbers",
		tasks + " INSERT INTO task_items (task_id, maker, serial, serial_key) SELECT n, 'Sony', 'SN ' || n, 'SN' || n FROM numbers",
		tasks + strings.ReplaceAll(search, "%%", "%"),
	} {
		_, err := db.ExecContext(t.Context(), statement)
		require.NoError(t, err, statement)
	}
	if driver == "pgx" { // SQLite's planner looks at no statistics
		_, err = db.ExecContext(t.Context(), "VACUUM ANALYZE")
		require.NoError(t, err)
	}
}

func TestPagesReadFewRowsHoweverManyTasksThereAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		fillMany(t, s)
		first := store.PageRequest{Limit: 50}
		deep := store.PageRequest{Limit: 50, After: &store.Cursor{At: time.Date(2023, 9, 1, 0, 0, 0, 0, time.UTC), ID: 15_000}}
		last := store.PageRequest{Limit: 50, FromEnd: true}
		open := []store.Status{store.StatusReady, store.StatusAccepted, store.StatusInProgress}
		month := store.Interval{From: time.Date(2023, 8, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2023, 9, 1, 0, 0, 0, 0, time.UTC)}
		for name, query := range map[string]struct {
			filter store.TaskFilter
			order  store.TaskOrder
		}{
			"all":                            {},
			"oldest first":                   {order: store.TasksOldestFirst},
			"recently updated first":         {order: store.TasksRecentlyUpdatedFirst},
			"a phone's":                      {filter: store.TaskFilter{Phone: ptr("79170000100")}},
			"a customer's":                   {filter: store.TaskFilter{CustomerID: ptr(int64(100))}},
			"open":                           {filter: store.TaskFilter{Statuses: open}},
			"open, recently updated first":   {filter: store.TaskFilter{Statuses: open}, order: store.TasksRecentlyUpdatedFirst},
			"open, of a category":            {filter: store.TaskFilter{Statuses: open, Categories: []store.Category{store.CategoryRepair}}},
			"statuses, category and month":   {filter: store.TaskFilter{Statuses: []store.Status{store.StatusReady, store.StatusClosed}, Categories: []store.Category{store.CategoryRepair}, Created: month}},
			"a day's":                        {filter: store.TaskFilter{Day: ptr(store.Day("2023-08-01"))}},
			"an employee's":                  {filter: store.TaskFilter{EmployeeID: ptr(int64(7))}},
			"an employee's open":             {filter: store.TaskFilter{EmployeeID: ptr(int64(3)), Statuses: open}},
			"nobody's":                       {filter: store.TaskFilter{Unassigned: ptr(true)}},
			"of unreachable customers":       {filter: store.TaskFilter{Unreachable: ptr(true)}},
			"with a rare word":               {filter: store.TaskFilter{Search: "велосипед"}},
			"with a common word":             {filter: store.TaskFilter{Search: "экран"}},
			"open with a common word":        {filter: store.TaskFilter{Search: "экран", Statuses: open}},
			"with a part of a phone":         {filter: store.TaskFilter{Search: "7917 777"}},
			"that wait for an answer":        {filter: store.TaskFilter{Awaiting: ptr(true)}, order: store.TasksLongestWaitFirst},
			"an employee's that wait":        {filter: store.TaskFilter{Awaiting: ptr(true), EmployeeID: ptr(int64(7))}, order: store.TasksLongestWaitFirst},
			"that are overdue":               {filter: store.TaskFilter{Overdue: ptr(true)}, order: store.TasksPromisedFirst},
			"that are overdue, newest first": {filter: store.TaskFilter{Overdue: ptr(true)}},
			"an employee's overdue":          {filter: store.TaskFilter{Overdue: ptr(true), EmployeeID: ptr(int64(7))}, order: store.TasksPromisedFirst},
			"open, promised first":           {filter: store.TaskFilter{Statuses: open}, order: store.TasksPromisedFirst},
			"an employee's, promised first":  {filter: store.TaskFilter{Statuses: open, EmployeeID: ptr(int64(7))}, order: store.TasksPromisedFirst},
			"open, promised for a month":     {filter: store.TaskFilter{Statuses: open, Promised: month}, order: store.TasksPromisedFirst},
			"promised for a month":           {filter: store.TaskFilter{Promised: month}},
			"in a stage":                     {filter: store.TaskFilter{StageID: ptr(int64(1)), Statuses: open}},
			"of a category of the shop's":    {filter: store.TaskFilter{ShopCategoryID: ptr(int64(1))}},
			"under the warranty of another":  {filter: store.TaskFilter{WarrantyOfID: ptr(int64(77))}},
			"with a serial number":           {filter: store.TaskFilter{Serial: ptr("SN 777")}},
			"that are ready":                 {filter: store.TaskFilter{Statuses: []store.Status{store.StatusReady}}, order: store.TasksLongestReadyFirst},
			"an employee's that are ready":   {filter: store.TaskFilter{Statuses: []store.Status{store.StatusReady}, EmployeeID: ptr(int64(7))}, order: store.TasksLongestReadyFirst},
			"with a number":                  {filter: store.TaskFilter{Search: "№ 77"}},
			"updated lately, in their order": {filter: store.TaskFilter{Updated: month}, order: store.TasksRecentlyUpdatedFirst},
		} {
			for place, part := range map[string]store.PageRequest{"first": first, "deep": deep, "last": last} {
				text, args, values, err := s.TaskPageStatement(t.Context(), query.filter, query.order, part)
				require.NoError(t, err)
				t.Run(name+", "+place, func(t *testing.T) {
					if strings.HasPrefix(s.URL, "postgres") {
						requireFewRowsOnPostgres(t, s.URL, "tasks", text, args, values)
					} else {
						requireIndexOnSQLite(t, s.URL, scanOfAllTasks, text, args)
					}
				})
			}
		}
	})
}

func TestTheQueuesOfADigestReadFewRowsHoweverManyTasksThereAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		fillMany(t, s)
		s.Clock.Advance(time.Date(2025, 6, 1, 9, 0, 0, 0, time.UTC).Sub(s.Clock.Now())) // when the last of them were made
		for _, queue := range store.DigestQueues() {
			t.Run(string(queue), func(t *testing.T) {
				text, args := s.QueueStatement(queue)
				if strings.HasPrefix(s.URL, "postgres") {
					requireFewRowsOnPostgres(t, s.URL, "tasks", text, args, false)
				} else {
					requireIndexOnSQLite(t, s.URL, scanOfAllTasks, text, args)
				}
			})
		}
	})
}

func TestPoorRatingsAreReadWithoutGoingThroughAllTasksOrRatings(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		fillMany(t, s)
		s.Exec(t, "INSERT INTO ratings (task_id, rating, asked_at, rated_at) SELECT id, 1 + id % 5, created_at, created_at FROM tasks")
		if strings.HasPrefix(s.URL, "postgres") { // SQLite's planner looks at no statistics
			s.Exec(t, "VACUUM ANALYZE ratings")
		}
		text, args := s.PoorlyRatedStatement("2023-08-01", "2023-08-31")
		for table, scan := range map[string]*regexp.Regexp{"tasks": scanOfAllTasks, "ratings": scanOfAllRatings} {
			if strings.HasPrefix(s.URL, "postgres") {
				requireFewRowsOnPostgres(t, s.URL, table, text, args, false)
			} else {
				requireIndexOnSQLite(t, s.URL, scan, text, args)
			}
		}
	})
}

// planNode is a part of what PostgreSQL's EXPLAIN (ANALYZE, FORMAT JSON) gives.
type planNode struct {
	NodeType string  `json:"Node Type"`
	Relation string  `json:"Relation Name"`
	Rows     float64 `json:"Actual Rows"`
	Removed  float64 `json:"Rows Removed by Filter"`
	Loops    float64 `json:"Actual Loops"`
	Plans    []planNode
}

// scanned counts the rows of a table that were looked at, and tells whether they were gone through in no order.
func (n planNode) scanned(table string) (rows float64, sequential bool) {
	if n.Relation == table {
		rows, sequential = (n.Rows+n.Removed)*n.Loops, n.NodeType == "Seq Scan"
	}
	for _, child := range n.Plans {
		childRows, childSequential := child.scanned(table)
		rows, sequential = rows+childRows, sequential || childSequential
	}
	return rows, sequential
}

func requireFewRowsOnPostgres(t *testing.T, url, table, text string, args []any, values bool) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	require.NoError(t, err)
	defer func() { require.NoError(t, conn.Close(context.WithoutCancel(t.Context()))) }()
	explain := "EXPLAIN (ANALYZE, FORMAT JSON) "
	if !values {
		_, err := conn.Exec(t.Context(), "SET plan_cache_mode = force_generic_plan")
		require.NoError(t, err)
		_, err = conn.Prepare(t.Context(), "page", text)
		require.NoError(t, err)
		marks := make([]string, len(args))
		for i := range args {
			marks[i] = fmt.Sprint("$", i+1)
		}
		text = "EXECUTE page"
		if len(args) > 0 {
			text += "(" + strings.Join(marks, ", ") + ")"
		}
	}
	var plan []byte
	err = conn.QueryRow(t.Context(), explain+text, append([]any{pgx.QueryExecModeSimpleProtocol}, args...)...).Scan(&plan)
	require.NoError(t, err, text)
	var explained []struct{ Plan planNode }
	require.NoError(t, json.Unmarshal(plan, &explained))
	rows, sequential := explained[0].Plan.scanned(table)
	require.False(t, sequential, "%s\n%s", text, plan)
	require.LessOrEqual(t, rows, float64(fewRows), "%s\n%s", text, plan)
}

// How SQLite's EXPLAIN QUERY PLAN tells that it goes through all rows of a table without an index.
var (
	scanOfAllTasks    = regexp.MustCompile(`SCAN (t|tasks)( |$)(USING INDEX)?`)
	scanOfAllRatings  = regexp.MustCompile(`SCAN (ra|ratings)( |$)(USING INDEX)?`)
	scanOfAllMessages = regexp.MustCompile(`SCAN (m|w|messages)( |$)(USING INDEX)?`)
	readingOfInbox    = regexp.MustCompile(`(SCAN|SEARCH) m( |$)(USING (?:COVERING )?INDEX messages_inbox)?`)
)

func requireIndexOnSQLite(t *testing.T, url string, scanOfAll *regexp.Regexp, text string, args []any) {
	t.Helper()
	db, err := sql.Open("sqlite", strings.TrimPrefix(url, "sqlite://"))
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	rows, err := db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+strings.ReplaceAll(text, "$", "?"), args...)
	require.NoError(t, err, text)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var id, parent, unused int
		var detail string
		require.NoError(t, rows.Scan(&id, &parent, &unused, &detail))
		if found := scanOfAll.FindStringSubmatch(detail); found != nil {
			require.NotEmpty(t, found[3], "%s\n%s", text, detail)
		}
	}
	require.NoError(t, rows.Err())
}

func TestThreadsAndTheInboxReadFewRowsHoweverManyMessagesThereAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		fillMany(t, s)
		fillManyMessages(t, s)
		first, last := store.PageRequest{Limit: 50}, store.PageRequest{Limit: 50, FromEnd: true}
		middle := store.PageRequest{Limit: 50, FromEnd: true, Before: &store.Cursor{ID: manyTasks}}
		type statement struct {
			text string
			args []any
		}
		statements := map[string]statement{}
		for place, page := range map[string]store.PageRequest{"first": first, "last": last, "middle": middle} {
			for _, withoutNotes := range []bool{false, true} {
				filter := store.MessageFilter{WithoutNotes: withoutNotes}
				name := fmt.Sprintf("%s page, without notes: %v, ", place, withoutNotes)
				for who, ids := range map[string][]int64{"the longest": {1}, "many": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}} {
					text, args := s.MessagePagesStatement(store.MessagesOfTask, ids, filter, page)
					statements[name+who+" of tasks"] = statement{text, args}
					text, args = s.MessagePagesStatement(store.MessagesOfCustomer, ids, filter, page)
					statements[name+who+" of customers"] = statement{text, args}
				}
			}
			text, args := s.MessagePageStatement(store.MessageFilter{Inbox: true}, page, false)
			statements[place+" page of the inbox"] = statement{text, args}
		}
		text, args := s.MessagePageStatement(store.MessageFilter{Inbox: true}, first, true)
		statements["the count of the inbox"] = statement{text, args}
		text, args = s.MessagePageStatement(store.MessageFilter{ID: ptr(int64(77)), CustomerID: ptr(int64(1)), WithoutNotes: true}, first, false)
		statements["what a subscriber is told"] = statement{text, args}
		for name, statement := range statements {
			t.Run(name, func(t *testing.T) {
				if strings.HasPrefix(s.URL, "postgres") {
					requireFewRowsOnPostgres(t, s.URL, "messages", statement.text, statement.args, false)
				} else {
					unwanted := scanOfAllMessages
					if strings.Contains(name, "inbox") {
						unwanted = readingOfInbox
					}
					requireIndexOnSQLite(t, s.URL, unwanted, statement.text, statement.args)
				}
			})
		}
	})
}

// fillManyMessages writes messages past the store, one in forty in one task and as many of one customer: one in two hundred
// is filed to no task, and of these one in five waits for an answer.
func fillManyMessages(t *testing.T, s *storetest.Store) {
	t.Helper()
	isPostgres := strings.HasPrefix(s.URL, "postgres")
	series := "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2 * %d)"
	if isPostgres {
		series = "WITH numbers (n) AS (SELECT generate_series(1, 2 * %d))"
	}
	s.Exec(t, fmt.Sprintf(series, manyTasks)+` INSERT INTO messages (id, customer_id, task_id, direction, author_kind, text, previous_texts,
			answered_at, created_at, updated_at)
		SELECT n, CASE WHEN n % 40 = 0 THEN 1 ELSE 1 + n % 3000 END, CASE WHEN n % 200 = 0 THEN NULL WHEN n % 40 = 0 THEN 1 ELSE 1 + n % 30000 END,
			CASE WHEN n % 200 = 0 OR n % 4 = 0 THEN 'IN' WHEN n % 4 = 1 THEN 'NOTE' ELSE 'OUT' END, 'staff', 'word', '[]',
			CASE WHEN n % 1000 <> 0 THEN now END, now, now FROM numbers, (SELECT min(created_at) AS now FROM tasks) AS clock`)
	if isPostgres { // SQLite's planner looks at no statistics
		s.Exec(t, "VACUUM ANALYZE")
	}
}

func TestALongQueueIsReadInItsOrderAlsoWhenThePlannerBelievesItToBeEmpty(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		driver, source, explain, numbers := "sqlite", strings.TrimPrefix(s.URL, "sqlite://"), "EXPLAIN QUERY PLAN ",
			"WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10000) "
		if strings.HasPrefix(s.URL, "postgres") {
			driver, source, explain, numbers = "pgx", s.URL, "EXPLAIN ", "WITH numbers (n) AS (SELECT generate_series(1, 10000)) "
		}
		db, err := sql.Open(driver, source)
		require.NoError(t, err)
		defer func() { require.NoError(t, db.Close()) }()
		now := "'" + s.Clock.Now().Format("2006-01-02 15:04:05+00:00") + "'"
		if driver == "pgx" {
			_, err = db.ExecContext(t.Context(), "ANALYZE notifications")
			require.NoError(t, err)
		}
		_, err = db.ExecContext(t.Context(), fmt.Sprintf(numbers+`INSERT INTO notifications
			(chat_id, kind, payload, state, not_before, first_due, created_at, updated_at)
			SELECT n %% 3000, 'phone_kept', '{}', 'queued', %[1]s, %[1]s, %[1]s, %[1]s FROM numbers`, now))
		require.NoError(t, err)

		due := strings.Replace(strings.Replace(store.DueNotifications, "?", now, 1), "?", "32", 1)
		plan := explained(t, db, explain+due)
		require.Contains(t, plan, "notifications_due")
		require.Contains(t, plan, "notifications_pending_chat")
		for _, ofOneTask := range []string{
			"DELETE FROM notifications WHERE task_id = 1 AND kind = 'rating' AND " + store.IsQueued,
			"SELECT id FROM notifications WHERE task_id = 1 AND " + store.HeldBack + now,
		} {
			plan := explained(t, db, explain+ofOneTask)
			require.Contains(t, plan, "notifications_task")
			require.NotRegexp(t, "notifications_(due|pending)", plan, "a task's few are not looked for in the queue")
		}
		claimed, err := s.ClaimNotifications(t.Context(), 32, time.Minute)
		require.NoError(t, err)
		require.Len(t, claimed, 32)
	})
}

// explained is the plan of a statement, all lines of it.
func explained(t *testing.T, db *sql.DB, statement string) string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), statement)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	columns, err := rows.Columns()
	require.NoError(t, err)
	var plan strings.Builder
	for rows.Next() {
		values := make([]any, len(columns))
		var line string
		for i := range values {
			values[i] = new(any)
		}
		values[len(values)-1] = &line // the text is the only or the last one
		require.NoError(t, rows.Scan(values...))
		plan.WriteString(line + "\n")
	}
	require.NoError(t, rows.Err())
	return plan.String()
}
