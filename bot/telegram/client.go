// Package telegram sends to Telegram: within its limits, with errors that say what to do, and
// never with the token in an error.
package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	tele "gopkg.in/telebot.v3"
)

const (
	requestTimeout = 10 * time.Second
	largestAnswer  = 10 << 20 // bytes
	// pollGrace is how much longer than the asked-for time a long poll may take on the network.
	pollGrace = 10 * time.Second
)

// Client is a connection to one bot's account.
type Client struct {
	bot    *tele.Bot    // sends alone and is never started: Stop would cut requests in flight
	http   *http.Client // for what has to end with a context: telebot's calls take none
	apiURL string
	token  string
	limits *limits
	sends  *prometheus.CounterVec
}

// NewClient prepares a client that sends at most so many messages a second; 0 lifts Telegram's limits,
// also that of a chat. It does not connect.
func NewClient(apiURL, token string, messagesPerSecond int, metrics prometheus.Registerer) (*Client, error) {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 64
	// HTTP/2 would put all requests on one connection, and a dead one would cost them all.
	transport.Protocols = new(http.Protocols)
	transport.Protocols.SetHTTP1(true)
	checked := answerChecker{transport}
	bot, err := tele.NewBot(tele.Settings{
		URL: apiURL, Token: token, Offline: true, ParseMode: tele.ModeHTML,
		Client: &http.Client{Timeout: requestTimeout, Transport: checked},
	})
	if err != nil {
		return nil, fmt.Errorf("prepare telebot: %w", cleaned(err, token))
	}
	sends := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "zayavka_sends_total", Help: "Messages sent to Telegram, by what became of them.",
	}, []string{"result"})
	if err := metrics.Register(sends); err != nil {
		return nil, fmt.Errorf("register metrics: %w", err)
	}
	return &Client{
		bot: bot, http: &http.Client{Transport: checked}, apiURL: apiURL, token: token,
		limits: newLimits(time.Now, messagesPerSecond), sends: sends,
	}, nil
}

// TakeOver keeps quiet for a moment, because another process may have sent until now.
func (c *Client) TakeOver() { c.limits.begin() }

// Close ends the connections that are kept open.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// answerChecker turns every answer that is not a success into an Error. telebot by itself takes
// an answer that is not JSON for a success, and loses the code of errors that it does not know.
type answerChecker struct{ next *http.Transport }

// CloseIdleConnections is what http.Client looks for.
func (t answerChecker) CloseIdleConnections() { t.next.CloseIdleConnections() }

func (t answerChecker) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := t.next.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, largestAnswer))
	_ = response.Body.Close()
	if err != nil {
		return nil, err
	}
	var answer answer
	if json.Unmarshal(body, &answer) != nil || !answer.OK && answer.ErrorCode == 0 {
		return nil, &Error{Kind: Temporary, Code: response.StatusCode, Description: "the answer is not one of the Bot API"}
	}
	if !answer.OK {
		return nil, answer.error()
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, nil
}

// Send sends a message as soon as the limits allow, and returns its id. It is not cut off when ctx
// ends once it has begun, because nobody would know whether it arrived.
func (c *Client) Send(ctx context.Context, chatID int64, text string, markup *tele.ReplyMarkup) (messageID int, err error) {
	arrived, err := c.limits.wait(ctx, chatID)
	if err != nil {
		return 0, err
	}
	defer arrived()
	message, err := c.bot.Send(tele.ChatID(chatID), text, options(markup)...)
	if err = c.failed(chatID, err); err != nil {
		e, _ := AsError(err)
		c.sends.WithLabelValues(e.Kind.String()).Inc()
		return 0, err
	}
	c.sends.WithLabelValues("sent").Inc()
	return message.ID, nil
}

// Edit changes a message that the bot sent. A message that is so already is a success.
func (c *Client) Edit(ctx context.Context, chatID int64, messageID int, text string, markup *tele.ReplyMarkup) error {
	if err := c.limits.waitOverall(ctx); err != nil {
		return err
	}
	edited := tele.StoredMessage{MessageID: strconv.Itoa(messageID), ChatID: chatID}
	_, err := c.bot.Edit(edited, text, options(markup)...)
	if err = c.failed(chatID, err); IsNotModified(err) {
		return nil
	}
	return err
}

// Answer ends the waiting of a tapped button, with a short text over the chat if there is one.
func (c *Client) Answer(ctx context.Context, callbackID, text string) error {
	return c.call(ctx, "answerCallbackQuery", map[string]any{"callback_query_id": callbackID, "text": text}, new(bool), requestTimeout)
}

// SetCommands sets the commands menu for a language, or with "" for all others.
func (c *Client) SetCommands(ctx context.Context, commands []tele.Command, language string) error {
	return c.call(ctx, "setMyCommands", map[string]any{"commands": commands, "language_code": language}, new(bool), requestTimeout)
}

// SetMenuButton makes the button beside a person's text field open the Mini App.
func (c *Client) SetMenuButton(ctx context.Context, userID int64, text, miniAppURL string) error {
	button := tele.MenuButton{Type: tele.MenuButtonWebApp, Text: text, WebApp: &tele.WebApp{URL: miniAppURL}}
	return c.call(ctx, "setChatMenuButton", map[string]any{"chat_id": userID, "menu_button": button}, new(bool), requestTimeout)
}

// GetMe asks who the bot is.
func (c *Client) GetMe(ctx context.Context) (*tele.User, error) {
	var me tele.User
	return &me, c.call(ctx, "getMe", struct{}{}, &me, requestTimeout)
}

// GetUpdates asks for updates from offset on, which confirms all before it, and waits up to wait
// for one to come. They are given as they came: one that cannot be decoded must not hold up the rest.
func (c *Client) GetUpdates(ctx context.Context, offset int, wait time.Duration, kinds []string) ([]json.RawMessage, error) {
	var updates []json.RawMessage
	err := c.call(ctx, "getUpdates", map[string]any{
		"offset": offset, "timeout": int(wait.Seconds()), "limit": 100, "allowed_updates": kinds,
	}, &updates, wait+pollGrace)
	return updates, err
}

// SetWebhook makes Telegram send updates to an address, with the secret in a header.
func (c *Client) SetWebhook(ctx context.Context, address, secret string, kinds []string) error {
	return c.call(ctx, "setWebhook", map[string]any{
		"url": address, "secret_token": secret, "allowed_updates": kinds,
	}, new(bool), requestTimeout)
}

// DeleteWebhook makes Telegram keep updates for GetUpdates again.
func (c *Client) DeleteWebhook(ctx context.Context) error {
	return c.call(ctx, "deleteWebhook", struct{}{}, new(bool), requestTimeout)
}

func (c *Client) call(ctx context.Context, method string, params, result any, timeout time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	body, err := json.Marshal(params)
	if err != nil {
		return fmt.Errorf("encode %s: %w", method, err)
	}
	address, err := url.JoinPath(c.apiURL, "bot"+c.token, method)
	if err != nil {
		return fmt.Errorf("address of %s: %w", method, cleaned(err, c.token))
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("prepare %s: %w", method, cleaned(err, c.token))
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := c.http.Do(request)
	if err != nil {
		return fmt.Errorf("%s: %w", method, cleaned(err, c.token))
	}
	defer func() { _ = response.Body.Close() }()
	if err := json.NewDecoder(response.Body).Decode(&struct {
		Result any `json:"result"`
	}{result}); err != nil {
		return fmt.Errorf("decode the answer of %s: %w", method, err)
	}
	return nil
}

// failed cleans an error, and after a 429 keeps the chat quiet for as long as it says.
func (c *Client) failed(chatID int64, err error) error {
	err = cleaned(err, c.token)
	if e, ok := AsError(err); ok && e.Kind == Flood {
		c.limits.quiet(chatID, e.RetryAfter)
	}
	return err
}

func options(markup *tele.ReplyMarkup) []any {
	options := []any{tele.NoPreview}
	if markup != nil {
		options = append(options, markup)
	}
	return options
}
