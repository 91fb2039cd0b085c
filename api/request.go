package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
)

const (
	mediaJSON     = "application/json"
	mediaResponse = "application/graphql-response+json"
	mediaHTML     = "text/html"
)

// maxBody is the longest body taken, in bytes.
const maxBody = 1 << 20

// parameters are what a client asks for. Unset and null are the same.
type parameters struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// badRequest is a request that is not understood, and the HTTP status that says so.
type badRequest struct {
	status  int
	message string
}

func (e *badRequest) Error() string { return e.message }

func decodeGet(r *http.Request) (parameters, error) {
	values := r.URL.Query()
	in := parameters{Query: values.Get("query"), OperationName: values.Get("operationName")}
	for name, target := range map[string]*map[string]any{"variables": &in.Variables, "extensions": &in.Extensions} {
		if text := values.Get(name); text != "" {
			if err := decodeJSON(strings.NewReader(text), target); err != nil {
				return in, &badRequest{http.StatusBadRequest, fmt.Sprintf("The parameter %s must be a JSON object.", name)}
			}
		}
	}
	return in.checked()
}

func decodePost(w http.ResponseWriter, r *http.Request) (parameters, error) {
	var in parameters
	mediaType, options, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := strings.ToLower(options["charset"])
	if err != nil || mediaType != mediaJSON || charset != "" && charset != "utf-8" {
		return in, &badRequest{http.StatusUnsupportedMediaType, "Send the request as Content-Type: application/json in UTF-8."}
	}
	err = decodeJSON(http.MaxBytesReader(w, r.Body, maxBody), &in)
	var tooLarge *http.MaxBytesError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &tooLarge):
		return in, &badRequest{http.StatusRequestEntityTooLarge, fmt.Sprintf("The request is longer than %d bytes.", maxBody)}
	case errors.As(err, &wrongType) && wrongType.Field != "":
		return in, &badRequest{http.StatusBadRequest, fmt.Sprintf("The parameter %s is of the wrong type.", wrongType.Field)}
	case errors.As(err, &wrongType):
		return in, &badRequest{http.StatusBadRequest, "The request must be one JSON object."}
	case err != nil:
		return in, &badRequest{http.StatusBadRequest, "The request is not valid JSON."}
	}
	return in.checked()
}

func (in parameters) checked() (parameters, error) {
	if in.Query == "" {
		return in, &badRequest{http.StatusBadRequest, "The parameter query is missing."}
	}
	in.Variables, _ = plainNumbers(in.Variables).(map[string]any)
	return in, nil
}

// decodeJSON reads one JSON value and nothing after it. Numbers keep all their digits.
func decodeJSON(from io.Reader, to any) error {
	text, err := io.ReadAll(from)
	if err != nil {
		return err
	}
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

// plainNumbers makes numbers what graphql-go's scalars know: int where that is exact, else
// float64. Were all of them float64, the id 12345678 would be read as "1.2345678e+07".
func plainNumbers(value any) any {
	switch value := value.(type) {
	case json.Number:
		if whole, err := strconv.Atoi(value.String()); err == nil {
			return whole
		}
		fraction, err := value.Float64()
		if err != nil {
			return value.String() // beyond any number
		}
		return fraction
	case map[string]any:
		for key := range value {
			value[key] = plainNumbers(value[key])
		}
	case []any:
		for i := range value {
			value[i] = plainNumbers(value[i])
		}
	}
	return value
}

// preferredMedia is which of our media types the Accept header likes best. A client that takes
// anything gets application/json, as older clients expect.
func preferredMedia(accept string) string {
	best, bestQuality := mediaJSON, 0.0
	for _, offer := range strings.Split(accept, ",") {
		mediaType, options, err := mime.ParseMediaType(offer)
		if err != nil {
			continue
		}
		quality := 1.0
		if q, err := strconv.ParseFloat(options["q"], 64); err == nil {
			quality = q
		}
		switch mediaType {
		case mediaResponse, mediaJSON, mediaHTML:
		case "*/*", "application/*":
			mediaType = mediaJSON
		default:
			continue
		}
		if quality > bestQuality {
			best, bestQuality = mediaType, quality
		}
	}
	return best
}
