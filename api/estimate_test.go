package api_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

const (
	saveEstimate   = `mutation($task: ID!, $lines: [EstimateLineInput!]!, $until: DateTime, $version: Int) { saveEstimate(taskId: $task, lines: $lines, validUntil: $until, version: $version) { estimate `
	sendEstimate   = `mutation($id: ID!, $version: Int!) { sendEstimate(id: $id, version: $version) { estimate `
	decideEstimate = `mutation($id: ID!, $version: Int!, $accepted: Boolean!, $via: DecisionWay!, $comment: String) {
		decideEstimate(id: $id, version: $version, accepted: $accepted, via: $via, comment: $comment) { estimate `
	withdrawEstimate = `mutation($id: ID!, $version: Int!) { withdrawEstimate(id: $id, version: $version) { estimate { state } } }`
	addPayment       = `mutation($amount: Int!) { addPayment(taskId: 1, amount: $amount, method: CARD) { task { paid due } } }`
)

func TestAnEstimateIsWrittenSentDecidedAndPaid(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff, customer := s.NewStaff(t), s.NewRegistered(t)
		anna := s.login(staff)
		task := s.NewTask(t, customer)
		screen := []vars{{"text": "Экран", "quantity": 2, "price": 350_000}, {"text": "Работа", "price": 40_000}}
		anna.gives(`{"data": {"saveEstimate": {"estimate": {
			"id": "1", "version": 1, "state": "DRAFT", "total": 740000, "currency": "RUB", "validUntil": "2026-03-05T21:00:00Z",
			"lines": [{"text": "Экран", "quantity": 2, "price": 350000}, {"text": "Работа", "quantity": 1, "price": 40000}],
			"createdTime": "2026-03-02T09:00:00Z", "sentTime": null, "decidedTime": null, "via": null, "comment": null, "decidedByName": null, "notification": null
		}}}}`, saveEstimate+`{ id version state total currency validUntil lines { text quantity price } createdTime sentTime decidedTime via comment decidedByName notification { id } } } }`,
			vars{"task": task.ID, "lines": screen, "until": "2026-03-05", "version": 0})
		anna.gives(`{"data": {"sendEstimate": {"estimate": {"state": "SENT", "sentTime": "2026-03-02T09:00:00Z", "notification": {"state": "QUEUED", "kind": "estimate", "status": null}}}}}`,
			sendEstimate+`{ state sentTime notification { state kind status } } } }`, vars{"id": 1, "version": 1})
		anna.gives(`{"data": {"taskById": {"estimate": {"state": "SENT", "total": 740000}, "paid": 0, "due": null, "payments": [], "notifications": [{"kind": "task_created"}]}}}`,
			`{ taskById(id: 1) { estimate { state total } paid due payments { id } notifications { kind } } }`)
		anna.gives(`{"data": {"decideEstimate": {"estimate": {"state": "ACCEPTED", "via": "PHONE", "comment": "до пятницы", "decidedTime": "2026-03-02T09:00:00Z", "decidedByName": "`+staff.DisplayName()+`"}}}}`,
			decideEstimate+`{ state via comment decidedTime decidedByName } } }`, vars{"id": 1, "version": 1, "accepted": true, "via": "PHONE", "comment": "до пятницы"})
		anna.fails("The customer has accepted this estimate already, at 2026-03-02T09:00:00Z.", `{"code": "CONFLICT", "field": "id"}`,
			decideEstimate+`{ id } } }`, vars{"id": 1, "version": 1, "accepted": false, "via": "COUNTER"})
		anna.gives(`{"data": {"addPayment": {"task": {"paid": 200000, "due": 540000}}}}`, addPayment, vars{"amount": 200_000})
		anna.gives(`{"data": {"addPayment": {"task": {"paid": 100000, "due": 640000}}}}`, addPayment, vars{"amount": -100_000})
		anna.fails("That is more than was paid.", `{"code": "CONFLICT", "field": "amount"}`, addPayment, vars{"amount": -100_001})
		anna.gives(`{"data": {"saveEstimate": {"estimate": {"id": "2", "version": 2, "validUntil": "2026-03-05T15:00:00Z"}}}}`,
			saveEstimate+`{ id version validUntil } } }`, vars{"task": task.ID, "lines": screen[:1], "until": "2026-03-05T18:00"})
		anna.gives(`{"data": {"estimates": [{"id": "2", "state": "DRAFT"}, {"id": "1", "state": "ACCEPTED"}], "estimateLines": [{"text": "Экран", "price": 350000}, {"text": "Работа", "price": 40000}],
			"taskById": {"estimate": {"id": "2"}, "due": 640000, "payments": [{"amount": 200000, "method": "CARD", "createdTime": "2026-03-02T09:00:00Z"}, {"amount": -100000, "method": "CARD", "createdTime": "2026-03-02T09:00:00Z"}],
				"history": [{"kind": "CREATED", "from": null, "to": "ACCEPTED"}, {"kind": "ESTIMATE_SENT", "from": null, "to": "740000 RUB"}, {"kind": "ESTIMATE_ACCEPTED", "from": "PHONE", "to": "740000 RUB"},
					{"kind": "PAYMENT", "from": "CARD", "to": "200000 RUB"}, {"kind": "PAYMENT", "from": "CARD", "to": "-100000 RUB"}]}}}`,
			`{ estimates(taskId: 1) { id state } estimateLines { text price } taskById(id: 1) { estimate { id } due payments { amount method createdTime } history { kind from to } } }`)
	})
}

func TestWhatIsWrongWithAnEstimateIsSaid(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewRegistered(t))
	line := []vars{{"text": "Экран", "price": 1}}
	save := saveEstimate + `{ id } } }`
	anna.fails("Write at least one line: what is to be done, and its price.", `{"code": "INVALID", "field": "lines"}`, save, vars{"task": 1, "lines": []vars{}})
	anna.fails("Not found.", `{"code": "NOT_FOUND", "field": "taskId"}`, save, vars{"task": "x", "lines": line})
	anna.fails(`"soon" is neither a day, as in 2021-07-25, nor a moment, as in 2021-07-25T18:00 or 2021-07-25T18:00:00+03:00.`,
		`{"code": "INVALID", "field": "validUntil"}`, save, vars{"task": 1, "lines": line, "until": "soon"})
	anna.fails("Choose an end that is still to come, or none.", `{"code": "INVALID", "field": "validUntil"}`, save, vars{"task": 1, "lines": line, "until": "2026-03-01"})
	require.Contains(t, anna.failure(save, vars{"task": 1, "lines": []vars{{"text": "Экран", "price": int64(3_000_000_000)}}}).Message, "Int")
	anna.gives(`{"data": {"saveEstimate": {"estimate": {"id": "1"}}}}`, save, vars{"task": 1, "lines": line})
	anna.fails("Somebody else has written another estimate of this task since you loaded it. Load it again.", `{"code": "CONFLICT", "field": "version"}`,
		save, vars{"task": 1, "lines": line, "version": 0})
	anna.fails("This estimate was written again since: its version is 1 now.", `{"code": "CONFLICT", "field": "version"}`, sendEstimate+`{ id } } }`, vars{"id": 1, "version": 2})
	decide := decideEstimate + `{ id } } }`
	anna.fails("This estimate is a draft: send it to the customer first.", `{"code": "CONFLICT", "field": "id"}`, decide, vars{"id": 1, "version": 1, "accepted": true, "via": "PHONE"})
	anna.fails("In Telegram the customer decides, by a button in their own chat. What they say to staff is PHONE or COUNTER.",
		`{"code": "INVALID", "field": "via"}`, decide, vars{"id": 1, "version": 1, "accepted": true, "via": "TELEGRAM"})
	anna.fails("Not found.", `{"code": "NOT_FOUND"}`, `{ estimates(taskId: 9) { id } }`)
}

func TestAnEstimateIsTakenBackBeforeItIsAnsweredAndNotAfter(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewRegistered(t))
	save, line := saveEstimate+`{ id } } }`, vars{"task": 1, "lines": []vars{{"text": "Экран", "price": 100}}}
	anna.call(save, line)
	anna.gives(`{"data": {"withdrawEstimate": {"estimate": {"state": "WITHDRAWN"}}}}`, withdrawEstimate, vars{"id": 1, "version": 1})
	anna.call(save, line)
	anna.call(sendEstimate+`{ id } } }`, vars{"id": 2, "version": 2})
	anna.gives(`{"data": {"withdrawEstimate": {"estimate": {"state": "WITHDRAWN"}}}}`, withdrawEstimate, vars{"id": 2, "version": 2})
	anna.fails("This estimate was withdrawn: it was taken back, or a newer one was sent.", `{"code": "CONFLICT", "field": "id"}`, withdrawEstimate, vars{"id": 2, "version": 2})
	anna.gives(`{"data": {"taskById": {"history": [{"kind": "CREATED"}, {"kind": "ESTIMATE_SENT"}, {"kind": "ESTIMATE_WITHDRAWN"}]}}}`, `{ taskById(id: 1) { history { kind } } }`, nil)
}

func TestATaskIsTakenInWithAPriceThatIsAgreedAlready(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		create := `mutation($price: Int!) { createTask(taskData: {customerPhone: "8 916 204-18-37", agreed: [{text: "Замена экрана", price: $price}]}) { task {
			id due estimate { version state via total lines { text quantity } sentTime } history { kind from to } } } }`
		anna.fails("The price in line 1 is too large.", `{"code": "INVALID", "field": "agreed"}`, create, vars{"price": 2_000_000_001})
		anna.gives(`{"data": {"createTask": {"task": {"id": "1", "due": 740000, "estimate": {"version": 1, "state": "ACCEPTED", "via": "COUNTER", "total": 740000,
			"lines": [{"text": "Замена экрана", "quantity": 1}], "sentTime": "2026-03-02T09:00:00Z"},
			"history": [{"kind": "CREATED", "from": null, "to": "ACCEPTED"}, {"kind": "ESTIMATE_ACCEPTED", "from": "COUNTER", "to": "740000 RUB"}]}}}}`,
			create, vars{"price": 740_000})
	})
}

func TestFiguresSayWhatIsAgreedInTheseDays(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		anna := s.login(staff)
		create := `mutation { createTask(taskData: {customerPhone: "8 916 204-18-37", agreed: [{text: "Замена экрана", quantity: 2, price: 1000000000}]}) { task { id } } }`
		anna.call(create, nil)
		anna.call(create, nil)
		figures := `{ stats(dateStart: "2026-03-02", dateEnd: "2026-03-02") { agreed } }`
		anna.gives(`{"data": {"stats": {"agreed": 4000000000}}}`, figures, nil)
		s.Clock.Advance(24 * time.Hour)
		anna = s.login(staff)
		anna.call(saveEstimate+`{ id } } }`, vars{"task": 1, "lines": []vars{{"text": "Экран", "price": 100}}})
		anna.call(sendEstimate+`{ id } } }`, vars{"id": 3, "version": 2})
		anna.gives(`{"data": {"stats": {"agreed": 4000000000}}}`, figures, nil)
		anna.call(decideEstimate+`{ id } } }`, vars{"id": 3, "version": 2, "accepted": true, "via": "COUNTER"})
		anna.gives(`{"data": {"stats": {"agreed": 2000000000}}}`, figures, nil)
		anna.gives(`{"data": {"stats": {"agreed": 100}}}`, `{ stats(dateStart: "2026-03-03", dateEnd: "2026-03-03") { agreed } }`, nil)
	})
}

func TestEstimatesAndPaymentsAreForStaffAndForTokensThatReadAndWrite(t *testing.T) {
	s := onSQLite(t)
	s.NewTask(t, s.NewRegistered(t))
	line := vars{"task": 1, "lines": []vars{{"text": "Экран", "price": 1}}}
	for mutation, variables := range map[string]vars{
		saveEstimate + `{ id } } }`: line, sendEstimate + `{ id } } }`: {"id": 1, "version": 1}, withdrawEstimate: {"id": 1, "version": 1}, addPayment: {"amount": 1},
		decideEstimate + `{ id } } }`: {"id": 1, "version": 1, "accepted": true, "via": "PHONE"},
	} {
		require.Contains(t, s.stranger().call(mutation, variables).body, `"UNAUTHENTICATED"`)
		require.Contains(t, s.newToken("reads", store.ScopeRead).call(mutation, variables).body, `"FORBIDDEN"`)
		require.Contains(t, s.newToken("writes", store.ScopeWrite).call(mutation, variables).body, `"FORBIDDEN"`)
	}
	both := s.newToken("both", store.ScopeRead, store.ScopeWrite)
	both.gives(`{"data": {"saveEstimate": {"estimate": {"id": "1"}}}}`, saveEstimate+`{ id } } }`, line)
	both.gives(`{"data": {"addPayment": {"task": {"paid": 1, "due": null}}}}`, addPayment, vars{"amount": 1})
	require.Contains(t, s.stranger().call(`{ estimates(taskId: 1) { id } }`, nil).body, `"UNAUTHENTICATED"`)
}

func TestADecisionIsToldToWhoFollowsTasks(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		s.listens()
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		anna := s.login(s.NewStaff(t))
		anna.call(saveEstimate+`{ id } } }`, vars{"task": task.ID, "lines": []vars{{"text": "Экран", "price": 100}}})
		anna.call(sendEstimate+`{ id } } }`, vars{"id": 1, "version": 1})
		c := anna.connect()
		c.Subscribes("tasks", `subscription { taskChanged { task { id estimate { state via } due } } }`)
		c.IsFollowing()
		_, err := s.DecideEstimate(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: customer.ID},
			store.EstimateDecision{ID: 1, Version: 1, Accepted: true, Via: store.ViaTelegram})
		require.NoError(t, err)
		c.Hears(`{"id": "tasks", "type": "next", "payload": {"data": {"taskChanged": {"task": {"id": "1", "estimate": {"state": "ACCEPTED", "via": "TELEGRAM"}, "due": 100}}}}}`)
	})
}
