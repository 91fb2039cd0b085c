-- Staff answer by replying to what the bot posted. See store/post.go and store/staff_reply.go.
ALTER TABLE posts ADD COLUMN for_staff boolean NOT NULL DEFAULT FALSE;

-- What members of staff wrote in Telegram, so that what comes twice is sent once, an edit finds its message, and an album is one.
CREATE TABLE staff_replies (
	chat_id             integer NOT NULL,
	telegram_message_id integer NOT NULL,
	staff_id            integer REFERENCES staff (id) ON DELETE CASCADE,
	message_id          integer REFERENCES messages (id) ON DELETE CASCADE,
	media_group_id      text NOT NULL DEFAULT '',
	created_at          timestamp NOT NULL,
	PRIMARY KEY (chat_id, telegram_message_id)
);
CREATE INDEX staff_replies_album ON staff_replies (chat_id, media_group_id) WHERE media_group_id <> '';
CREATE INDEX staff_replies_message ON staff_replies (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX staff_replies_staff ON staff_replies (staff_id) WHERE staff_id IS NOT NULL;
