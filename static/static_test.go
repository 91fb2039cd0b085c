package static_test

import (
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"zayavka/static"
)

func TestThePagesReferToFilesThatAreThere(t *testing.T) {
	for prefix, tree := range map[string]fs.FS{"/app": static.App, "/graphiql": static.GraphiQL} {
		page, err := fs.ReadFile(tree, "index.html")
		require.NoError(t, err)
		handler := http.StripPrefix(prefix, static.Handler(tree))

		references := regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllSubmatch(page, -1)
		require.NotEmpty(t, references)
		for _, reference := range references {
			address := string(reference[1])
			if address == "data:," || address == "/app/config.json" { // an icon that asks for nothing; what webapp serves
				continue
			}
			require.Regexp(t, "^"+prefix+"/", address, "only files of our own")
			answer := get(handler, address, "")
			require.Equal(t, http.StatusOK, answer.Code, address)
		}
		require.NotRegexp(t, `<script(?: [^>]*)?>[^<]`, string(page), "no inline script")
		require.NotContains(t, string(page), "<style")
	}
}

func TestAFileIsServedWithItsTypeAndGzippedOnlyWhenAsked(t *testing.T) {
	handler := static.Handler(fstest.MapFS{"app.js": {Data: []byte("let a = 1")}})

	plain := get(handler, "/app.js", "")
	require.Equal(t, "let a = 1", plain.Body.String())
	require.Equal(t, "text/javascript; charset=utf-8", plain.Header().Get("Content-Type"))
	require.Equal(t, "nosniff", plain.Header().Get("X-Content-Type-Options"))
	require.Equal(t, "no-cache", plain.Header().Get("Cache-Control"))
	require.Equal(t, "Accept-Encoding", plain.Header().Get("Vary"))
	require.Empty(t, plain.Header().Get("Content-Encoding"))

	zipped := get(handler, "/app.js", "br, gzip")
	require.Equal(t, "gzip", zipped.Header().Get("Content-Encoding"))
	require.NotEqual(t, plain.Header().Get("ETag"), zipped.Header().Get("ETag"))
	reader, err := gzip.NewReader(zipped.Body)
	require.NoError(t, err)
	content, err := io.ReadAll(reader)
	require.NoError(t, err)
	require.Equal(t, "let a = 1", string(content))

	require.Empty(t, get(handler, "/app.js", "gzip;q=0").Header().Get("Content-Encoding"))
}

func TestAnUnchangedFileIsNotSentAgain(t *testing.T) {
	handler := static.Handler(fstest.MapFS{"app.css": {Data: []byte("a{}")}})
	for _, encoding := range []string{"", "gzip"} {
		first := get(handler, "/app.css", encoding)

		request := httptest.NewRequest(http.MethodGet, "/app.css", nil)
		request.Header.Set("Accept-Encoding", encoding)
		request.Header.Set("If-None-Match", first.Header().Get("ETag"))
		again := httptest.NewRecorder()
		handler.ServeHTTP(again, request)

		require.Equal(t, http.StatusNotModified, again.Code)
		require.Zero(t, again.Body.Len())
	}
	changed := static.Handler(fstest.MapFS{"app.css": {Data: []byte("b{}")}})
	require.NotEqual(t,
		get(handler, "/app.css", "").Header().Get("ETag"),
		get(changed, "/app.css", "").Header().Get("ETag"))
}

func TestAFileNamedByItsContentIsKeptForEverAndThePageIsAskedForAgain(t *testing.T) {
	handler := static.Handler(fstest.MapFS{
		"index.html":             {Data: []byte("<p>")},
		"assets/index-1a2b3c.js": {Data: []byte("let a = 1")},
	})
	require.Equal(t, "public, max-age=31536000, immutable",
		get(handler, "/assets/index-1a2b3c.js", "gzip").Header().Get("Cache-Control"))
	require.Equal(t, "no-cache", get(handler, "/", "gzip").Header().Get("Cache-Control"))
	require.NotContains(t, get(handler, "/assets/index-000000.js", "").Header().Get("Cache-Control"), "immutable",
		"what is not there may come with the next version")
}

func TestEveryFileOfTheMiniAppButItsPageIsNamedByItsContent(t *testing.T) {
	err := fs.WalkDir(static.App, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && name != "index.html" {
			require.Regexp(t, `^assets/[\w-]+-[\w-]{8}\.(js|css)$`, name)
		}
		return err
	})
	require.NoError(t, err)
}

func TestTheFolderIsItsIndexAndTheRestIsNotFound(t *testing.T) {
	handler := static.Handler(fstest.MapFS{"index.html": {Data: []byte("<p>")}})
	require.Equal(t, "<p>", get(handler, "/", "").Body.String())
	require.Equal(t, http.StatusNotFound, get(handler, "/other.js", "").Code)
	require.Equal(t, http.StatusNotFound, get(handler, "/../static.go", "").Code)
}

func get(handler http.Handler, address, acceptEncoding string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodGet, address, nil)
	request.Header.Set("Accept-Encoding", acceptEncoding)
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, request)
	return answer
}
