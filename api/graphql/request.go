package graphql

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
)

// Parameters are one operation that a client asks for. Unset and null are the same.
type Parameters struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    extensions     `json:"extensions"`
}

// extensions are what this server knows of them; others are ignored.
type extensions struct {
	PersistedQuery *persistedQuery `json:"persistedQuery"`
}

// Hash tells operations apart.
func (r *Request) Hash() string {
	in := r.parameters
	var document string
	if in.Extensions.PersistedQuery != nil {
		document = strings.ToLower(in.Extensions.PersistedQuery.Hash)
	} else {
		sum := sha256.Sum256([]byte(in.Query))
		document = hex.EncodeToString(sum[:])
	}
	text, _ := json.Marshal([]any{document, in.OperationName, in.Variables}) // which came as JSON
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// refuse makes the error with which a request is refused.
func refuse(status int, format string, args ...any) *Error {
	return &Error{Message: fmt.Sprintf(format, args...), Status: status}
}

// decodeGet reads the operation from the address.
func decodeGet(r *http.Request, limits Limits) (Parameters, error) {
	var in Parameters
	if length := len(r.URL.RawQuery); length > limits.MaxBody {
		return in, refuse(http.StatusRequestURITooLong, "The address is too long: at most %d bytes are allowed, this one has %d.", limits.MaxBody, length)
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return in, refuse(http.StatusBadRequest, "The address is not encoded correctly.")
	}
	in.Query, in.OperationName = values.Get("query"), values.Get("operationName")
	for _, parameter := range []struct {
		name   string
		target any
	}{{"variables", &in.Variables}, {"extensions", &in.Extensions}} {
		if text := values.Get(parameter.name); text != "" {
			if err := limits.CheckJSON([]byte(text)); err != nil {
				return in, refuse(http.StatusBadRequest, "%s", err)
			}
			if err := decodeJSON([]byte(text), parameter.target); err != nil {
				return in, refuse(http.StatusBadRequest, "The parameter %s must be a JSON object.", parameter.name)
			}
		}
	}
	return in.checked()
}

// readBody reads the body of a POST request, which must be JSON.
func readBody(w http.ResponseWriter, r *http.Request, limits Limits) ([]byte, error) {
	media, options, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != mediaJSON || !isUTF8(options) {
		return nil, refuse(http.StatusUnsupportedMediaType, "Send the request as Content-Type: application/json in UTF-8.")
	}
	if r.ContentLength > int64(limits.MaxBody) {
		return nil, refuse(http.StatusRequestEntityTooLarge, "The request is too long: at most %d bytes are allowed, this one has %d.", limits.MaxBody, r.ContentLength)
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, int64(limits.MaxBody)))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, refuse(http.StatusRequestEntityTooLarge, "The request is too long: at most %d bytes are allowed, this one has more.", limits.MaxBody)
	case err != nil:
		return nil, refuse(http.StatusBadRequest, "The request broke off.")
	}
	return body, nil
}

// Decode reads an operation from JSON.
func (l Limits) Decode(text []byte) (Parameters, error) {
	var in Parameters
	if err := l.CheckJSON(text); err != nil {
		return in, refuse(http.StatusBadRequest, "%s", err)
	}
	err := decodeJSON(text, &in)
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrongType) && wrongType.Field != "":
		return in, refuse(http.StatusBadRequest, "The parameter %s is of the wrong type.", wrongType.Field)
	case errors.As(err, &wrongType):
		return in, refuse(http.StatusBadRequest, "The request must be a JSON object, or a list of them.")
	case err != nil:
		return in, refuse(http.StatusBadRequest, "The request is not valid JSON.")
	}
	return in.checked()
}

func (in Parameters) checked() (Parameters, error) {
	if in.Query == "" && in.Extensions.PersistedQuery == nil {
		return in, refuse(http.StatusBadRequest, "The parameter query is missing.")
	}
	in.Variables, _ = PlainNumbers(in.Variables).(map[string]any)
	return in, nil
}

// decodeJSON reads one JSON value and nothing after it. Numbers keep all their digits.
func decodeJSON(text []byte, to any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(to); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one JSON value")
	}
	return nil
}
