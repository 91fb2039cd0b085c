package telegram

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"
	"time"
)

// MaxDownload is how large a file may be, in bytes, that Telegram gives a bot: https://core.telegram.org/bots/api#getfile
const MaxDownload = 20 << 20

// stallTimeout is for how long nothing of a file may come.
const stallTimeout = 30 * time.Second

// ErrTooLarge tells that Telegram gives no file of this size out.
type ErrTooLarge struct {
	Size int64 // in bytes; 0 where Telegram does not say
}

func (e ErrTooLarge) Error() string { return "telegram: the file is too large to be got" }

var errStalled = errors.New("nothing more of it has come for long")

// Download gives the content of a file, by its file_id, to take. It fails with ErrTooLarge, with an Error, or with what
// take fails with. A take that reads to the end of the content without an error has had all of it.
func (c *Client) Download(ctx context.Context, fileID string, take func(content io.Reader) error) error {
	var file struct {
		Size int64  `json:"file_size"`
		Path string `json:"file_path"`
	}
	err := c.call(ctx, "getFile", map[string]any{"file_id": fileID}, &file, requestTimeout)
	switch e, failed := AsError(err); {
	case failed && e.Kind == Rejected && strings.Contains(e.Description, "file is too big"):
		return ErrTooLarge{}
	case err != nil:
		return err
	case file.Size > MaxDownload:
		return ErrTooLarge{file.Size}
	case file.Path == "":
		return &Error{Kind: Temporary, Description: "getFile gives no path"}
	case path.IsAbs(file.Path) && c.local:
		return c.readLocal(file.Path, file.Size, take)
	}
	return c.download(ctx, file.Path, file.Size, take)
}

// readLocal takes a file of one's own Bot API server in its local mode, which names a path on a disk that both see:
// https://core.telegram.org/bots/api#using-a-local-bot-api-server
func (c *Client) readLocal(path string, size int64, take func(io.Reader) error) error {
	file, err := os.Open(path)
	if err != nil {
		return c.failed(fmt.Errorf("the Bot API server is in its local mode, and its file cannot be read here: %w", err))
	}
	defer func() { _ = file.Close() }()
	return c.taken(&wholeReader{from: file, size: size, came: func() {}}, take)
}

func (c *Client) download(ctx context.Context, filePath string, size int64, take func(io.Reader) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	stalled := time.AfterFunc(stallTimeout, func() { cancel(errStalled) })
	defer stalled.Stop()
	address := c.files + (&url.URL{Path: filePath}).EscapedPath()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return c.failed(err)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return c.failed(err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		e := &Error{Kind: Temporary, Code: response.StatusCode, Description: "the file is not given out"}
		if response.StatusCode == http.StatusTooManyRequests {
			seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
			e.Kind, e.RetryAfter = Flood, time.Duration(max(1, seconds))*time.Second
		}
		return e
	}
	return c.taken(&wholeReader{from: response.Body, size: size, came: func() { stalled.Reset(stallTimeout) }}, take)
}

func (c *Client) taken(content *wholeReader, take func(io.Reader) error) error {
	err := take(content)
	switch {
	case content.read > MaxDownload:
		return ErrTooLarge{}
	case content.err != nil:
		return c.failed(fmt.Errorf("the file breaks off: %w", content.err))
	}
	return err
}

// wholeReader fails where a content is too large, or has another size than was announced: then it is cut, or a proxy's page.
// A size of 0 announces nothing.
type wholeReader struct {
	from io.Reader
	came func() // is called whenever something has
	size int64
	read int64
	err  error
}

func (r *wholeReader) Read(into []byte) (int, error) {
	n, err := r.from.Read(into)
	r.read += int64(n)
	r.came()
	switch {
	case r.read > MaxDownload:
		err = ErrTooLarge{}
	case r.size > 0 && (r.read > r.size || errors.Is(err, io.EOF) && r.read < r.size):
		err = errors.New("it has another size than Telegram said")
	}
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	return n, err
}
