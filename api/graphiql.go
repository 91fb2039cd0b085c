package api

import (
	"fmt"
	"io/fs"
	"net/http"

	"zayavka/static"
)

// graphiQLPolicy lets the page run its own script and talk to its own server. GraphiQL's editor
// places elements by style attributes and style elements, so inline styles are allowed.
const graphiQLPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"connect-src 'self'; img-src 'self' data:; font-src 'self' data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// graphiQL is the page to try queries on, and the files to which it refers as /graphiql/….
type graphiQL struct {
	page, files http.Handler
}

func newGraphiQL(files fs.FS) (*graphiQL, error) {
	page, err := fs.ReadFile(files, "index.html")
	if err != nil {
		return nil, fmt.Errorf("read GraphiQL: %w", err)
	}
	return &graphiQL{
		page:  withPolicy(static.NewFile("index.html", page)),
		files: withPolicy(http.StripPrefix("/graphiql", static.Handler(files))),
	}, nil
}

func withPolicy(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", graphiQLPolicy)
		w.Header().Set("Referrer-Policy", "no-referrer")
		handler.ServeHTTP(w, r)
	})
}
