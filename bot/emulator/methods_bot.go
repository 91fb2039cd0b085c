package emulator

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

func (s *Server) getMe(*request) (any, error) {
	return botUser{apiUser: s.bot, CanJoinGroups: true, CanReadAllGroupMessages: s.options.ReadsGroups}, nil
}

// accept is for methods that change nothing here.
func (s *Server) accept(*request) (any, error) { return true, nil }

// commandScope says for whom a list of commands is.
type commandScope struct {
	kind     string
	chatID   int64
	userID   int64
	language string
}

func readScope(req *request) (commandScope, error) {
	scope := commandScope{kind: "default", language: req.params["language_code"]}
	raw := req.params["scope"]
	if raw == "" {
		return scope, nil
	}
	var given struct {
		Type   string      `json:"type"`
		ChatID json.Number `json:"chat_id"`
		UserID int64       `json:"user_id"`
	}
	if json.Unmarshal([]byte(raw), &given) != nil {
		return scope, badRequest("can't parse BotCommandScope JSON object")
	}
	switch given.Type {
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators":
	case "chat", "chat_administrators", "chat_member":
		id, err := given.ChatID.Int64()
		if err != nil {
			return scope, badRequest("can't parse BotCommandScope: Empty chat_id specified")
		}
		scope.chatID, scope.userID = id, given.UserID
	default:
		return scope, badRequest("can't parse BotCommandScope: Unsupported type specified")
	}
	scope.kind = given.Type
	return scope, nil
}

const (
	maxCommands           = 100
	maxCommandLength      = 32
	maxCommandDescription = 256
)

func (s *Server) setMyCommands(req *request) (any, error) {
	scope, err := readScope(req)
	if err != nil {
		return nil, err
	}
	var commands []botCommand
	if raw := req.params["commands"]; raw != "" && json.Unmarshal([]byte(raw), &commands) != nil {
		return nil, badRequest("can't parse commands JSON object")
	}
	if len(commands) > maxCommands {
		return nil, badRequest("BOT_COMMANDS_TOO_MUCH")
	}
	for i := range commands {
		if err := checkCommand(&commands[i]); err != nil {
			return nil, err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if scope.chatID != 0 && s.chats[scope.chatID] == nil {
		return nil, errChatNotFound
	}
	s.commands[scope] = commands
	s.notify()
	return true, nil
}

func checkCommand(c *botCommand) error {
	c.Command = strings.TrimPrefix(strings.TrimSpace(c.Command), "/")
	c.Description = strings.TrimSpace(c.Description)
	if c.Command == "" {
		return badRequest("command must be non-empty")
	}
	if len(c.Command) > maxCommandLength {
		return badRequest("command length must not exceed %d", maxCommandLength)
	}
	if strings.Trim(c.Command, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
		return badRequest("BOT_COMMAND_INVALID")
	}
	if c.Description == "" {
		return badRequest("command description must be non-empty")
	}
	if utf8.RuneCountInString(c.Description) > maxCommandDescription {
		return badRequest("command description length must not exceed %d", maxCommandDescription)
	}
	return nil
}

func (s *Server) getMyCommands(req *request) (any, error) {
	scope, err := readScope(req)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]botCommand{}, s.commands[scope]...), nil
}

func (s *Server) deleteMyCommands(req *request) (any, error) {
	scope, err := readScope(req)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.commands, scope)
	s.notify()
	return true, nil
}

// commandsFor is what a person finds in the menu of their chat: the narrowest list wins
// (https://core.telegram.org/bots/api#determining-list-of-commands). The caller holds mu.
func (s *Server) commandsFor(c *chat, language string) []botCommand {
	for _, scope := range []commandScope{
		{kind: "chat", chatID: c.info.ID},
		{kind: "all_private_chats"},
		{kind: "default"},
	} {
		for _, scope.language = range []string{language, ""} {
			if commands := s.commands[scope]; len(commands) > 0 {
				return commands
			}
		}
	}
	return nil
}

func (s *Server) setChatMenuButton(req *request) (any, error) {
	button := menuButton{Type: "default"}
	if raw := req.params["menu_button"]; raw != "" {
		if json.Unmarshal([]byte(raw), &button) != nil {
			return nil, badRequest("can't parse menu button JSON object")
		}
	}
	switch button.Type {
	case "default", "commands":
		button = menuButton{Type: button.Type}
	case "web_app":
		if button.WebApp == nil {
			return nil, badRequest(`can't parse menu button: Can't find field "web_app"`)
		}
		if button.Text == "" {
			return nil, badRequest("menu button text must be non-empty")
		}
		if err := s.checkButtonURL("menu button Web App URL", button.WebApp.URL, true); err != nil {
			return nil, err
		}
	default:
		return nil, badRequest("can't parse menu button: MenuButton has unsupported type")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.menuChat(req)
	if err != nil {
		return nil, err
	}
	switch {
	case c == nil && button.Type == "default":
		s.menuButton = menuButton{Type: "commands"}
	case c == nil:
		s.menuButton = button
	case button.Type == "default":
		c.menuButton = nil
	default:
		c.menuButton = &button
	}
	s.notify()
	return true, nil
}

func (s *Server) getChatMenuButton(req *request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.menuChat(req)
	if err != nil {
		return nil, err
	}
	if c == nil {
		return s.menuButton, nil
	}
	return s.menuButtonFor(c), nil
}

// menuChat is the private chat that a request is about, nil for the bot's default. The caller holds mu.
func (s *Server) menuChat(req *request) (*chat, error) {
	if id := req.chatID(); id == 0 {
		return nil, nil
	}
	c, err := s.requestedChat(req, toRead)
	if err != nil || c.user == nil {
		return nil, errChatNotFound
	}
	return c, nil
}

// menuButtonFor is what a person sees beside the composer. The caller holds mu.
func (s *Server) menuButtonFor(c *chat) menuButton {
	if c.menuButton != nil {
		return *c.menuButton
	}
	return s.menuButton
}

// profileText is a name or a description of the bot in one language.
type profileText struct{ kind, language string }

func (s *Server) setProfileText(kind string) func(*request) (any, error) {
	return func(req *request) (any, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.profile[profileText{kind, req.params["language_code"]}] = req.params[kind]
		s.notify()
		return true, nil
	}
}

func (s *Server) getProfileText(kind string) func(*request) (any, error) {
	return func(req *request) (any, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		return map[string]string{kind: s.profileText(kind, req.params["language_code"])}, nil
	}
}

// profileText is the text in a language, or else the one for all languages. The caller holds mu.
func (s *Server) profileText(kind, language string) string {
	for _, text := range []string{s.profile[profileText{kind, language}], s.profile[profileText{kind, ""}]} {
		if text != "" {
			return text
		}
	}
	if kind == "name" {
		return s.bot.FirstName
	}
	return ""
}
