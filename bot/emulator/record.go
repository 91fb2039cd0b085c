package emulator

import (
	"maps"
	"strings"
	"time"
)

// Call is one request of the bot, as it arrived.
type Call struct {
	Time   time.Time
	Method string            // as Telegram spells it: sendMessage
	ChatID int64             // 0: the request is about no chat
	Params map[string]string // objects and lists as their JSON text
	Files  []string          // names of the parameters that were uploaded
	Status int               // of the answer; 0: none yet, or none ever
	Fault  FaultKind         // that it met
}

// receive records a request and says which fault it meets.
func (s *Server) receive(req *request) (*Call, *activeFault) {
	call := &Call{Time: s.options.Clock(), Method: req.method, ChatID: req.chatID(), Params: req.params}
	for name := range req.files {
		call.Files = append(call.Files, name)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, call)
	fault := s.strike(req)
	if fault != nil {
		call.Fault = fault.Kind
	}
	return call, fault
}

func (s *Server) answered(call *Call, status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	call.Status = status
	s.notify()
}

// Calls are the requests so far in the order of their arrival, of one method or, with "", of all methods.
// Those for files' contents are of the method Download, and not among all.
func (s *Server) Calls(method string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var calls []Call
	for _, call := range s.calls {
		if method == "" && call.Method != Download || strings.EqualFold(call.Method, method) {
			copied := *call
			copied.Params = maps.Clone(call.Params)
			calls = append(calls, copied)
		}
	}
	return calls
}
