package graphql

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/require"
)

// parts is a list of a thousand texts of 1 kB in each of its parts. Each part waits until it may be read.
type parts struct {
	may   chan error // an error fails the part; closed at the end of the list
	begun int
}

func (p *parts) Next(ctx context.Context) (any, error) {
	select {
	case err, goesOn := <-p.may:
		if err != nil || !goesOn {
			return []string{}, err
		}
		p.begun++
		rows := make([]string, 1_000)
		for i := range rows {
			rows[i] = strings.Repeat("x", 1_000)
		}
		return rows, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func serveParts(t *testing.T, o Options) (*exampleServer, *parts) {
	t.Helper()
	list := &parts{may: make(chan error)}
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{
		"all": {Type: graphql.NewList(graphql.String), Resolve: func(graphql.ResolveParams) (any, error) { return list, nil }},
	}})})
	require.NoError(t, err)
	return serve(t, schema, o), list
}

func (s *exampleServer) begin(body string) *http.Response {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.url, strings.NewReader(body))
	require.NoError(s.t, err)
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	require.NoError(s.t, err)
	s.t.Cleanup(func() { _ = response.Body.Close() })
	return response
}

const allParts = `{"query": "{ all }"}`

func TestALongAnswerIsSentWhileItIsMade(t *testing.T) {
	t.Parallel()
	s, list := serveParts(t, Options{})
	go func() { list.may <- nil }()
	response := s.begin(allParts)
	first := make([]byte, 500_000)
	_, err := io.ReadFull(response.Body, first)
	require.NoError(t, err, "while the second part may not be read yet")
	require.Equal(t, asJSONType, response.Header.Get("Content-Type"))
	list.may <- nil
	close(list.may)
	rest, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	var answer struct {
		Data   struct{ All []string }
		Errors []any
	}
	require.NoError(t, json.Unmarshal(append(first, rest...), &answer))
	require.Len(t, answer.Data.All, 2_000)
	require.Empty(t, answer.Errors)
}

func TestHalfALongAnswerNeverLooksWhole(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		limits Limits
		fails  error
		reason string
	}{
		"a part that cannot be read":   {Limits{}, errors.New("the table is gone"), "a long answer was broken off: the table is gone"},
		"more bytes than are allowed":  {Limits{MaxResponse: 1_500_000}, nil, "a long answer was broken off: The answer is too long: at most 1500000 bytes are allowed."},
		"more rows than are allowed":   {Limits{MaxRows: 1_500}, nil, "a long answer was broken off: The answer has too many rows: at most 1500 are allowed"},
		"a resolver that is no longer": {Limits{}, context.DeadlineExceeded, "a long answer was broken off: context deadline exceeded"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, list := serveParts(t, Options{Limits: c.limits})
			go func() {
				list.may <- nil
				list.may <- c.fails
				if c.fails == nil {
					close(list.may)
				}
			}()
			_, err := io.ReadAll(s.begin(allParts).Body)
			require.ErrorIs(t, err, io.ErrUnexpectedEOF)
			require.Contains(t, s.failed.Load(), c.reason)
		})
	}
}

func TestAnAnswerIsWholeWhereItsListsComeTogether(t *testing.T) {
	t.Parallel()
	s, list := serveParts(t, Options{})
	go func() {
		list.may <- nil
		list.may <- errors.New("the table is gone")
	}()
	got := s.post("[" + allParts + "]")
	require.JSONEq(t, `[{"data": {"all": null}, "errors": [{"message": "the table is gone", "path": ["all"], "locations": [{"line": 1, "column": 3}],
		"extensions": {"code": "INTERNAL"}}]}]`, got.body, "in a batch nothing is sent before its end")
}
