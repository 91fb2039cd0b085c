package lease

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"sync/atomic"
)

// Body is what a request holds. The transport takes it when there is a connection to write it to: until then
// nobody has the request, and until then the lease is looked at.
type Body struct {
	ctx    context.Context //nolint:containedctx // whose lease is looked at when the transport reads
	length int64
	open   func() (io.ReadCloser, error)
	taken  atomic.Bool
	over   atomic.Bool
}

// NewBody makes the body of a request that is not written when too little is left of the lease of ctx.
func NewBody(ctx context.Context, content []byte) *Body {
	return StreamedBody(ctx, int64(len(content)), func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(content)), nil
	})
}

// StreamedBody is NewBody for so many bytes that are opened when they are written.
func StreamedBody(ctx context.Context, length int64, open func() (io.ReadCloser, error)) *Body {
	return &Body{ctx: ctx, length: length, open: open}
}

// Of makes it the body of a request.
func (b *Body) Of(request *http.Request) {
	request.ContentLength = b.length
	request.Body = b.reader()
	// For another connection, if the first one turns out to be closed before anything was written.
	request.GetBody = func() (io.ReadCloser, error) { return b.reader(), nil }
}

// Taken tells that the request may have been written.
func (b *Body) Taken() bool { return b.taken.Load() }

// Over tells that the request was not written because of the lease.
func (b *Body) Over() bool { return b.over.Load() }

func (b *Body) reader() io.ReadCloser { return &bodyReader{body: b} }

type bodyReader struct {
	body *Body
	left io.ReadCloser // nil until it has begun
}

func (r *bodyReader) Read(into []byte) (int, error) {
	if r.left == nil {
		if !mayBegin(r.body.ctx) {
			r.body.over.Store(true)
			return 0, ErrOver
		}
		var err error
		if r.left, err = r.body.open(); err != nil {
			return 0, err
		}
		r.body.taken.Store(true)
	}
	return r.left.Read(into)
}

func (r *bodyReader) Close() error {
	if r.left == nil {
		return nil
	}
	return r.left.Close()
}
