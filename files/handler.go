package files

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"zayavka/store"
)

// browserKeeps is for how long a browser may show a file again without asking.
const browserKeeps = "private, max-age=300"

// rows are what is asked of the store.
type rows interface {
	// File gives a row by its id, or an error with the code NotFound.
	File(ctx context.Context, id int64) (store.File, error)
}

// Handler gives files out at the addresses of a Signer: with ranges, to be shown in the page only where a browser
// runs nothing of what it is given.
type Handler struct {
	rows    rows
	storage *Storage
	signer  *Signer
	log     *slog.Logger
}

// NewHandler is for requests below Path.
func NewHandler(rows rows, storage *Storage, signer *Signer, log *slog.Logger) *Handler {
	return &Handler{rows, storage, signer, log}
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Content-Security-Policy", "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("Cache-Control", "no-store") // until there is a file
	id, variant, err := h.signer.read(strings.TrimPrefix(r.URL.Path, Path))
	if errors.Is(err, errExpired) {
		say(w, http.StatusGone, "Ссылка больше не действует: откройте страницу заново.", "The link no longer works: open the page again.")
		return
	}
	if err != nil {
		sayMissing(w)
		return
	}
	file, err := h.rows.File(r.Context(), id)
	if err != nil || file.State != store.FileKept {
		h.refuse(w, r, id, err)
		return
	}
	shown, inline := inline[file.Mime]
	open := h.storage.Open
	if variant != Original {
		if !HasThumbnails(file.Mime) {
			sayMissing(w)
			return
		}
		shown = "image/jpeg"
		open = func(ctx context.Context, sha string) (io.ReadSeekCloser, int64, error) {
			return h.storage.Thumbnail(ctx, sha, variant)
		}
	}
	content, _, err := open(r.Context(), file.SHA256)
	if err != nil {
		h.refuse(w, r, id, err)
		return
	}
	defer func() { _ = content.Close() }()
	disposition := "inline"
	if !inline {
		shown, disposition = unknown, "attachment"
	}
	name := nameFor(file.Name, strconv.FormatInt(id, 10), file.Mime)
	header.Set("Content-Type", shown)
	header.Set("Content-Disposition", mime.FormatMediaType(disposition, map[string]string{"filename": name}))
	header.Set("Cache-Control", browserKeeps)
	header.Set("ETag", strconv.Quote(file.SHA256+"-"+strconv.Itoa(int(variant))))
	http.ServeContent(w, r, "", time.Time{}, content)
}

// refuse says why there is nothing to give out. A nil error stands for a row without a content.
func (h *Handler) refuse(w http.ResponseWriter, r *http.Request, id int64, err error) {
	log := h.log.With("file_id", id)
	switch {
	case err == nil, store.CodeOf(err) == store.NotFound:
		sayMissing(w)
	case r.Context().Err() != nil: // nobody is there to hear it
	case errors.Is(err, ErrPictureTooLarge), errors.Is(err, ErrNoPicture):
		log.InfoContext(r.Context(), "A picture has no thumbnail", "reason", err)
		say(w, http.StatusUnprocessableEntity, "Эту картинку нельзя уменьшить: откройте её целиком.", "This picture cannot be made smaller: open the whole of it.")
	case errors.Is(err, ErrMissing):
		log.ErrorContext(r.Context(), "The content of a file is not where it was kept", "error", err)
		sayMissing(w)
	default:
		log.ErrorContext(r.Context(), "Could not give a file out", "error", err)
		say(w, http.StatusServiceUnavailable, "Не получилось. Попробуйте через минуту.", "This did not work. Try again in a minute.")
	}
}

func sayMissing(w http.ResponseWriter) {
	say(w, http.StatusNotFound, "Такого файла нет.", "There is no such file.")
}

func say(w http.ResponseWriter, status int, russian, english string) {
	http.Error(w, russian+"\n"+english, status)
}
