package emulator

import (
	"encoding/json"
	"net/url"
	"strings"
	"unicode/utf8"
)

const (
	maxCallbackData = 64 // bytes
	maxRowButtons   = 12
	maxButtons      = 300
)

// replyMarkup reads and checks the parameter of that name; nil: the request has none.
func (s *Server) replyMarkup(req *request, private bool) (*replyMarkup, error) {
	raw := req.params["reply_markup"]
	if raw == "" {
		return nil, nil
	}
	if !json.Valid([]byte(raw)) {
		return nil, badRequest("can't parse reply keyboard markup JSON object")
	}
	if !strings.HasPrefix(strings.TrimSpace(raw), "{") {
		return nil, badRequest("object expected as reply markup")
	}
	var markup replyMarkup
	if err := json.Unmarshal([]byte(raw), &markup); err != nil {
		return nil, badRequest("can't parse reply markup: %v", err)
	}
	var err error
	if markup.Inline, err = checkRows("inline_keyboard", markup.Inline, s.checkInlineButton); err != nil {
		return nil, err
	}
	markup.Keyboard, err = checkRows("keyboard", markup.Keyboard, func(b *keyboardButton) (bool, error) {
		return s.checkKeyboardButton(b, private)
	})
	if err != nil {
		return nil, err
	}
	if len(markup.Inline) == 0 && len(markup.Keyboard) == 0 && !markup.Remove && !markup.ForceReply {
		return nil, nil
	}
	return &markup, nil
}

// inlineMarkup is replyMarkup for methods that take an inline keyboard alone.
func (s *Server) inlineMarkup(req *request) (*inlineKeyboard, error) {
	markup, err := s.replyMarkup(req, true)
	if err != nil || markup == nil {
		return nil, err
	}
	if len(markup.Inline) == 0 {
		return nil, badRequest("inline keyboard expected")
	}
	return &inlineKeyboard{markup.Inline}, nil
}

// checkRows drops what Telegram drops: buttons that check does not keep, and rows without buttons.
func checkRows[B any](field string, rows [][]B, check func(*B) (keep bool, err error)) ([][]B, error) {
	var kept [][]B
	total := 0
	for _, row := range rows {
		if row == nil { // null; [] is an Array
			return nil, badRequest("field %q must be an Array of Arrays", field)
		}
		var buttons []B
		for _, b := range row {
			keep, err := check(&b)
			if err != nil {
				return nil, err
			}
			if keep && len(buttons) < maxRowButtons && total < maxButtons {
				buttons = append(buttons, b)
				total++
			}
		}
		if len(buttons) > 0 {
			kept = append(kept, buttons)
		}
	}
	return kept, nil
}

func (s *Server) checkInlineButton(b *inlineButton) (keep bool, err error) {
	if b.URL != "" || b.CallbackData != "" || b.WebApp != nil {
		b.SwitchInlineCurrent = nil // telebot writes an empty one into every button
	}
	switch {
	case b.URL != "":
		err = s.checkButtonURL("inline keyboard button URL", b.URL, false)
	case b.CallbackData != "":
		if len(b.CallbackData) > maxCallbackData {
			err = badRequest("BUTTON_DATA_INVALID")
		}
	case b.WebApp != nil:
		err = s.checkButtonURL("inline keyboard button Web App URL", b.WebApp.URL, true)
	case b.SwitchInline != nil, b.SwitchInlineCurrent != nil, b.CopyText != nil, b.LoginURL != nil:
	default:
		err = badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
	}
	return b.Text != "", err
}

func (s *Server) checkKeyboardButton(b *keyboardButton, private bool) (keep bool, err error) {
	switch {
	case b.RequestContact && !private:
		err = badRequest("phone number can be requested in private chats only")
	case b.RequestLocation && !private:
		err = badRequest("location can be requested in private chats only")
	case b.RequestChat != nil && !private:
		err = badRequest("chats can be requested in private chats only")
	case b.RequestChat != nil && b.RequestChat.RequestID == nil:
		err = badRequest(`can't parse keyboard button: Can't find field "request_id"`)
	case b.WebApp != nil:
		err = s.checkButtonURL("keyboard button Web App URL", b.WebApp.URL, true)
	}
	return b.Text != "", err
}

// checkButtonURL checks an address as Telegram's clients could open it from anywhere.
func (s *Server) checkButtonURL(what, address string, onlyHTTPS bool) error {
	if !utf8.ValidString(address) {
		return badRequest("%s must be encoded in UTF-8", what)
	}
	u, err := url.Parse(address)
	if err == nil && s.options.AllowLoopbackHTTP && isLoopback(u) {
		return nil
	}
	if err == nil && onlyHTTPS && u.Scheme != "https" {
		return badRequest("%s '%s' is invalid: Only HTTPS links are allowed", what, address)
	}
	if _, ok := checkedLink(address); !ok {
		return badRequest("%s '%s' is invalid: Wrong HTTP URL", what, address)
	}
	return nil
}
