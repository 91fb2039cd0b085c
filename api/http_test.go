package api_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/api"
)

const (
	asJSONType     = "application/json; charset=utf-8"
	asResponseType = "application/graphql-response+json; charset=utf-8"
)

func TestBothAddressesAnswer(t *testing.T) {
	s := onSQLite(t)
	for _, path := range []string{"/graphql", "/graphql/"} {
		got := s.send(http.MethodPost, path, map[string]string{"Content-Type": "application/json"}, strings.NewReader(`{"query": "{ __typename }"}`))
		require.Equal(t, http.StatusOK, got.status)
		require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body)
		require.Equal(t, asJSONType, got.header.Get("Content-Type"))
		got = s.send(http.MethodGet, path+"?query={__typename}", nil, nil)
		require.Equal(t, http.StatusOK, got.status)
		require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body)
	}
}

func TestTheClientChoosesTheMediaType(t *testing.T) {
	s := onSQLite(t)
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
		got := s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": "application/json", "Accept": accept},
			strings.NewReader(`{"query": "{ __typename }"}`))
		require.Equal(t, http.StatusOK, got.status, accept)
		require.Equal(t, want, got.header.Get("Content-Type"), accept)
	}
}

func TestAClientThatTakesNothingOfOursIsToldSo(t *testing.T) {
	s := onSQLite(t)
	for _, accept := range []string{
		"image/png", "text/html", "text/*", "application/json;q=0", "*/*;q=0", "nonsense", ";;;",
		"application/json;charset=utf-16", strings.Repeat("text/plain,", 100) + "*/*",
	} {
		got := s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": "application/json", "Accept": accept},
			strings.NewReader(`{"query": "{ __typename }"}`))
		require.Equal(t, http.StatusNotAcceptable, got.status, accept)
		require.Equal(t, asJSONType, got.header.Get("Content-Type"))
		require.JSONEq(t, `{"errors": [{"message": "Answers are application/graphql-response+json or application/json: accept one of them.",
			"extensions": {"code": "INVALID"}}]}`, got.body)
	}
}

func TestHEADIsGETWithoutTheBody(t *testing.T) {
	s := onSQLite(t)
	got := s.send(http.MethodHead, "/graphql?query={__typename}", nil, nil)
	require.Equal(t, http.StatusOK, got.status)
	require.Equal(t, asJSONType, got.header.Get("Content-Type"))
	require.Empty(t, got.body)
	require.Equal(t, http.StatusMethodNotAllowed, s.send(http.MethodHead, "/graphql?query=mutation{__typename}", nil, nil).status)
}

func TestADocumentThatIsNotValidIs400UnlessTheClientIsOld(t *testing.T) {
	s := onSQLite(t)
	for _, body := range []string{
		`{"query": "{"}`,
		`{"query": "{ nothing }"}`,
		`{"query": "query($id: ID!) { taskById(id: $id) { id } }"}`,
		`{"query": "query A { __typename } query B { __typename }"}`,
		`{"query": "query A { __typename }", "operationName": "B"}`,
		`{"query": "subscription { x }"}`,
	} {
		for accept, status := range map[string]int{"application/json": 200, "application/graphql-response+json": 400} {
			got := s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": "application/json", "Accept": accept}, strings.NewReader(body))
			require.Equal(t, status, got.status, body)
			require.Contains(t, got.body, `"code":"INVALID"`)
			require.NotContains(t, got.body, `"data"`)
		}
	}
}

func TestAnErrorOfAFieldIs200(t *testing.T) {
	s := onSQLite(t)
	got := s.send(http.MethodPost, "/graphql", map[string]string{
		"Content-Type": "application/json", "Accept": "application/graphql-response+json",
	}, strings.NewReader(`{"query": "{ me { id } }"}`))
	require.Equal(t, http.StatusOK, got.status)
	require.Contains(t, got.body, `"data":{"me":null}`)
}

func TestARequestThatIsNotUnderstoodIsExplained(t *testing.T) {
	s := onSQLite(t)
	for body, want := range map[string]string{
		``:                               "The request is not valid JSON.",
		`{`:                              "The request is not valid JSON.",
		`{"query": "{ __typename }"} {}`: "The request is not valid JSON.",
		`null`:                           "The parameter query is missing.",
		`{}`:                             "The parameter query is missing.",
		`{"query": null}`:                "The parameter query is missing.",
		`{"query": ""}`:                  "The parameter query is missing.",
		`{"query": {"a": 1}}`:            "The parameter query is of the wrong type.",
		`{"query": "{ me { id } }", "variables": "x"}`:   "The parameter variables is of the wrong type.",
		`{"query": "{ me { id } }", "variables": [1]}`:   "The parameter variables is of the wrong type.",
		`{"query": "{ me { id } }", "operationName": 1}`: "The parameter operationName is of the wrong type.",
		`{"query": "{ me { id } }", "extensions": "x"}`:  "The parameter extensions is of the wrong type.",
		`"{ me { id } }"`:        "The request must be a JSON object, or a list of them.",
		strings.Repeat("[", 100): "The request is too deep: JSON may be nested 30 levels, and this request nests more.",
	} {
		got := s.post(body)
		require.Equal(t, http.StatusBadRequest, got.status, body)
		require.JSONEq(t, `{"errors": [{"message": "`+want+`", "extensions": {"code": "INVALID"}}]}`, got.body, body)
	}
}

func TestNullParametersAreAbsentOnes(t *testing.T) {
	s := onSQLite(t)
	got := s.post(`{"query": "{ __typename }", "variables": null, "operationName": null, "extensions": null}`)
	require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body)
}

func TestOnlyJSONInUTF8IsTaken(t *testing.T) {
	s := onSQLite(t)
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
		got := s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": mediaType}, strings.NewReader(`{"query": "{ __typename }"}`))
		require.Equal(t, status, got.status, mediaType)
		if status == 415 {
			require.JSONEq(t, `{"errors": [{"message": "Send the request as Content-Type: application/json in UTF-8.", "extensions": {"code": "INVALID"}}]}`, got.body)
		}
	}
}

func TestALongBodyIsRefused(t *testing.T) {
	s := onSQLite(t)
	fits := `{"query": "{ __typename }"}`
	got := s.post(fits + strings.Repeat(" ", 1<<20-len(fits)))
	require.Equal(t, http.StatusOK, got.status)
	got = s.post(fits + strings.Repeat(" ", 1<<20-len(fits)+1))
	require.Equal(t, http.StatusRequestEntityTooLarge, got.status)
	require.JSONEq(t, `{"errors": [{"message": "The request is too long: at most 1048576 bytes are allowed, this one has 1048577.", "extensions": {"code": "INVALID"}}]}`, got.body)
}

func TestALongAnswerIsCompressedForWhoTakesThat(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for range 30 {
		s.NewCustomer(t)
	}
	const long, short = `{"query": "{ allCustomers { id phone note name a: phone b: phone } }"}`, `{"query": "{ __typename }"}`
	post := func(body, encoding string) answer {
		return s.send(http.MethodPost, "/graphql", map[string]string{
			"Content-Type": "application/json", "Accept-Encoding": encoding, "Authorization": "Bearer " + anna.token,
		}, strings.NewReader(body))
	}
	plain := post(long, "identity")
	require.Empty(t, plain.header.Get("Content-Encoding"))
	require.Contains(t, plain.header.Values("Vary"), "Accept-Encoding")
	compressed := post(long, "gzip, br")
	require.Equal(t, "gzip", compressed.header.Get("Content-Encoding"))
	require.Less(t, len(compressed.body), len(plain.body)/2)
	reader, err := gzip.NewReader(strings.NewReader(compressed.body))
	require.NoError(t, err)
	unpacked, err := io.ReadAll(reader)
	require.NoError(t, err)
	require.Equal(t, plain.body, string(unpacked))
	require.Empty(t, post(short, "gzip").header.Get("Content-Encoding"))
}

func TestAQueryMayBeSentByGET(t *testing.T) {
	s := onSQLite(t)
	staff := s.NewStaff(t)
	anna := s.login(staff)
	s.NewTask(t, s.NewCustomer(t))
	get := func(parameters url.Values) answer {
		return s.send(http.MethodGet, "/graphql?"+parameters.Encode(), map[string]string{"Authorization": "Bearer " + anna.token}, nil)
	}
	got := get(url.Values{
		"query":         {"query A { me { id } } query B($id: ID!) { taskById(id: $id) { id } }"},
		"operationName": {"B"},
		"variables":     {`{"id": 1}`},
	})
	require.Equal(t, http.StatusOK, got.status)
	require.JSONEq(t, `{"data": {"taskById": {"id": "1"}}}`, got.body)
	require.Contains(t, got.header.Values("Vary"), "Accept")

	for _, variables := range []string{"x", "[1]", "{", `"x"`} {
		got = get(url.Values{"query": {"{ me { id } }"}, "variables": {variables}})
		require.Equal(t, http.StatusBadRequest, got.status)
		require.JSONEq(t, `{"errors": [{"message": "The parameter variables must be a JSON object.", "extensions": {"code": "INVALID"}}]}`, got.body)
	}
	for _, address := range []string{"", "?", "?query=", "?query=%zz", "?query={__typename};x=1", "?variables={}"} {
		require.Equal(t, http.StatusBadRequest, s.send(http.MethodGet, "/graphql"+address, nil, nil).status, address)
	}
	for _, parameter := range []string{"variables=null", "variables=", "extensions=null", "extensions={}", "operationName="} {
		got = s.send(http.MethodGet, "/graphql?query={__typename}&"+parameter, nil, nil)
		require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body, parameter)
	}
	got = s.send(http.MethodGet, "/graphql?query=query+null{__typename}&operationName=null", nil, nil)
	require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body, "null is a name here")
}

func TestAMutationByGETIsRefused(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	got := s.send(http.MethodGet, "/graphql?query="+url.QueryEscape("mutation { deleteTask(id: 1) { id } }"),
		map[string]string{"Authorization": "Bearer " + anna.token}, nil)
	require.Equal(t, http.StatusMethodNotAllowed, got.status)
	require.Equal(t, "POST", got.header.Get("Allow"))
	require.JSONEq(t, `{"errors": [{"message": "Only queries may be sent by GET. Use POST.", "extensions": {"code": "INVALID"}}]}`, got.body)
	anna.gives(`{"data": {"taskById": {"id": "1"}}}`, `{ taskById(id: 1) { id } }`)
}

func TestOtherMethodsAreRefused(t *testing.T) {
	s := onSQLite(t)
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch} {
		got := s.send(method, "/graphql", nil, nil)
		require.Equal(t, http.StatusMethodNotAllowed, got.status)
		require.Equal(t, "GET, HEAD, POST, OPTIONS", got.header.Get("Allow"))
		require.Contains(t, got.body, `"code":"INVALID"`)
	}
	got := s.send(http.MethodOptions, "/graphql", nil, nil)
	require.Equal(t, http.StatusNoContent, got.status)
	require.Equal(t, "GET, HEAD, POST, OPTIONS", got.header.Get("Allow"))
}

func TestABrowserGetsGraphiQL(t *testing.T) {
	s := onSQLite(t)
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	for _, path := range []string{"/graphql", "/graphql/", "/graphql?query={me{id}}", "/graphiql/graphiql.js"} {
		got := s.send(http.MethodGet, path, map[string]string{"Accept": browser}, nil)
		require.Equal(t, http.StatusOK, got.status, path)
		policy := got.header.Get("Content-Security-Policy")
		require.Contains(t, policy, "default-src 'none'; script-src 'self';")
		require.NotContains(t, policy, "unsafe-eval")
		require.Equal(t, "nosniff", got.header.Get("X-Content-Type-Options"))
		if strings.HasSuffix(path, ".js") {
			require.Equal(t, "let a = 1", got.body)
		} else {
			require.Equal(t, "<title>GraphiQL</title>", got.body)
			require.Equal(t, "text/html; charset=utf-8", got.header.Get("Content-Type"))
		}
	}
	require.Equal(t, http.StatusNotFound, s.send(http.MethodGet, "/graphiql/other.js", nil, nil).status)
}

func TestGraphiQLCanBeTurnedOff(t *testing.T) {
	for name, change := range map[string]func(*api.Options){
		"by itself":       func(o *api.Options) { o.GraphiQL = nil },
		"with the schema": func(o *api.Options) { o.NoIntrospection = true },
	} {
		t.Run(name, func(t *testing.T) {
			s := onSQLite(t, change)
			got := s.send(http.MethodGet, "/graphql", map[string]string{"Accept": "text/html,*/*;q=0.8"}, nil)
			require.Equal(t, http.StatusBadRequest, got.status)
			require.JSONEq(t, `{"errors": [{"message": "The parameter query is missing.", "extensions": {"code": "INVALID"}}]}`, got.body)
			require.Equal(t, http.StatusNotAcceptable, s.send(http.MethodGet, "/graphql", map[string]string{"Accept": "text/html"}, nil).status)
			require.Equal(t, http.StatusNotFound, s.send(http.MethodGet, "/graphiql/", nil, nil).status)
		})
	}
}

func TestOnlyChosenOriginsMayCallFromAPage(t *testing.T) {
	s := onSQLite(t, func(o *api.Options) { o.AllowOrigins = []string{"https://crm.example"} })
	preflight := func(origin string) answer {
		return s.send(http.MethodOptions, "/graphql", map[string]string{
			"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type",
		}, nil)
	}
	got := preflight("https://crm.example")
	require.Equal(t, http.StatusNoContent, got.status)
	require.Equal(t, "https://crm.example", got.header.Get("Access-Control-Allow-Origin"))
	require.Equal(t, "GET,POST", got.header.Get("Access-Control-Allow-Methods"))
	require.Equal(t, "Authorization,Content-Type,Idempotency-Key,X-Device-Token", got.header.Get("Access-Control-Allow-Headers"))
	require.Empty(t, got.header.Get("Access-Control-Allow-Credentials"))
	require.Empty(t, preflight("https://evil.example").header.Get("Access-Control-Allow-Origin"))

	request := map[string]string{"Origin": "https://crm.example", "Content-Type": "application/json"}
	got = s.send(http.MethodPost, "/graphql/", request, strings.NewReader(`{"query": "{ __typename }"}`))
	require.Equal(t, "https://crm.example", got.header.Get("Access-Control-Allow-Origin"))
	require.Equal(t, "X-Request-Id,Retry-After,Idempotent-Replayed", got.header.Get("Access-Control-Expose-Headers"))
	require.Contains(t, got.header.Values("Vary"), "Origin")
}

func TestAnyOriginAndNone(t *testing.T) {
	origin := map[string]string{"Origin": "https://crm.example", "Content-Type": "application/json"}
	anyone := onSQLite(t, func(o *api.Options) { o.AllowOrigins = []string{"*"} })
	got := anyone.send(http.MethodPost, "/graphql", origin, strings.NewReader(`{"query": "{ __typename }"}`))
	require.Equal(t, "*", got.header.Get("Access-Control-Allow-Origin"))
	none := onSQLite(t)
	got = none.send(http.MethodPost, "/graphql", origin, strings.NewReader(`{"query": "{ __typename }"}`))
	require.Equal(t, http.StatusOK, got.status)
	require.Empty(t, got.header.Get("Access-Control-Allow-Origin"))
}
