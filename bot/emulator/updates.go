package emulator

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// update is written once and kept as it was, whatever becomes of the message that it tells of.
type update struct {
	id      int
	chatID  int64
	kind    string
	payload json.RawMessage
}

func (u update) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `{"update_id":%d,%q:%s}`, u.id, u.kind, u.payload), nil
}

// updateQueue holds what the bot has not confirmed yet.
type updateQueue struct {
	nextID  int
	pending []update
	allowed []string // nil: all kinds that Telegram sends by default
	poll    int      // number of the getUpdates that waits: a later one ends it
}

// defaultOff are the kinds that Telegram sends only to who names them.
var defaultOff = []string{"chat_member", "message_reaction", "message_reaction_count"}

func (q *updateQueue) allows(kind string) bool {
	if q.allowed == nil {
		return !slices.Contains(defaultOff, kind)
	}
	return slices.Contains(q.allowed, kind)
}

// push queues an update for the bot. The caller holds mu.
func (s *Server) push(kind string, chatID int64, payload any) {
	defer s.notify()
	if !s.queue.allows(kind) {
		return
	}
	raw, err := json.Marshal(payload)
	if err != nil {
		panic(fmt.Sprintf("emulator: encode %s: %v", kind, err)) // our own types always encode
	}
	s.queue.pending = append(s.queue.pending, update{s.queue.nextID, chatID, kind, raw})
	s.queue.nextID++
}

// setAllowed takes the parameter allowed_updates: absent leaves the list, an empty list is the default one.
func (q *updateQueue) setAllowed(req *request) {
	var kinds []string
	raw, given := req.params["allowed_updates"]
	if !given || json.Unmarshal([]byte(raw), &kinds) != nil || kinds == nil {
		return
	}
	if len(kinds) == 0 {
		kinds = nil
	}
	q.allowed = kinds
}

// confirm forgets what comes before offset, or, if it is negative, all but the last -offset updates.
func (q *updateQueue) confirm(offset int) {
	if offset < 0 {
		q.pending = q.pending[max(0, len(q.pending)+offset):]
		return
	}
	if offset > q.nextID+10 {
		return // Telegram takes an offset far ahead for a leftover of another numbering and ignores it
	}
	from, _ := slices.BinarySearchFunc(q.pending, offset, func(u update, id int) int { return u.id - id })
	q.pending = q.pending[from:]
}

func (s *Server) getUpdates(req *request) (any, error) {
	offset := req.integer("offset", 0, -1<<31, 1<<31-1)
	limit := req.integer("limit", 100, 1, 100)
	timeout := time.Duration(req.integer("timeout", 0, 0, 50)) * time.Second

	s.mu.Lock()
	if s.webhook != nil {
		s.mu.Unlock()
		return nil, conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
	}
	s.queue.setAllowed(req)
	s.queue.confirm(offset)
	s.queue.poll++
	mine := s.queue.poll
	updates := s.queue.first(limit)
	s.notify()
	s.mu.Unlock()
	if len(updates) > 0 || timeout == 0 {
		return updates, nil
	}

	ctx, cancel := context.WithTimeout(req.ctx, timeout)
	defer cancel()
	err := s.wait(ctx, func() bool {
		if s.queue.poll != mine || s.webhook != nil {
			return true
		}
		updates = s.queue.first(limit)
		return len(updates) > 0
	})
	if err == nil && len(updates) == 0 {
		return nil, s.pollConflict()
	}
	return updates, nil
}

// pollConflict says what ended a waiting getUpdates.
func (s *Server) pollConflict() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.webhook != nil {
		return conflict("terminated by setWebhook request")
	}
	return conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
}

func conflict(reason string) error {
	return &apiError{Code: http.StatusConflict, Description: "Conflict: " + reason}
}

// PendingUpdates is how many updates the bot has not confirmed.
func (s *Server) PendingUpdates() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.queue.pending)
}

// PendingByChat is how many updates of each chat the bot has not confirmed.
func (s *Server) PendingByChat() map[int64]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	pending := map[int64]int{}
	for _, u := range s.queue.pending {
		pending[u.chatID]++
	}
	return pending
}

// WaitUpdatesConfirmed returns when the bot has confirmed every update so far, and fails the test after 10 s.
func (s *Server) WaitUpdatesConfirmed(t TB) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if s.wait(ctx, func() bool { return len(s.queue.pending) == 0 }) != nil {
		t.Fatalf("the bot has not confirmed %d updates", s.PendingUpdates())
	}
}

// first copies the oldest updates, at most limit of them.
func (q *updateQueue) first(limit int) []update {
	return append([]update{}, q.pending[:min(limit, len(q.pending))]...)
}

// remove forgets one update, wherever it stands.
func (q *updateQueue) remove(id int) {
	q.pending = slices.DeleteFunc(q.pending, func(u update) bool { return u.id == id })
}
