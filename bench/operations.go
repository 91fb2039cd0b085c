package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"
)

// operation is one row of the table: a request to the product, and the SQL that a program written by
// hand would send for it, as a pgbench script.
type operation struct {
	key, name string
	request   request
	floor     string
	hashes    bool    // the floor is the rate at which passwords can be compared
	goal      float64 // the share of the floor's rate that is aimed at; 0 where there is no floor
}

// floorDeliveries looks for endpoints that want to know of a change, of which there are none.
const floorDeliveries = `INSERT INTO webhook_deliveries (webhook_id, message_id, event, payload, state, due_at, created_at, updated_at)
	SELECT w.id, 'msg', 'task.updated', '{}', 'queued', now(), now(), now() FROM webhooks AS w WHERE w.active AND w.events LIKE '%%task.updated%%';`

var statuses = []string{"ACCEPTED", "IN_PROGRESS", "READY", "CLOSED"}

func body(query string, variables map[string]any) []byte {
	text, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		panic(err) // strings and numbers always encode
	}
	return text
}

// newTaskBody makes a task for a customer of the dataset.
func newTaskBody(customer int) []byte {
	return body("mutation($data: TaskInput!) { createTask(taskData: $data) { task { id status } } }",
		map[string]any{"data": map[string]any{"customerPhone": "+" + phoneKey(customer), "description": works[customer%len(works)], "category": "REPAIR"}})
}

// queue is the first page of what staff look at first.
func queue(key, name, arguments string) operation {
	return operation{key: key, name: name, request: func(*rand.Rand) []byte {
		return body("{ tasks(first: 50, "+arguments+") { nodes { id status promisedTime overdueTime readySince awaitingReplySince } } }", nil)
	}}
}

// operations are what is measured on a database of this size; those that change it come last.
func operations(d dataset) []operation {
	taskID := func(r *rand.Rand) int { return 1 + r.IntN(d.tasks) }
	const nested = "id createdAt status category description customer { id name phone } employee { id email }"
	const message = "id direction authorKind authorName text createdTime files { kind name } notification { state }"
	const columns = "t.id, t.created_at, t.status, t.category, t.description, c.id, c.name, c.phone, s.id, s.email"
	const joined = " FROM tasks t LEFT JOIN customers c ON c.id = t.customer_id LEFT JOIN staff s ON s.id = t.employee_id "
	days := int(d.end.Sub(d.begin) / (24 * time.Hour))
	return []operation{
		{
			key: "a", name: "task by id, nested", goal: .30,
			request: func(r *rand.Rand) []byte {
				return body("query($id: ID!) { taskById(id: $id) { "+nested+" } }", map[string]any{"id": taskID(r)})
			},
			floor: fmt.Sprintf(`\set id random(1, %d)
SELECT %s %s WHERE t.id = :id;`, d.tasks, columns, joined),
		},
		{
			key: "b", name: "one customer's tasks", goal: .25,
			request: func(r *rand.Rand) []byte {
				return body("query($phone: String!) { allTasks(customerPhone: $phone) { "+nested+" } }",
					map[string]any{"phone": "+" + phoneKey(r.IntN(d.customers))})
			},
			floor: fmt.Sprintf(`\set n random(0, %d)
SELECT %s %s WHERE t.customer_id = (SELECT id FROM customers WHERE phone_key = '7916' || lpad(:n::text, 7, '0')) ORDER BY t.id;`,
				d.customers-1, columns, joined),
		},
		{
			key: "c", name: "one day's tasks", goal: .50,
			request: func(r *rand.Rand) []byte {
				day := d.begin.AddDate(0, 0, 1+r.IntN(days-2))
				return body("query($day: String!) { allTasks(createdAt: $day) { "+nested+" } }", map[string]any{"day": day.Format(time.DateOnly)})
			},
			floor: fmt.Sprintf(`\set n random(1, %d)
SELECT %s %s WHERE t.created_at >= timestamptz '%s' + :n * interval '1 day' AND t.created_at < timestamptz '%s' + (:n + 1) * interval '1 day' ORDER BY t.id;`,
				days-2, columns, joined, d.begin.Format(time.RFC3339), d.begin.Format(time.RFC3339)),
		},
		{
			key: "d", name: "newest 50, nested", goal: .40,
			request: func(*rand.Rand) []byte {
				return body("{ tasks(first: 50) { nodes { "+nested+" } pageInfo { hasNextPage endCursor } } }", nil)
			},
			floor: "SELECT " + columns + joined + "ORDER BY t.created_at DESC, t.id DESC LIMIT 51;",
		},
		{
			key: "h", name: "page by status, category, month",
			request: func(r *rand.Rand) []byte {
				from := d.begin.AddDate(0, 0, r.IntN(days-31))
				return body(`query($from: String!, $to: String!) { tasks(first: 50, filter: {statuses: [READY, CLOSED], categories: [REPAIR],
					createdFrom: $from, createdTo: $to}) { nodes { id status } } }`,
					map[string]any{"from": from.Format(time.DateOnly), "to": from.AddDate(0, 0, 30).Format(time.DateOnly)})
			},
		},
		queue("p", "queue: promised, and overdue first", "filter: {statuses: [ACCEPTED, IN_PROGRESS]}, orderBy: PROMISED_FIRST"),
		queue("q", "queue: ready, longest wait first", "filter: {statuses: [READY]}, orderBy: LONGEST_READY_FIRST"),
		queue("r", "queue: waiting for an answer, longest first", "filter: {awaitingReply: true}, orderBy: LONGEST_WAIT_FIRST"),
		{
			key: "i", name: "search, a number in a description",
			request: func(r *rand.Rand) []byte {
				return body("query($text: String!) { tasks(first: 50, filter: {search: $text}) { nodes { id status } } }",
					map[string]any{"text": fmt.Sprintf("чистка %d", 10_000+r.IntN(90_000))})
			},
		},
		{
			key: "j", name: "search, a word in every eighth task",
			request: func(*rand.Rand) []byte {
				return body(`{ tasks(first: 50, filter: {search: "аккумулятор"}) { nodes { id status } } }`, nil)
			},
		},
		{
			key: "k", name: "search, a customer's phone",
			request: func(r *rand.Rand) []byte {
				return body("query($text: String!) { tasks(first: 50, filter: {search: $text}) { nodes { id status } } }",
					map[string]any{"text": "8" + phoneKey(r.IntN(d.customers))[1:]})
			},
		},
		{
			key: "l", name: "page deep in the list",
			request: func(r *rand.Rand) []byte {
				from := d.begin.Add(time.Duration(r.Int64N(int64(d.end.Sub(d.begin)))))
				cursor := base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "newest:%d:1", from.UnixMicro()))
				return body("query($after: String!) { tasks(first: 50, after: $after) { nodes { id status } } }", map[string]any{"after": cursor})
			},
		},
		{
			key: "m", name: "statistics of 30 days",
			request: func(r *rand.Rand) []byte {
				from := d.begin.AddDate(0, 0, r.IntN(days-31))
				return body(`query($from: String!, $to: String!) { stats(dateStart: $from, dateEnd: $to) { total days { day created closed } medianSecondsToReady } }`,
					map[string]any{"from": from.Format(time.DateOnly), "to": from.AddDate(0, 0, 29).Format(time.DateOnly)})
			},
		},
		{
			key: "n", name: "statistics of a year",
			request: func(*rand.Rand) []byte {
				return body(`query($from: String!, $to: String!) { stats(dateStart: $from, dateEnd: $to) { total days { day created closed } medianSecondsToReady } }`,
					map[string]any{"from": d.begin.Format(time.DateOnly), "to": d.end.Format(time.DateOnly)})
			},
		},
		{
			key: "o", name: "newest 50 of a thread", goal: .40,
			request: func(r *rand.Rand) []byte {
				return body("query($id: ID!) { customerById(id: $id) { messages(last: 50) { nodes { "+message+" } pageInfo { hasPreviousPage startCursor } } } }",
					map[string]any{"id": 1 + r.IntN(d.customers)})
			},
			floor: fmt.Sprintf(`\set id random(1, %d)
SELECT id, name FROM customers WHERE id = :id;
SELECT * FROM messages WHERE customer_id = :id ORDER BY id DESC LIMIT 51;
SELECT * FROM files WHERE message_id IN (SELECT id FROM messages WHERE customer_id = :id ORDER BY id DESC LIMIT 50);
SELECT * FROM notifications WHERE message_id IN (SELECT id FROM messages WHERE customer_id = :id ORDER BY id DESC LIMIT 50);`, d.customers),
		},
		{
			key: "e", name: "change of a status", goal: .60,
			request: func(r *rand.Rand) []byte {
				return body("mutation($data: TaskInput!) { updateTask(taskData: $data) { task { id status } } }",
					map[string]any{"data": map[string]any{"id": taskID(r), "status": statuses[r.IntN(len(statuses))]}})
			},
			// One in four changes nothing, and one in three customers has no chat.
			floor: fmt.Sprintf(`\set id random(1, %d)
\set s random(0, 3)
\set chat random(0, 2)
BEGIN;
SELECT * FROM customers WHERE id = (SELECT customer_id FROM tasks WHERE id = :id) FOR NO KEY UPDATE;
SELECT * FROM tasks WHERE id = :id FOR NO KEY UPDATE;
\if :s > 0
UPDATE tasks SET status = (ARRAY['ACCEPTED','IN_PROGRESS','READY','CLOSED'])[:s + 1], version = version + 1, updated_at = now() WHERE id = :id;
INSERT INTO task_events (task_id, actor_kind, actor_id, kind, from_value, to_value, at) VALUES (:id, 'staff', 1, 'status', 'ACCEPTED', 'READY', now());
\if :chat > 0
SELECT * FROM notifications WHERE task_id = :id AND state || '' = 'queued' AND first_due > now() AND last_error = '' ORDER BY id DESC LIMIT 1 FOR NO KEY UPDATE;
INSERT INTO notifications (customer_id, chat_id, task_id, kind, payload, state, not_before, first_due, created_at, updated_at)
	SELECT customer_id, id, id, 'status_changed', '{"from": "ACCEPTED", "to": "READY"}', 'queued', now(), now(), now(), now() FROM tasks WHERE id = :id RETURNING id;
\endif
`+floorDeliveries+`
\endif
COMMIT;`, d.tasks),
		},
		{
			key: "f", name: "a new task", goal: .60,
			request: func(r *rand.Rand) []byte { return newTaskBody(r.IntN(d.customers)) },
			floor: fmt.Sprintf(`\set n random(1, %d)
\set chat random(0, 2)
BEGIN;
SELECT * FROM customers WHERE phone_key = '7916' || lpad((:n - 1)::text, 7, '0') FOR NO KEY UPDATE;
INSERT INTO tasks (customer_id, employee_id, category, status, description, created_at, updated_at)
	VALUES (:n, 1, 'REPAIR', 'ACCEPTED', 'Разбит экран', now(), now()) RETURNING id \gset
INSERT INTO task_search (task_id, text) VALUES (:id, :id::text || ' 7916' || lpad(:n::text, 7, '0') || ' 8916' || lpad(:n::text, 7, '0') || ' ольга смирнова разбит экран');
INSERT INTO task_events (task_id, actor_kind, actor_id, kind, from_value, to_value, at) VALUES (:id, 'staff', 1, 'created', '', 'ACCEPTED', now());
\if :chat > 0
INSERT INTO notifications (customer_id, chat_id, task_id, kind, payload, state, not_before, first_due, created_at, updated_at)
	VALUES (:n, :n, :id, 'task_created', '{"to": "ACCEPTED"}', 'queued', now(), now(), now(), now()) RETURNING id;
\endif
`+floorDeliveries+`
COMMIT;`, min(d.customers, d.tasks)),
		},
		{
			key: "g", name: "login", goal: .90, hashes: true,
			request: func(r *rand.Rand) []byte { // of many accounts, because one has only so many attempts at once
				return body("mutation($email: String!, $password: String!) { login(email: $email, password: $password) { token } }",
					map[string]any{"email": staffEmail(r.IntN(d.staff)), "password": password})
			},
		},
	}
}
