package emulator

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif" // the formats that a photo may have
	_ "image/jpeg"
	_ "image/png"
	"net/http"
	"path"
	"strings"
)

const (
	maxPhoto    = 10 << 20
	maxDocument = 50 << 20
	maxDownload = 20 << 20
)

// file is what somebody sent, by its file_id.
type file struct {
	info    apiFile
	path    string // photos/file_3.png
	name    string
	content []byte
}

// fileInfo is what getFile answers.
type fileInfo struct {
	apiFile
	FilePath string `json:"file_path,omitempty"`
}

// store keeps a file and makes up its ids. The caller holds mu.
func (s *Server) store(folder, name string, content []byte) *file {
	number := len(s.files)
	f := &file{
		info: apiFile{
			FileID:       fmt.Sprintf("AgACAgIAAxkBAAE%010dxGgE%08x", number, s.random.Uint32()),
			FileUniqueID: fmt.Sprintf("AQAD%08dq", number),
			FileSize:     len(content),
		},
		path:    fmt.Sprintf("%s/file_%d%s", folder, number, path.Ext(name)),
		name:    name,
		content: content,
	}
	s.files[f.info.FileID] = f
	return f
}

func (s *Server) sendPhoto(req *request) (any, error) {
	f, err := s.inputFile(req, "photo", maxPhoto)
	if err != nil {
		return nil, err
	}
	picture, _, err := image.DecodeConfig(bytes.NewReader(f.content))
	if err != nil {
		return nil, badRequest("IMAGE_PROCESS_FAILED")
	}
	m := apiMessage{Photo: []apiPhotoSize{{f.info, picture.Width, picture.Height}}}
	return s.sendWithCaption(req, m)
}

func (s *Server) sendDocument(req *request) (any, error) {
	f, err := s.inputFile(req, "document", maxDocument)
	if err != nil {
		return nil, err
	}
	m := apiMessage{Document: &apiDocument{f.info, f.name, http.DetectContentType(f.content)}}
	return s.sendWithCaption(req, m)
}

func (s *Server) sendWithCaption(req *request, m apiMessage) (any, error) {
	var err error
	if m.Caption, m.CaptionEntities, err = formattedText(req, "caption", "caption_entities"); err != nil {
		return nil, err
	}
	if utf16Length(m.Caption) > maxCaption {
		return nil, badRequest("message caption is too long")
	}
	return s.send(req, m)
}

// inputFile is the uploaded file, or one that is known by its file_id. This server fetches nothing from
// addresses.
func (s *Server) inputFile(req *request, param string, maxSize int) (*file, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	value := req.params[param]
	part := param
	if attached, ok := strings.CutPrefix(value, "attach://"); ok {
		part = attached
	}
	uploaded, ok := req.files[part]
	switch {
	case ok && len(uploaded.content) == 0:
		return nil, badRequest("file must be non-empty")
	case ok && len(uploaded.content) > maxSize:
		return nil, &apiError{Code: http.StatusRequestEntityTooLarge, Description: "Request Entity Too Large"}
	case ok:
		return s.store(param+"s", uploaded.name, uploaded.content), nil
	case value == "":
		return nil, badRequest("there is no %s in the request", param)
	case strings.Contains(value, "://"):
		return nil, badRequest("failed to get HTTP URL content")
	case s.files[value] == nil:
		return nil, badRequest("wrong file identifier/HTTP URL specified")
	}
	return s.files[value], nil
}

func (s *Server) getFile(req *request) (any, error) {
	id := req.params["file_id"]
	if id == "" {
		return nil, badRequest("file_id not specified")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.files[id]
	if f == nil {
		return nil, badRequest("invalid file_id")
	}
	if len(f.content) > maxDownload {
		return nil, badRequest("file is too big")
	}
	return fileInfo{f.info, f.path}, nil
}

// serveFile answers /file/bot<token>/<file_path>; rest is what follows "/file/bot".
func (s *Server) serveFile(w http.ResponseWriter, _ *http.Request, rest string) {
	token, filePath, _ := strings.Cut(rest, "/")
	if err := s.checkToken(token); err != nil {
		writeAnswer(w, nil, err)
		return
	}
	f := s.fileAt(filePath)
	if f == nil {
		writeAnswer(w, nil, &apiError{Code: http.StatusNotFound, Description: "Not Found"})
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	_, _ = w.Write(f.content) // the client may be gone: nobody is left to tell
}

func (s *Server) fileAt(filePath string) *file {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.files {
		if f.path == filePath {
			return f
		}
	}
	return nil
}
