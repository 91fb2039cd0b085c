package graphql

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/require"
)

// exampleServer serves a schema over HTTP. It is its own application.
type exampleServer struct {
	*Server
	t        *testing.T
	url      string
	client   *http.Client
	data     map[string]any
	answered atomic.Int64               // operations
	admit    func(operations int) error // nil admits all
	failed   atomic.Value               // the last cause of what is not the client's fault
}

// serveExample serves the example schema.
func serveExample(t *testing.T) *exampleServer {
	t.Helper()
	return serve(t, exampleSchema(t), Options{})
}

func serve(t *testing.T, schema graphql.Schema, o Options) *exampleServer {
	t.Helper()
	e := New(schema, o)
	s := &exampleServer{t: t, data: newRoot(t, e).data}
	s.Server = NewServer(e, s, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "the page") }))
	listening := httptest.NewServer(s.Server)
	t.Cleanup(listening.Close)
	s.url, s.client = listening.URL, listening.Client()
	return s
}

func (s *exampleServer) Admit(context.Context) error { return s.AdmitBatch(context.Background(), 1) }

func (s *exampleServer) AdmitBatch(_ context.Context, operations int) error {
	if s.admit == nil {
		return nil
	}
	return s.admit(operations)
}

func (s *exampleServer) Answer(ctx context.Context, asked *Request) Response {
	s.answered.Add(1)
	return s.Run(ctx, asked, &exampleRoot{Call: Call{Budget: asked.Budget, Stream: asked.Stream}, data: s.data})
}

func (s *exampleServer) Explain(_ context.Context, failures []*Error) {
	for _, failure := range failures {
		switch {
		case failure.Extensions != nil:
		case failure.Cause != nil:
			s.failed.Store(failure.Cause.Error())
			failure.Status, failure.Extensions = http.StatusInternalServerError, map[string]any{"code": "INTERNAL"}
		case failure.Status == http.StatusTooManyRequests:
			failure.Extensions = map[string]any{"code": "RATE_LIMITED"}
		default:
			failure.Extensions = map[string]any{"code": "INVALID"}
		}
	}
}

type exampleAnswer struct {
	status int
	header http.Header
	body   string
}

func (s *exampleServer) send(method, path string, header map[string]string, body io.Reader) exampleAnswer {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, body)
	require.NoError(s.t, err)
	for name, value := range header {
		request.Header.Set(name, value)
	}
	response, err := s.client.Do(request)
	require.NoError(s.t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(s.t, err)
	return exampleAnswer{response.StatusCode, response.Header, string(text)}
}

func (s *exampleServer) post(body string) exampleAnswer {
	s.t.Helper()
	return s.send(http.MethodPost, "/", map[string]string{"Content-Type": "application/json"}, strings.NewReader(body))
}
