package api_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const badPhone = "This does not look like a phone number. Write it with the area code, for example +7 917 000-99-00."

func TestATaskIsCreatedForANewPhone(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		anna.gives(`{"data": {"createTask": {"task": {
			"id": "1", "createdAt": "2026-03-02", "category": "OTHER", "status": "ACCEPTED", "description": null,
			"employee": {"id": "1", "email": "staff1@example.com"},
			"customer": {"id": "1", "telegramId": null, "phone": "+7(800)-000-00-00", "name": null, "tasks": [{"id": "1"}]}
		}}}}`, `mutation {
			createTask(taskData: {customerPhone: "+7(800)-000-00-00"}) { task {
				id createdAt category status description
				employee { id email }
				customer { id telegramId phone name tasks { id } }
			} }
		}`)
	})
}

func TestATaskIsCreatedForAKnownPhoneInAnotherWriting(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		anna.gives(`{"data": {"createCustomer": {"customer": {"id": "1"}}}}`,
			`mutation { createCustomer(customerData: {phone: "8 917 000-99-00", name: "Пётр"}) { customer { id } } }`)
		anna.gives(`{"data": {"createTask": {"task": {
			"category": "REPAIR", "status": "READY", "description": "Экран",
			"customer": {"id": "1", "phone": "8 917 000-99-00", "name": "Пётр"}
		}}}}`, `mutation($data: TaskInput!) {
			createTask(taskData: $data) { task { category status description customer { id phone name } } }
		}`, vars{"data": vars{
			"id": 77, "customerPhone": "+7(917)000-99-00", "category": "REPAIR", "status": "READY", "description": " Экран ",
		}})
	})
}

func TestATaskNeedsAPhone(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	const create = `mutation($phone: String) { createTask(taskData: {customerPhone: $phone}) { task { id } } }`
	anna.fails("Say with customerPhone whose task it is.", `{"code": "INVALID", "field": "customerPhone"}`, create, vars{"phone": nil})
	for _, phone := range []any{"", "слово", "<12>"} {
		anna.gives(`{"data": {"createTask": null}, "errors": [{
			"message": "`+badPhone+`", "locations": [{"line": 1, "column": 28}], "path": ["createTask"],
			"extensions": {"code": "INVALID", "field": "customerPhone", "reason": "unreadable"}
		}]}`, create, vars{"phone": phone})
	}
	anna.gives(`{"data": {"allCustomers": [], "allTasks": []}}`, `{ allCustomers { id } allTasks { id } }`)
}

func TestATaskIsChanged(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		task := s.NewTask(t, s.NewCustomer(t))
		const update = `mutation($data: TaskInput!) {
			updateTask(taskData: $data) { task { id status category description employee { id } customer { name } } }
		}`
		anna.gives(`{"data": {"updateTask": {"task": {
			"id": "1", "status": "IN_PROGRESS", "category": "DIAGNOSIS", "description": "Не включается",
			"employee": null, "customer": {"name": "Анна"}
		}}}}`, update, vars{"data": vars{
			"id": task.ID, "status": "IN_PROGRESS", "category": "DIAGNOSIS", "description": "Не включается", "customerPhone": "ignored",
		}})
		anna.gives(`{"data": {"updateTask": {"task": {
			"id": "1", "status": "READY", "category": "DIAGNOSIS", "description": null,
			"employee": null, "customer": {"name": "Анна"}
		}}}}`, update, vars{"data": vars{"id": "1", "status": "READY", "category": nil, "description": ""}})
	})
}

func TestAStatusChangeIsQueuedForTheCustomersChat(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	task := s.NewTask(t, s.NewRegistered(t))
	anna.gives(`{"data": {"updateTask": {"task": {"status": "READY"}}}}`,
		`mutation { updateTask(taskData: {id: 1, status: READY}) { task { status } } }`)
	notifications, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
	require.NoError(t, err)
	require.Len(t, notifications[task.ID], 1)
	require.EqualValues(t, "READY", notifications[task.ID][0].Payload.To)
}

func TestATaskIsDeleted(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		s.NewTask(t, s.NewCustomer(t))
		const remove = `mutation { deleteTask(id: 1) { id } }`
		anna.gives(`{"data": {"deleteTask": {"id": "1"}}}`, remove)
		anna.fails("Not found.", `{"code": "NOT_FOUND"}`, remove)
		anna.gives(`{"data": {"allTasks": []}}`, `{ allTasks { id } }`)
	})
}

func TestWhatIsNoTasksIDIsNotFound(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	anna.gives(`{"data": {"taskById": {"id": "1"}}}`, `query($id: ID!) { taskById(id: $id) { id } }`, vars{"id": 1})
	for _, id := range []any{2, -1, 0, "", " 1", "one", "1.5", "9223372036854775808", 12345678, 1e30} {
		for field, query := range map[string]string{
			"taskById":   `query($id: ID!) { taskById(id: $id) { id } }`,
			"deleteTask": `mutation($id: ID!) { deleteTask(id: $id) { id } }`,
			"updateTask": `mutation($id: ID!) { updateTask(taskData: {id: $id, status: READY}) { task { id } } }`,
		} {
			failure := anna.failure(query, vars{"id": id})
			require.Equal(t, "Not found.", failure.Message, "%s(%v)", field, id)
			require.JSONEq(t, `{"code": "NOT_FOUND"}`, string(failure.Extensions))
			require.Equal(t, []any{field}, failure.Path)
		}
	}
}

func TestUpdateTaskNeedsAnID(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for _, query := range []string{
		`mutation { updateTask(taskData: {status: READY}) { task { id } } }`,
		`mutation { updateTask(taskData: {id: null, status: READY}) { task { id } } }`,
	} {
		anna.fails("Say with id which task to change.", `{"code": "INVALID", "field": "id"}`, query)
	}
}

func TestATextThatIsTooLongIsRefused(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	anna.fails("The text is too long: at most 10000 characters.", `{"code": "INVALID", "field": "description"}`,
		`mutation($text: String) { createTask(taskData: {customerPhone: "+79170009900", description: $text}) { task { id } } }`,
		vars{"text": fmt.Sprintf("%010001d", 0)})
}

func TestTasksAreFiltered(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		create := func(phone, category, status string) {
			anna.call(`mutation($data: TaskInput!) { createTask(taskData: $data) { task { id } } }`,
				vars{"data": vars{"customerPhone": phone, "category": category, "status": status}})
		}
		create("+7 917 000-00-01", "REPAIR", "ACCEPTED") // 1, on March 2
		s.Clock.Advance(11*time.Hour + 59*time.Minute)
		create("+7 917 000-00-02", "REPAIR", "READY") // 2, at 23:59 in Moscow
		s.Clock.Advance(time.Minute)
		anna = s.loginAs("staff1@example.com", "correct horse battery")
		create("+7 917 000-00-01", "OTHER", "CLOSED") // 3, on March 3
		for filter, want := range map[string]string{
			``:                                                 `["1", "2", "3"]`,
			`(customerPhone: "89170000001")`:                   `["1", "3"]`,
			`(customerPhone: "89170000003")`:                   `[]`,
			`(customerPhone: "no phone")`:                      `[]`,
			`(customerPhone: "")`:                              `[]`,
			`(customerPhone: null)`:                            `["1", "2", "3"]`,
			`(statuses: [READY, CLOSED])`:                      `["2", "3"]`,
			`(statuses: [READY, null])`:                        `["2"]`,
			`(statuses: READY)`:                                `["2"]`,
			`(statuses: [])`:                                   `[]`,
			`(statuses: [null])`:                               `[]`,
			`(statuses: null)`:                                 `["1", "2", "3"]`,
			`(category: REPAIR)`:                               `["1", "2"]`,
			`(createdAt: "2026-03-02")`:                        `["1", "2"]`,
			`(dateStart: "2026-03-03")`:                        `["3"]`,
			`(dateEnd: "2026-03-02")`:                          `["1", "2"]`,
			`(dateStart: "2026-03-02", dateEnd: "2026-03-03")`: `["1", "2", "3"]`,
			`(dateStart: "2026-03-04", dateEnd: "2026-03-01")`: `[]`,
			`(category: REPAIR, statuses: [READY, CLOSED], createdAt: "2026-03-02")`:     `["2"]`,
			`(customerPhone: "89170000001", category: REPAIR, dateStart: "2026-03-03")`:  `[]`,
			`(customerPhone: "+7 (917) 000 00 01", category: OTHER, statuses: [CLOSED])`: `["3"]`,
		} {
			var data struct{ AllTasks []struct{ ID string } }
			anna.into(&data, "{ allTasks"+filter+" { id } }")
			ids := []string{}
			for _, task := range data.AllTasks {
				ids = append(ids, task.ID)
			}
			require.JSONEq(t, want, asJSON(ids), filter)
		}
		anna.gives(`{"data": {"allTasks": [{"id": "2"}]}}`,
			`query($statuses: [StatusEnum]) { allTasks(statuses: $statuses) { id } }`,
			vars{"statuses": []any{"READY", nil}})
	})
}

func TestADateThatIsNoDateIsRefusedByItsName(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for _, argument := range []string{"createdAt", "dateStart", "dateEnd"} {
		for _, text := range []string{"", "yesterday", "2026-02-30", "02.03.2026", "2026-3-2"} {
			failure := anna.failure(`{ allTasks(` + argument + `: "` + text + `") { id } }`)
			require.Contains(t, failure.Message, "Write it as YYYY-MM-DD")
			require.JSONEq(t, `{"code": "INVALID", "field": "`+argument+`"}`, string(failure.Extensions))
		}
	}
}
