-- The conversation: what customers and staff write, their files, requests that are being written in the chat,
-- and which of the bot's own messages is about what. See store/message.go.
ALTER TABLE customers ADD COLUMN muted_at timestamp;
ALTER TABLE tasks ADD COLUMN source text NOT NULL DEFAULT 'STAFF';
ALTER TABLE tasks ADD COLUMN awaiting_reply_since timestamp;
CREATE INDEX tasks_awaiting_reply ON tasks (awaiting_reply_since, id) WHERE awaiting_reply_since IS NOT NULL;
ALTER TABLE staff ADD COLUMN notify text NOT NULL DEFAULT 'everything';

CREATE TABLE drafts (
	id         integer PRIMARY KEY AUTOINCREMENT,
	chat_id    integer NOT NULL,
	category   text NOT NULL DEFAULT '',
	task_id    integer REFERENCES tasks (id) ON DELETE CASCADE,
	expires_at timestamp NOT NULL,
	created_at timestamp NOT NULL,
	updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX drafts_chat ON drafts (chat_id) WHERE task_id IS NULL;
CREATE INDEX drafts_expires ON drafts (expires_at);
CREATE INDEX drafts_task ON drafts (task_id) WHERE task_id IS NOT NULL;

CREATE TABLE messages (
	id                  integer PRIMARY KEY AUTOINCREMENT,
	customer_id         integer REFERENCES customers (id) ON DELETE CASCADE,
	chat_id             integer NOT NULL DEFAULT 0,
	task_id             integer REFERENCES tasks (id) ON DELETE CASCADE,
	draft_id            integer REFERENCES drafts (id) ON DELETE SET NULL,
	direction           text NOT NULL,
	author_kind         text NOT NULL,
	author_id           integer,
	author_name         text NOT NULL DEFAULT '',
	text                text NOT NULL,
	previous_texts      text NOT NULL,
	telegram_message_id integer,
	media_group_id      text NOT NULL DEFAULT '',
	reply_to_message_id integer REFERENCES messages (id) ON DELETE SET NULL,
	edited_at           timestamp,
	answered_at         timestamp,
	created_at          timestamp NOT NULL,
	updated_at          timestamp NOT NULL
);
CREATE UNIQUE INDEX messages_telegram ON messages (chat_id, telegram_message_id);
CREATE UNIQUE INDEX messages_album ON messages (chat_id, media_group_id) WHERE media_group_id <> '';
CREATE INDEX messages_task ON messages (task_id, id) WHERE task_id IS NOT NULL;
CREATE INDEX messages_customer ON messages (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX messages_inbox ON messages (id) WHERE task_id IS NULL AND draft_id IS NULL AND direction = 'IN' AND answered_at IS NULL;
CREATE INDEX messages_chat ON messages (chat_id, created_at) WHERE chat_id <> 0;
CREATE INDEX messages_draft ON messages (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX messages_reply ON messages (reply_to_message_id) WHERE reply_to_message_id IS NOT NULL;

CREATE TABLE files (
	id                  integer PRIMARY KEY AUTOINCREMENT,
	message_id          integer REFERENCES messages (id) ON DELETE CASCADE,
	task_id             integer REFERENCES tasks (id) ON DELETE CASCADE,
	staff_id            integer REFERENCES staff (id) ON DELETE SET NULL,
	label               text NOT NULL DEFAULT '',
	kind                text NOT NULL,
	telegram_message_id integer,
	telegram_file_id    text NOT NULL DEFAULT '',
	telegram_unique_id  text NOT NULL DEFAULT '',
	name                text NOT NULL DEFAULT '',
	mime                text NOT NULL DEFAULT '',
	size                integer NOT NULL DEFAULT 0,
	width               integer NOT NULL DEFAULT 0,
	height              integer NOT NULL DEFAULT 0,
	duration            integer NOT NULL DEFAULT 0,
	state               text NOT NULL,
	sha256              text NOT NULL DEFAULT '',
	attempts            integer NOT NULL DEFAULT 0,
	not_before          timestamp NOT NULL,
	fence               integer NOT NULL DEFAULT 0,
	lease_until         timestamp,
	last_error          text NOT NULL DEFAULT '',
	created_at          timestamp NOT NULL,
	updated_at          timestamp NOT NULL
);
CREATE INDEX files_message ON files (message_id, id) WHERE message_id IS NOT NULL;
CREATE INDEX files_task ON files (task_id, id) WHERE task_id IS NOT NULL;
CREATE INDEX files_staff ON files (staff_id, created_at) WHERE staff_id IS NOT NULL;
CREATE INDEX files_waiting ON files (not_before, id) WHERE state = 'WAITING';
CREATE INDEX files_sha256 ON files (sha256) WHERE sha256 <> '';

-- Content that lost a row which named it: removed from the file store when no other row names it.
CREATE TABLE forgotten_files (
	sha256     text PRIMARY KEY,
	created_at timestamp NOT NULL
);

-- What a message that the bot sent is about, so that a reply to it, of a customer or of staff, finds its way.
CREATE TABLE posts (
	chat_id             integer NOT NULL,
	telegram_message_id integer NOT NULL,
	task_id             integer REFERENCES tasks (id) ON DELETE CASCADE,
	customer_id         integer REFERENCES customers (id) ON DELETE CASCADE,
	created_at          timestamp NOT NULL,
	PRIMARY KEY (chat_id, telegram_message_id)
);
CREATE INDEX posts_task ON posts (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX posts_customer ON posts (customer_id) WHERE customer_id IS NOT NULL;

-- The list of requests that stands in a chat: the next one takes its place. due_at is when one is owed to the chat: an
-- album's answer waits for the rest of it.
CREATE TABLE chat_lists (
	chat_id             integer PRIMARY KEY,
	telegram_message_id integer NOT NULL DEFAULT 0,
	due_at              timestamp,
	updated_at          timestamp NOT NULL
);
CREATE INDEX chat_lists_due ON chat_lists (due_at) WHERE due_at IS NOT NULL;

-- The group of staff that is told of news; confirmed_at is null until an admin has said that it is theirs.
CREATE TABLE staff_groups (
	chat_id      integer PRIMARY KEY,
	title        text NOT NULL,
	confirmed_at timestamp,
	created_at   timestamp NOT NULL,
	updated_at   timestamp NOT NULL
);

-- message_id: the message of staff, or a part of it, that a notification delivers. about_customer_id: whom news for
-- staff tell of.
ALTER TABLE notifications ADD COLUMN message_id integer REFERENCES messages (id) ON DELETE CASCADE;
ALTER TABLE notifications ADD COLUMN about_customer_id integer REFERENCES customers (id) ON DELETE CASCADE;
CREATE INDEX notifications_message ON notifications (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX notifications_about ON notifications (about_customer_id) WHERE about_customer_id IS NOT NULL;

-- Of which message webhooks are told: what they were told is forgotten with it.
ALTER TABLE webhook_deliveries ADD COLUMN about_message_id integer;
CREATE INDEX webhook_deliveries_message ON webhook_deliveries (about_message_id) WHERE about_message_id IS NOT NULL;
