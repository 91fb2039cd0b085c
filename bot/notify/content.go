package notify

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"zayavka/bot/telegram"
	"zayavka/store"
)

// Files is where the content of files is kept, by its SHA-256 in hex. What is not there is fs.ErrNotExist; whoever opens a
// content closes it.
type Files interface {
	Open(ctx context.Context, sha256 string) (content io.ReadSeekCloser, size int64, err error)
}

var (
	// errNoContent is for a file that neither Telegram nor this house has.
	errNoContent = errors.New("the content of a file is gone")
	// errContent is for one that cannot be read now.
	errContent = errors.New("read the content of a file")
)

// noContent is what staff read of errNoContent.
const noContent = "The content of a file is not kept any more. Attach the file again."

// sendFiles sends the files of a message: those that Telegram knows by their ids, the others with their content. What it
// refuses as a photo or as a voice message goes as a document, and what it has forgotten is uploaded again.
func (s *Sender) sendFiles(ctx context.Context, files []store.File, post telegram.Post) ([]store.SentFile, error) {
	documents, uploads := false, false
	var refused error
	for {
		var err error
		if post.Files, err = s.contents(ctx, files, documents, uploads); err != nil {
			if refused != nil && errors.Is(err, errNoContent) {
				err = refused
			}
			return nil, err
		}
		sent, err := s.telegram.Post(ctx, post)
		switch {
		case err == nil:
			return sentFiles(files, post, sent), nil
		case !documents && telegram.RefusesKind(err):
			documents, refused = true, err
		case !uploads && telegram.ForgotFile(err):
			uploads, refused = true, err
		default:
			return nil, err
		}
	}
}

func sentFiles(files []store.File, post telegram.Post, sent []telegram.Sent) []store.SentFile {
	told := make([]store.SentFile, len(files))
	for i, file := range files {
		told[i] = store.SentFile{ID: file.ID, TelegramMessageID: sent[i].MessageID}
		if post.Files[i].Kind == kindOf(file) && sent[i].FileID != file.TelegramFileID {
			told[i].TelegramFileID = sent[i].FileID
		}
	}
	return told
}

// kindOf is how the Bot API calls what a file goes as.
func kindOf(file store.File) string { return strings.ToLower(string(file.SentAs())) }

// contents are the files as they are sent: all as documents, which takes their content, or, with uploads, by their ids only
// where there is no content.
func (s *Sender) contents(ctx context.Context, files []store.File, documents, uploads bool) ([]telegram.File, error) {
	sent := make([]telegram.File, len(files))
	for i, file := range files {
		sent[i] = telegram.File{
			Kind: kindOf(file), ID: file.TelegramFileID, Name: nameOf(file), Width: file.Width, Height: file.Height, Duration: file.Duration,
		}
		if documents && sent[i].Kind != "document" {
			sent[i].Kind, sent[i].ID = "document", ""
		}
		if uploads && file.SHA256 != "" {
			sent[i].ID = ""
		}
		if sent[i].ID != "" {
			continue
		}
		size, err := s.sizeOf(ctx, file)
		if err != nil {
			return nil, err
		}
		sent[i].Size = size
		sent[i].Open = func() (io.ReadCloser, error) {
			content, _, err := s.files.Open(context.WithoutCancel(ctx), file.SHA256)
			return content, err
		}
	}
	return sent, nil
}

// sizeOf looks whether the content of a file is there.
func (s *Sender) sizeOf(ctx context.Context, file store.File) (int64, error) {
	if file.SHA256 == "" || s.files == nil {
		return 0, errNoContent
	}
	content, size, err := s.files.Open(ctx, file.SHA256)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, fmt.Errorf("%w: %w", errNoContent, err)
	case err != nil && ctx.Err() != nil:
		return 0, ctx.Err()
	case err != nil:
		return 0, fmt.Errorf("%w: %w", errContent, err)
	}
	return size, content.Close()
}

// nameOf is how a file is called in the chat.
func nameOf(file store.File) string {
	if file.Name != "" {
		return file.Name
	}
	name := strings.ToLower(string(file.Kind))
	if _, extension, ok := strings.Cut(file.Mime, "/"); ok && file.Mime != "application/octet-stream" {
		name += "." + extension
	}
	return name
}
