package bot

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"
)

func TestOnlyAContactThatIsOnesOwnAndNewProvesAPhone(t *testing.T) {
	for name, test := range map[string]struct {
		rest   string // of the message
		proves bool
	}{
		"from the button":                 {``, true},
		"from the button, as a reply":     {`, "reply_to_message": {"message_id": 1, "from": {"id": 1, "is_bot": true}}`, true},
		"forwarded":                       {`, "forward_origin": {"type": "user", "date": 1, "sender_user": {"id": 7}}`, false},
		"forwarded, the sender is hidden": {`, "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "A"}`, false},
		"forwarded, as older servers say": {`, "forward_date": 1, "forward_sender_name": "A"`, false},
		"forwarded, from a person":        {`, "forward_from": {"id": 7}`, false},
		"forwarded from a channel":        {`, "forward_from_chat": {"id": -7}`, false},
		"a reply to their own message":    {`, "reply_to_message": {"message_id": 1, "from": {"id": 7}}`, false},
		"a reply to an unknown message":   {`, "reply_to_message": {"message_id": 1}`, false},
		"a reply to another chat":         {`, "external_reply": {"origin": {"type": "hidden_user", "date": 1}}`, false},
		"a reply to a story":              {`, "reply_to_story": {"id": 1}`, false},
		"sent by way of another bot":      {`, "via_bot": {"id": 9, "is_bot": true}`, false},
	} {
		t.Run(name, func(t *testing.T) {
			var message tele.Message
			require.NoError(t, json.Unmarshal([]byte(`{"message_id": 2, "from": {"id": 7}, "chat": {"id": 7, "type": "private"},
				"contact": {"phone_number": "79170009900", "first_name": "A", "user_id": 7}`+test.rest+`}`), &message))
			require.Equal(t, test.proves, provesPhone(&message))
			message.Contact.UserID = 8
			require.False(t, provesPhone(&message), "somebody else's")
		})
	}
}
