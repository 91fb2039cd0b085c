package webapp_test

import (
	"context"
	"errors"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"
	"github.com/stretchr/testify/require"

	"zayavka/webapp"
)

func TestThePageAndItsFilesAreServed(t *testing.T) {
	server := serve(t, webapp.Options{Business: named("Zayavka")})
	_, page := get(t, server.URL+"/app/")
	for address, contentType := range map[string]string{
		"/app/": "text/html; charset=utf-8",
		regexp.MustCompile(`/app/assets/[^"]+\.js`).FindString(page):  "text/javascript; charset=utf-8",
		regexp.MustCompile(`/app/assets/[^"]+\.css`).FindString(page): "text/css; charset=utf-8",
	} {
		answer, body := get(t, server.URL+address)
		require.Equal(t, http.StatusOK, answer.StatusCode, address)
		require.Equal(t, contentType, answer.Header.Get("Content-Type"), address)
		require.Equal(t, "nosniff", answer.Header.Get("X-Content-Type-Options"))
		require.NotEmpty(t, answer.Header.Get("ETag"))
		require.NotEmpty(t, body)
	}
	answer, _ := get(t, server.URL+"/app/nothing.js")
	require.Equal(t, http.StatusNotFound, answer.StatusCode)
}

func TestTheFolderWithoutSlashLeadsToThePageAndKeepsTheInvite(t *testing.T) {
	server := serve(t, webapp.Options{Business: named("Zayavka")})
	answer, _ := get(t, server.URL+"/app?invite=abc")
	require.Equal(t, http.StatusOK, answer.StatusCode)
	require.Equal(t, "/app/?invite=abc", answer.Request.URL.RequestURI())
}

func TestThePageMayLoadOnlyItsOwnFilesAndTelegramsScript(t *testing.T) {
	server := serve(t, webapp.Options{Business: named("Zayavka"), FrameAncestors: []string{"http://127.0.0.1:9000"}})
	answer, page := get(t, server.URL+"/app/")

	policy := map[string]string{}
	for _, directive := range strings.Split(answer.Header.Get("Content-Security-Policy"), "; ") {
		name, sources, _ := strings.Cut(directive, " ")
		policy[name] = sources
	}
	require.Equal(t, map[string]string{
		"default-src":     "'none'",
		"script-src":      "'self' https://telegram.org",
		"style-src":       "'self'",
		"img-src":         "'self' data: blob:",
		"media-src":       "'self'",
		"connect-src":     "'self'",
		"base-uri":        "'none'",
		"form-action":     "'self'",
		"frame-ancestors": "'self' https://web.telegram.org https://*.telegram.org http://127.0.0.1:9000",
	}, policy)
	require.Equal(t, "no-referrer", answer.Header.Get("Referrer-Policy"))
	require.NotContains(t, page, "telegram.org", "Telegram's script is asked for in Telegram only")
}

func TestThePageIsToldOfTheBusiness(t *testing.T) {
	server := serve(t, webapp.Options{
		Business: named(`Часы & «Ко» </script>`), Language: "ru", Timezone: "Europe/Moscow", Region: "RU", Currency: "RUB",
	})
	for _, address := range []string{"/app/", "/app/index.html", "/app/?invite=abc"} {
		answer, page := get(t, server.URL+address)
		require.Equal(t, "no-cache", answer.Header.Get("Cache-Control"))
		require.NotContains(t, page, "</script>\"", "what the owner wrote is no markup")
		content := regexp.MustCompile(`<meta name="zayavka-business" content="([^"]*)">`).FindStringSubmatch(page)
		require.Len(t, content, 2, page)
		require.JSONEq(t, `{"business":"Часы & «Ко» </script>","language":"ru","timezone":"Europe/Moscow","region":"RU","currency":"RUB",
			"clock":{"offset":180,"since":"2014-10-25T22:00:00Z","until":null}}`,
			html.UnescapeString(content[1]))
	}
}

func TestThePageFollowsTheNameOfTheShopAndKeepsItWhileItCannotBeRead(t *testing.T) {
	name, problem := "Часы", error(nil)
	server := serve(t, webapp.Options{Business: func(context.Context) (string, error) { return name, problem }})
	shows := func(want string) {
		_, page := get(t, server.URL+"/app/")
		require.Contains(t, html.UnescapeString(page), `"business":"`+want+`"`)
	}
	shows("Часы")
	name = "Часы и оптика"
	shows("Часы и оптика")
	name, problem = "", errors.New("the database is away")
	shows("Часы и оптика")
}

func named(name string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return name, nil }
}

func TestTheHeadOfAPageIsAnswered(t *testing.T) {
	server := serve(t, webapp.Options{Business: named("Zayavka")})
	answer, err := http.Head(server.URL + "/app/")
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	require.Equal(t, http.StatusOK, answer.StatusCode)
}

func serve(t *testing.T, o webapp.Options) *httptest.Server {
	t.Helper()
	e := echo.New()
	webapp.Register(e, o)
	server := httptest.NewServer(e)
	t.Cleanup(server.Close)
	return server
}

func get(t *testing.T, address string) (*http.Response, string) {
	t.Helper()
	answer, err := http.Get(address)
	require.NoError(t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer, string(body)
}
