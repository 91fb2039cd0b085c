package emulator

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// shownTypes are what a browser shows in its place by the content alone. Anything else is downloaded: a file of
// somebody's must not run as a page of this origin.
var shownTypes = map[string]string{
	"image/png": "image/png", "image/jpeg": "image/jpeg", "image/gif": "image/gif", "image/webp": "image/webp",
	"audio/mpeg": "audio/mpeg", "audio/wave": "audio/wave", "application/ogg": "audio/ogg",
	"video/mp4": "video/mp4", "video/webm": "video/webm",
}

// pageFile gives out a file of a chat.
func (s *Server) pageFile(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	f := s.files[r.PathValue("id")]
	s.mu.Unlock()
	if f == nil {
		http.NotFound(w, r)
		return
	}
	if shown, ok := shownTypes[http.DetectContentType(f.content)]; ok {
		w.Header().Set("Content-Type", shown)
	} else {
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.name}))
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.content)) // in ranges, which players ask for
}

// pageUpload sends files that the page's user chose or recorded.
func (s *Server) pageUpload(w http.ResponseWriter, r *http.Request) {
	u := s.userByID(r.PathValue("user"))
	if u == nil {
		http.Error(w, "no such customer", http.StatusNotFound)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	fields := map[string]string{}
	files, err := readUploads(r, fields)
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		http.Error(w, "the files are too large", http.StatusRequestEntityTooLarge)
		return
	}
	if err != nil {
		http.Error(w, "the request is no form with files", http.StatusBadRequest)
		return
	}
	replyTo, _ := strconv.Atoi(fields["reply_to"])
	duration, _ := strconv.Atoi(fields["duration"])
	messages := s.messagesOf(files, fields["kind"], duration)
	for i := range messages {
		messages[i].ReplyTo = replyTo
	}
	if len(messages) > 0 {
		messages[0].Text = fields["caption"]
	}
	err = u.sendFromPage(messages...)
	if full := (errFilesFull{}); errors.As(err, &full) {
		http.Error(w, err.Error(), http.StatusInsufficientStorage)
		return
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	writeJSON(w, nil)
}

// readUploads reads a form of files with fields among them.
func readUploads(r *http.Request, fields map[string]string) ([]upload, error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, err
	}
	var files []upload
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return nil, err
		}
		if part.FormName() == "file" {
			files = append(files, upload{part.FileName(), content})
		} else {
			fields[part.FormName()] = string(content)
		}
	}
}

// messagesOf makes messages of files as Telegram's clients do: pictures and videos together are albums, and so
// are documents. kind is empty where each file is what it is.
func (s *Server) messagesOf(files []upload, kind string, duration int) []Outgoing {
	var seen, others []Outgoing
	for _, f := range files {
		a := Attachment{Kind: kind, Content: f.content, Name: f.name, Duration: duration}
		switch a.Kind {
		case "":
			a.Kind = kindFromContent(f.content)
		case "voice": // browsers record sound as video without a picture
			a.MIME = strings.Replace(shownTypes[http.DetectContentType(f.content)], "video/", "audio/", 1)
		}
		switch o := (Outgoing{File: &a}); a.Kind {
		case "photo", "video":
			seen = append(seen, o)
		default:
			others = append(others, o)
		}
	}
	var all []Outgoing
	for _, album := range slices.Concat(slices.Collect(slices.Chunk(seen, maxAlbum)), slices.Collect(slices.Chunk(others, maxAlbum))) {
		id := ""
		if len(album) > 1 {
			id = s.NewAlbum()
		}
		for _, o := range album {
			o.Album = id
			all = append(all, o)
		}
	}
	return all
}

// kindFromContent tells pictures and videos from other files.
func kindFromContent(content []byte) string {
	switch kind := http.DetectContentType(content); {
	case kind == "video/mp4", kind == "video/webm":
		return "video"
	case strings.HasPrefix(kind, "image/"):
		if _, _, err := checkPicture(content); err == nil {
			return "photo"
		}
	}
	return "document"
}

// sendFromPage sends what the page's user wrote or chose. A message that is replied to may be gone meanwhile:
// then it is sent as no reply.
func (u *User) sendFromPage(outgoing ...Outgoing) error {
	_, err := u.trySend(func() *chat {
		for i := range outgoing {
			if u.chat.find(outgoing[i].ReplyTo) < 0 {
				outgoing[i].ReplyTo = 0
			}
		}
		return u.chat
	}, outgoing...)
	return err
}
