package emulator

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
)

// FaultKind is what goes wrong.
type FaultKind string

const (
	TooManyRequests FaultKind = "429"         // with parameters.retry_after from Fault.RetryAfter
	Forbidden       FaultKind = "403"         // Fault.Description, by default that the bot was blocked
	Unauthorized    FaultKind = "401"         // as though the token were not valid
	PollConflict    FaultKind = "409"         // as though another program took the bot's updates
	BadRequest      FaultKind = "400"         // Fault.Description
	NotFound        FaultKind = "404"         // as though the token were malformed, or a file's path over
	ServerError     FaultKind = "500"         // a proper answer that says Internal Server Error
	NotJSON         FaultKind = "not JSON"    // status 200 and a page of HTML
	BadGateway      FaultKind = "502"         // status 502 and a page of HTML, as a proxy writes it
	Hang            FaultKind = "hang"        // no answer; the connection closes when the fault is removed or the client goes
	DropBefore      FaultKind = "drop before" // the connection closes, nothing was done
	DropAfter       FaultKind = "drop after"  // the connection closes, everything was done
	HangAfter       FaultKind = "hang after"  // everything was done, and no answer comes, as in Hang
	Slow            FaultKind = "slow"        // the answer waits for Fault.Delay; a file stops half-way for so long
	Truncate        FaultKind = "truncate"    // of downloads alone: the connection closes after half of the file
)

// Download is what a Fault and a Call name as the method of a request for a file's content.
const Download = "download"

// Fault makes requests of the bot fail. The zero Method and ChatID mean any.
type Fault struct {
	Method      string
	ChatID      int64
	Kind        FaultKind
	RetryAfter  int           // seconds, of TooManyRequests; default 1
	Description string        // of BadRequest and Forbidden: what follows "Bad Request: " or "Forbidden: "
	Delay       time.Duration // of Slow; 0: until the fault is removed
	Times       int           // how many requests fail; 0: all until removed
	Probability float64       // of each matching request to fail; 0: always
}

type activeFault struct {
	Fault
	left    int // meaningful with Times above 0
	removed context.Context
	remove  context.CancelFunc
}

// Fail makes requests fail from now on and returns what ends that, which also lets hanging requests go on.
// Of several faults that match a request the one set first strikes.
func (s *Server) Fail(f Fault) (remove func()) {
	ctx, cancel := context.WithCancel(context.Background())
	fault := &activeFault{Fault: f, left: f.Times, removed: ctx, remove: cancel}
	s.mu.Lock()
	s.faults = append(s.faults, fault)
	s.mu.Unlock()
	return func() {
		s.mu.Lock()
		s.faults = slices.DeleteFunc(s.faults, func(other *activeFault) bool { return other == fault })
		s.mu.Unlock()
		cancel()
	}
}

// strike is the fault that a request meets, if any. The caller holds mu.
func (s *Server) strike(req *request) *activeFault {
	for i, f := range s.faults {
		if f.Method != "" && !strings.EqualFold(f.Method, req.method) || f.ChatID != 0 && f.ChatID != req.chatID() {
			continue
		}
		if f.Kind == Truncate && req.method != Download {
			continue
		}
		if f.Probability > 0 && s.random.Float64() >= f.Probability {
			continue
		}
		if f.Times > 0 {
			if f.left--; f.left == 0 {
				s.faults = slices.Delete(s.faults, i, i+1)
			}
		}
		return f
	}
	return nil
}

// ofContent is a fault that leaves a part of a file.
func (f *activeFault) ofContent() bool { return f.Kind == Slow || f.Kind == Truncate }

// wait lasts as long as a slow answer takes, and says whether the client is still there.
func (f *activeFault) wait(r *http.Request) bool {
	var over <-chan time.Time
	if f.Delay > 0 {
		over = time.After(f.Delay)
	}
	select {
	case <-over:
	case <-f.removed.Done():
	case <-r.Context().Done():
		return false
	}
	return true
}

// status is the HTTP status that the client sees; 0: none.
func (f *activeFault) status() int {
	switch f.Kind {
	case TooManyRequests, Unauthorized, Forbidden, NotFound, PollConflict, BadRequest, ServerError:
		return statusOf(f.answer())
	case NotJSON:
		return http.StatusOK
	case BadGateway:
		return http.StatusBadGateway
	default:
		return 0
	}
}

// answer is the error of the kinds that answer properly.
func (f *activeFault) answer() error {
	switch f.Kind {
	case TooManyRequests:
		return tooManyRequests(max(1, f.RetryAfter))
	case Forbidden:
		if f.Description == "" {
			return errBlocked
		}
		return forbidden(f.Description)
	case Unauthorized:
		return &apiError{Code: http.StatusUnauthorized, Description: "Unauthorized"}
	case NotFound:
		return &apiError{Code: http.StatusNotFound, Description: "Not Found"}
	case PollConflict:
		return conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
	case BadRequest:
		return badRequest("%s", f.Description)
	default:
		return &apiError{Code: http.StatusInternalServerError, Description: "Internal Server Error"}
	}
}

// misbehave answers in the way of the fault, without having done anything.
func (s *Server) misbehave(w http.ResponseWriter, r *http.Request, f *activeFault) {
	switch f.Kind {
	case NotJSON, BadGateway:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(f.status())
		_, _ = io.WriteString(w, "<html><head><title>nginx</title></head><body><h1>Bad Gateway</h1></body></html>\n")
	case Hang, HangAfter:
		select {
		case <-f.removed.Done():
		case <-r.Context().Done():
		}
		panic(http.ErrAbortHandler)
	case DropBefore, DropAfter:
		panic(http.ErrAbortHandler)
	default:
		writeAnswer(w, nil, f.answer())
	}
}
