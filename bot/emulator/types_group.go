package emulator

// chatMember is any of the kinds that ChatMember has; what its kind lacks is left out.
type chatMember struct {
	Status      string  `json:"status"` // creator, administrator, member, left or kicked
	User        apiUser `json:"user"`
	UntilDate   *int64  `json:"until_date,omitempty"`   // there for status "kicked" alone; 0: for ever
	IsAnonymous *bool   `json:"is_anonymous,omitempty"` // there for creators and administrators
	*administratorRights
}

// administratorRights are there for status "administrator" alone.
type administratorRights struct {
	CanBeEdited         bool `json:"can_be_edited"`
	CanManageChat       bool `json:"can_manage_chat"`
	CanDeleteMessages   bool `json:"can_delete_messages"`
	CanManageVideoChats bool `json:"can_manage_video_chats"`
	CanRestrictMembers  bool `json:"can_restrict_members"`
	CanPromoteMembers   bool `json:"can_promote_members"`
	CanChangeInfo       bool `json:"can_change_info"`
	CanInviteUsers      bool `json:"can_invite_users"`
	CanPostStories      bool `json:"can_post_stories"`
	CanEditStories      bool `json:"can_edit_stories"`
	CanDeleteStories    bool `json:"can_delete_stories"`
}

// member is a person, or the bot, as one of a chat.
func member(user apiUser, status string) chatMember {
	m := chatMember{Status: status, User: user}
	switch status {
	case "kicked":
		m.UntilDate = new(int64)
	case "creator":
		m.IsAnonymous = new(bool)
	case "administrator":
		m.IsAnonymous = new(bool)
		m.administratorRights = &administratorRights{CanManageChat: true, CanDeleteMessages: true, CanInviteUsers: true}
	}
	return m
}

type chatMemberUpdated struct {
	Chat          apiChat    `json:"chat"`
	From          apiUser    `json:"from"`
	Date          int64      `json:"date"`
	OldChatMember chatMember `json:"old_chat_member"`
	NewChatMember chatMember `json:"new_chat_member"`
}

// apiChatShared is the chat that a person chose with a button of that request.
type apiChatShared struct {
	RequestID int    `json:"request_id"`
	ChatID    int64  `json:"chat_id"`
	Title     string `json:"title,omitempty"`
}
