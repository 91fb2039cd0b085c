package api_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/api/graphqlws/wstest"
	"zayavka/store"
)

// withFileURLs gives every file an address that says which one it is.
func withFileURLs(o *api.Options) {
	o.FileURL = func(file store.File, side int) string {
		if side > 0 && file.Kind != store.FilePhoto {
			return ""
		}
		return fmt.Sprintf("/files/%d-%d", file.ID, side)
	}
}

func TestStaffAnswerACustomerAndSeeWhatBecameOfIt(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff, customer := s.NewStaff(t), s.NewRegistered(t)
		anna := s.login(staff)
		task := s.NewTask(t, customer)
		s.NewReceived(t, customer, &task.ID, "Когда будет готово?")
		anna.gives(`{"data": {"taskById": {"awaitingReplySince": "2026-03-02T09:00:00Z", "source": "STAFF"}}}`, `{ taskById(id: 1) { awaitingReplySince source } }`)
		s.Clock.Advance(time.Minute)
		upload := s.NewUpload(t, staff, store.FilePhoto)
		anna.gives(fmt.Sprintf(`{"data": {"sendMessage": {"message": {
			"id": "2", "direction": "OUT", "authorKind": "STAFF", "authorName": %q, "text": "Завтра к обеду", "previousTexts": [],
			"files": [{"id": "1", "kind": "PHOTO", "state": "KEPT", "label": null, "name": "file", "mime": "image/jpeg", "size": 1000, "duration": null}],
			"createdTime": "2026-03-02T09:01:00Z", "editedTime": null, "answeredTime": null,
			"notification": {"state": "QUEUED", "kind": "message", "status": null, "message": {"id": "2"}},
			"customer": {"id": "1"}, "task": {"id": "1", "awaitingReplySince": null}
		}}}}`, staff.DisplayName()), `mutation($files: [ID!]) { sendMessage(taskId: 1, text: " Завтра к обеду ", fileIds: $files) { message {
			id direction authorKind authorName text previousTexts files { id kind state label name mime size duration } createdTime editedTime answeredTime
			notification { state kind status message { id } } customer { id } task { id awaitingReplySince } } } }`, vars{"files": []string{strconv.FormatInt(upload.ID, 10)}})

		const thread = `{ taskById(id: 1) { messages(last: 50) { totalCount nodes { text direction answeredTime notification { state status } } } } }`
		anna.gives(`{"data": {"taskById": {"messages": {"totalCount": 2, "nodes": [
			{"text": "Когда будет готово?", "direction": "IN", "answeredTime": "2026-03-02T09:01:00Z", "notification": null},
			{"text": "Завтра к обеду", "direction": "OUT", "answeredTime": null, "notification": {"state": "QUEUED", "status": null}}
		]}}}}`, thread)

		anna.gives(`{"data": {"deleteMessage": {"id": "2"}}}`, `mutation { deleteMessage(id: 2) { id } }`)
		anna.gives(`{"data": {"taskById": {"awaitingReplySince": "2026-03-02T09:00:00Z", "messages": {"nodes": [{"answeredTime": null}]}}}}`,
			`{ taskById(id: 1) { awaitingReplySince messages { nodes { answeredTime } } } }`)
		anna.gives(`{"data": {"noReplyNeeded": {"task": {"awaitingReplySince": null}, "customer": null}}}`,
			`mutation { noReplyNeeded(taskId: 1) { task { awaitingReplySince } customer { id } } }`)
	})
}

func TestAThreadIsReadFromItsEnd(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna, customer := s.login(s.NewStaff(t)), s.NewRegistered(t)
		task, other := s.NewTask(t, customer), s.NewTask(t, customer)
		for i := range 5 {
			s.NewReceived(t, customer, &task.ID, strconv.Itoa(i))
			s.NewReceived(t, customer, &other.ID, "о другом")
		}
		const page = `query($before: String) { taskById(id: 1) { messages(last: 2, before: $before) {
			totalCount nodes { text } edges { cursor } pageInfo { hasPreviousPage hasNextPage startCursor } } } }`
		type thread struct {
			TaskById struct { //nolint:revive // as the schema calls it
				Messages struct {
					TotalCount int
					Nodes      []struct{ Text string }
					Edges      []struct{ Cursor string }
					PageInfo   struct {
						HasPreviousPage, HasNextPage bool
						StartCursor                  string
					}
				}
			}
		}
		var texts []string
		var before any
		for range 3 {
			var got thread
			anna.into(&got, page, vars{"before": before})
			messages := got.TaskById.Messages
			require.Equal(t, 5, messages.TotalCount)
			require.Equal(t, messages.Edges[0].Cursor, messages.PageInfo.StartCursor)
			require.Equal(t, before != nil, messages.PageInfo.HasNextPage)
			require.Equal(t, len(texts) < 3, messages.PageInfo.HasPreviousPage)
			for i := range messages.Nodes {
				texts = append(texts, messages.Nodes[len(messages.Nodes)-1-i].Text)
			}
			before = messages.PageInfo.StartCursor
		}
		require.Equal(t, []string{"4", "3", "2", "1", "0"}, texts)
		anna.gives(`{"data": {"customerById": {"messages": {"totalCount": 10, "nodes": [{"text": "0", "task": {"id": "1"}}, {"text": "о другом", "task": {"id": "2"}}]}}}}`,
			`{ customerById(id: 1) { messages(first: 2) { totalCount nodes { text task { id } } } } }`)
		require.Contains(t, anna.failure(`{ inbox(last: 1, after: "x") { totalCount } }`).Message, "after goes with first")
		require.Contains(t, anna.failure(`{ inbox(after: "x") { totalCount } }`).Message, "This is not a cursor")
	})
}

func TestTheInboxHoldsWhatIsFiledToNoTask(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna, customer, other := s.login(s.NewStaff(t)), s.NewRegistered(t), s.NewRegistered(t)
		task, others := s.NewTask(t, customer), s.NewTask(t, other)
		s.NewReceived(t, customer, nil, "Сколько стоит экран?")
		s.NewReceived(t, customer, &task.ID, "Когда?")
		s.NewReceived(t, other, nil, "Вы открыты?")
		stranger := s.NewReceived(t, customer, nil, "Кто я?")
		s.Exec(t, "UPDATE messages SET customer_id = NULL WHERE id = $1", stranger.ID)
		draft := s.NewReceived(t, customer, nil, "Ещё пишу")
		s.Exec(t, "INSERT INTO drafts (id, chat_id, expires_at, created_at, updated_at) SELECT 1, chat_id, created_at, created_at, created_at FROM messages WHERE id = $1", draft.ID)
		s.Exec(t, "UPDATE messages SET draft_id = 1 WHERE id = $1", draft.ID)
		const inbox = `{ inbox { totalCount nodes { id text } } }`
		anna.gives(`{"data": {"inbox": {"totalCount": 2, "nodes": [{"id": "1", "text": "Сколько стоит экран?"}, {"id": "3", "text": "Вы открыты?"}]}}}`, inbox)
		anna.gives(`{"data": {"customerById": {"messages": {"nodes": [{"id": "1"}, {"id": "2"}]}}}}`, `{ customerById(id: 1) { messages { nodes { id } } } }`)

		const file = `mutation($id: ID!, $task: ID) { fileMessage(id: $id, taskId: $task) { message { id task { id awaitingReplySince } } } }`
		anna.fails("This task is not of the customer who wrote the message.", `{"code": "CONFLICT", "field": "taskId"}`, file, vars{"id": 1, "task": others.ID})
		anna.gives(`{"data": {"fileMessage": {"message": {"id": "1", "task": {"id": "1", "awaitingReplySince": "2026-03-02T09:00:00Z"}}}}}`, file, vars{"id": 1, "task": task.ID})
		anna.gives(`{"data": {"taskById": {"history": [{"kind": "CREATED", "from": null, "to": "ACCEPTED"}, {"kind": "MESSAGE_FILED", "from": null, "to": "1"}]}}}`,
			`{ taskById(id: 1) { history { kind from to } } }`)
		anna.gives(`{"data": {"fileMessage": {"message": {"id": "1", "task": null}}}}`, file, vars{"id": 1, "task": nil})
		anna.gives(`{"data": {"noReplyNeeded": {"task": null, "customer": {"id": "2"}}}}`, `mutation { noReplyNeeded(customerId: 2) { task { id } customer { id } } }`)
		anna.gives(`{"data": {"sendMessage": {"message": {"task": null, "notification": {"task": null}}}}}`,
			`mutation { sendMessage(customerId: 1, text: "Тысячу") { message { task { id } notification { task { id } } } } }`)
		anna.gives(`{"data": {"inbox": {"totalCount": 0, "nodes": []}}}`, inbox)

		for _, mutation := range []string{`fileMessage(id: 4) { message { id } }`, `deleteMessage(id: 4) { id }`, `fileMessage(id: 99) { message { id } }`} {
			anna.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { `+mutation+` }`)
		}
		anna.fails("Say either with taskId which task you mean, or with customerId which customer.", `{"code": "INVALID", "field": "taskId"}`,
			`mutation { noReplyNeeded { task { id } } }`)
		anna.fails("Not found.", `{"code": "NOT_FOUND", "field": "customerId"}`, `mutation { sendMessage(customerId: "x", text: "а") { message { id } } }`)
		anna.fails("Not all of these are files that you have uploaded and not sent yet. Upload them again.", `{"code": "INVALID", "field": "fileIds"}`,
			`mutation { sendMessage(customerId: 1, text: "а", fileIds: ["x"]) { message { id } } }`)
	})
}

func TestNotesAreForStaffAndForWhoHasTheScope(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff, customer := s.NewStaff(t), s.NewRegistered(t)
		s.NewAdmin(t)
		task := s.NewTask(t, customer)
		s.NewReceived(t, customer, &task.ID, "Когда?")
		upload := s.NewUpload(t, staff, store.FilePhoto)
		anna := s.login(staff)
		anna.gives(`{"data": {"addNote": {"message": {"id": "2", "direction": "NOTE", "notification": null}}}}`,
			`mutation($files: [ID!]) { addNote(taskId: 1, text: "Ждём деталь", fileIds: $files) { message { id direction notification { id } } } }`, vars{"files": []int64{upload.ID}})
		reader, notes := s.newToken("reader", store.ScopeRead), s.newToken("notes", store.ScopeRead, store.ScopeNotes)
		writer, noteWriter := s.newToken("writer", store.ScopeRead, store.ScopeWrite), s.newToken("note writer", store.ScopeWrite, store.ScopeNotes)
		node := nodeID(t, anna, task)
		for _, query := range []string{
			`{ taskById(id: 1) { messages(last: 10) { totalCount nodes { text } edges { node { text } } } files { id } customer { messages { totalCount nodes { text } } } } }`,
			`{ tasks { nodes { messages { totalCount nodes { text } } files { id } } } customers { nodes { messages { totalCount nodes { text } } } } }`,
			`{ allTasks { messages(first: 1, after: null) { totalCount } messages2: messages(last: 1) { nodes { text } } files { id } } }`,
			`{ node(nodeId: "` + node + `") { ... on TaskType { messages { totalCount nodes { text } } files { id } } } }`,
		} {
			hidden := reader.call(query, nil).body
			require.NotContains(t, hidden, "errors", query)
			require.NotContains(t, hidden, "деталь", query)
			require.NotContains(t, hidden, `"totalCount":2`, query)
			require.NotContains(t, hidden, `"files":[{`, query)
			for _, sees := range []member{anna, notes} {
				shown := sees.call(query, nil).body
				require.Contains(t, shown, "деталь", query)
				require.Contains(t, shown, `"totalCount":2`, query)
				require.Contains(t, shown, `"files":[{"id":"1"}]`, query)
			}
		}
		writer.fails("This API token lacks the scope NOTES. Ask an admin for one that has it.", `{"code": "FORBIDDEN"}`,
			`mutation { addNote(taskId: 1, text: "а") { message { id } } }`)
		writer.fails("This API token lacks the scope NOTES. Ask an admin for one that has it.", `{"code": "FORBIDDEN"}`,
			`mutation { createTask(taskData: {customerPhone: "+79170000001", note: "а"}) { task { id } } }`)
		for _, mutation := range []string{`fileMessage(id: 2) { message { id } }`, `deleteMessage(id: 2) { id }`} {
			writer.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { `+mutation+` }`)
		}
		noteWriter.gives(`{"data": {"addNote": {"message": {"id": "3", "text": "Пришла", "authorKind": "TOKEN"}}}}`,
			`mutation { addNote(taskId: 1, text: "Пришла") { message { id text authorKind } } }`)
		noteWriter.fails("Only who has written a message can take it back.", `{"code": "FORBIDDEN"}`, `mutation { deleteMessage(id: 2) { id } }`)
		noteWriter.gives(`{"data": {"createTask": {"task": {"id": "2"}}}}`, `mutation { createTask(taskData: {customerPhone: "+79170000001", note: "Из 1С"}) { task { id } } }`)
		noteWriter.gives(`{"data": {"deleteMessage": {"id": "3"}}}`, `mutation { deleteMessage(id: 3) { id } }`)
		anna.fails("A note stays with the task that it was written to.", `{"code": "CONFLICT", "field": "id"}`, `mutation { fileMessage(id: 2) { message { id } } }`)
	})
}

func nodeID(t *testing.T, m member, task store.Task) string {
	t.Helper()
	var data struct {
		TaskById struct{ NodeID string } //nolint:revive // as the schema calls it
	}
	m.into(&data, `query($id: ID!) { taskById(id: $id) { nodeId } }`, vars{"id": task.ID})
	return data.TaskById.NodeID
}

func TestATokenThatOnlyWritesSeesOfAMessageWhatItWrote(t *testing.T) {
	s := onSQLite(t)
	s.NewAdmin(t)
	s.NewTask(t, s.NewRegistered(t))
	writer := s.newToken("writer", store.ScopeWrite)
	writer.gives(`{"data": {"sendMessage": {"message": {"id": "1", "text": "Готово", "notification": {"state": "QUEUED"}}}}}`,
		`mutation { sendMessage(taskId: 1, text: "Готово") { message { id text notification { state } } } }`)
	for _, field := range []string{`customer { id }`, `task { id }`, `files { id }`, `authorName`, `notification { lastError }`} {
		require.Contains(t, writer.failure(`mutation { sendMessage(taskId: 1, text: "Готово") { message { `+field+` } } }`).Message, "leave out")
	}
	require.Contains(t, writer.failure(`mutation { fileMessage(id: 1) { message { text } } }`).Message, "leave out MessageType.text")
	writer.gives(`{"data": {"muteCustomer": {"customer": {"mutedAt": "2026-03-02T09:00:00Z"}}}}`, `mutation { muteCustomer(id: 1, muted: true) { customer { mutedAt } } }`)
	writer.gives(`{"data": {"muteCustomer": {"customer": {"mutedAt": null}}}}`, `mutation { muteCustomer(id: 1, muted: false) { customer { mutedAt } } }`)
}

func TestATaskIsTakenByOneMember(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff, other := s.NewStaff(t), s.NewStaff(t)
		s.NewTask(t, s.NewRegistered(t))
		s.Exec(t, "UPDATE staff SET name = 'Борис' WHERE id = $1", staff.ID)
		const take = `mutation { takeTask(id: 1) { task { version employee { id } } } }`
		s.login(staff).gives(fmt.Sprintf(`{"data": {"takeTask": {"task": {"version": 2, "employee": {"id": "%d"}}}}}`, staff.ID), take)
		s.login(staff).gives(fmt.Sprintf(`{"data": {"takeTask": {"task": {"version": 2, "employee": {"id": "%d"}}}}}`, staff.ID), take)
		refused := s.login(other).failure(take)
		require.Equal(t, "Борис has taken this task already.", refused.Message)
		require.Contains(t, string(refused.Extensions), `"code":"CONFLICT","field":"id","task":{"id":"1"`)
		require.Contains(t, string(refused.Extensions), fmt.Sprintf(`"employeeId":"%d"`, staff.ID))
	})
}

func TestFilesHaveAddressesOnceTheyAreKept(t *testing.T) {
	s := onSQLite(t, withFileURLs)
	staff, customer := s.NewStaff(t), s.NewRegistered(t)
	task := s.NewTask(t, customer)
	var ids []int64
	for _, kind := range []store.FileKind{store.FilePhoto, store.FileDocument, store.FilePhoto} {
		ids = append(ids, s.NewUpload(t, staff, kind).ID)
	}
	_, err := s.SendMessage(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewMessage{TaskID: &task.ID, FileIDs: ids})
	require.NoError(t, err)
	s.Exec(t, "UPDATE files SET state = 'WAITING', label = 'AFTER', size = 3000000000, mime = '', duration = 7, width = 640 WHERE id = $1", ids[2])
	s.login(staff).gives(`{"data": {"taskById": {"files": [
		{"kind": "PHOTO", "state": "KEPT", "label": null, "url": "/files/1-0", "thumbnailUrl": "/files/1-320", "large": "/files/1-1280", "mime": "image/jpeg", "size": 1000, "width": null, "duration": null},
		{"kind": "DOCUMENT", "state": "KEPT", "label": null, "url": "/files/2-0", "thumbnailUrl": null, "large": null, "mime": "image/jpeg", "size": 1000, "width": null, "duration": null},
		{"kind": "PHOTO", "state": "WAITING", "label": "AFTER", "url": null, "thumbnailUrl": null, "large": null, "mime": null, "size": null, "width": 640, "duration": 7}
	]}}}`, `{ taskById(id: 1) { files { kind state label url thumbnailUrl large: thumbnailUrl(large: true) mime size width duration } } }`)
}

func TestASubscriberHearsHowFarAMessageHasCome(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		staff, customer := s.NewStaff(t), s.NewRegistered(t)
		anna := s.login(staff)
		s.listens()
		messages, notifications := anna.connect(), anna.connect()
		messages.Subscribes("m", `subscription { messageChanged(customerId: 1) { kind message { notification { state } } } }`)
		notifications.Subscribes("n", `subscription { notificationChanged { notification { kind status state message { id } task { id } } } }`)
		messages.IsFollowing()
		notifications.IsFollowing()
		hear := func(kind, state string) {
			t.Helper()
			messages.Hears(fmt.Sprintf(`{"id": "m", "type": "next", "payload": {"data": {"messageChanged": {"kind": %q, "message": {"notification": {"state": %q}}}}}}`, kind, state))
			notifications.Hears(fmt.Sprintf(`{"id": "n", "type": "next", "payload": {"data": {"notificationChanged": {"notification":
				{"kind": "message", "status": null, "state": %q, "message": {"id": "1"}, "task": null}}}}}`, state))
		}
		_, err := s.SendMessage(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewMessage{CustomerID: &customer.ID, Text: "Готово"})
		require.NoError(t, err)
		hear("CREATED", "QUEUED")
		s.Clock.Advance(time.Minute)
		claimed, err := s.ClaimNotifications(t.Context(), 1, time.Minute)
		require.NoError(t, err)
		hear("UPDATED", "SENDING")
		require.NoError(t, s.NotificationSent(t.Context(), claimed[0].Notification.Claim(), 7))
		hear("UPDATED", "SENT")
	})
}

func TestASubscriberHearsOfMessages(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		staff, customer, other := s.NewStaff(t), s.NewRegistered(t), s.NewRegistered(t)
		s.NewAdmin(t)
		task, elsewhere := s.NewTask(t, customer), s.NewTask(t, other)
		by := store.Actor{Kind: store.ActorStaff, ID: staff.ID}
		s.listens()
		token := s.newToken("reader", store.ScopeRead)
		all, ofTask, ofCustomer := s.login(staff).connect(), token.connect(), token.connect()
		const fields = ` { kind id message { text direction task { id } notification { state } } } }`
		all.Subscribes("all", `subscription { messageChanged`+fields)
		ofTask.Subscribes("task", `subscription { messageChanged(taskId: 1)`+fields)
		ofCustomer.Subscribes("customer", `subscription { messageChanged(customerId: 2) { id } }`)
		for _, connection := range []*wstest.Socket{all, ofTask, ofCustomer} {
			connection.IsFollowing()
		}
		heard := func(subscription, change string) string {
			return `{"id": "` + subscription + `", "type": "next", "payload": {"data": {"messageChanged": ` + change + `}}}`
		}

		note, err := s.AddNote(t.Context(), by, store.NewMessage{TaskID: &task.ID, Text: "Ждём деталь"})
		require.NoError(t, err)
		const noted = `{"kind": "CREATED", "id": "1", "message": {"text": "Ждём деталь", "direction": "NOTE", "task": {"id": "1"}, "notification": null}}`
		all.Hears(heard("all", noted))
		_, err = s.SendMessage(t.Context(), by, store.NewMessage{TaskID: &task.ID, Text: "Готово"})
		require.NoError(t, err)
		const wrote = `{"kind": "CREATED", "id": "2", "message": {"text": "Готово", "direction": "OUT", "task": {"id": "1"}, "notification": {"state": "QUEUED"}}}`
		all.Hears(heard("all", wrote))
		ofTask.Hears(heard("task", wrote))
		_, err = s.SendMessage(t.Context(), by, store.NewMessage{TaskID: &elsewhere.ID, Text: "Другое"})
		require.NoError(t, err)
		all.Hears(heard("all", strings.NewReplacer("Готово", "Другое", `"id": "2"`, `"id": "3"`, `"id": "1"`, `"id": "2"`).Replace(wrote)))
		ofCustomer.Hears(heard("customer", `{"id": "3"}`))

		_, err = s.DeleteMessage(t.Context(), by, note.ID)
		require.NoError(t, err)
		all.Hears(heard("all", `{"kind": "DELETED", "id": "1", "message": null}`))
		_, err = s.DeleteMessage(t.Context(), by, 2)
		require.NoError(t, err)
		all.Hears(heard("all", `{"kind": "DELETED", "id": "2", "message": null}`))
		ofTask.Hears(heard("task", `{"kind": "DELETED", "id": "2", "message": null}`)) // and of the note nothing
		ofCustomer.Hears(heard("customer", `{"id": "2"}`))
	})
}

func TestTasksThatWaitForAnAnswerAreListedByHowLongTheyWait(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff, customer := s.NewStaff(t), s.NewRegistered(t)
		anna := s.login(staff)
		for range 3 {
			s.NewTask(t, customer)
		}
		for _, id := range []int64{3, 1} {
			s.NewReceived(t, customer, &id, "Когда?")
			s.Clock.Advance(time.Minute)
		}
		const waiting = `{ tasks(filter: {awaitingReply: true}) { totalCount nodes { id awaitingReplySince } } customerById(id: 1) { taskConnection(filter: {awaitingReply: true}) { nodes { id } } } }`
		anna.gives(`{"data": {
			"tasks": {"totalCount": 2, "nodes": [{"id": "3", "awaitingReplySince": "2026-03-02T09:00:00Z"}, {"id": "1", "awaitingReplySince": "2026-03-02T09:01:00Z"}]},
			"customerById": {"taskConnection": {"nodes": [{"id": "3"}, {"id": "1"}]}}
		}}`, waiting)
		anna.gives(`{"data": {"newest": {"nodes": [{"id": "3"}, {"id": "1"}]}, "quiet": {"nodes": [{"id": "2"}]}}}`,
			`{ newest: tasks(filter: {awaitingReply: true}, orderBy: NEWEST_FIRST) { nodes { id } } quiet: tasks(filter: {awaitingReply: false}) { nodes { id } } }`)
		var page struct {
			Tasks struct{ PageInfo struct{ EndCursor string } }
		}
		anna.into(&page, `{ tasks(first: 1, filter: {awaitingReply: true}) { pageInfo { endCursor } } }`)
		anna.gives(`{"data": {"tasks": {"nodes": [{"id": "1"}]}}}`,
			`query($after: String) { tasks(first: 1, after: $after, filter: {awaitingReply: true}, orderBy: LONGEST_WAIT_FIRST) { nodes { id } } }`, vars{"after": page.Tasks.PageInfo.EndCursor})
		anna.fails("LONGEST_WAIT_FIRST orders tasks that wait for an answer: give filter: {awaitingReply: true} as well.", `{"code": "INVALID", "field": "orderBy"}`,
			`{ tasks(orderBy: LONGEST_WAIT_FIRST) { nodes { id } } }`)

		s.listens()
		c := anna.connect()
		c.Subscribes("all", `subscription { taskChanged { task { id awaitingReplySince } } }`)
		c.Subscribes("waiting", `subscription { taskChanged(filter: {awaitingReply: true}) { task { id } } }`)
		c.Subscribes("customers", `subscription { customerChanged { customer { mutedAt } } }`)
		c.IsFollowing()
		_, err := s.SendMessage(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewMessage{TaskID: new(int64(3)), Text: "Завтра"})
		require.NoError(t, err)
		c.Hears(`{"id": "all", "type": "next", "payload": {"data": {"taskChanged": {"task": {"id": "3", "awaitingReplySince": null}}}}}`)
		_, err = s.MuteCustomer(t.Context(), customer.ID, true)
		require.NoError(t, err)
		c.Hears(`{"id": "customers", "type": "next", "payload": {"data": {"customerChanged": {"customer": {"mutedAt": "2026-03-02T09:02:00Z"}}}}}`)
	})
}

func TestAnAnswerThatShowedAMessageIsForgottenWithIt(t *testing.T) {
	s := onSQLite(t)
	anna, customer := s.login(s.NewStaff(t)), s.NewRegistered(t)
	s.NewTask(t, customer)
	keyed := func(key, mutation string) string {
		t.Helper()
		header := map[string]string{"Content-Type": "application/json", "Authorization": "Bearer " + anna.token, "Idempotency-Key": key}
		return s.send(http.MethodPost, "/graphql", header, strings.NewReader(`{"query": "mutation { `+mutation+` }"}`)).body
	}
	const (
		send  = `sendMessage(taskId: 1, text: \"Секрет\") { message { text } }`
		shown = `updateTask(taskData: {id: 1, category: REPAIR}) { task { messages { nodes { text } } } }`
	)
	for range 2 { // the second time from memory
		require.Contains(t, keyed("a", send), "Секрет")
		require.Contains(t, keyed("b", shown), "Секрет")
	}
	anna.gives(`{"data": {"deleteMessage": {"id": "1"}}}`, `mutation { deleteMessage(id: 1) { id } }`)
	for key, mutation := range map[string]string{"a": send, "b": shown} {
		require.Contains(t, keyed(key, mutation), "its answer was lost")
	}
}
