package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"
	"github.com/stretchr/testify/require"
)

func TestOnlyASafeRequestIDIsTakenFromOutside(t *testing.T) {
	web := echo.New()
	web.Use(requestID())
	web.GET("/", func(c echo.Context) error { return c.NoContent(http.StatusNoContent) })
	answered := func(given string) string {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		request.Header.Set(echo.HeaderXRequestID, given)
		answer := httptest.NewRecorder()
		web.ServeHTTP(answer, request)
		return answer.Header().Get(echo.HeaderXRequestID)
	}
	for _, safe := range []string{"a", "0190c5a0-6b1e-7d3f.A_9", strings.Repeat("x", 64)} {
		require.Equal(t, safe, answered(safe))
	}
	for _, unsafe := range []string{"", strings.Repeat("x", 65), strings.Repeat("x", 60_000), `"><script>`, "a b", "a\tb", "заявка", "a\n"} {
		made := answered(unsafe)
		require.Regexp(t, safeRequestID, made)
		require.NotEqual(t, unsafe, made)
	}
}
