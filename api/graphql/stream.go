package graphql

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"time"
)

// stream sends a long answer while it is made, so that it is never held whole. Once it has begun, it
// ends as an answer with data or breaks off: nobody must take half a list for all of it.
type stream struct {
	w     http.ResponseWriter
	media string
	begun bool
}

// sendTimeout is how long a client may take to read what was sent of a long answer.
const sendTimeout = time.Minute

// Send sends a part of the data.
func (s *stream) Send(part []byte) error {
	if !s.begun {
		s.begun = true
		setHeader(s.w, s.media)
		s.w.WriteHeader(http.StatusOK)
		if err := s.write([]byte(beforeData)); err != nil {
			return err
		}
	}
	if err := s.write(part); err != nil {
		return err
	}
	runtime.Gosched() // to short requests, which would wait for as long as Go lets a goroutine run
	return nil
}

func (s *stream) write(part []byte) error {
	err := s.setDeadline(time.Now().Add(sendTimeout))
	if err == nil {
		_, err = s.w.Write(part)
	}
	return err
}

func (s *stream) setDeadline(at time.Time) error {
	err := http.NewResponseController(s.w).SetWriteDeadline(at)
	if errors.Is(err, http.ErrNotSupported) { // by what is no connection, as in tests
		return nil
	}
	return err
}

// HasBegun is whether a part was sent.
func (s *stream) HasBegun() bool { return s.begun }

// Stream takes a long answer while it is made. Once it has begun, the answer ends as one with data or
// breaks off: nobody must take half a list for all of it.
type Stream interface {
	Send(part []byte) error // the next part of the data
	HasBegun() bool
}

// BrokenAnswer is what Execute panics with when an answer that has begun cannot be finished.
type BrokenAnswer struct{ Cause error }

func (e *BrokenAnswer) Error() string {
	return fmt.Sprintf("a long answer was broken off: %v", e.Cause)
}
func (e *BrokenAnswer) Unwrap() error { return e.Cause }

// Parts is a long list of which a part is held at a time.
type Parts interface {
	Next(ctx context.Context) (rows any, err error) // a slice, an empty one at the end
}
