-- Members of staff send photos for a task to the bot: see store/photo_link.go.
CREATE TABLE photo_links (
	id         integer PRIMARY KEY AUTOINCREMENT,
	token_hash text NOT NULL UNIQUE,
	staff_id   integer NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
	task_id    integer NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
	label      text NOT NULL,
	chat_id    integer,
	message_id integer REFERENCES messages (id) ON DELETE SET NULL,
	expires_at timestamp NOT NULL,
	created_at timestamp NOT NULL
);
CREATE INDEX photo_links_chat ON photo_links (chat_id) WHERE chat_id IS NOT NULL;
CREATE INDEX photo_links_staff ON photo_links (staff_id);
CREATE INDEX photo_links_task ON photo_links (task_id);
CREATE INDEX photo_links_message ON photo_links (message_id) WHERE message_id IS NOT NULL;
