package api

import (
	"errors"
	"net/http"
	"runtime"
	"time"

	"github.com/labstack/echo/v4"
)

// stream sends a long answer while it is made, so that it is never held whole. Once it has begun, it
// ends as an answer with data or breaks off: nobody must take half a list for all of it.
type stream struct {
	c       echo.Context
	media   string
	places  largeLists
	request *request
	begun   bool
}

func (a *API) newStream(c echo.Context, media string) *stream {
	return &stream{c: c, media: media, places: a.largeLists}
}

// sendTimeout is how long a client may take to read what was sent of a long answer.
const sendTimeout = time.Minute

// Send sends a part of the data. Meanwhile the place among those who list much goes to others: a
// client that reads slowly keeps nobody waiting.
func (s *stream) Send(part []byte) error {
	s.places.leave(s.request)
	if !s.begun {
		s.begun = true
		setHeader(s.c, s.media)
		s.c.Response().WriteHeader(http.StatusOK)
		if err := s.write([]byte(beforeData)); err != nil {
			return err
		}
	}
	if err := s.write(part); err != nil {
		return err
	}
	runtime.Gosched() // to short requests, which would wait for as long as Go lets a goroutine run
	return s.places.enter(s.c.Request().Context(), s.request)
}

func (s *stream) write(part []byte) error {
	err := s.setDeadline(time.Now().Add(sendTimeout))
	if err == nil {
		_, err = s.c.Response().Write(part)
	}
	return err
}

func (s *stream) setDeadline(at time.Time) error {
	err := http.NewResponseController(s.c.Response()).SetWriteDeadline(at)
	if errors.Is(err, http.ErrNotSupported) { // by what is no connection, as in tests
		return nil
	}
	return err
}

// finish sends what is left of an answer that has begun.
func (s *stream) finish(rest []byte) error {
	_, err := s.c.Response().Write(rest)
	return err
}

// HasBegun is whether a part was sent.
func (s *stream) HasBegun() bool { return s != nil && s.begun }
