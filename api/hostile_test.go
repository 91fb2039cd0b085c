package api_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var hostileTimes = flag.Int("hostile", 3, "how often each hostile request is sent to see what memory it leaves behind")

// hostile are requests of people who want the service to suffer: the body, and a part of the answer
// that says why it is not carried out.
func hostile() map[string]struct{ body, want string } {
	request := func(query string, variables any) string {
		text, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
		return string(text)
	}
	// deep is a value inside of n others; JSON is nested by hand because encoding it takes a stack.
	deep := func(n int, open, inner, end string) string {
		return strings.Repeat(open, n) + inner + strings.Repeat(end, n)
	}
	const create = `mutation($d: TaskInput!) { createTask(taskData: $d) { task { id } } }`
	raw := func(variables string) string {
		return `{"query": ` + strconv.Quote(create) + `, "variables": ` + variables + `}`
	}
	doubling := "{ ...f0 }"
	for i := range 200 {
		doubling += fmt.Sprintf(" fragment f%d on Query { ...f%d ...f%d }", i, i+1, i+1)
	}
	return map[string]struct{ body, want string }{
		"10,000 aliases":               {request(repeated(10_000, "a#: __typename"), nil), "at most 5000 tokens are allowed"},
		"1,000 aliases":                {request(repeated(1_000, "a#: __typename"), nil), "at most 100 are allowed, this document has 1000."},
		"1,000 equal fields":           {request(repeated(1_000, "me { id }"), nil), "at most 1000 are allowed, this document has 2000."},
		"500 equal fields":             {request(repeated(500, "me { idd }"), nil), `Cannot query field \"idd\"`},
		"depth of 100":                 {request(deep(100, "{ me ", "{ id }", "}"), nil), "braces and brackets may be nested 30 levels"},
		"depth of 100,000":             {request(deep(100_000, "{a", "{b}", "}"), nil), "braces and brackets may be nested 30 levels"},
		"fragment cycle":               {request("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", nil), "spreads itself"},
		"doubling fragments":           {request(doubling+" fragment f200 on Query { me { id } }", nil), "at most 1000 are allowed, this document has 1000000000 or more."},
		"5 MB of query":                {request("{ me { id } } #"+strings.Repeat("x", 5<<20), nil), "at most 1048576 bytes are allowed"},
		"1 MB of comments":             {request(strings.Repeat("#\n", 300_000)+"{ nothing }", nil), "at most 5000 tokens are allowed"},
		"1 MB of spaces":               {request("{ nothing }"+strings.Repeat(" ", 1_000_000), nil), "Cannot query field"},
		"1 MB in a line, wrong":        {request("{ me"+strings.Repeat(" ", 1_000_000)+")", nil), "Syntax error"},
		"1 MB of wrong UTF-8":          {`{"query": "` + strings.Repeat("\xff", 1_000_000) + `"}`, "Syntax error"},
		"1,000 batched operations":     {"[" + strings.Repeat(`{"query": "{ me { id } }"},`, 999) + `{"query": "{ me { id } }"}]`, "at most 10 are allowed, this one has 1000."},
		"500,000 batched numbers":      {"[" + strings.Repeat("1,", 500_000) + "1]", "at most 5000 are allowed"},
		"deep input":                   {request("mutation { createTask(taskData: "+deep(500, "{a: ", "1", "}")+") { task { id } } }", nil), "braces and brackets may be nested 30 levels"},
		"deep lists of input":          {request("{ allTasks(statuses: "+deep(500, "[", "READY", "]")+") { id } }", nil), "braces and brackets may be nested 30 levels"},
		"deep variables":               {raw(deep(9_000, `{"d":`, "1", "}")), "JSON may be nested 30 levels"},
		"very deep variables":          {raw(deep(100_000, `{"d":`, "1", "}")), "JSON may be nested 30 levels"},
		"variables nested 28 times":    {raw(deep(28, `{"d":`, "1", "}")), "got invalid value"},
		"deep lists of variables":      {raw(`{"d": ` + deep(9_000, "[", "1", "]") + "}"), "JSON may be nested 30 levels"},
		"50,000 unknown variables":     {raw(`{"d": {` + strings.TrimSuffix(repeatedJSON(50_000), ",") + `}}`), "at most 5000 are allowed"},
		"4,900 unknown variables":      {raw(`{"d": {` + strings.TrimSuffix(repeatedJSON(4_900), ",") + `}}`), "got invalid value"},
		"50,000 unused variables":      {raw(`{` + strings.TrimSuffix(repeatedJSON(50_000), ",") + `}`), "at most 5000 are allowed"},
		"10,000 directives":            {request("{ me { id "+strings.Repeat("@skip(if: false) ", 10_000)+"} }", nil), "at most 5000 tokens are allowed"},
		"700 directives":               {request("{ nothing "+strings.Repeat("@skip(if: true) ", 700)+"}", nil), "Cannot query field"},
		"1,600 unknown directives":     {request("{ me { id "+strings.Repeat("@x ", 1_600)+"} }", nil), "Unknown directive"},
		"1,000 variables":              {request("query("+strings.Trim(repeated(1_000, "$v#: Int"), "{}")+") { nothing }", nil), "Cannot query field"},
		"500 operations":               {request(strings.Repeat("query A { __typename } ", 500), nil), "at most 50 are allowed, this document has 500."},
		"a huge number":                {request("{ allTasks(category: "+strings.Repeat("9", 1_000_000)+") { id } }", nil), "cannot represent non-enum value"},
		"a huge number as a variable":  {`{"query": "query($c: CategoryEnum) { allTasks(category: $c) { id } }", "variables": {"c": ` + strings.Repeat("9", 1_000_000) + `}}`, "got invalid value"},
		"a huge exponent":              {`{"query": "query($c: CategoryEnum) { allTasks(category: $c) { id } }", "variables": {"c": 1e999999999}}`, "got invalid value"},
		"a string of 1 MB":             {request(`{ allTasks(createdAt: "`+strings.Repeat("x", 1_000_000)+`") { id } }`, nil), "You need to be logged in."},
		"a block string of 1 MB":       {request(`{ nothing(x: """`+strings.Repeat(" \n", 300_000)+`""") }`, nil), "Cannot query field"},
		"a name of 1 MB":               {request("{ "+strings.Repeat("x", 1_000_000)+" }", nil), "at most 100 characters are allowed, this one has 1000000."},
		"600 long names":               {request(repeated(600, strings.Repeat("x", 95)+"#"), nil), "Cannot query field"},
		"900 long types":               {request("query("+strings.Trim(repeated(900, "$v#: "+strings.Repeat("X", 100)), "{}")+") { nothing }", nil), "Unknown type"},
		"500 equal fields, valid":      {request(repeated(500, "me { id }"), nil), "You need to be logged in."},
		"300 conflicting fields":       {request(repeated(300, "taskById(id: #) { id }"), nil), "conflict: they ask for different fields"},
		"300 conflicts in each other":  {request("query A "+repeated(120, "taskById(id: 1) { customer { id phone name } }")+" query B "+repeated(90, "taskById(id: #) { customer { tasks { id } } }"), nil), "conflict: they ask for different fields"},
		"500 fragments":                {request("{ "+strings.Trim(repeated(500, "...f#"), "{}")+"} "+strings.ReplaceAll(fragments(500), "me { id }", "nothing"), nil), "Cannot query field"},
		"500 fragments, valid":         {request("{ "+strings.Trim(repeated(480, "...f#"), "{}")+" taskById(id: 0) { id }} "+strings.ReplaceAll(fragments(480), "me { id }", "__typename"), nil), `"errors"`},
		"300 operations":               {request(chained(300)+ended(300, 300), nil), "at most 50 are allowed, this document has 300."},
		"50 operations, 500 fragments": {request(chained(50)+ended(50, 500), nil), "The document has several operations"},
		"300 fragments":                {request("{ "+strings.Trim(repeated(300, "...f#"), "{}")+"} "+fragments(300), nil), "You need to be logged in."},
		"lists of lists":               {request(`{ allTasks { customer { tasks { customer { tasks { customer { tasks { id } } } } } } } }`, nil), "at most 50000 is allowed"},
		"an endless Accept":            {"", "accept one of them"},
	}
}

// fragments are n fragments that ask for the same.
func fragments(n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, " fragment f%d on Query { me { id } }", i)
	}
	return all.String()
}

// chained are n operations, and n fragments of which each spreads the next.
func chained(n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, " query a%d { ...f0 } fragment f%d on Query { ...f%d }", i, i, i+1)
	}
	return all.String()
}

// ended is the end of a chain of fragments, from the one to the other number.
func ended(from, to int) string {
	var all strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&all, " fragment f%d on Query { ...f%d }", i, i+1)
	}
	return all.String() + fmt.Sprintf(" fragment f%d on Query { __typename }", to)
}

// repeatedJSON is n members of an object.
func repeatedJSON(n int) string {
	var members strings.Builder
	for i := range n {
		fmt.Fprintf(&members, `"v%d":0,`, i)
	}
	return members.String()
}

// send puts a hostile request to the handler, without a network in between.
func sendHostile(handler http.Handler, body string) string {
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	if body == "" {
		request.Header.Set("Accept", strings.Repeat("a/b;q=0.1,", 100_000))
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, request)
	return answer.Body.String()
}

func TestHostileRequestsAreRefused(t *testing.T) {
	handler := onSQLite(t).handler
	for name, request := range hostile() {
		t.Run(name, func(t *testing.T) {
			got := sendHostile(handler, request.body)
			require.Contains(t, got, request.want, got[:min(len(got), 500)])
			require.Contains(t, got, `"errors":[`)
			require.Less(t, len(got), 20_000, "an answer is no echo")
		})
	}
}

func TestHostileRequestsLeaveNoMemoryBehind(t *testing.T) {
	handler := onSQLite(t).handler
	for name, request := range hostile() {
		t.Run(name, func(t *testing.T) {
			sendHostile(handler, request.body)
			before := heap()
			for range *hostileTimes {
				sendHostile(handler, request.body)
			}
			after := heap()
			require.Less(t, after-before, int64(4<<20), "bytes kept")
		})
	}
}

// heap is how many bytes are in use.
func heap() int64 {
	runtime.GC()
	runtime.GC() // what finalizers held until the first
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

// BenchmarkHostileRequests tells how long each takes to refuse; 50 ms are too long.
func BenchmarkHostileRequests(b *testing.B) {
	handler := onSQLite(b).handler
	requests := hostile()
	for _, name := range slices.Sorted(maps.Keys(requests)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sendHostile(handler, requests[name].body)
			}
		})
	}
}
