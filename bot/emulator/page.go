package emulator

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

//go:embed page
var pageFiles embed.FS

const (
	// callbackPatience is how long the page shows that a button waits for the bot.
	callbackPatience = 15 * time.Second
	// keepAlive is how often the event stream says something, so that a page that went is noticed.
	keepAlive = 20 * time.Second
)

// pageRoutes are the chat page and what it needs, all from this one origin.
func (s *Server) pageRoutes() http.Handler {
	files, err := fs.Sub(pageFiles, "page")
	if err != nil {
		panic(err) // the folder is embedded under this very name
	}
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", http.FileServerFS(files))
	mux.Handle("GET /page/", http.StripPrefix("/page", http.FileServerFS(files)))
	mux.HandleFunc("GET /emulator/config", s.pageConfig)
	mux.HandleFunc("GET /emulator/events", s.pageEvents)
	mux.HandleFunc("GET /emulator/files/{id}", s.pageFile)
	mux.HandleFunc("POST /emulator/users", s.pageNewUser)
	mux.HandleFunc("POST /emulator/log-in", s.pageLogIn)
	mux.HandleFunc("POST /emulator/users/{user}/files", s.pageUpload)
	mux.HandleFunc("POST /emulator/users/{user}/{action}", s.pageAction)

	policy := "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src " + s.frameSource()
	sameOrigin := http.NewCrossOriginProtection() // no other page in the browser may act for a customer
	return sameOrigin.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("Cache-Control", "no-store")
		mux.ServeHTTP(w, r)
	}))
}

// frameSource is the one origin that the page may frame.
func (s *Server) frameSource() string {
	u, err := url.Parse(s.options.MiniAppURL)
	if err != nil || u.Host == "" {
		return "'none'"
	}
	return u.Scheme + "://" + u.Host
}

func (s *Server) pageConfig(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, map[string]any{
		"bot":          s.options.BotName,
		"mini_app_url": s.options.MiniAppURL,
		"hints":        s.options.Hints,
		"login":        s.options.Login,
		"password":     s.options.Password,
		"staff":        s.options.StaffName,
	})
}

func (s *Server) pageLogIn(w http.ResponseWriter, r *http.Request) {
	if s.options.LogIn == nil {
		http.NotFound(w, r)
		return
	}
	var form struct{ Language string }
	if !readJSON(w, r, &form) {
		return
	}
	initData, err := s.options.LogIn(r.Context(), form.Language)
	if err != nil {
		s.options.Logger.Error("log in as a member of staff", "error", err)
		http.Error(w, "cannot log in", http.StatusInternalServerError)
		return
	}
	writeJSON(w, map[string]string{"init_data": initData})
}

// pageEvents streams the whole state that the page shows for one customer, anew at every change: it is
// small, and a page that was away needs nothing else to catch up.
func (s *Server) pageEvents(w http.ResponseWriter, r *http.Request) {
	selected, _ := strconv.ParseInt(r.URL.Query().Get("user"), 10, 64)
	w.Header().Set("Content-Type", "text/event-stream")
	stream := http.NewResponseController(w)
	var sent []byte
	for {
		s.mu.Lock()
		state, changed := s.pageState(selected), s.changed
		s.mu.Unlock()
		encoded, err := json.Marshal(state)
		if err != nil {
			s.options.Logger.Error("encode the page's state", "error", err)
			return
		}
		if !bytes.Equal(encoded, sent) {
			sent = encoded
			if _, err = fmt.Fprintf(w, "data: %s\n\n", encoded); err != nil {
				return
			}
			if stream.Flush() != nil {
				return
			}
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		case <-time.After(keepAlive):
			if _, err := fmt.Fprint(w, ": still here\n\n"); err != nil || stream.Flush() != nil {
				return
			}
		}
	}
}

func (s *Server) pageNewUser(w http.ResponseWriter, r *http.Request) {
	var form struct{ Name, Phone, Language string }
	if !readJSON(w, r, &form) {
		return
	}
	u := s.NewUser(Profile{FirstName: form.Name, Phone: form.Phone, Language: form.Language})
	writeJSON(w, map[string]int64{"id": u.ID})
}

// pageAction does for a customer what the page's user did on that customer's phone.
func (s *Server) pageAction(w http.ResponseWriter, r *http.Request) {
	u := s.userByID(r.PathValue("user"))
	if u == nil {
		http.Error(w, "no such customer", http.StatusNotFound)
		return
	}
	var form struct {
		Text       string
		Message    int
		Row        int
		Column     int
		Kind       string
		Language   string
		Blocked    bool
		ReplyTo    int    `json:"reply_to"`
		StartParam string `json:"start_param"`
	}
	if !readJSON(w, r, &form) {
		return
	}
	var result any
	switch r.PathValue("action") {
	case "say":
		if err := u.sendFromPage(Outgoing{Text: form.Text, ReplyTo: form.ReplyTo}); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
	case "edit":
		u.Edits(form.Message, form.Text)
	case "tap":
		result = u.tapAt(r.Context(), form.Message, form.Row, form.Column)
	case "send":
		u.sends(form.Kind)
	case "language":
		u.SetsLanguage(form.Language)
	case "block":
		if form.Blocked {
			u.Blocks()
		} else {
			u.Unblocks()
		}
	case "init-data":
		result = map[string]string{"init_data": u.InitData(form.StartParam)}
	default:
		http.NotFound(w, r)
		return
	}
	writeJSON(w, result)
}

func (u *User) sends(kind string) {
	switch kind {
	case "contact":
		u.SharesContact()
	case "sticker":
		u.SendsSticker()
	case "photo":
		u.SendsPhoto("")
	case "voice":
		u.SendsVoice()
	case "location":
		u.SendsLocation()
	}
}

// tapAt presses the button in that place and, if the bot has to answer the tap, waits for what it says:
// nil if it says nothing, or if there is no such button any more.
func (u *User) tapAt(ctx context.Context, messageID, row, column int) *CallbackAnswer {
	s := u.server
	s.mu.Lock()
	m, button := u.buttonAt(messageID, row, column)
	if m == nil {
		s.mu.Unlock()
		return nil
	}
	query := u.tap(m, button)
	s.mu.Unlock()
	if query == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, callbackPatience)
	defer cancel()
	var answer CallbackAnswer
	err := s.wait(ctx, func() bool {
		answer = query.answer
		return query.answered
	})
	if err != nil {
		return nil
	}
	return &answer
}

func (u *User) buttonAt(messageID, row, column int) (*apiMessage, Button) {
	at := u.chat.find(messageID)
	if at < 0 {
		return nil, Button{}
	}
	m := u.chat.messages[at]
	seen := u.server.seen(m)
	rows := seen.Buttons
	if m == u.chat.keyboard {
		rows = seen.ReplyKeyboard
	}
	if row < 0 || row >= len(rows) || column < 0 || column >= len(rows[row]) {
		return nil, Button{}
	}
	return m, rows[row][column]
}

func (s *Server) userByID(id string) *User {
	n, _ := strconv.ParseInt(id, 10, 64)
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.chats[n]; c != nil {
		return c.user
	}
	return nil
}

func readJSON(w http.ResponseWriter, r *http.Request, into any) bool {
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(into); err != nil {
		http.Error(w, "the request is not JSON", http.StatusBadRequest)
		return false
	}
	return true
}

func writeJSON(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(value) // the browser may be gone: nobody is left to tell
}
