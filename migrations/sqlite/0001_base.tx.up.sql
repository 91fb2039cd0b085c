CREATE TABLE staff (
	id            integer PRIMARY KEY AUTOINCREMENT,
	email         text NOT NULL,
	email_key     text NOT NULL UNIQUE,
	password_hash text NOT NULL,
	role          text NOT NULL CHECK (role IN ('admin', 'staff')),
	name          text NOT NULL DEFAULT '',
	telegram_id   integer UNIQUE,
	active        boolean NOT NULL DEFAULT true,
	token_version integer NOT NULL DEFAULT 1,
	created_at    timestamp NOT NULL,
	updated_at    timestamp NOT NULL
);

CREATE TABLE customers (
	id                integer PRIMARY KEY AUTOINCREMENT,
	telegram_id       integer UNIQUE,
	phone             text NOT NULL,
	phone_key         text NOT NULL UNIQUE,
	name              text NOT NULL DEFAULT '',
	language          text NOT NULL DEFAULT '' CHECK (language IN ('', 'ru', 'en')),
	phone_verified_at timestamp,
	unreachable_at    timestamp,
	note              text NOT NULL DEFAULT '',
	created_at        timestamp NOT NULL,
	updated_at        timestamp NOT NULL
);

CREATE TABLE tasks (
	id          integer PRIMARY KEY AUTOINCREMENT,
	customer_id integer REFERENCES customers (id) ON DELETE SET NULL,
	employee_id integer REFERENCES staff (id) ON DELETE SET NULL,
	category    text NOT NULL CHECK (category IN ('CONSULTING', 'DIAGNOSIS', 'REPAIR', 'OTHER')),
	status      text NOT NULL CHECK (status IN ('ACCEPTED', 'IN_PROGRESS', 'READY', 'CLOSED')),
	description text NOT NULL DEFAULT '',
	version     integer NOT NULL DEFAULT 1,
	created_at  timestamp NOT NULL,
	updated_at  timestamp NOT NULL
);
CREATE INDEX tasks_created ON tasks (created_at DESC, id DESC);
CREATE INDEX tasks_customer ON tasks (customer_id, created_at DESC, id DESC);
CREATE INDEX tasks_employee ON tasks (employee_id, created_at DESC, id DESC);
CREATE INDEX tasks_status ON tasks (status, created_at DESC, id DESC);
CREATE INDEX tasks_category ON tasks (category, created_at DESC, id DESC);

-- No foreign key: history outlives its task.
CREATE TABLE task_events (
	id         integer PRIMARY KEY AUTOINCREMENT,
	task_id    integer NOT NULL,
	actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'customer', 'system')),
	actor_id   integer,
	kind       text NOT NULL,
	from_value text NOT NULL,
	to_value   text NOT NULL,
	at         timestamp NOT NULL
);
CREATE INDEX task_events_task ON task_events (task_id, id);

CREATE TABLE notifications (
	id                  integer PRIMARY KEY AUTOINCREMENT,
	customer_id         integer NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
	chat_id             integer NOT NULL,
	task_id             integer NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
	kind                text NOT NULL,
	payload             text NOT NULL,
	state               text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'unreachable', 'failed')),
	attempts            integer NOT NULL DEFAULT 0,
	not_before          timestamp NOT NULL,
	lease_until         timestamp,
	last_error          text NOT NULL DEFAULT '',
	telegram_message_id integer NOT NULL DEFAULT 0,
	sent_at             timestamp,
	created_at          timestamp NOT NULL,
	updated_at          timestamp NOT NULL
);
CREATE INDEX notifications_pending ON notifications (id) WHERE state IN ('queued', 'sending');
CREATE INDEX notifications_pending_chat ON notifications (chat_id, id) WHERE state IN ('queued', 'sending');
CREATE INDEX notifications_task ON notifications (task_id, id);
CREATE INDEX notifications_customer ON notifications (customer_id);

CREATE TABLE invites (
	id         integer PRIMARY KEY AUTOINCREMENT,
	token_hash text NOT NULL UNIQUE,
	role       text NOT NULL CHECK (role IN ('admin', 'staff')),
	expires_at timestamp NOT NULL,
	used_at    timestamp,
	used_by    integer REFERENCES staff (id) ON DELETE SET NULL,
	created_at timestamp NOT NULL,
	updated_at timestamp NOT NULL
);

CREATE TABLE refresh_tokens (
	id            integer PRIMARY KEY AUTOINCREMENT,
	staff_id      integer NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
	token_version integer NOT NULL,
	session       text NOT NULL,
	token_hash    text NOT NULL UNIQUE,
	expires_at    timestamp NOT NULL,
	used_at       timestamp,
	revoked_at    timestamp,
	created_at    timestamp NOT NULL,
	updated_at    timestamp NOT NULL
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session);
CREATE INDEX refresh_tokens_staff ON refresh_tokens (staff_id);
CREATE INDEX refresh_tokens_expires ON refresh_tokens (expires_at);

CREATE TABLE settings (
	key        text PRIMARY KEY,
	value      text NOT NULL,
	created_at timestamp NOT NULL,
	updated_at timestamp NOT NULL
);
