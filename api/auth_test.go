package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestAStrangerMayOnlyLogIn(t *testing.T) {
	s := onSQLite(t)
	s.NewTask(t, s.NewCustomer(t))
	for field, query := range map[string]string{
		"allTasks":       `{ allTasks { id } }`,
		"taskById":       `{ taskById(id: 1) { id } }`,
		"allCustomers":   `{ allCustomers { id } }`,
		"customerById":   `{ customerById(id: 1) { id } }`,
		"me":             `{ me { id } }`,
		"updateUser":     `mutation { updateUser(email: "x@example.com") { user { id } } }`,
		"createCustomer": `mutation { createCustomer(customerData: {phone: "+79170009900"}) { customer { id } } }`,
		"updateCustomer": `mutation { updateCustomer(customerData: {phone: "+79170000001", name: "X"}) { customer { id } } }`,
		"deleteCustomer": `mutation { deleteCustomer(phone: "+79170000001") { phone } }`,
		"createTask":     `mutation { createTask(taskData: {customerPhone: "+79170009900"}) { task { id } } }`,
		"updateTask":     `mutation { updateTask(taskData: {id: 1, status: CLOSED}) { task { id } } }`,
		"deleteTask":     `mutation { deleteTask(id: 1) { id } }`,
	} {
		got := s.stranger().call(query, nil)
		require.Equal(t, http.StatusOK, got.status)
		column := strings.Index(query, field) + 1
		require.JSONEq(t, `{"data": {"`+field+`": null}, "errors": [{
			"message": "You need to be logged in.", "path": ["`+field+`"], "locations": [{"line": 1, "column": `+asJSON(column)+`}],
			"extensions": {"code": "UNAUTHENTICATED"}
		}]}`, got.body, query)
	}
	s.stranger().gives(`{"data": {"__typename": "Query", "__type": {"name": "TaskType"}}}`, `{ __typename __type(name: "TaskType") { name } }`)
	s.stranger().gives(`{"data": {"__typename": "Mutation"}}`, `mutation { __typename }`)
	tasks, err := s.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(t, err)
	require.Len(t, tasks, 1)
	require.Equal(t, store.StatusAccepted, tasks[0].Status)
}

func TestTheSchemeOfTheTokenIsCaseInsensitive(t *testing.T) {
	s := onSQLite(t)
	token := s.login(s.NewStaff(t)).token
	for header, want := range map[string]string{
		"Bearer " + token:  `{"data":{"me":{"id":"1"}}}`,
		"bearer " + token:  `{"data":{"me":{"id":"1"}}}`,
		"BEARER  " + token: `{"data":{"me":{"id":"1"}}}`,
		"Basic " + token:   "UNAUTHENTICATED",
		token:              "UNAUTHENTICATED",
		"Bearer":           "UNAUTHENTICATED",
		"Bearer x":         "UNAUTHENTICATED",
	} {
		got := s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": "application/json", "Authorization": header},
			strings.NewReader(`{"query": "{ me { id } }"}`))
		require.Contains(t, got.body, want, header)
	}
}

func TestATokenEndsWithItsAccount(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		for name, end := range map[string]func() (store.Staff, error){
			"disabled":         func() (store.Staff, error) { return s.SetStaffActive(t.Context(), staff.ID, false) },
			"changed password": func() (store.Staff, error) { return s.SetPassword(t.Context(), staff.ID, "correct horse battery") },
		} {
			_, err := s.SetStaffActive(t.Context(), staff.ID, true)
			require.NoError(t, err)
			anna := s.login(staff)
			anna.gives(`{"data": {"me": {"id": "1"}}}`, `{ me { id } }`)
			_, err = end()
			require.NoError(t, err, name)
			anna.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
		}
	})
}

func TestADatabaseThatIsAwayDoesNotLogOut(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	require.NoError(t, s.Close())
	failure := anna.failure(`{ me { id } }`)
	require.Equal(t, "Internal server error.", failure.Message)
	require.Contains(t, string(failure.Extensions), `"code":"INTERNAL","requestId":"`)
	require.Contains(t, s.log.String(), "database is closed")
}
