// Package static holds the built web pages, the Mini App and GraphiQL, and serves such files.
//
// They are built from webapp/ui by `npm run build` and committed, so that a build of the program
// needs Go alone.
package static

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

//go:embed app graphiql
var embedded embed.FS

// App is the Mini App: index.html and what it loads, /app/assets/NAME-HASH.js and .css, where HASH is
// of the content.
//
// GraphiQL is the page index.html with its graphiql.js and graphiql.css, referred to as
// /graphiql/…. It needs no other origin, no inline script and no font.
var App, GraphiQL = subtree("app"), subtree("graphiql")

func subtree(name string) fs.FS {
	tree, err := fs.Sub(embedded, name)
	if err != nil {
		panic(err) // the name is one of the embedded folders
	}
	return tree
}

// Handler serves the files of a tree by their path ("/" is index.html). A browser keeps what lies
// under /assets/, whose names change with the content, for ever; anything else it may keep but asks
// each time whether it still holds (ETag over the content). Files come gzipped to who accepts that.
// The tree is read once; Handler panics when that fails, which cannot happen to an embedded one.
func Handler(files fs.FS) http.Handler {
	served := map[string]*File{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		file := NewFile(name, content)
		if strings.HasPrefix(name, "assets/") {
			file.cacheControl = "public, max-age=31536000, immutable"
		}
		served["/"+name] = file
		return nil
	})
	if err != nil {
		panic(fmt.Errorf("read static files: %w", err))
	}
	if index, ok := served["/index.html"]; ok {
		served["/"] = index
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, ok := served[path.Clean("/"+r.URL.Path)]
		if !ok {
			http.NotFound(w, r)
			return
		}
		file.ServeHTTP(w, r)
	})
}

// File is one document with what HTTP says about it.
type File struct {
	contentType  string
	cacheControl string
	etag         string
	plain        []byte
	// gzipped is made at the first request: most programs never serve most files.
	gzipped func() []byte
}

// NewFile takes the content as it is; the type follows from the name's ending. A browser asks each
// time whether it still holds.
func NewFile(name string, content []byte) *File {
	sum := sha256.Sum256(content)
	return &File{
		contentType:  contentType(name),
		cacheControl: "no-cache",
		etag:         hex.EncodeToString(sum[:12]),
		plain:        content,
		gzipped:      sync.OnceValue(func() []byte { return compress(content) }),
	}
}

func (f *File) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", f.contentType)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cache-Control", f.cacheControl)
	header.Set("Vary", "Accept-Encoding")

	content, etag := f.plain, f.etag
	if acceptsGzip(r) {
		content, etag = f.gzipped(), f.etag+"-gzip"
		header.Set("Content-Encoding", "gzip")
	}
	header.Set("ETag", `"`+etag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// contentType does not ask the machine's MIME tables, which differ from one to the next.
func contentType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".html":
		return "text/html; charset=utf-8"
	case ".json":
		return "application/json"
	case ".svg":
		return "image/svg+xml"
	default:
		if known := mime.TypeByExtension(ext); known != "" {
			return known
		}
		return "application/octet-stream"
	}
}

func compress(content []byte) []byte {
	var out bytes.Buffer
	writer, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // the level is a valid one
	_, _ = writer.Write(content)                                 // a bytes.Buffer takes everything
	_ = writer.Close()
	return out.Bytes()
}

// acceptsGzip reads the header as far as browsers write it: "gzip;q=0" is a refusal, other weights
// do not matter where gzip is the only choice.
func acceptsGzip(r *http.Request) bool {
	for _, offer := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		coding, weight, _ := strings.Cut(strings.TrimSpace(offer), ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			return strings.ReplaceAll(weight, " ", "") != "q=0"
		}
	}
	return false
}
