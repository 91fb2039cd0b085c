package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"
	"github.com/stretchr/testify/require"
)

// asking is a request from a peer, with headers given as name and value.
func asking(peer string, header ...string) *http.Request {
	r := httptest.NewRequest(http.MethodGet, "/app/", nil)
	r.RemoteAddr = peer
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	return r
}

func TestAForgedAddressIsNeverBelieved(t *testing.T) {
	const forwarded = "X-Forwarded-For"
	for name, c := range map[string]struct {
		trusted []string
		request *http.Request
		want    string
	}{
		"directly":                     {nil, asking("203.0.113.7:1", forwarded, "192.0.2.1"), "203.0.113.7"},
		"from a private network":       {DefaultConfig().HTTP.TrustedProxies, asking("10.0.0.5:1", forwarded, "192.0.2.1"), "10.0.0.5"},
		"through a proxy here":         {DefaultConfig().HTTP.TrustedProxies, asking("127.0.0.1:1", forwarded, "203.0.113.7"), "203.0.113.7"},
		"before a proxy here":          {DefaultConfig().HTTP.TrustedProxies, asking("127.0.0.1:1", forwarded, "192.0.2.1, 203.0.113.7"), "203.0.113.7"},
		"in a header of its own":       {DefaultConfig().HTTP.TrustedProxies, asking("[::1]:1", forwarded, "192.0.2.1", forwarded, "203.0.113.7"), "203.0.113.7"},
		"as a trusted one":             {[]string{"10.0.0.0/8"}, asking("10.1.1.1:1", forwarded, "10.2.2.2, 203.0.113.7"), "203.0.113.7"},
		"through two proxies":          {[]string{"10.0.0.1", "10.0.0.2"}, asking("10.0.0.1:1", forwarded, "192.0.2.1, 203.0.113.7, 10.0.0.2"), "203.0.113.7"},
		"junk":                         {[]string{"10.0.0.1"}, asking("10.0.0.1:1", forwarded, "junk"), "10.0.0.1"},
		"junk before a proxy":          {[]string{"10.0.0.1"}, asking("10.0.0.1:1", forwarded, "junk, 203.0.113.7"), "203.0.113.7"},
		"IPv6":                         {[]string{"2001:db8::/32"}, asking("[2001:db8::1]:1", forwarded, "192.0.2.1, 2001:db9::7"), "2001:db9::7"},
		"with nobody trusted":          {[]string{}, asking("127.0.0.1:1", forwarded, "192.0.2.1"), "127.0.0.1"},
		"by another header":            {[]string{"127.0.0.1"}, asking("127.0.0.1:1", "X-Real-IP", "192.0.2.1", "Forwarded", "for=192.0.2.1"), "127.0.0.1"},
		"an IPv4 address in IPv6":      {[]string{"127.0.0.1"}, asking("[::ffff:127.0.0.1]:1", forwarded, "203.0.113.7"), "203.0.113.7"},
		"a trusted IPv4 one as IPv6":   {[]string{"::ffff:10.0.0.1"}, asking("10.0.0.1:1", forwarded, "203.0.113.7"), "203.0.113.7"},
		"one of a network beside it":   {[]string{"10.0.0.0/31"}, asking("10.0.0.2:1", forwarded, "192.0.2.1"), "10.0.0.2"},
		"a network written carelessly": {[]string{"10.0.0.7/8"}, asking("10.9.9.9:1", forwarded, "203.0.113.7"), "203.0.113.7"},
	} {
		p, err := newProxies(HTTPConfig{TrustedProxies: c.trusted}, slog.New(slog.DiscardHandler))
		require.NoError(t, err)
		require.Equal(t, c.want, p.address(c.request), name)
	}
}

func TestTheLogWarnsOnceWhenEverybodyLooksAlike(t *testing.T) {
	const untrusted, silent = "proxy that is not trusted", "without the header X-Forwarded-For"
	for name, c := range map[string]struct {
		public  string
		request *http.Request
		want    string
	}{
		"a proxy elsewhere":            {"", asking("172.17.0.1:1", "X-Forwarded-For", "203.0.113.7"), untrusted},
		"one with the standard header": {"", asking("172.17.0.1:1", "Forwarded", "for=203.0.113.7"), untrusted},
		"a proxy here that says less":  {"", asking("127.0.0.1:1", "X-Real-IP", "203.0.113.7"), silent},
		"a proxy here that is silent":  {"https://crm.example.com", asking("127.0.0.1:1"), silent},
		"a proxy that tells":           {"https://crm.example.com", asking("127.0.0.1:1", "X-Forwarded-For", "203.0.113.7"), ""},
		"no proxy":                     {"", asking("203.0.113.7:1"), ""},
		"a person at this machine":     {"", asking("127.0.0.1:1"), ""},
	} {
		log := &logBuffer{}
		config := DefaultConfig().HTTP
		config.PublicURL = c.public
		p, err := newProxies(config, slog.New(slog.NewTextHandler(log, nil)))
		require.NoError(t, err)
		for range 3 {
			context := echo.New().NewContext(c.request, httptest.NewRecorder())
			require.NoError(t, p.watch(func(echo.Context) error { return nil })(context))
		}
		if c.want == "" {
			require.Empty(t, log.String(), name)
			continue
		}
		require.Contains(t, log.String(), c.want, name)
		require.Equal(t, 1, strings.Count(log.String(), "level=WARN"), name)
	}
}

func TestAddressesAreTakenFromTrustedProxiesAlone(t *testing.T) {
	for name, c := range map[string]struct {
		trusted []string
		refused bool
	}{"trusted": {DefaultConfig().HTTP.TrustedProxies, false}, "not trusted": {[]string{"192.0.2.1"}, true}} {
		w := startWorld(t, func(config *Config) {
			config.HTTP.TrustedProxies = c.trusted
			config.GraphQL.RateLimit = 1
		})
		w.waitReady(t)
		refused := false
		for i := range 30 { // more than the burst
			request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.app.URL()+"/graphql", strings.NewReader(`{"query": "{ __typename }"}`))
			require.NoError(t, err)
			request.Header.Set("Content-Type", "application/json")
			request.Header.Set("X-Forwarded-For", "203.0.113."+string(rune('0'+i%10)))
			response, err := http.DefaultClient.Do(request)
			require.NoError(t, err)
			_ = response.Body.Close()
			refused = refused || response.StatusCode == http.StatusTooManyRequests
		}
		require.Equal(t, c.refused, refused, name)
	}
}
