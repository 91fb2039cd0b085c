package emulator

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
)

// maxBody is above the largest file that a bot may upload (50 MB).
const maxBody = 64 << 20

// request is one call of a method by the bot.
type request struct {
	ctx    context.Context
	method string            // as Telegram spells it: sendMessage
	params map[string]string // values that are not strings as their JSON text
	files  map[string]upload // by the name of the part
}

type upload struct {
	name    string
	content []byte
}

// method answers a request with its result, or with an *apiError.
type method struct {
	name string
	run  func(*request) (any, error)
}

// apiError is an answer with "ok": false.
type apiError struct {
	Code        int
	Description string
	RetryAfter  int   // seconds, for code 429
	MigrateTo   int64 // the supergroup that a group has become
}

func (e *apiError) Error() string { return e.Description }

func badRequest(format string, args ...any) error {
	return &apiError{Code: http.StatusBadRequest, Description: "Bad Request: " + fmt.Sprintf(format, args...)}
}

func forbidden(reason string) error {
	return &apiError{Code: http.StatusForbidden, Description: "Forbidden: " + reason}
}

func tooManyRequests(seconds int) error {
	return &apiError{
		Code:        http.StatusTooManyRequests,
		Description: fmt.Sprintf("Too Many Requests: retry after %d", seconds),
		RetryAfter:  seconds,
	}
}

// described is a result that Telegram answers with a sentence beside it.
type described struct {
	result      any
	description string
}

func (s *Server) methodTable() map[string]method {
	table := map[string]method{}
	for name, run := range map[string]func(*request) (any, error){
		"getMe":                  s.getMe,
		"logOut":                 s.accept,
		"close":                  s.accept,
		"getUpdates":             s.getUpdates,
		"setWebhook":             s.setWebhook,
		"deleteWebhook":          s.deleteWebhook,
		"getWebhookInfo":         s.getWebhookInfo,
		"sendMessage":            s.sendMessage,
		"sendPhoto":              s.sendPhoto,
		"sendVideo":              s.sendVideo,
		"sendVoice":              s.sendVoice,
		"sendVideoNote":          s.sendVideoNote,
		"sendAudio":              s.sendAudio,
		"sendDocument":           s.sendDocument,
		"sendSticker":            s.sendSticker,
		"sendMediaGroup":         s.sendMediaGroup,
		"copyMessage":            s.copyMessage,
		"copyMessages":           s.copyMessages,
		"forwardMessage":         s.forwardMessage,
		"forwardMessages":        s.forwardMessages,
		"setMessageReaction":     s.setMessageReaction,
		"sendChatAction":         s.sendChatAction,
		"editMessageText":        s.editMessageText,
		"editMessageCaption":     s.editMessageCaption,
		"editMessageMedia":       s.editMessageMedia,
		"editMessageReplyMarkup": s.editMessageReplyMarkup,
		"deleteMessage":          s.deleteMessage,
		"deleteMessages":         s.deleteMessages,
		"answerCallbackQuery":    s.answerCallbackQuery,
		"getFile":                s.getFile,
		"getChat":                s.getChat,
		"getChatMember":          s.getChatMember,
		"setMyCommands":          s.setMyCommands,
		"getMyCommands":          s.getMyCommands,
		"deleteMyCommands":       s.deleteMyCommands,
		"setChatMenuButton":      s.setChatMenuButton,
		"getChatMenuButton":      s.getChatMenuButton,
		"setMyName":              s.setProfileText("name"),
		"getMyName":              s.getProfileText("name"),
		"setMyDescription":       s.setProfileText("description"),
		"getMyDescription":       s.getProfileText("description"),
		"setMyShortDescription":  s.setProfileText("short_description"),
		"getMyShortDescription":  s.getProfileText("short_description"),
	} {
		table[strings.ToLower(name)] = method{name, run} // Telegram takes any case
	}
	return table
}

// serveMethod answers /bot<token>/<method>; path is what follows "/bot".
func (s *Server) serveMethod(w http.ResponseWriter, r *http.Request, path string) {
	token, name, _ := strings.Cut(path, "/")
	if err := s.checkToken(token); err != nil {
		writeAnswer(w, nil, err)
		return
	}
	method, ok := s.methods[strings.ToLower(name)]
	if !ok {
		writeAnswer(w, nil, &apiError{Code: http.StatusNotFound, Description: "Not Found: method not found"})
		return
	}
	req, err := readRequest(w, r, method.name)
	if err != nil {
		writeAnswer(w, nil, err)
		return
	}
	call, fault := s.receive(req)
	if fault != nil && fault.Kind == Slow {
		fault.wait(r)
		fault = nil
	}
	if fault != nil && fault.Kind != DropAfter && fault.Kind != HangAfter {
		s.answered(call, fault.status())
		s.misbehave(w, r, fault)
		return
	}
	result, err := s.run(method, req, call)
	if fault != nil {
		s.answered(call, 0)
		s.misbehave(w, r, fault)
	}
	s.answered(call, statusOf(err))
	s.options.Logger.Debug("bot called", "method", method.name, "status", statusOf(err))
	writeAnswer(w, result, err)
}

func (s *Server) run(method method, req *request, call *Call) (any, error) {
	s.mu.Lock()
	err := s.limiter.count(call, s.options.EnforceLimits)
	s.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return method.run(req)
}

func statusOf(err error) int {
	if apiErr := (*apiError)(nil); errors.As(err, &apiErr) {
		return apiErr.Code
	}
	return http.StatusOK
}

func readRequest(w http.ResponseWriter, r *http.Request, method string) (*request, error) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	req := &request{ctx: r.Context(), method: method, params: map[string]string{}, files: map[string]upload{}}
	mediaType, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	var err error
	switch mediaType {
	case "application/json":
		err = req.readObject(r.Body)
	case "multipart/form-data":
		err = req.readMultipart(r)
	default:
		err = r.ParseForm()
	}
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return nil, &apiError{Code: http.StatusRequestEntityTooLarge, Description: "Request Entity Too Large"}
	}
	if err != nil {
		return nil, badRequest("can't read the request: %v", err)
	}
	if mediaType == "application/json" || mediaType == "multipart/form-data" {
		r.Form = r.URL.Query()
	}
	for name, values := range r.Form {
		req.params[name] = values[0]
	}
	return req, nil
}

// readObject flattens the body as Telegram does: a string is its text, anything else its JSON.
func (q *request) readObject(body io.Reader) error {
	var values map[string]json.RawMessage
	if err := json.NewDecoder(body).Decode(&values); err != nil && !errors.Is(err, io.EOF) {
		return errors.New("can't parse JSON object")
	}
	for name, raw := range values {
		var text string
		if json.Unmarshal(raw, &text) != nil {
			text = string(raw)
		} else if string(raw) == "null" {
			continue
		}
		q.params[name] = text
	}
	return nil
}

func (q *request) readMultipart(r *http.Request) error {
	parts, err := r.MultipartReader()
	if err != nil {
		return err
	}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return err
		}
		_, disposition, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
		if _, isFile := disposition["filename"]; isFile { // though it may be empty
			q.files[part.FormName()] = upload{part.FileName(), content}
		} else {
			q.params[part.FormName()] = string(content)
		}
	}
}

// chatID is 0 where the request is about no chat, or about one that is given by its username.
func (q *request) chatID() int64 {
	id, _ := strconv.ParseInt(q.params["chat_id"], 10, 64)
	return id
}

// integer reads a number as Telegram does: what is none, or absent, is the default; the rest is clamped.
func (q *request) integer(name string, absent, low, high int) int {
	n, err := strconv.Atoi(q.params[name])
	if err != nil {
		return absent
	}
	return min(max(n, low), high)
}

func (q *request) boolean(name string) bool {
	switch strings.ToLower(strings.TrimSpace(q.params[name])) {
	case "true", "yes", "1":
		return true
	}
	return false
}

// writeAnswer writes the envelope that every answer of the Bot API has.
func writeAnswer(w http.ResponseWriter, result any, err error) {
	answer := map[string]any{"ok": err == nil}
	if d, ok := result.(described); ok {
		result, answer["description"] = d.result, d.description
	}
	if apiErr := (*apiError)(nil); errors.As(err, &apiErr) {
		answer["error_code"], answer["description"] = apiErr.Code, apiErr.Description
		switch {
		case apiErr.RetryAfter > 0:
			answer["parameters"] = map[string]int{"retry_after": apiErr.RetryAfter}
		case apiErr.MigrateTo != 0:
			answer["parameters"] = map[string]int64{"migrate_to_chat_id": apiErr.MigrateTo}
		}
	} else {
		answer["result"] = result
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(statusOf(err))
	_ = json.NewEncoder(w).Encode(answer) // the client may be gone: nobody is left to tell
}
