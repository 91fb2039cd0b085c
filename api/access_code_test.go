package api_test

import (
	"testing"

	"zayavka/store"
)

func TestAnAccessCodeIsSetAndShownByMembersOfStaffAlone(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	const has = `{ taskById(id: 1) { hasAccessCode item { maker } } }`
	anna.gives(`{"data": {"taskById": {"hasAccessCode": false, "item": null}}}`, has)
	anna.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { showAccessCode(taskId: 1) { code } }`)
	anna.gives(`{"data": {"setAccessCode": {"task": {"hasAccessCode": true}}}}`, `mutation { setAccessCode(taskId: 1, code: "1234") { task { hasAccessCode } } }`)
	anna.gives(`{"data": {"taskById": {"hasAccessCode": true, "item": null}}}`, has)
	anna.gives(`{"data": {"showAccessCode": {"code": "1234"}}}`, `mutation { showAccessCode(taskId: 1) { code } }`)
	anna.gives(`{"data": {"taskById": {"history": [{"kind": "CREATED"}, {"kind": "ACCESS_CODE_SET"}, {"kind": "ACCESS_CODE_SHOWN"}]}}}`,
		`{ taskById(id: 1) { history { kind } } }`)
	anna.gives(`{"data": {"setAccessCode": {"task": {"hasAccessCode": false}}}}`, `mutation { setAccessCode(taskId: 1, code: null) { task { hasAccessCode } } }`)
	token := s.newToken("website", store.ScopeRead, store.ScopeWrite)
	for _, ask := range []string{`mutation { showAccessCode(taskId: 1) { code } }`, `mutation { setAccessCode(taskId: 1, code: "1") { task { id } } }`} {
		token.fails("API tokens cannot do this. Log in as a member of staff.", `{"code": "FORBIDDEN"}`, ask)
	}
}
