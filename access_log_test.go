package main

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheAccessLogNamesRoutesAndNoTickets(t *testing.T) {
	w := startWorld(t, func(c *Config) { c.Log.Access = true })
	w.waitReady(t)
	get(t, w.app.URL()+"/app/")
	get(t, w.app.URL()+"/export/a-ticket-that-opens-a-file")
	get(t, w.app.URL()+"/files/secret-signature?signature=abc")
	log := w.log.String()
	require.Regexp(t, `msg="HTTP request" method=GET route=/app/\S* status=200 bytes=\d+ duration=\S+ address=127.0.0.1 request_id=\S+`, log)
	require.Contains(t, log, "route=/export/*")
	require.NotContains(t, log, "a-ticket-that-opens-a-file")
	require.NotContains(t, log, "signature")
	_, metrics := get(t, w.app.URL()+"/metrics")
	require.Contains(t, metrics, `zayavka_http_requests_total{status="200"}`)
}

func TestWithoutAnAccessLogRequestsAreCountedAlone(t *testing.T) {
	w := startWorld(t, nil)
	w.waitReady(t)
	get(t, w.app.URL()+"/app/")
	require.NotContains(t, w.log.String(), "HTTP request")
}

func TestProfilesAreServedAtAPrivateAddressOnlyWhereAskedFor(t *testing.T) {
	w := startWorld(t, func(c *Config) { c.HTTP.Profiles = "127.0.0.1:0" })
	w.waitReady(t)
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/debug/pprof/`).FindString(w.log.String())
	require.NotEmpty(t, address, w.log)
	status, body := get(t, address+"goroutine?debug=1")
	require.Equal(t, http.StatusOK, status)
	require.True(t, strings.HasPrefix(body, "goroutine profile:"), body)
	status, _ = get(t, w.app.URL()+"/debug/pprof/")
	require.Equal(t, http.StatusNotFound, status)

	for listen, private := range map[string]bool{
		"127.0.0.1:6060": true, "[::1]:6060": true, "localhost:6060": true, "10.1.2.3:6060": true, "192.168.0.2:6060": true,
		"0.0.0.0:6060": false, ":6060": false, "203.0.113.1:6060": false, "[::]:6060": false, "127.0.0.1": false,
	} {
		config := DefaultConfig()
		config.HTTP.Profiles = listen
		err := config.Validate()
		require.Equal(t, !private, err != nil && strings.Contains(err.Error(), "http.profiles"), listen)
	}
}
