// Package telegram sends to Telegram: within its limits, with errors that say what to do, and
// never with the token in an error.
package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"
	tele "gopkg.in/telebot.v3"

	"zayavka/lease"
	"zayavka/telemetry"
)

const (
	requestTimeout = 10 * time.Second
	// idleConnections is more than the bot processes chats at once, and the sender's with them.
	idleConnections = 512
	largestAnswer   = 10 << 20 // bytes
	// pollGrace is how much longer than the asked-for time a long poll may take on the network.
	pollGrace = 10 * time.Second
)

// Client is a connection to one bot's account. It makes its requests itself: telebot's take no context,
// encode each message twice, and cost twice the time.
type Client struct {
	http    *http.Client
	methods string // the address that a method's name is appended to; it holds the token
	files   string // likewise of a file's path
	token   string
	proxy   *url.URL // nil: none but those that the environment names
	local   bool     // the Bot API server is somebody's own, and may give files as paths
	limits  *limits
	sends   *prometheus.CounterVec
	probe   probe
}

// Official is the address of Telegram's own Bot API server.
const Official = "https://api.telegram.org"

// Options are what a Client needs from outside.
type Options struct {
	APIURL string // Official, or a Bot API server of one's own
	Token  string
	// Proxy is an http, https or socks5 address, perhaps with a login; "" uses what the environment names, if it does.
	Proxy string
	// MessagesPerSecond are sent at most; 0 lifts Telegram's limits, also that of a chat.
	MessagesPerSecond int
	Metrics           prometheus.Registerer
}

// NewClient prepares a client. It does not connect.
func NewClient(o Options) (*Client, error) {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	var through *url.URL
	if o.Proxy != "" {
		var err error
		if through, err = url.Parse(o.Proxy); err != nil {
			return nil, errors.New("telegram.proxy is not an address") // the error's own text holds the password
		}
		transport.Proxy = http.ProxyURL(through)
	}
	// As many as there may be requests at once: one more would be dialled, and closed again, each time.
	transport.MaxIdleConns, transport.MaxIdleConnsPerHost = idleConnections, idleConnections
	// HTTP/2 would put all requests on one connection, and a dead one would cost them all.
	transport.Protocols = new(http.Protocols)
	transport.Protocols.SetHTTP1(true)
	sends := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "zayavka_sends_total", Help: "Messages sent to Telegram, by what became of them.",
	}, []string{"result"})
	if err := o.Metrics.Register(sends); err != nil {
		return nil, fmt.Errorf("register metrics: %w", err)
	}
	apiURL := strings.TrimRight(o.APIURL, "/")
	return &Client{
		// A redirect would tell the token, in the header Referer, to wherever it leads.
		http:    &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		methods: apiURL + "/bot" + o.Token + "/", files: apiURL + "/file/bot" + o.Token + "/", token: o.Token,
		proxy: through, local: apiURL != Official,
		limits: newLimits(time.Now, o.MessagesPerSecond), sends: sends,
	}, nil
}

// TakeOver keeps quiet for a moment, because another process may have sent until now.
func (c *Client) TakeOver() { c.limits.begin() }

// Close ends the connections that are kept open.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// message is what sendMessage and editMessageText take.
type message struct {
	ChatID      int64       `json:"chat_id"`
	MessageID   int         `json:"message_id,omitempty"` // of the one to be edited
	Text        string      `json:"text"`
	ParseMode   string      `json:"parse_mode"`
	LinkPreview linkPreview `json:"link_preview_options"`
	Keyboard    any         `json:"reply_markup,omitempty"`
}

type linkPreview struct {
	Disabled bool `json:"is_disabled"`
}

// inlineButton is a button as Telegram takes it. telebot writes an empty field of a third kind of
// button into each.
type inlineButton struct {
	Text   string       `json:"text"`
	Data   string       `json:"callback_data,omitempty"`
	WebApp *tele.WebApp `json:"web_app,omitempty"`
	URL    string       `json:"url,omitempty"`
}

func newMessage(chatID int64, text string, keyboard *tele.ReplyMarkup) message {
	return message{ChatID: chatID, Text: text, ParseMode: tele.ModeHTML, LinkPreview: linkPreview{Disabled: true}, Keyboard: markup(keyboard)}
}

// markup is a keyboard as Telegram takes it, or nil.
func markup(keyboard *tele.ReplyMarkup) any {
	switch {
	case keyboard == nil:
		return nil
	case len(keyboard.InlineKeyboard) == 0:
		return keyboard
	}
	return map[string][][]inlineButton{"inline_keyboard": inlineButtons(keyboard.InlineKeyboard)}
}

// inlineButtons are the buttons with what telebot finds their handlers by when they are tapped. A row without any would be
// null, which Telegram refuses.
func inlineButtons(keyboard [][]tele.InlineButton) [][]inlineButton {
	rows := make([][]inlineButton, 0, len(keyboard))
	for _, row := range keyboard {
		if len(row) == 0 {
			continue
		}
		buttons := make([]inlineButton, 0, len(row))
		for _, button := range row {
			data := button.Data
			if button.Unique != "" {
				data = strings.TrimSuffix("\f"+button.Unique+"|"+data, "|")
			}
			buttons = append(buttons, inlineButton{button.Text, data, button.WebApp, button.URL})
		}
		rows = append(rows, buttons)
	}
	return rows
}

// Edit changes a message that the bot sent. A message that is so already is a success.
func (c *Client) Edit(ctx context.Context, chatID int64, messageID int, text string, keyboard *tele.ReplyMarkup) error {
	if chatID < 0 { // Telegram counts edits in groups as it counts messages
		done, err := c.limits.wait(ctx, chatID, 1)
		if err != nil {
			return err
		}
		defer done(true)
	} else {
		arrived, err := c.limits.waitOverall(ctx, 1)
		if err != nil {
			return err
		}
		defer arrived(true)
	}
	edited := newMessage(chatID, text, keyboard)
	edited.MessageID = messageID
	err := c.call(context.WithoutCancel(ctx), "editMessageText", edited, nil, requestTimeout)
	if IsNotModified(err) {
		return nil
	}
	return c.obeyed(chatID, err)
}

// Delete removes a message of the bot's from a chat, for both sides. Telegram refuses that after two days.
func (c *Client) Delete(ctx context.Context, chatID int64, messageID int) error {
	return c.call(ctx, "deleteMessage", map[string]any{"chat_id": chatID, "message_id": messageID}, nil, requestTimeout)
}

// obeyed gives Telegram's own words alone, because staff read them, and after a 429 keeps the chat
// quiet for as long as it says.
func (c *Client) obeyed(chatID int64, err error) error {
	e, ok := AsError(err)
	if !ok {
		return err
	}
	if e.Kind == Flood {
		c.limits.quiet(chatID, e.RetryAfter)
	}
	return e
}

// Answer ends the waiting of a tapped button, with a short text over the chat if there is one.
func (c *Client) Answer(ctx context.Context, callbackID, text string) error {
	return c.call(ctx, "answerCallbackQuery", map[string]any{"callback_query_id": callbackID, "text": text}, nil, requestTimeout)
}

// React puts the bot's reaction, an emoji that Telegram allows, on a message.
func (c *Client) React(ctx context.Context, chatID int64, messageID int, emoji string) error {
	return c.call(ctx, "setMessageReaction", map[string]any{
		"chat_id": chatID, "message_id": messageID, "reaction": []map[string]string{{"type": "emoji", "emoji": emoji}},
	}, nil, requestTimeout)
}

// ChatTitle asks what a group is called.
func (c *Client) ChatTitle(ctx context.Context, chatID int64) (string, error) {
	var chat struct {
		Title string `json:"title"`
	}
	err := c.call(ctx, "getChat", map[string]any{"chat_id": chatID}, &chat, requestTimeout)
	return chat.Title, err
}

// SetCommands sets the commands menu for a language, or with "" for all others.
func (c *Client) SetCommands(ctx context.Context, commands []tele.Command, language string) error {
	return c.call(ctx, "setMyCommands", map[string]any{"commands": commands, "language_code": language}, nil, requestTimeout)
}

// SetMenuButton makes the button beside a person's text field open the Mini App.
func (c *Client) SetMenuButton(ctx context.Context, userID int64, text, miniAppURL string) error {
	button := tele.MenuButton{Type: tele.MenuButtonWebApp, Text: text, WebApp: &tele.WebApp{URL: miniAppURL}}
	return c.call(ctx, "setChatMenuButton", map[string]any{"chat_id": userID, "menu_button": button}, nil, requestTimeout)
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
	}, nil, requestTimeout)
}

// WebhookInfo is how Telegram's deliveries to the webhook go: https://core.telegram.org/bots/api#webhookinfo
type WebhookInfo struct {
	URL              string `json:"url"`
	Pending          int    `json:"pending_update_count"`
	LastErrorDate    int64  `json:"last_error_date"` // seconds since 1970; 0 for never
	LastErrorMessage string `json:"last_error_message"`
}

// WebhookInfo asks for it.
func (c *Client) WebhookInfo(ctx context.Context) (WebhookInfo, error) {
	var info WebhookInfo
	err := c.call(ctx, "getWebhookInfo", struct{}{}, &info, requestTimeout)
	return info, err
}

// DeleteWebhook makes Telegram keep updates for GetUpdates again.
func (c *Client) DeleteWebhook(ctx context.Context) error {
	return c.call(ctx, "deleteWebhook", struct{}{}, nil, requestTimeout)
}

// call has a method carried out and reads what it gives into result, unless that is nil. Whatever
// fails is an Error without the token, or lease.ErrOver.
func (c *Client) call(ctx context.Context, method string, params, result any, timeout time.Duration) error {
	encoded, err := json.Marshal(params)
	if err != nil {
		return fmt.Errorf("encode %s: %w", method, err)
	}
	return c.request(ctx, method, "application/json", int64(len(encoded)), func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(encoded)), nil
	}, result, timeout)
}

// request is call with parameters of a type, so many bytes, that are opened when they are written.
func (c *Client) request(
	ctx context.Context, method, contentType string, length int64, open func() (io.ReadCloser, error), result any, timeout time.Duration,
) (err error) {
	ctx, span := telemetry.Start(ctx, "telegram "+method, trace.SpanKindClient)
	defer func() { telemetry.End(span, resultOf(err), err != nil) }()
	if left, leased := lease.Left(ctx); leased {
		timeout = min(timeout, left)
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	body := lease.StreamedBody(ctx, length, open)
	text, status, err := c.exchange(ctx, method, contentType, body)
	switch {
	case body.Over():
		return lease.ErrOver
	case err != nil:
		e := c.failed(err)
		if body.Taken() {
			e.Kind = Unanswered
		}
		return fmt.Errorf("%s: %w", method, e)
	}
	answer := answer{Result: result}
	switch err := json.Unmarshal(text, &answer); {
	case answer.OK && err == nil:
		c.probe.record(nil)
		return nil
	case err == nil && answer.ErrorCode != 0:
		return fmt.Errorf("%s: %w", method, answer.error())
	}
	return fmt.Errorf("%s: %w", method, &Error{Kind: Unanswered, Code: status, Description: "the answer is not one of the Bot API"})
}

func (c *Client) exchange(ctx context.Context, method, contentType string, body *lease.Body) (answer []byte, status int, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.methods+method, nil)
	if err != nil {
		return nil, 0, err
	}
	body.Of(request)
	request.Header.Set("Content-Type", contentType)
	response, err := c.http.Do(request)
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err = io.ReadAll(io.LimitReader(response.Body, largestAnswer))
	return answer, response.StatusCode, err
}
