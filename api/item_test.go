package api_test

import (
	"testing"
	"time"
)

func TestWhatWasBroughtAndUntilWhenItIsPromisedAreWrittenReadAndCleared(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		const fields = `{ task { item { kind maker model serial condition includes } promisedTime overdueTime } }`
		anna.gives(`{"data": {"createTask": {"task": {
			"item": {"kind": "Наушники", "maker": "Sony", "model": null, "serial": "S01-2345", "condition": null, "includes": null},
			"promisedTime": "2026-03-04T21:00:00Z", "overdueTime": "2026-03-05T21:00:00Z"
		}}}}`, `mutation { createTask(taskData: {
			customerPhone: "+79170000001", item: {kind: " Наушники ", maker: "Sony", model: null, serial: "S01-2345"}, promisedTime: "2026-03-05"
		}) `+fields+` }`)
		const update = `mutation($data: TaskInput!) { updateTask(taskData: $data) ` + fields + ` }`
		anna.gives(`{"data": {"updateTask": {"task": {
			"item": {"kind": "Наушники", "maker": null, "model": "WH", "serial": "S01-2345", "condition": null, "includes": null},
			"promisedTime": "2026-03-05T15:00:00Z", "overdueTime": "2026-03-05T15:00:00Z"
		}}}}`, update, vars{"data": vars{"id": 1, "item": vars{"maker": nil, "model": "WH"}, "promisedTime": "2026-03-05T18:00"}})
		anna.gives(`{"data": {"updateTask": {"task": {
			"item": {"kind": "Наушники", "maker": null, "model": "WH", "serial": "S01-2345", "condition": null, "includes": null},
			"promisedTime": "2026-03-05T15:00:00Z", "overdueTime": null
		}}}}`, update, vars{"data": vars{"id": 1, "status": "READY"}})
		anna.gives(`{"data": {"tasks": {"nodes": [{"id": "1", "history": [{"kind": "CREATED"}, {"kind": "PROMISE"}, {"kind": "ITEM"}, {"kind": "STATUS"}]}]}}}`,
			`{ tasks(filter: {serial: "s0123 45", promisedFrom: "2026-03-05", promisedTo: "2026-03-05"}) { nodes { id history { kind } } } }`)
		anna.gives(`{"data": {"updateTask": {"task": {"item": null, "promisedTime": null, "overdueTime": null}}}}`,
			update, vars{"data": vars{"id": 1, "item": nil, "promisedTime": nil}})
		anna.fails(`"Thursday" is neither a day, as in 2021-07-25, nor a moment, as in 2021-07-25T18:00 or 2021-07-25T18:00:00+03:00.`,
			`{"code": "INVALID", "field": "promisedTime"}`, update, vars{"data": vars{"id": 1, "promisedTime": "Thursday"}})
	})
}

func TestOverdueTasksComeInTheOrderOfTheirPromisesAndThatOrderIsOneOfOpenTasks(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	const create = `mutation($at: DateTime) { createTask(taskData: {customerPhone: "+79170000001", promisedTime: $at}) { task { id } } }`
	for i, at := range []any{"2026-03-02T14:00", "2026-03-02T13:00", nil} {
		anna.gives(`{"data": {"createTask": {"task": {"id": "`+string(rune('1'+i))+`"}}}}`, create, vars{"at": at})
	}
	s.Clock.Advance(3 * time.Hour)
	anna.gives(`{"data": {"tasks": {"nodes": [{"id": "2"}, {"id": "1"}]}}}`, `{ tasks(filter: {overdue: true}) { nodes { id } } }`)
	anna.gives(`{"data": {"tasks": {"nodes": [{"id": "3"}]}}}`, `{ tasks(filter: {overdue: false}) { nodes { id } } }`)
	anna.gives(`{"data": {"tasks": {"nodes": [{"id": "2"}, {"id": "1"}, {"id": "3"}]}}}`,
		`{ tasks(orderBy: PROMISED_FIRST, filter: {statuses: [ACCEPTED]}) { nodes { id } } }`)
	anna.fails("PROMISED_FIRST orders open tasks: give filter: {statuses: [ACCEPTED, IN_PROGRESS, READY]} or overdue: true as well.",
		`{"code": "INVALID", "field": "orderBy"}`, `{ tasks(orderBy: PROMISED_FIRST) { nodes { id } } }`)
}
