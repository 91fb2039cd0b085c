package api_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func asJSON(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // tests encode plain values only
	}
	return string(text)
}

func TestACustomerIsCreated(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		// 52 bits, which no JSON number loses.
		anna.gives(`{"data": {"createCustomer": {"customer": {
			"id": "1", "telegramId": 4503599627370495, "phone": "+7(801)-000-00-00", "name": "<b>Ольга</b> 🙂", "tasks": []
		}}}}`, `mutation($data: CustomerInput!) {
			createCustomer(customerData: $data) { customer { id telegramId phone name tasks { id } } }
		}`, vars{"data": vars{
			"id": "99", "telegramId": "4503599627370495", "phone": "+7(801)-000-00-00", "name": "<b>Ольга</b> 🙂",
		}})
		anna.gives(`{"data": {"createCustomer": {"customer": {"id": "2", "telegramId": 5000000001, "name": null}}}}`,
			`mutation { createCustomer(customerData: {phone: "+7(802)-000-00-00", telegramId: 5000000001, name: ""}) {
				customer { id telegramId name }
			} }`)
	})
}

func TestAPhoneOrTelegramIDThatIsTakenIsAConflict(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		const create = `mutation($data: CustomerInput!) { createCustomer(customerData: $data) { customer { id } } }`
		anna.gives(`{"data": {"createCustomer": {"customer": {"id": "1"}}}}`, create,
			vars{"data": vars{"phone": "+7 917 000-00-01", "telegramId": 7}})
		anna.fails("A customer with this phone already exists.", `{"code": "CONFLICT", "field": "phone"}`, create,
			vars{"data": vars{"phone": "8(917)0000001"}})
		anna.fails("Another customer has this Telegram id.", `{"code": "CONFLICT", "field": "telegramId"}`, create,
			vars{"data": vars{"phone": "+7 917 000-00-02", "telegramId": "7"}})
		anna.gives(`{"data": {"createCustomer": {"customer": {"telegramId": null}}}}`, `mutation {
			createCustomer(customerData: {phone: "+7 917 000-00-02"}) { customer { telegramId } }
		}`)
		anna.fails("Another customer has this Telegram id.", `{"code": "CONFLICT", "field": "telegramId"}`,
			`mutation { updateCustomer(customerData: {phone: "+7 917 000-00-02", telegramId: 7}) { customer { id } } }`)
	})
}

func TestWhatIsNoPhoneOrTelegramIDIsRefused(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	const create = `mutation($data: CustomerInput!) { createCustomer(customerData: $data) { customer { id } } }`
	anna.fails(badPhone, `{"code": "INVALID", "field": "phone", "reason": "unreadable"}`, create, vars{"data": vars{"phone": "звоните"}})
	anna.fails("Check the phone number: it has too many digits. Write it with the area code, for example +7 917 000-99-00.",
		`{"code": "INVALID", "field": "phone", "reason": "too_long"}`, create, vars{"data": vars{"phone": "89170001123 10-18"}})
	for _, id := range []any{"me", "", "-5", 0, "9007199254740992", "99999999999999999999"} {
		anna.fails("A Telegram id is a positive whole number, for example 123456789.", `{"code": "INVALID", "field": "telegramId"}`,
			create, vars{"data": vars{"phone": "+79170000001", "telegramId": id}})
	}
	anna.fails(`Variable "$data" got invalid value 1.5 at "data.telegramId"; ID cannot represent value: 1.5`, `{"code": "INVALID"}`,
		create, vars{"data": vars{"phone": "+79170000001", "telegramId": 1.5}})
	anna.fails(`Variable "$data" got invalid value true at "data.telegramId"; ID cannot represent value: true`, `{"code": "INVALID"}`,
		create, vars{"data": vars{"phone": "+79170000001", "telegramId": true}})
	anna.gives(`{"data": {"allCustomers": []}}`, `{ allCustomers { id } }`)
}

func TestACustomerIsChangedByPhone(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		const update = `mutation($data: CustomerInput!) {
			updateCustomer(customerData: $data) { customer { id telegramId phone name } }
		}`
		s.NewCustomer(t) // +7 (917) 000-00-02, called Анна
		anna.gives(`{"data": {"updateCustomer": {"customer": {"id": "1", "telegramId": 7, "phone": "+7 (917) 000-00-02", "name": "Анна"}}}}`,
			update, vars{"data": vars{"phone": "89170000002", "telegramId": 7, "name": nil}})
		anna.gives(`{"data": {"updateCustomer": {"customer": {"id": "1", "telegramId": 7, "phone": "+7 (917) 000-00-02", "name": "Яна"}}}}`,
			update, vars{"data": vars{"phone": "89170000002", "name": "Яна"}})
		anna.gives(`{"data": {"updateCustomer": {"customer": {"id": "1", "telegramId": 7, "phone": "+7 (917) 000-00-02", "name": null}}}}`,
			update, vars{"data": vars{"phone": "89170000002", "name": ""}})
		for _, phone := range []string{"+79170000099", "no phone", ""} {
			anna.fails("Not found.", `{"code": "NOT_FOUND"}`, update, vars{"data": vars{"phone": phone, "name": "X"}})
		}
	})
}

func TestADeletedCustomersTasksStay(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		s.NewTask(t, s.NewCustomer(t))
		const remove = `mutation($phone: String!) { deleteCustomer(phone: $phone) { phone } }`
		anna.gives(`{"data": {"deleteCustomer": {"phone": "+7 (917) 000-00-02"}}}`, remove, vars{"phone": "89170000002"})
		anna.fails("Not found.", `{"code": "NOT_FOUND"}`, remove, vars{"phone": "89170000002"})
		anna.fails("Not found.", `{"code": "NOT_FOUND"}`, remove, vars{"phone": "nobody"})
		anna.gives(`{"data": {"allTasks": [{"id": "1", "customer": null}], "allCustomers": []}}`,
			`{ allTasks { id customer { id } } allCustomers { id } }`)
	})
}

func TestCustomersAreReadWithTheirTasks(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		one, two := s.NewCustomer(t), s.NewCustomer(t)
		s.NewTask(t, two)
		s.NewTask(t, one)
		s.NewTask(t, two)
		anna.gives(`{"data": {"allCustomers": [
			{"id": "1", "tasks": [{"id": "2", "customer": {"id": "1"}}]},
			{"id": "2", "tasks": [{"id": "1", "customer": {"id": "2"}}, {"id": "3", "customer": {"id": "2"}}]}
		]}}`, `{ allCustomers { id tasks { id customer { id } } } }`)
		anna.gives(`{"data": {"customerById": {"id": "2", "tasks": [{"id": "1"}, {"id": "3"}]}}}`,
			`{ customerById(id: "2") { id tasks { id } } }`)
		for _, id := range []any{3, "x", -1, "9223372036854775808"} {
			anna.fails("Not found.", `{"code": "NOT_FOUND"}`, `query($id: ID!) { customerById(id: $id) { id } }`, vars{"id": id})
		}
	})
}

func TestMutationsOfOneOperationSeeEachOther(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		s.NewTask(t, s.NewCustomer(t))
		anna.gives(`{"data": {
			"before": {"task": {"customer": {"name": "Анна"}}},
			"rename": {"customer": {"name": "Яна"}},
			"after":  {"task": {"customer": {"name": "Яна"}}}
		}}`, `mutation {
			before: updateTask(taskData: {id: 1, status: READY}) { task { customer { name } } }
			rename: updateCustomer(customerData: {phone: "89170000002", name: "Яна"}) { customer { name } }
			after: updateTask(taskData: {id: 1, status: CLOSED}) { task { customer { name } } }
		}`)
	})
}

func TestAFieldThatFailsLeavesTheOthers(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	got := anna.call("{\n  a: taskById(id: 1) { id }\n  me { id }\n  b: customerById(id: 1) { id }\n}", nil)
	require.JSONEq(t, `{"data": {"a": null, "me": {"id": "1"}, "b": null}, "errors": [
		{"message": "Not found.", "locations": [{"line": 2, "column": 3}], "path": ["a"], "extensions": {"code": "NOT_FOUND"}},
		{"message": "Not found.", "locations": [{"line": 4, "column": 3}], "path": ["b"], "extensions": {"code": "NOT_FOUND"}}
	]}`, got.body)
}

func TestACustomersCardTellsEverything(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		const fields = `phone name language verified note createdTime updatedTime`
		anna.gives(`{"data": {"createCustomer": {"customer": {
			"phone": "8 917 000-99-00", "name": null, "language": "EN", "verified": false, "note": "Скидка",
			"createdTime": "2026-03-02T09:00:00Z", "updatedTime": "2026-03-02T09:00:00Z"
		}}}}`, `mutation { createCustomer(customerData: {phone: "8 917 000-99-00", note: "Скидка", language: EN}) { customer { `+fields+` } } }`)
		s.Clock.Advance(time.Minute)
		anna.gives(`{"data": {"updateCustomer": {"customer": {
			"phone": "8 917 000-99-01", "name": null, "language": "RU", "verified": false, "note": null,
			"createdTime": "2026-03-02T09:00:00Z", "updatedTime": "2026-03-02T09:01:00Z"
		}}}}`, `mutation { updateCustomer(customerData: {phone: "+79170009900", newPhone: "8 917 000-99-01", note: "", language: RU}) { customer { `+fields+` } } }`)
		registered := s.NewRegistered(t)
		anna.gives(`{"data": {"customerByPhone": {"language": "RU", "verified": true}}}`,
			`query($phone: String!) { customerByPhone(phone: $phone) { language verified } }`, vars{"phone": "+" + registered.PhoneKey})
		anna.gives(`{"data": {"a": null, "b": null}}`, `{ a: customerByPhone(phone: "+79170009900") { id } b: customerByPhone(phone: "завтра") { id } }`)
		anna.fails("A customer with this phone already exists.", `{"code": "CONFLICT", "field": "newPhone"}`,
			`mutation($phone: String!) { updateCustomer(customerData: {phone: "89170009901", newPhone: $phone}) { customer { id } } }`,
			vars{"phone": registered.Phone})
	})
}

func TestTwoCardsBecomeOne(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		from, into := s.NewRegistered(t), s.NewCustomer(t)
		s.NewTask(t, from)
		const merge = `mutation($from: ID!, $into: ID!) { mergeCustomers(from: $from, into: $into) { customer {
			id phone name note telegramId tasks { id customer { id } history { kind actor from to } }
		} } }`
		anna.gives(`{"data": {"mergeCustomers": {"customer": {
			"id": "2", "phone": "`+into.Phone+`", "name": "Анна", "note": "Пётр, `+from.Phone+`", "telegramId": `+asJSON(from.TelegramID)+`,
			"tasks": [{"id": "1", "customer": {"id": "2"}, "history": [
				{"kind": "CREATED", "actor": "SYSTEM", "from": null, "to": "ACCEPTED"},
				{"kind": "CUSTOMER", "actor": "STAFF", "from": "Пётр", "to": "Анна"}
			]}]
		}}}}`, merge, vars{"from": from.ID, "into": into.ID})
		anna.fails("These are the same card. Choose two different ones.", `{"code": "INVALID", "field": "into"}`, merge, vars{"from": 2, "into": 2})
		for _, unknown := range []any{1, "x"} {
			anna.fails("Not found.", `{"code": "NOT_FOUND", "field": "from"}`, merge, vars{"from": unknown, "into": 2})
			anna.fails("Not found.", `{"code": "NOT_FOUND", "field": "into"}`, merge, vars{"from": 2, "into": unknown})
		}
	})
}
