package api_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

const updateTask = `mutation($data: TaskInput!) { updateTask(taskData: $data) { task { status version employee { id } } } }`

func TestATaskTellsItsHistory(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		anna.gives(`{"data": {"updateUser": {"user": {"name": "Анна"}}}}`, `mutation { updateUser(name: "Анна") { user { name } } }`)
		igor := s.NewStaff(t)
		site := s.newToken("Сайт", store.ScopeRead, store.ScopeWrite)
		site.gives(`{"data": {"createTask": {"task": {"id": "1", "employee": null}}}}`,
			`mutation { createTask(taskData: {customerPhone: "8 917 000-99-00"}) { task { id employee { id } } } }`)
		s.Clock.Advance(time.Minute)
		anna.gives(`{"data": {"updateTask": {"task": {"status": "READY", "version": 2, "employee": {"id": "2"}}}}}`, updateTask,
			vars{"data": vars{"id": 1, "status": "READY", "category": "REPAIR", "description": "Экран", "employeeId": igor.ID}})
		anna.gives(`{"data": {"updateTask": {"task": {"status": "READY", "version": 3, "employee": null}}}}`, updateTask,
			vars{"data": vars{"id": 1, "employeeId": ""}})
		task := s.NewTask(t, s.NewCustomer(t))
		require.EqualValues(t, 2, task.ID)

		anna.gives(`{"data": {"taskById": {
			"createdTime": "2026-03-02T09:00:00Z", "updatedTime": "2026-03-02T09:01:00Z", "version": 3,
			"history": [
				{"id": "1", "kind": "CREATED", "at": "2026-03-02T09:00:00Z", "actor": "TOKEN", "actorName": "Сайт", "from": null, "to": "ACCEPTED"},
				{"id": "2", "kind": "STATUS", "at": "2026-03-02T09:01:00Z", "actor": "STAFF", "actorName": "Анна", "from": "ACCEPTED", "to": "READY"},
				{"id": "3", "kind": "CATEGORY", "at": "2026-03-02T09:01:00Z", "actor": "STAFF", "actorName": "Анна", "from": "OTHER", "to": "REPAIR"},
				{"id": "4", "kind": "DESCRIPTION", "at": "2026-03-02T09:01:00Z", "actor": "STAFF", "actorName": "Анна", "from": null, "to": "Экран"},
				{"id": "5", "kind": "EMPLOYEE", "at": "2026-03-02T09:01:00Z", "actor": "STAFF", "actorName": "Анна", "from": null, "to": "`+igor.Email+`"},
				{"id": "6", "kind": "EMPLOYEE", "at": "2026-03-02T09:01:00Z", "actor": "STAFF", "actorName": "Анна", "from": "`+igor.Email+`", "to": null}
			]
		}}}`, `{ taskById(id: 1) { createdTime updatedTime version history { id kind at actor actorName from to } } }`)
		anna.gives(`{"data": {"taskById": {"history": [{"actor": "SYSTEM", "actorName": null}]}}}`,
			`{ taskById(id: 2) { history { actor actorName } } }`)
	})
}

func TestAnEmployeeMustBeSomebody(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	for _, id := range []any{"99", 99, "anna", "-1", "0"} {
		failure := anna.failure(updateTask, vars{"data": vars{"id": 1, "employeeId": id}})
		require.JSONEq(t, `{"code": "INVALID", "field": "employeeId"}`, string(failure.Extensions), id)
		failure = anna.failure(`mutation($id: ID) { createTask(taskData: {customerPhone: "8 917 000-99-00", employeeId: $id}) { task { id } } }`, vars{"id": id})
		require.JSONEq(t, `{"code": "INVALID", "field": "employeeId"}`, string(failure.Extensions), id)
	}
}

func TestAStaleVersionComesWithTheTaskAsItIs(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		s.NewTask(t, s.NewCustomer(t))
		s.Clock.Advance(time.Second)
		anna.gives(`{"data": {"updateTask": {"task": {"status": "READY", "version": 2, "employee": {"id": "1"}}}}}`, updateTask,
			vars{"data": vars{"id": 1, "version": 1, "status": "READY", "employeeId": 1}})
		const message = "Somebody else has changed this task since you loaded it. " +
			"Look at the task in extensions.task, then send your change again with its version."
		anna.fails(message, `{"code": "CONFLICT", "field": "version", "task": {
			"id": "1", "version": 2, "status": "READY", "category": "OTHER", "description": null, "employeeId": "1",
			"updatedTime": "2026-03-02T09:00:01Z"
		}}`, updateTask, vars{"data": vars{"id": 1, "version": 1, "status": "CLOSED", "description": "Экран"}})
		anna.gives(`{"data": {"updateTask": {"task": {"status": "CLOSED", "version": 3, "employee": {"id": "1"}}}}}`, updateTask,
			vars{"data": vars{"id": 1, "version": 2, "status": "CLOSED"}})
	})
}

func TestAStatusIsUndoneWhileItsMessageWaits(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		s.NewTask(t, s.NewRegistered(t))
		s.Clock.Advance(time.Minute)
		deliveries, err := s.ClaimNotifications(t.Context(), 1, time.Minute)
		require.NoError(t, err)
		require.NoError(t, s.NotificationSent(t.Context(), deliveries[0].Notification.Claim(), 1))
		const undoUntil = `{ taskById(id: 1) { status undoUntil notifications { state } } }`
		anna.gives(`{"data": {"taskById": {"status": "ACCEPTED", "undoUntil": null, "notifications": [{"state": "SENT"}]}}}`, undoUntil)
		anna.gives(`{"data": {"updateTask": {"task": {"undoUntil": "2026-03-02T09:01:03Z"}}}}`,
			`mutation { updateTask(taskData: {id: 1, status: READY}) { task { undoUntil } } }`)
		s.Clock.Advance(time.Second)
		anna.gives(`{"data": {"updateTask": {"task": {"undoUntil": "2026-03-02T09:01:03Z"}}}}`,
			`mutation { updateTask(taskData: {id: 1, category: REPAIR}) { task { undoUntil } } }`) // it is the status that is undone
		anna.gives(`{"data": {"undoStatus": {"task": {"status": "ACCEPTED", "category": "REPAIR", "undoUntil": null, "notifications": [{"state": "SENT"}]}}}}`,
			`mutation { undoStatus(id: 1) { task { status category undoUntil notifications { state } } } }`)
		anna.fails("The last change of status cannot be undone any more. Set the status that you want instead.", `{"code": "CONFLICT"}`,
			`mutation { undoStatus(id: 1) { task { id } } }`)
		anna.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { undoStatus(id: 99) { task { id } } }`)
	})
}

func TestHistoriesOfAListTakeTheSameStatementsAsOfOneTask(t *testing.T) {
	t.Parallel()
	watched, s, other := watchReader(t)
	staff := s.NewStaff(t)
	anna, annaThere, site := s.login(staff), other.login(staff), other.newToken("Сайт", store.ScopeWrite)
	grow := func(count int) {
		for range count {
			for _, who := range []member{annaThere, site} {
				got := who.call(`mutation($phone: String!) { createTask(taskData: {customerPhone: $phone}) { task { id } } }`, vars{"phone": other.NewPhone()})
				require.NotContains(t, got.body, `"errors"`)
			}
		}
		got := annaThere.call(`mutation { updateTask(taskData: {id: 1, status: READY}) { task { id } } }`, nil)
		require.NotContains(t, got.body, `"errors"`)
	}
	for _, count := range []int{1, 20} {
		grow(count)
		sent := watched.during(func() {
			got := anna.call(`{ allTasks { undoUntil history { kind at actor actorName from to } } }`, nil)
			require.NotContains(t, got.body, `"errors"`)
			require.Contains(t, got.body, `"actorName":"Сайт"`)
		})
		// The session, tasks, deadlines, histories, members, tokens.
		require.Len(t, sent, 6, strings.Join(sent, "\n"))
	}
	s.Clock.Advance(time.Minute)
	sent := watched.during(func() { anna.call(`{ allTasks { undoUntil } }`, nil) })
	require.Len(t, sent, 2, "nothing is asked about what is too old:\n%s", strings.Join(sent, "\n"))
}
