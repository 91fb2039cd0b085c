package telegram

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEachKindOfRefusalIsToldByItsCodeAndWords(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		code        int
		description string
		kind        Kind
	}{
		{403, "Forbidden: bot was blocked by the user", Unreachable},
		{403, "Forbidden: user is deactivated", Unreachable},
		{403, "Forbidden: bot can't initiate conversation with a user", Unreachable},
		{403, "Forbidden: bot can't send messages to bots", Unreachable},
		{403, "Forbidden: bot was kicked from the group chat", Unreachable},
		{403, "Forbidden: bot is not a member of the channel chat", Unreachable},
		{400, "Bad Request: chat not found", Unreachable},
		{400, "Bad Request: user not found", Unreachable},
		{400, "Bad Request: PEER_ID_INVALID", Unreachable},
		{400, "Bad Request: USER_ID_INVALID", Unreachable},
		{400, "Bad Request: CHAT_ID_INVALID", Unreachable},
		{400, "Bad Request: USER_IS_BLOCKED", Unreachable},
		{400, "Bad Request: YOU_BLOCKED_USER", Unreachable},
		{400, "Bad Request: INPUT_USER_DEACTIVATED", Unreachable},
		{400, "Bad Request: USER_DEACTIVATED", Unreachable},
		{400, "Bad Request: user is deactivated", Unreachable},
		{400, "Bad Request: can't parse entities: Unsupported start tag", Rejected},
		{400, "Bad Request: message is too long", Rejected},
		{400, "Bad Request: message text is empty", Rejected},
		{400, "Bad Request: CHAT_RESTRICTED", Rejected},
		{400, "Bad Request: message is not modified: specified new message content is the same", Rejected},
		{400, "Bad Request: query is too old and response timeout expired or query ID is invalid", Rejected},
		{413, "Request Entity Too Large", Rejected},
		{401, "Unauthorized", Unauthorized},
		{404, "Not Found", Unauthorized},
		{409, "Conflict: terminated by other getUpdates request", Conflict},
		{429, "Too Many Requests: retry after 5", Flood},
		{500, "Internal Server Error", Temporary},
		{503, "Service Unavailable", Temporary},
		{502, "Bad Gateway", Unanswered},
		{504, "Gateway Timeout", Unanswered},
	} {
		require.Equal(t, test.kind, answer{ErrorCode: test.code, Description: test.description}.error().Kind, test.description)
	}
}
