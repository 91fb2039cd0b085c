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
	Quote           *apiQuote       `json:"quote,omitempty"`
	MediaGroupID    string          `json:"media_group_id,omitempty"`
	Text            string          `json:"text,omitempty"`
	Entities        []Entity        `json:"entities,omitempty"`
	Caption         string          `json:"caption,omitempty"`
	CaptionEntities []Entity        `json:"caption_entities,omitempty"`
	Contact         *apiContact     `json:"contact,omitempty"`
	Photo           []apiPhotoSize  `json:"photo,omitempty"`
	Video           *apiVideo       `json:"video,omitempty"`
	Voice           *apiVoice       `json:"voice,omitempty"`
	VideoNote       *apiVideoNote   `json:"video_note,omitempty"`
	Audio           *apiAudio       `json:"audio,omitempty"`
	Document        *apiDocument    `json:"document,omitempty"`
	Sticker         *apiSticker     `json:"sticker,omitempty"`
	Dice            *apiDice        `json:"dice,omitempty"`
	Poll            *apiPoll        `json:"poll,omitempty"`
	Venue           *apiVenue       `json:"venue,omitempty"`
	Location        *apiLocation    `json:"location,omitempty"`
	ChatShared      *apiChatShared  `json:"chat_shared,omitempty"`
	NewMembers      []apiUser       `json:"new_chat_members,omitempty"`
	LeftMember      *apiUser        `json:"left_chat_member,omitempty"`
	MigrateTo       int64           `json:"migrate_to_chat_id,omitempty"`
	MigrateFrom     int64           `json:"migrate_from_chat_id,omitempty"`
	ReplyMarkup     *inlineKeyboard `json:"reply_markup,omitempty"`

	// keyboard is a markup that is not inline: Telegram gives it back to nobody and forbids later edits.
	keyboard *replyMarkup
	reaction string // the bot's own, an emoji
	heard    bool   // the bot was told of it, or wrote it
}

// service messages tell of what happened to a chat: nobody wrote them, and they cannot be copied or forwarded.
func (m *apiMessage) service() bool {
	return m.ChatShared != nil || m.NewMembers != nil || m.LeftMember != nil || m.MigrateTo != 0 || m.MigrateFrom != 0
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

// apiOrigin is where a forwarded message comes from: of the four kinds, a person whom the forward names, or
// one who lets it show a name alone.
type apiOrigin struct {
	Type           string   `json:"type"` // user or hidden_user
	Date           int64    `json:"date"`
	SenderUser     *apiUser `json:"sender_user,omitempty"`
	SenderUserName string   `json:"sender_user_name,omitempty"`
}

// apiQuote is the part of a message that its answer is about.
type apiQuote struct {
	Text     string `json:"text"`
	Position int    `json:"position"` // in UTF-16 code units of the quoted text
	IsManual bool   `json:"is_manual,omitempty"`
}

type apiContact struct {
	PhoneNumber string `json:"phone_number"`
	FirstName   string `json:"first_name"`
	LastName    string `json:"last_name,omitempty"`
	UserID      int64  `json:"user_id,omitempty"`
}

type apiCallbackQuery struct {
	ID           string      `json:"id"`
	From         apiUser     `json:"from"`
	Message      *apiMessage `json:"message,omitempty"`
	ChatInstance string      `json:"chat_instance"`
	Data         string      `json:"data,omitempty"`
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
	Text            string       `json:"text"`
	RequestContact  bool         `json:"request_contact,omitempty"`
	RequestLocation bool         `json:"request_location,omitempty"`
	RequestChat     *requestChat `json:"request_chat,omitempty"`
	WebApp          *webAppInfo  `json:"web_app,omitempty"`
}

// requestChat asks a person to choose a chat, of which the bot is then told.
type requestChat struct {
	RequestID    *int            `json:"request_id"`
	IsChannel    bool            `json:"chat_is_channel"`
	UserRights   json.RawMessage `json:"user_administrator_rights,omitempty"`
	BotRights    json.RawMessage `json:"bot_administrator_rights,omitempty"`
	BotIsMember  bool            `json:"bot_is_member,omitempty"`
	RequestTitle bool            `json:"request_title,omitempty"`
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
