package graphql

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// statusFor gives the status of the answer to a well-formed request, which goes with the media type: clients
// that do not know application/graphql-response+json take all but 200 for a failure of the transport. A
// failure of the transport is what a rate limit is, which does not look at what a request holds, and
// a wrong method. See https://graphql.github.io/graphql-over-http/draft/#sec-URL
func (r Response) statusFor(media string) int {
	status := r.status
	switch {
	case r.Data != nil || r.Stored != nil:
		return http.StatusOK
	case status == 0:
		status = http.StatusBadRequest
	}
	switch status {
	case http.StatusBadRequest, http.StatusConflict, http.StatusUnprocessableEntity:
		if media == mediaJSON {
			return http.StatusOK
		}
	}
	return status
}

// allowedMethods are those of the endpoint.
const allowedMethods = "GET, HEAD, POST, OPTIONS"

// ServeHTTP answers by the GraphQL-over-HTTP specification, in the draft of 2025 that the public audit
// suite tests: https://graphql.github.io/graphql-over-http/draft/
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Add("Vary", "Accept")
	offers := []string{mediaJSON, mediaResponse}
	isGet := r.Method == http.MethodGet || r.Method == http.MethodHead
	if isGet && s.page != nil {
		offers = append(offers, mediaHTML)
	}
	media := preferredMedia(r.Header, offers...)
	switch {
	case r.Method == http.MethodOptions:
		header.Set("Allow", allowedMethods)
		w.WriteHeader(http.StatusNoContent)
	case !isGet && r.Method != http.MethodPost:
		header.Set("Allow", allowedMethods)
		s.refuse(w, r, media, refuse(http.StatusMethodNotAllowed, "Send a POST request, or a GET request for a query."))
	case media == "":
		s.refuse(w, r, media, refuse(http.StatusNotAcceptable, "Answers are application/graphql-response+json or application/json: accept one of them."))
	case media == mediaHTML:
		s.page.ServeHTTP(w, r)
	default:
		if err := s.serve(w, r, media); err != nil {
			s.refuse(w, r, media, err)
		}
	}
}

// serve answers an operation or a batch, unless it fails, in which case nothing was sent.
func (s *Server) serve(w http.ResponseWriter, r *http.Request, media string) error {
	if err := s.Application.Admit(r.Context()); err != nil {
		return err
	}
	if r.Method != http.MethodPost {
		in, err := decodeGet(r, s.Limits)
		if err != nil {
			return err
		}
		s.answerAlone(w, r, media, in)
		return nil
	}
	body, err := readBody(w, r, s.Limits)
	if err != nil {
		return err
	}
	operations, batch, err := decodePost(body, s.Limits)
	if err != nil {
		return err
	}
	if batch {
		return s.answerBatch(w, r, media, operations)
	}
	s.answerAlone(w, r, media, operations[0])
	return nil
}

func (s *Server) answerAlone(w http.ResponseWriter, r *http.Request, media string, in Parameters) {
	into := &stream{w: w, media: media}
	answer := s.answer(w, r, in, NewBudget(s.Limits), into)
	body, err := answer.Encode()
	if err != nil {
		s.refuse(w, r, media, err)
		return
	}
	if into.begun {
		_, _ = w.Write(bytes.TrimPrefix(body, []byte(beforeData))) // to a client that may have gone away
		return
	}
	write(w, media, answer.statusFor(media), body, answer.Errors)
}

// answerBatch executes operations one after another. Each gets a response of its own, so the whole
// has none of their statuses.
func (s *Server) answerBatch(w http.ResponseWriter, r *http.Request, media string, operations []Parameters) error {
	if err := s.Application.AdmitBatch(r.Context(), len(operations)); err != nil {
		return err
	}
	var answers [][]byte
	budget := NewBudget(s.Limits)
	for _, in := range operations {
		encoded, err := s.answer(w, r, in, budget, nil).Encode()
		if err != nil {
			return err
		}
		answers = append(answers, encoded)
	}
	write(w, media, http.StatusOK, slices.Concat([]byte("["), bytes.Join(answers, []byte(",")), []byte("]")), nil)
	return nil
}

// answer carries out one operation of a well-formed request. The beginning of a long answer goes into
// the stream, unless that is nil.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, in Parameters, budget *Budget, into *stream) Response {
	asked, failures := s.Prepare(in)
	switch {
	case failures != nil:
		return s.Refusal(r.Context(), failures...)
	case asked.Kind == ast.Subscription:
		return s.Refusal(r.Context(), refuse(http.StatusBadRequest, "Subscriptions need a WebSocket: connect to this address by graphql-transport-ws."))
	case asked.Kind != ast.Query && r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		return s.Refusal(r.Context(), refuse(http.StatusMethodNotAllowed, "Only queries may be sent by GET. Use POST."))
	}
	asked.Budget = budget
	if into != nil {
		asked.Stream = into
	}
	return s.Answer(r.Context(), asked)
}

// Refuse answers a request that is not carried out, as JSON.
func (s *Server) Refuse(w http.ResponseWriter, r *http.Request, err error) {
	s.refuse(w, r, mediaJSON, err)
}

func (s *Server) refuse(w http.ResponseWriter, r *http.Request, media string, cause error) {
	refused := s.Refusal(r.Context(), cause)
	body, err := refused.Encode()
	if err != nil {
		panic(err) // an application's Extensions are no JSON
	}
	write(w, media, refused.status, body, refused.Errors)
}

func write(w http.ResponseWriter, media string, status int, body []byte, failures []*Error) {
	if media == "" {
		media = mediaJSON
	}
	setHeader(w, media)
	if status == http.StatusTooManyRequests {
		w.Header().Set("Retry-After", strconv.Itoa(failures[0].RetryAfter))
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body))) // or net/http sends all but short ones in chunks
	w.WriteHeader(status)
	_, _ = w.Write(body) // to a client that may have gone away
}

func setHeader(w http.ResponseWriter, media string) {
	header := w.Header()
	header.Set("Content-Type", media+"; charset=utf-8")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cache-Control", "no-store")
}
