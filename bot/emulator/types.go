package emulator

import "encoding/json"

// The types below are those of https://core.telegram.org/bots/api, with the fields that this server fills.

type apiUser struct {
	ID           int64  `json:"id"`
	IsBot        bool   `json:"is_bot"`
	FirstName    string `json:"first_name"`
	LastName     string `json:"last_name,omitempty"`
	Username     string `json:"username,omitempty"`
	LanguageCode string `json:"language_code,omitempty"`
}

// botUser is what getMe answers: a user with what the bot may do.
type botUser struct {
	apiUser
	CanJoinGroups           bool `json:"can_join_groups"`
	CanReadAllGroupMessages bool `json:"can_read_all_group_messages"`
	SupportsInlineQueries   bool `json:"supports_inline_queries"`
}

type apiChat struct {
	ID        int64  `json:"id"`
	Type      string `json:"type"`
	Title     string `json:"title,omitempty"`
	FirstName string `json:"first_name,omitempty"`
	LastName  string `json:"last_name,omitempty"`
	Username  string `json:"username,omitempty"`
}

// chatFullInfo is what getChat answers.
type chatFullInfo struct {
	apiChat
	AccentColorID     int             `json:"accent_color_id"`
	MaxReactionCount  int             `json:"max_reaction_count"`
	AcceptedGiftTypes map[string]bool `json:"accepted_gift_types"`
}

// apiMessage is never changed once it is in a chat: an edit puts a new one in its place, so that whoever
// holds the old one may read it without the server's lock.
type apiMessage struct {
	MessageID       int             `json:"message_id"`
	From            *apiUser        `json:"from,omitempty"`
	Chat            apiChat         `json:"chat"`
	Date            int64           `json:"date"`
	EditDate        int64           `json:"edit_date,omitempty"`
	ForwardOrigin   *apiOrigin      `json:"forward_origin,omitempty"`
	ReplyTo         *apiMessage     `json:"reply_to_message,omitempty"`
	Text            string          `json:"text,omitempty"`
	Entities        []Entity        `json:"entities,omitempty"`
	Caption         string          `json:"caption,omitempty"`
	CaptionEntities []Entity        `json:"caption_entities,omitempty"`
	Contact         *apiContact     `json:"contact,omitempty"`
	Photo           []apiPhotoSize  `json:"photo,omitempty"`
	Document        *apiDocument    `json:"document,omitempty"`
	Sticker         *apiSticker     `json:"sticker,omitempty"`
	Voice           *apiVoice       `json:"voice,omitempty"`
	Location        *apiLocation    `json:"location,omitempty"`
	ReplyMarkup     *inlineKeyboard `json:"reply_markup,omitempty"`

	// keyboard is a markup that is not inline: Telegram gives it back to nobody and forbids later edits.
	keyboard *replyMarkup
}

// body is the text or the caption, whichever a message of its kind has.
func (m *apiMessage) body() (string, []Entity) {
	if m.Caption != "" {
		return m.Caption, m.CaptionEntities
	}
	return m.Text, m.Entities
}

// Entity is a part of a text that is formatted or means something: bold, text_link, bot_command, and so on.
// Offset and Length are in UTF-16 code units, as everywhere at Telegram.
type Entity struct {
	Type     string `json:"type"`
	Offset   int    `json:"offset"`
	Length   int    `json:"length"`
	URL      string `json:"url,omitempty"`
	Language string `json:"language,omitempty"`
}

// apiOrigin is where a forwarded message comes from: of the four kinds, a person whom the forward names.
type apiOrigin struct {
	Type       string  `json:"type"` // user
	Date       int64   `json:"date"`
	SenderUser apiUser `json:"sender_user"`
}

type apiContact struct {
	PhoneNumber string `json:"phone_number"`
	FirstName   string `json:"first_name"`
	LastName    string `json:"last_name,omitempty"`
	UserID      int64  `json:"user_id,omitempty"`
}

// apiFile is the part that all files have in common.
type apiFile struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	FileSize     int    `json:"file_size,omitempty"`
}

type apiPhotoSize struct {
	apiFile
	Width  int `json:"width"`
	Height int `json:"height"`
}

type apiDocument struct {
	apiFile
	FileName string `json:"file_name,omitempty"`
	MIMEType string `json:"mime_type,omitempty"`
}

type apiSticker struct {
	apiFile
	Type       string `json:"type"`
	Width      int    `json:"width"`
	Height     int    `json:"height"`
	IsAnimated bool   `json:"is_animated"`
	IsVideo    bool   `json:"is_video"`
	Emoji      string `json:"emoji,omitempty"`
}

type apiVoice struct {
	apiFile
	Duration int    `json:"duration"`
	MIMEType string `json:"mime_type,omitempty"`
}

type apiLocation struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

type apiCallbackQuery struct {
	ID           string      `json:"id"`
	From         apiUser     `json:"from"`
	Message      *apiMessage `json:"message,omitempty"`
	ChatInstance string      `json:"chat_instance"`
	Data         string      `json:"data,omitempty"`
}

type chatMember struct {
	Status    string  `json:"status"`
	User      apiUser `json:"user"`
	UntilDate *int64  `json:"until_date,omitempty"` // there for status "kicked" alone; 0: for ever
}

type chatMemberUpdated struct {
	Chat          apiChat    `json:"chat"`
	From          apiUser    `json:"from"`
	Date          int64      `json:"date"`
	OldChatMember chatMember `json:"old_chat_member"`
	NewChatMember chatMember `json:"new_chat_member"`
}

type webAppInfo struct {
	URL string `json:"url"`
}

type copyText struct {
	Text string `json:"text"`
}

type inlineButton struct {
	Text                string          `json:"text"`
	URL                 string          `json:"url,omitempty"`
	CallbackData        string          `json:"callback_data,omitempty"`
	WebApp              *webAppInfo     `json:"web_app,omitempty"`
	LoginURL            json.RawMessage `json:"login_url,omitempty"`
	SwitchInline        *string         `json:"switch_inline_query,omitempty"`
	SwitchInlineCurrent *string         `json:"switch_inline_query_current_chat,omitempty"`
	CopyText            *copyText       `json:"copy_text,omitempty"`
	Style               string          `json:"style,omitempty"`
}

type inlineKeyboard struct {
	Rows [][]inlineButton `json:"inline_keyboard"`
}

type keyboardButton struct {
	Text            string      `json:"text"`
	RequestContact  bool        `json:"request_contact,omitempty"`
	RequestLocation bool        `json:"request_location,omitempty"`
	WebApp          *webAppInfo `json:"web_app,omitempty"`
}

// UnmarshalJSON takes a plain string, too, for a button that only has a text.
func (b *keyboardButton) UnmarshalJSON(raw []byte) error {
	if json.Unmarshal(raw, &b.Text) == nil {
		return nil
	}
	type object keyboardButton // without this method
	return json.Unmarshal(raw, (*object)(b))
}

// replyMarkup is any of the four kinds that a request may carry.
type replyMarkup struct {
	Inline      [][]inlineButton   `json:"inline_keyboard"`
	Keyboard    [][]keyboardButton `json:"keyboard"`
	Remove      bool               `json:"remove_keyboard"`
	ForceReply  bool               `json:"force_reply"`
	OneTime     bool               `json:"one_time_keyboard"`
	Resize      bool               `json:"resize_keyboard"`
	Placeholder string             `json:"input_field_placeholder"`
}

type botCommand struct {
	Command     string `json:"command"`
	Description string `json:"description"`
}

type menuButton struct {
	Type   string      `json:"type"` // commands, web_app or default
	Text   string      `json:"text,omitempty"`
	WebApp *webAppInfo `json:"web_app,omitempty"`
}

type webhookInfo struct {
	URL                  string   `json:"url"`
	HasCustomCertificate bool     `json:"has_custom_certificate"`
	PendingUpdateCount   int      `json:"pending_update_count"`
	IPAddress            string   `json:"ip_address,omitempty"`
	LastErrorDate        int64    `json:"last_error_date,omitempty"`
	LastErrorMessage     string   `json:"last_error_message,omitempty"`
	MaxConnections       int      `json:"max_connections,omitempty"`
	AllowedUpdates       []string `json:"allowed_updates,omitempty"`
}
