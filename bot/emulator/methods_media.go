package emulator

import (
	"net/http"
	"path"
	"strings"
)

func (s *Server) sendPhoto(req *request) (any, error)     { return s.sendFile(req, "photo") }
func (s *Server) sendVideo(req *request) (any, error)     { return s.sendFile(req, "video") }
func (s *Server) sendVoice(req *request) (any, error)     { return s.sendFile(req, "voice") }
func (s *Server) sendVideoNote(req *request) (any, error) { return s.sendFile(req, "video_note") }
func (s *Server) sendAudio(req *request) (any, error)     { return s.sendFile(req, "audio") }
func (s *Server) sendDocument(req *request) (any, error)  { return s.sendFile(req, "document") }
func (s *Server) sendSticker(req *request) (any, error)   { return s.sendFile(req, "sticker") }

// maxSeconds and maxSide are what Telegram clamps durations and sizes of files to.
const (
	maxSeconds = 24 * 60 * 60
	maxSide    = 10_000
)

// sendFile sends the file in the parameter that is called as its kind.
func (s *Server) sendFile(req *request, kind string) (any, error) {
	given := file{
		kind:      kind,
		width:     req.integer("width", 0, 0, maxSide),
		height:    req.integer("height", 0, 0, maxSide),
		duration:  req.integer("duration", 0, 0, maxSeconds),
		performer: req.params["performer"],
		title:     req.params["title"],
	}
	if kind == "video_note" {
		given.width = req.integer("length", 0, 0, maxSide)
	}
	f, err := s.inputFile(req, given, kind, req.params[kind])
	if err != nil {
		return nil, err
	}
	if f == nil {
		return nil, badRequest("there is no %s in the request", strings.ReplaceAll(kind, "_", " "))
	}
	var m apiMessage
	f.put(&m)
	if m.captioned() {
		if err := caption(req, &m); err != nil {
			return nil, err
		}
	}
	return s.send(req, m)
}

// caption gives a message the caption that a request has.
func caption(req *request, m *apiMessage) error {
	text, entities, err := formattedText(req, "caption", "caption_entities")
	if err != nil {
		return err
	}
	if utf16Length(text) > maxCaption {
		return badRequest("message caption is too long")
	}
	m.Caption, m.CaptionEntities = text, entities
	return nil
}

// inputFile is the file that was uploaded in a part of the request, "attach://part", or that is known by its
// file_id; nil if value names none. This server fetches nothing from addresses.
func (s *Server) inputFile(req *request, given file, part, value string) (*file, error) {
	attached, ok := strings.CutPrefix(value, "attach://")
	if ok {
		part = attached
	}
	if value == "" || ok {
		uploaded, ok := req.files[part]
		if !ok {
			return nil, nil
		}
		return s.uploaded(uploaded, given)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.files[value]
	switch {
	case strings.Contains(value, "://"):
		return nil, badRequest("failed to get HTTP URL content")
	case f == nil:
		return nil, badRequest("wrong file identifier/HTTP URL specified")
	case (f.kind == "photo") != (given.kind == "photo"):
		return nil, badRequest("can't use file of type %s as %s", fileKinds[f.kind].name, fileKinds[given.kind].name)
	}
	return f, nil
}

// uploaded checks and keeps a file of the bot's.
func (s *Server) uploaded(u upload, given file) (*file, error) {
	size := len(u.content)
	switch {
	case size == 0:
		return nil, badRequest("file must be non-empty")
	case size > maxUpload:
		return nil, &apiError{Code: http.StatusRequestEntityTooLarge, Description: "Request Entity Too Large"}
	case given.kind == "photo" && size > maxPhoto:
		return nil, badRequest("file of size %d bytes is too big for a photo; the maximum size is %d bytes", size, maxPhoto)
	}
	given.name, given.content = u.name, u.content
	given.kind = kindOf(given)
	var photo picture
	if given.kind == "photo" {
		var err error
		if photo, err = readPicture(u.name, u.content); err != nil {
			return nil, err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.storeAny(given, photo)
	if err != nil {
		return nil, &apiError{Code: http.StatusInternalServerError, Description: "Internal Server Error: " + err.Error()}
	}
	return f, nil
}

// kindOf is what Telegram makes of an upload: what it cannot play is a document.
func kindOf(f file) string {
	content, extension := http.DetectContentType(f.content), strings.ToLower(path.Ext(f.name))
	playable := true
	switch f.kind {
	case "video", "video_note":
		playable = content == "video/mp4" || extension == ".mp4"
	case "voice":
		playable = content == "application/ogg" || extension == ".ogg" || extension == ".oga" ||
			extension == ".mp3" || extension == ".m4a"
	case "audio":
		playable = content == "audio/mpeg" || extension == ".mp3" || extension == ".m4a"
	}
	if playable {
		return f.kind
	}
	return "document"
}
