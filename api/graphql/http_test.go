package graphql

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	asJSONType     = "application/json; charset=utf-8"
	asResponseType = "application/graphql-response+json; charset=utf-8"
)

func TestTheClientChoosesTheMediaType(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	for accept, want := range map[string]string{
		"":                                  asJSONType,
		"*/*":                               asJSONType,
		"application/*":                     asJSONType,
		"application/json":                  asJSONType,
		"application/graphql-response+json": asResponseType,
		"application/graphql-response+json, application/json;q=0.9":                asResponseType,
		"application/json;q=0.1, application/graphql-response+json; charset=utf-8": asResponseType,
		"application/graphql-response+json;q=0.1, */*":                             asJSONType,
		"text/html, application/json;q=0.1":                                        asJSONType, // GraphiQL is for GET
		"application/json;q=0, */*":                                                asResponseType,
		"application/*;q=0.5, application/json;q=0.4":                              asResponseType,
		"application/json, application/graphql-response+json":                      asJSONType,
		"application/graphql-response+json;charset=utf-16, */*;q=0.1":              asJSONType,
		"application/json;q=x":                                                     asJSONType,
		"nonsense;;;, application/json":                                            asJSONType,
		"APPLICATION/GraphQL-Response+JSON":                                        asResponseType,
	} {
		got := s.send(http.MethodPost, "/", map[string]string{"Content-Type": "application/json", "Accept": accept},
			strings.NewReader(`{"query": "{ __typename }"}`))
		require.Equal(t, http.StatusOK, got.status, accept)
		require.Equal(t, want, got.header.Get("Content-Type"), accept)
	}
}

func TestAClientThatTakesNothingOfOursIsToldSo(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	for _, accept := range []string{
		"image/png", "text/html", "text/*", "application/json;q=0", "*/*;q=0", "nonsense", ";;;",
		"application/json;charset=utf-16", strings.Repeat("text/plain,", 100) + "*/*",
	} {
		got := s.send(http.MethodPost, "/", map[string]string{"Content-Type": "application/json", "Accept": accept},
			strings.NewReader(`{"query": "{ __typename }"}`))
		require.Equal(t, http.StatusNotAcceptable, got.status, accept)
		require.Equal(t, asJSONType, got.header.Get("Content-Type"))
		require.JSONEq(t, `{"errors": [{"message": "Answers are application/graphql-response+json or application/json: accept one of them.",
			"extensions": {"code": "INVALID"}}]}`, got.body)
	}
}

func TestHEADIsGETWithoutTheBody(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	got := s.send(http.MethodHead, "/?query={__typename}", nil, nil)
	require.Equal(t, http.StatusOK, got.status)
	require.Equal(t, asJSONType, got.header.Get("Content-Type"))
	require.Empty(t, got.body)
	require.Equal(t, http.StatusMethodNotAllowed, s.send(http.MethodHead, "/?query=mutation{__typename}", nil, nil).status)
}

func TestADocumentThatIsNotValidIs400UnlessTheClientIsOld(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	for _, body := range []string{
		`{"query": "{"}`,
		`{"query": "{ nothing }"}`,
		`{"query": "query($n: Int!) { need(int: $n) }"}`,
		`{"query": "query A { __typename } query B { __typename }"}`,
		`{"query": "query A { __typename }", "operationName": "B"}`,
		`{"query": "subscription { x }"}`,
	} {
		for accept, status := range map[string]int{"application/json": 200, "application/graphql-response+json": 400} {
			got := s.send(http.MethodPost, "/", map[string]string{"Content-Type": "application/json", "Accept": accept}, strings.NewReader(body))
			require.Equal(t, status, got.status, body)
			require.Contains(t, got.body, `"code":"INVALID"`)
			require.NotContains(t, got.body, `"data"`)
		}
	}
}

func TestAnErrorOfAFieldIs200(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	got := s.send(http.MethodPost, "/", map[string]string{
		"Content-Type": "application/json", "Accept": "application/graphql-response+json",
	}, strings.NewReader(`{"query": "{ boom }"}`))
	require.Equal(t, http.StatusOK, got.status)
	require.Contains(t, got.body, `"data":{"boom":null}`)
}

func TestARequestThatIsNotUnderstoodIsExplained(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	for body, want := range map[string]string{
		``:                               "The request is not valid JSON.",
		`{`:                              "The request is not valid JSON.",
		`{"query": "{ __typename }"} {}`: "The request is not valid JSON.",
		`null`:                           "The parameter query is missing.",
		`{}`:                             "The parameter query is missing.",
		`{"query": null}`:                "The parameter query is missing.",
		`{"query": ""}`:                  "The parameter query is missing.",
		`{"query": {"a": 1}}`:            "The parameter query is of the wrong type.",
		`{"query": "{ nothing { id } }", "variables": "x"}`:   "The parameter variables is of the wrong type.",
		`{"query": "{ nothing { id } }", "variables": [1]}`:   "The parameter variables is of the wrong type.",
		`{"query": "{ nothing { id } }", "operationName": 1}`: "The parameter operationName is of the wrong type.",
		`{"query": "{ nothing { id } }", "extensions": "x"}`:  "The parameter extensions is of the wrong type.",
		`"{ nothing { id } }"`:                                "The request must be a JSON object, or a list of them.",
		strings.Repeat("[", 100):                              "The request is too deep: JSON may be nested 30 levels, and this request nests more.",
	} {
		got := s.post(body)
		require.Equal(t, http.StatusBadRequest, got.status, body)
		require.JSONEq(t, `{"errors": [{"message": "`+want+`", "extensions": {"code": "INVALID"}}]}`, got.body, body)
	}
}

func TestNullParametersAreAbsentOnes(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	got := s.post(`{"query": "{ __typename }", "variables": null, "operationName": null, "extensions": null}`)
	require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body)
}

func TestOnlyJSONInUTF8IsTaken(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	for mediaType, status := range map[string]int{
		"application/json":                    200,
		"application/json; charset=utf-8":     200,
		"APPLICATION/JSON; charset=\"UTF-8\"": 200,
		"application/json; charset=utf-16":    415,
		"application/graphql":                 415,
		"text/plain":                          415,
		"multipart/form-data; boundary=x":     415,
		"":                                    415,
		";;;":                                 415,
	} {
		got := s.send(http.MethodPost, "/", map[string]string{"Content-Type": mediaType}, strings.NewReader(`{"query": "{ __typename }"}`))
		require.Equal(t, status, got.status, mediaType)
		if status == 415 {
			require.JSONEq(t, `{"errors": [{"message": "Send the request as Content-Type: application/json in UTF-8.", "extensions": {"code": "INVALID"}}]}`, got.body)
		}
	}
}

func TestALongBodyIsRefused(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	fits := `{"query": "{ __typename }"}`
	got := s.post(fits + strings.Repeat(" ", 1<<20-len(fits)))
	require.Equal(t, http.StatusOK, got.status)
	got = s.post(fits + strings.Repeat(" ", 1<<20-len(fits)+1))
	require.Equal(t, http.StatusRequestEntityTooLarge, got.status)
	require.JSONEq(t, `{"errors": [{"message": "The request is too long: at most 1048576 bytes are allowed, this one has 1048577.", "extensions": {"code": "INVALID"}}]}`, got.body)
}

func TestAQueryMayBeSentByGET(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	get := func(parameters url.Values) exampleAnswer {
		return s.send(http.MethodGet, "/?"+parameters.Encode(), nil, nil)
	}
	got := get(url.Values{
		"query":         {"query A { nothing { id } } query B($n: Int!) { need(int: $n) }"},
		"operationName": {"B"},
		"variables":     {`{"n": 1}`},
	})
	require.Equal(t, http.StatusOK, got.status)
	require.JSONEq(t, `{"data": {"need": "{\"int\":1}"}}`, got.body)
	require.Contains(t, got.header.Values("Vary"), "Accept")

	for _, variables := range []string{"x", "[1]", "{", `"x"`} {
		got = get(url.Values{"query": {"{ nothing { id } }"}, "variables": {variables}})
		require.Equal(t, http.StatusBadRequest, got.status)
		require.JSONEq(t, `{"errors": [{"message": "The parameter variables must be a JSON object.", "extensions": {"code": "INVALID"}}]}`, got.body)
	}
	for _, address := range []string{"", "?", "?query=", "?query=%zz", "?query={__typename};x=1", "?variables={}"} {
		require.Equal(t, http.StatusBadRequest, s.send(http.MethodGet, "/"+address, nil, nil).status, address)
	}
	for _, parameter := range []string{"variables=null", "variables=", "extensions=null", "extensions={}", "operationName="} {
		got = s.send(http.MethodGet, "/?query={__typename}&"+parameter, nil, nil)
		require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body, parameter)
	}
	got = s.send(http.MethodGet, "/?query=query+null{__typename}&operationName=null", nil, nil)
	require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body, "null is a name here")
}

func TestAMutationByGETIsRefused(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	got := s.send(http.MethodGet, "/?query="+url.QueryEscape("mutation { set(value: 1) { full } }"), nil, nil)
	require.Equal(t, http.StatusMethodNotAllowed, got.status)
	require.Equal(t, "POST", got.header.Get("Allow"))
	require.JSONEq(t, `{"errors": [{"message": "Only queries may be sent by GET. Use POST.", "extensions": {"code": "INVALID"}}]}`, got.body)
	require.Zero(t, s.answered.Load())
}

func TestOtherMethodsAreRefused(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch} {
		got := s.send(method, "/", nil, nil)
		require.Equal(t, http.StatusMethodNotAllowed, got.status)
		require.Equal(t, "GET, HEAD, POST, OPTIONS", got.header.Get("Allow"))
		require.Contains(t, got.body, `"code":"INVALID"`)
	}
	got := s.send(http.MethodOptions, "/", nil, nil)
	require.Equal(t, http.StatusNoContent, got.status)
	require.Equal(t, "GET, HEAD, POST, OPTIONS", got.header.Get("Allow"))
}

func TestABrowserGetsThePage(t *testing.T) {
	t.Parallel()
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	s := serveExample(t)
	got := s.send(http.MethodGet, "/", map[string]string{"Accept": browser}, nil)
	require.Equal(t, http.StatusOK, got.status)
	require.Equal(t, "the page", got.body)
	got = s.send(http.MethodPost, "/", map[string]string{"Accept": browser, "Content-Type": "application/json"}, strings.NewReader(`{"query": "{ __typename }"}`))
	require.Equal(t, asJSONType, got.header.Get("Content-Type"), "the page is for GET")

	s.page = nil
	got = s.send(http.MethodGet, "/", map[string]string{"Accept": browser}, nil)
	require.Equal(t, http.StatusBadRequest, got.status)
	require.Equal(t, http.StatusNotAcceptable, s.send(http.MethodGet, "/", map[string]string{"Accept": "text/html"}, nil).status)
}

func TestASubscriptionIsNotForHTTP(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	require.JSONEq(t, `{"errors": [{"message": "Subscriptions need a WebSocket: connect to this address by graphql-transport-ws.", "extensions": {"code": "INVALID"}}]}`,
		s.post(`{"query": "subscription { ticks }"}`).body)
	require.Zero(t, s.answered.Load())
}

func TestWhoAsksTooMuchIsNotRead(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	s.admit = func(int) error {
		failure := TooMany("Too many.")
		failure.RetryAfter = 7
		return failure
	}
	for _, body := range []string{`{"query": "{ __typename }"}`, "{"} {
		got := s.send(http.MethodPost, "/", map[string]string{"Content-Type": "application/json", "Accept": "application/graphql-response+json"}, strings.NewReader(body))
		require.Equal(t, http.StatusTooManyRequests, got.status)
		require.Equal(t, "7", got.header.Get("Retry-After"))
		require.Equal(t, asResponseType, got.header.Get("Content-Type"))
		require.JSONEq(t, `{"errors": [{"message": "Too many.", "extensions": {"code": "RATE_LIMITED"}}]}`, got.body)
	}
}
