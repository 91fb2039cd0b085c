package emulator

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"time"
)

const (
	// webhookTimeout is how long the bot may take for one update.
	webhookTimeout = 60 * time.Second
	wrongResponse  = "Wrong response from the webhook: "
)

var secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]*$`)

// webhook delivers the queue of updates to the bot's own address: one after another within a chat, chats at
// the same time, up to max_connections.
type webhook struct {
	info   webhookInfo
	secret string
	stop   context.CancelFunc
	busy   map[int64]bool // chats with an update on its way or waiting to be sent again
	client *http.Client
}

func (s *Server) setWebhook(req *request) (any, error) {
	address := req.params["url"]
	if address == "" {
		return s.deleteWebhook(req)
	}
	if err := checkWebhook(address, req.params["secret_token"]); err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	hook := &webhook{
		info: webhookInfo{
			URL:            address,
			IPAddress:      req.params["ip_address"],
			MaxConnections: req.integer("max_connections", 40, 1, 100),
		},
		secret: req.params["secret_token"],
		stop:   stop,
		busy:   map[int64]bool{},
		client: &http.Client{
			Timeout:   webhookTimeout,
			Transport: &http.Transport{MaxIdleConnsPerHost: 100},
			// Telegram takes a redirect for a refusal.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		stop()
		return nil, &apiError{Code: http.StatusInternalServerError, Description: "Internal Server Error: restart"}
	}
	if s.webhook != nil {
		s.webhook.stop()
	}
	s.webhook = hook
	if req.boolean("drop_pending_updates") {
		s.queue.pending = nil
	}
	s.queue.setAllowed(req)
	s.notify()
	s.running.Go(func() { s.deliver(ctx, hook) })
	return described{true, "Webhook was set"}, nil
}

func checkWebhook(address, secret string) error {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return badRequest("invalid webhook URL specified")
	}
	if !isLoopback(u) {
		if u.Scheme != "https" {
			return badRequest("bad webhook: An HTTPS URL must be provided for webhook")
		}
		switch u.Port() {
		case "", "443", "80", "88", "8443":
		default:
			return badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
		}
	}
	if len(secret) > 256 {
		return badRequest("secret token is too long")
	}
	if !secretForm.MatchString(secret) {
		return badRequest("secret token contains unallowed characters")
	}
	return nil
}

// isLoopback tells addresses of this machine, where tests and the demo run without certificates.
func isLoopback(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	return (u.Scheme == "http" || u.Scheme == "https") && (u.Hostname() == "localhost" || ip != nil && ip.IsLoopback())
}

func (s *Server) deleteWebhook(req *request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if req.boolean("drop_pending_updates") {
		s.queue.pending = nil
	}
	s.notify()
	if s.webhook == nil {
		return described{true, "Webhook is already deleted"}, nil
	}
	s.webhook.stop()
	s.webhook = nil
	return described{true, "Webhook was deleted"}, nil
}

func (s *Server) getWebhookInfo(*request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var info webhookInfo
	if s.webhook != nil {
		info = s.webhook.info
	}
	info.PendingUpdateCount = len(s.queue.pending)
	info.AllowedUpdates = s.queue.allowed
	return info, nil
}

// deliver runs until the webhook is replaced, deleted or the server closes.
func (s *Server) deliver(ctx context.Context, hook *webhook) {
	defer hook.client.CloseIdleConnections()
	for {
		var next []update
		err := s.wait(ctx, func() bool {
			next = s.takeForDelivery(hook)
			return len(next) > 0
		})
		if err != nil {
			return
		}
		for _, u := range next {
			s.running.Go(func() { s.deliverUpdate(ctx, hook, u) })
		}
	}
}

// takeForDelivery marks as busy the chats whose first update may go now. The caller holds mu.
func (s *Server) takeForDelivery(hook *webhook) []update {
	var next []update
	for _, u := range s.queue.pending {
		if len(hook.busy) == hook.info.MaxConnections {
			break
		}
		if !hook.busy[u.chatID] {
			hook.busy[u.chatID] = true
			next = append(next, u)
		}
	}
	return next
}

// deliverUpdate sends one update until the bot takes it.
func (s *Server) deliverUpdate(ctx context.Context, hook *webhook, u update) {
	for failures := 0; ; failures++ {
		err := hook.send(ctx, u)
		s.mu.Lock()
		if err == nil {
			s.queue.remove(u.id)
			delete(hook.busy, u.chatID)
			s.notify()
			s.mu.Unlock()
			return
		}
		if ctx.Err() == nil {
			hook.info.LastErrorDate, hook.info.LastErrorMessage = s.options.Clock().Unix(), err.Error()
			s.notify()
		}
		s.mu.Unlock()
		select {
		case <-time.After(s.retryDelay(failures)):
		case <-ctx.Done():
			return
		}
	}
}

// retryDelay is nothing after the first failure, then 2, 4, 8 … 60 units.
func (s *Server) retryDelay(failures int) time.Duration {
	if failures == 0 {
		return 0
	}
	return time.Duration(min(60, 1<<min(failures, 6))) * s.options.WebhookRetryUnit
}

func (h *webhook) send(ctx context.Context, u update) error {
	body, err := json.Marshal(u)
	if err != nil {
		return fmt.Errorf("encode update: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, h.info.URL, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("build request: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	if h.secret != "" {
		req.Header.Set("X-Telegram-Bot-Api-Secret-Token", h.secret)
	}
	resp, err := h.client.Do(req)
	if err != nil {
		return fmt.Errorf("connection failed: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return errors.New(wrongResponse + resp.Status)
	}
	return nil
}
