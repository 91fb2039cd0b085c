package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzRequest sends anything by both methods: nothing panics, and every answer is a well-formed one.
// What it finds to be a body is also sent as the parameters of an address, and as a document.
func FuzzRequest(f *testing.F) {
	for _, request := range hostile() {
		if len(request.body) < 10_000 {
			f.Add(request.body)
		}
	}
	for _, body := range []string{
		`{"query": "{ __typename }"}`,
		`[{"query": "{ __typename }"}, {"query": "{ me { id } }"}]`,
		`{"query": "query A($x: [StatusEnum!] = [READY, null]) { allTasks(statuses: $x) { id ...f } } fragment f on TaskType { customer { tasks { id } } }", "operationName": "A", "variables": {"x": ["READY"]}}`,
		`{"query": "mutation($d: TaskInput!) { createTask(taskData: $d) { task { id } } }", "variables": {"d": {"customerPhone": "+79170000001", "status": null}}}`,
		`{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "00"}}}`,
		`query=%7B__typename%7D&variables=%7B%7D&operationName=x&extensions={}`,
		"{ taskById(id: 1) { ... @include(if: true) { id } } a: __type(name: \"Query\") { name } }",
		"{ allTasks(customerPhone: \"\"\"\n \\\"\"\" \n\"\"\", createdAt: \"\\u{1F600}\") { id } } # комментарий",
	} {
		f.Add(body)
	}
	handler := onSQLite(f).handler
	f.Fuzz(func(t *testing.T, body string) {
		document, _ := json.Marshal(map[string]string{"query": body})
		for _, request := range []*http.Request{
			httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body)),
			httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(document))),
			{Method: http.MethodGet, URL: &url.URL{Path: "/graphql", RawQuery: body}, Header: http.Header{}},
			{Method: http.MethodGet, URL: &url.URL{Path: "/graphql", RawQuery: url.Values{
				"query": {body}, "variables": {body}, "extensions": {body},
			}.Encode()}, Header: http.Header{}},
		} {
			request.Header.Set("Content-Type", "application/json")
			request.Header.Set("Accept", "application/graphql-response+json")
			answer := httptest.NewRecorder()
			handler.ServeHTTP(answer, request)
			checkAnswer(t, answer)
		}
	})
}

// checkAnswer demands a GraphQL response, or a list of them, with the status that it must have.
func checkAnswer(t *testing.T, answer *httptest.ResponseRecorder) {
	t.Helper()
	type response struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	text := answer.Body.Bytes()
	var responses []response
	batch := strings.HasPrefix(string(text), "[")
	if !batch {
		responses = make([]response, 1)
		if err := json.Unmarshal(text, &responses[0]); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if executed := responses[0].Data != nil; executed != (answer.Code == http.StatusOK) {
			t.Fatalf("status %d: %s", answer.Code, text)
		}
	} else if err := json.Unmarshal(text, &responses); err != nil || answer.Code != http.StatusOK || len(responses) == 0 {
		t.Fatalf("%v, status %d: %s", err, answer.Code, text)
	}
	for _, response := range responses {
		if response.Data == nil && len(response.Errors) == 0 {
			t.Fatalf("neither data nor errors: %s", text)
		}
		for _, failure := range response.Errors {
			if failure.Message == "" || failure.Extensions.Code == "" || failure.Extensions.Code == "INTERNAL" {
				t.Fatalf("%s", text)
			}
		}
	}
}
