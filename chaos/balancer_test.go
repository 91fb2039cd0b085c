//go:build chaos

package chaos

import (
	"errors"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"testing"
)

// newBalancer passes on to any of the replicas what Telegram sends to the webhook. Some of it gets no further, and
// some answers are lost on the way back, so that Telegram sends the update again.
func newBalancer(t *testing.T, replicas []*replica) *httptest.Server {
	t.Helper()
	errLost := errors.New("lost")
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(&url.URL{Scheme: "http", Host: replicas[rand.IntN(len(replicas))].address})
		},
		ModifyResponse: func(*http.Response) error {
			if rand.Float64() < 0.04 {
				return errLost
			}
			return nil
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if rand.Float64() < 0.04 {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}
