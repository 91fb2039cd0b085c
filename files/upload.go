package files

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"path"
	"strconv"
	"time"

	"zayavka/peers"
	"zayavka/store"
)

const (
	// uploadsAtOnce is how many one account may have under way.
	uploadsAtOnce = 8
	// uploadStall is for how long nothing of an upload may come, and uploadTimeout how long all of it may take.
	uploadStall   = 30 * time.Second
	uploadTimeout = 10 * time.Minute
	// formOverhead is how much a form may hold beside its file, in bytes.
	formOverhead = 64 << 10
	uploadField  = "file"
)

// uploads are what is asked of the store.
type uploads interface {
	MayUpload(ctx context.Context, by store.Actor) error
	ExpectContent(ctx context.Context, sha256 string) error
	AddUpload(ctx context.Context, by store.Actor, in store.NewUpload) (store.File, error)
	DeleteUpload(ctx context.Context, by store.Actor, id int64) error
}

// UploadOptions are what an Uploader needs from outside. All are required.
type UploadOptions struct {
	Store   uploads
	Storage *Storage
	// Authorize tells who writes, by the header Authorization, or with which store.Error they may not.
	Authorize func(ctx context.Context, authorization string) (store.Actor, error)
	Logger    *slog.Logger
}

// Uploader takes files from those who may write. Its errors are shaped as those of GraphQL.
type Uploader struct {
	UploadOptions
	underWay *peers.Count
}

// NewUploader is for POST of a form with the field file to Path without its last slash, and for DELETE of a number below it.
func NewUploader(o UploadOptions) *Uploader {
	return &Uploader{o, peers.NewCount(uploadsAtOnce)}
}

// uploaded is what POST answers.
type uploaded struct {
	ID   string         `json:"id"`
	Kind store.FileKind `json:"kind"`
	Name *string        `json:"name"` // null for none
	Mime string         `json:"mime"`
	Size int64          `json:"size"`
}

func (u *Uploader) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	answer, err := u.serve(w, r)
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if err != nil {
		w.Header().Set("Connection", "close") // the rest of the form is not read
		u.refuse(w, r, err)
		return
	}
	_ = json.NewEncoder(w).Encode(answer) // fails when the uploader has gone
}

func (u *Uploader) serve(w http.ResponseWriter, r *http.Request) (any, error) {
	by, err := u.Authorize(r.Context(), r.Header.Get("Authorization"))
	if err != nil {
		return nil, err
	}
	if r.Method == http.MethodDelete {
		id, err := strconv.ParseInt(path.Base(r.URL.Path), 10, 64)
		if err != nil {
			return nil, &store.Error{Code: store.NotFound, Message: "Not found."}
		}
		return struct{}{}, u.Store.DeleteUpload(r.Context(), by, id)
	}
	account := fmt.Sprint(by.Kind, by.ID)
	if !u.underWay.Enter(account) {
		return nil, &store.Error{Code: store.RateLimited, RetryAfter: time.Second,
			Message: fmt.Sprintf("You may upload %d files at once. Wait until one of them has arrived.", uploadsAtOnce)}
	}
	defer u.underWay.Leave(account)
	if err := u.Store.MayUpload(r.Context(), by); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(r.Context(), uploadTimeout)
	defer cancel()
	file, err := u.take(ctx, w, r, by)
	if err != nil {
		return nil, err
	}
	answer := uploaded{ID: strconv.FormatInt(file.ID, 10), Kind: file.Kind, Mime: file.Mime, Size: file.Size}
	if file.Name != "" {
		answer.Name = &file.Name
	}
	return answer, nil
}

// take has the file of the form kept and writes it down.
func (u *Uploader) take(ctx context.Context, w http.ResponseWriter, r *http.Request, by store.Actor) (store.File, error) {
	if r.ContentLength > MaxSize+formOverhead {
		return store.File{}, errFileTooLarge()
	}
	slow := &slowBody{r.Body, http.NewResponseController(w), time.Now().Add(uploadTimeout)}
	r.Body = http.MaxBytesReader(w, slow, MaxSize+formOverhead)
	part, err := filePart(r)
	if err != nil {
		return store.File{}, err
	}
	content, err := u.Storage.Put(ctx, part, MaxSize, u.Store.ExpectContent)
	var tooLong *http.MaxBytesError
	switch {
	case errors.Is(err, ErrTooLarge), errors.As(err, &tooLong):
		return store.File{}, errFileTooLarge()
	case err != nil && part.failed:
		return store.File{}, &store.Error{Code: store.Invalid, Field: uploadField, Message: "The upload broke off. Upload the file again."}
	case err != nil:
		return store.File{}, err
	case content.Size == 0:
		return store.File{}, &store.Error{Code: store.Invalid, Field: uploadField, Message: "The file is empty."}
	}
	in := store.NewUpload{Content: content, Kind: Kind(content.MIME), Name: part.FileName()}
	if in.Kind == store.FilePhoto {
		if in.Width, in.Height, err = u.Storage.dimensions(ctx, content.SHA256); errors.Is(err, ErrNoPicture) {
			in.Kind = store.FileDocument
		} else if err != nil {
			return store.File{}, err
		}
	}
	return u.Store.AddUpload(ctx, by, in)
}

func errFileTooLarge() error {
	return &store.Error{Code: store.Invalid, Field: uploadField, Message: "The file is too large: 20 MB at most."}
}

// formPart is the part of a form that is a file. It remembers whether it was the form that failed.
type formPart struct {
	*multipart.Part
	failed bool
}

func (p *formPart) Read(into []byte) (int, error) {
	n, err := p.Part.Read(into)
	p.failed = p.failed || err != nil && !errors.Is(err, io.EOF)
	return n, err
}

// filePart finds the file in a form, of which nothing is held in memory.
func filePart(r *http.Request) (*formPart, error) {
	form, err := r.MultipartReader()
	for err == nil {
		var part *multipart.Part
		if part, err = form.NextPart(); err == nil && part.FormName() == uploadField && part.FileName() != "" {
			return &formPart{Part: part}, nil
		}
	}
	return nil, &store.Error{Code: store.Invalid, Field: uploadField,
		Message: "Send the file as the field " + uploadField + " of a form, as multipart/form-data."}
}

// slowBody gives a client time for as long as something comes, until the end.
type slowBody struct {
	io.ReadCloser
	control *http.ResponseController
	end     time.Time
}

func (b *slowBody) Read(into []byte) (int, error) {
	deadline := time.Now().Add(uploadStall)
	if deadline.After(b.end) {
		deadline = b.end
	}
	_ = b.control.SetReadDeadline(deadline) // not supported by what is no connection, as in tests
	return b.ReadCloser.Read(into)
}

// dimensions are those of a picture as it is seen, in pixels, or ErrNoPicture.
func (s *Storage) dimensions(ctx context.Context, sha string) (width, height int, err error) {
	content, _, err := s.open(ctx, sha)
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, content.Close()) }()
	config, format, err := image.DecodeConfig(content)
	if err != nil {
		return 0, 0, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	if format != "jpeg" {
		return config.Width, config.Height, nil
	}
	if err := rewind(content); err != nil {
		return 0, 0, err
	}
	const lies = 5 // the orientations from here on lie on a side
	if readJPEGFacts(bufio.NewReader(content)).orientation >= lies {
		return config.Height, config.Width, nil
	}
	return config.Width, config.Height, nil
}

// refuse answers with an error as GraphQL does.
func (u *Uploader) refuse(w http.ResponseWriter, r *http.Request, err error) {
	status, known := http.StatusServiceUnavailable, &store.Error{Code: store.Internal, Message: "The file could not be kept. Try again in a minute."}
	if errors.As(err, &known) {
		status = map[store.Code]int{
			store.Unauthenticated: http.StatusUnauthorized, store.Forbidden: http.StatusForbidden, store.NotFound: http.StatusNotFound,
			store.Conflict: http.StatusConflict, store.RateLimited: http.StatusTooManyRequests,
		}[known.Code]
		if status == 0 {
			status = http.StatusBadRequest
		}
	} else if r.Context().Err() == nil {
		u.Logger.ErrorContext(r.Context(), "Could not take an upload", "error", err)
	}
	extensions := map[string]any{"code": known.Code}
	if known.Field != "" {
		extensions["field"] = known.Field
	}
	if seconds := int(known.RetryAfter.Seconds()); seconds > 0 {
		extensions["retryAfter"] = seconds
		w.Header().Set("Retry-After", strconv.Itoa(seconds))
	}
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{"message": known.Message, "extensions": extensions}}})
}
