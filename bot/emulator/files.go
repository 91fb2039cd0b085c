package emulator

import (
	"fmt"
	"hash/fnv"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
)

const (
	maxPhoto    = 10 << 20 // what a bot may upload
	maxUpload   = 50 << 20
	maxDownload = 20 << 20
	// defaultFileBytes bounds what a server holds of files; see Options.MaxFileBytes.
	defaultFileBytes = 256 << 20
)

// file is what somebody sent, by its file_id. Each size of a photo is a file of its own.
type file struct {
	info      apiFile
	kind      string // photo, video, voice, video_note, audio, document or sticker
	path      string // photos/file_3.png
	name      string
	mime      string
	width     int
	height    int
	duration  int // seconds
	performer string
	title     string
	sizes     []apiPhotoSize // of the photo that this is a size of, the largest last
	content   []byte
}

// fileKinds are what getFile's paths and file_ids begin with, and how errors of Telegram call the kind.
var fileKinds = map[string]struct{ folder, prefix, name string }{
	"photo":      {"photos", "AgAC", "Photo"},
	"video":      {"videos", "BAAC", "Video"},
	"voice":      {"voice", "AwAC", "VoiceNote"},
	"video_note": {"video_notes", "DQAC", "VideoNote"},
	"audio":      {"music", "CQAC", "Audio"},
	"document":   {"documents", "BQAC", "Document"},
	"sticker":    {"stickers", "CAAC", "Sticker"},
}

// fileIDForm is what a file_id looks like, whosever it is.
var fileIDForm = regexp.MustCompile(`^[A-Za-z0-9_-]{32,}$`)

// errFilesFull is for who may still be told. Nothing is evicted: at Telegram, too, a file stays.
type errFilesFull struct{ limit int }

func (e errFilesFull) Error() string {
	return fmt.Sprintf("the emulator holds %d MB of files at most, and they are there", e.limit>>20)
}

// store keeps a file and makes up its ids. The caller holds mu.
func (s *Server) store(f file) (*file, error) {
	if s.fileBytes+len(f.content) > s.options.MaxFileBytes {
		return nil, errFilesFull{s.options.MaxFileBytes}
	}
	s.fileBytes += len(f.content)
	number, kind := len(s.files), fileKinds[f.kind]
	bot := fnv.New32()
	fmt.Fprint(bot, s.bot.ID)
	f.info = apiFile{
		// A file_id belongs to one bot, a file_unique_id is the same for all.
		FileID:       fmt.Sprintf("%sAgIAAxkBAAE%010dxGgE%08x%08x", kind.prefix, number, s.random.Uint32(), bot.Sum32()),
		FileUniqueID: fmt.Sprintf("AgAD%08dq", number),
		FileSize:     max(f.info.FileSize, len(f.content)),
	}
	f.path = fmt.Sprintf("%s/file_%d%s", kind.folder, number, strings.ToLower(path.Ext(f.name)))
	if f.mime == "" {
		f.mime = mimeOf(f.name, f.content)
	}
	s.files[f.info.FileID] = &f
	return &f, nil
}

// storePhoto keeps a picture in all its sizes and returns the largest. The caller holds mu.
func (s *Server) storePhoto(p picture) (*file, error) {
	var stored []*file
	var sizes []apiPhotoSize
	for _, size := range p.sizes {
		f, err := s.store(file{
			kind: "photo", name: size.name, mime: size.mime, content: size.content, width: size.width, height: size.height,
		})
		if err != nil {
			return nil, err
		}
		stored, sizes = append(stored, f), append(sizes, apiPhotoSize{f.info, f.width, f.height})
	}
	for _, f := range stored {
		f.sizes = sizes
	}
	return stored[len(stored)-1], nil
}

// mimeOf tells from a name, as Telegram's clients do, or else from the content.
func mimeOf(name string, content []byte) string {
	byName := mime.TypeByExtension(path.Ext(name))
	if byName == "" {
		byName = http.DetectContentType(content)
	}
	kind, _, _ := strings.Cut(byName, ";")
	return kind
}

// put makes the file the content of a message. What a file is stays what it is, whichever way it is sent.
func (f *file) put(m *apiMessage) {
	switch f.kind {
	case "photo":
		m.Photo = f.sizes
	case "video":
		m.Video = &apiVideo{f.info, f.width, f.height, f.duration, f.name, f.mime}
	case "voice":
		m.Voice = &apiVoice{f.info, f.duration, f.mime}
	case "video_note":
		m.VideoNote = &apiVideoNote{f.info, f.width, f.duration}
	case "audio":
		m.Audio = &apiAudio{f.info, f.duration, f.performer, f.title, f.name, f.mime}
	case "sticker":
		m.Sticker = &apiSticker{apiFile: f.info, Type: "regular", Width: f.width, Height: f.height, Emoji: "👍"}
	default:
		m.Document = &apiDocument{f.info, f.name, f.mime}
	}
}

// fileID is the file that a message consists of, of a photo the largest size; empty: none.
func (m *apiMessage) fileID() string {
	switch {
	case len(m.Photo) > 0:
		return m.Photo[len(m.Photo)-1].FileID
	case m.Video != nil:
		return m.Video.FileID
	case m.Voice != nil:
		return m.Voice.FileID
	case m.VideoNote != nil:
		return m.VideoNote.FileID
	case m.Audio != nil:
		return m.Audio.FileID
	case m.Document != nil:
		return m.Document.FileID
	case m.Sticker != nil:
		return m.Sticker.FileID
	}
	return ""
}

// captioned are the kinds of messages that may have a caption.
func (m *apiMessage) captioned() bool {
	return m.Photo != nil || m.Video != nil || m.Voice != nil || m.Audio != nil || m.Document != nil
}

// fileInfo is what getFile answers.
type fileInfo struct {
	apiFile
	FilePath string `json:"file_path,omitempty"`
}

func (s *Server) getFile(req *request) (any, error) {
	id := req.params["file_id"]
	if id == "" {
		return nil, badRequest("file_id not specified")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.files[id]
	switch {
	case f == nil && fileIDForm.MatchString(id): // another bot's
		return nil, badRequest("wrong file_id or the file is temporarily unavailable")
	case f == nil:
		return nil, badRequest("invalid file_id")
	case f.info.FileSize > maxDownload:
		return nil, badRequest("file is too big")
	}
	return fileInfo{f.info, f.path}, nil
}

// serveFile answers /file/bot<token>/<file_path>; rest is what follows "/file/bot".
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request, rest string) {
	token, filePath, _ := strings.Cut(rest, "/")
	if err := s.checkToken(token); err != nil {
		writeAnswer(w, nil, err)
		return
	}
	call, fault := s.receive(&request{method: Download, params: map[string]string{"file_path": filePath}})
	f := s.fileAt(filePath)
	switch {
	case fault != nil && !fault.ofContent():
		s.answered(call, fault.status())
		s.misbehave(w, r, fault)
	case f == nil:
		err := &apiError{Code: http.StatusNotFound, Description: "Not Found"}
		s.answered(call, err.Code)
		writeAnswer(w, nil, err)
	default:
		s.answered(call, http.StatusOK)
		writeContent(w, r, f.content, fault)
	}
}

// fileAt is the file that may be downloaded from a path, nil for none.
func (s *Server) fileAt(filePath string) *file {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.files {
		if f.path == filePath && f.info.FileSize <= maxDownload {
			return f
		}
	}
	return nil
}

// writeContent gives a file out, or what a fault leaves of it. A client that is gone is nobody to tell.
func writeContent(w http.ResponseWriter, r *http.Request, content []byte, fault *activeFault) {
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Length", fmt.Sprint(len(content)))
	if fault == nil {
		_, _ = w.Write(content)
		return
	}
	half := len(content) / 2
	_, _ = w.Write(content[:half])
	_ = http.NewResponseController(w).Flush()
	if fault.Kind == Truncate {
		panic(http.ErrAbortHandler)
	}
	if fault.wait(r) {
		_, _ = w.Write(content[half:])
	}
}
