package webhook

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"zayavka/lease"
	"zayavka/store"
)

// attempt sends a message once. It gives the status of the answer, and why it failed unless the
// endpoint took it. It does not begin when its time-out would not end within the lease of ctx.
func (s *Sender) attempt(ctx context.Context, to store.Webhook, message store.WebhookDelivery) (status int, failure *store.WebhookFailure, begun bool) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	body := lease.NewBody(ctx, []byte(message.Payload))
	request, err := s.request(ctx, to, message, body)
	if err != nil {
		return 0, &store.WebhookFailure{Reason: "The request could not be made: " + err.Error()}, true
	}
	response, err := s.client.Do(request)
	switch {
	case body.Over():
		return 0, nil, false
	case err != nil:
		return 0, &store.WebhookFailure{Reason: explain(err)}, true
	}
	defer func() { _ = response.Body.Close() }()
	// What the endpoint says beside its status is nobody's business; it is read for the connection to
	// be used again.
	_, _ = io.CopyN(io.Discard, response.Body, maxAnswer)
	return response.StatusCode, s.failureOf(response), true
}

func (s *Sender) request(ctx context.Context, to store.Webhook, message store.WebhookDelivery, body *lease.Body) (*http.Request, error) {
	now := s.clock()
	timestamp := strconv.FormatInt(now.Unix(), 10)
	signature, err := sign(to.SigningSecrets(now), message.MessageID, timestamp, message.Payload)
	if err != nil {
		return nil, fmt.Errorf("sign message: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, to.URL, nil)
	if err != nil {
		return nil, fmt.Errorf("read address: %w", err)
	}
	body.Of(request)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", s.userAgent)
	request.Header.Set("Webhook-Id", message.MessageID)
	request.Header.Set("Webhook-Timestamp", timestamp)
	request.Header.Set("Webhook-Signature", signature)
	return request, nil
}

// failureOf reads an answer as Standard Webhooks does; nil means that the endpoint took the message.
func (s *Sender) failureOf(response *http.Response) *store.WebhookFailure {
	status := response.StatusCode
	failure := &store.WebhookFailure{Status: status, Reason: answered(status)}
	switch {
	case status >= 200 && status < 300:
		return nil
	case status >= 300 && status < 400:
		failure.Reason += " Redirects are not followed: set the webhook to the final address."
	case status == http.StatusGone:
		failure.Gone = true
	case status == http.StatusTooManyRequests, status == http.StatusServiceUnavailable:
		failure.RetryAfter = s.retryAfter(response.Header.Get("Retry-After"))
	}
	return failure
}

func answered(status int) string {
	return strings.TrimRight(fmt.Sprintf("The endpoint answered %d %s", status, http.StatusText(status)), " ") + "."
}

// retryAfter reads the header of this name, which holds seconds or a date; 0 when it holds neither.
func (s *Sender) retryAfter(header string) time.Duration {
	const longest = 24 * time.Hour // no message is tried for longer
	if seconds, err := strconv.ParseUint(header, 10, 32); err == nil {
		return min(time.Duration(seconds)*time.Second, longest)
	}
	if at, err := http.ParseTime(header); err == nil {
		return min(max(at.Sub(s.clock()), 0), longest)
	}
	return 0
}
