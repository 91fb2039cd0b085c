CREATE TABLE api_tokens (
	id           integer PRIMARY KEY AUTOINCREMENT,
	name         text NOT NULL,
	token_hash   text NOT NULL UNIQUE,
	scopes       text NOT NULL,
	created_by   integer REFERENCES staff (id) ON DELETE CASCADE, -- null: made from the shell
	expires_at   timestamp,
	last_used_at timestamp,
	revoked_at   timestamp,
	created_at   timestamp NOT NULL,
	updated_at   timestamp NOT NULL
);
CREATE INDEX api_tokens_created_by ON api_tokens (created_by);

ALTER TABLE invites ADD COLUMN created_by integer REFERENCES staff (id) ON DELETE CASCADE; -- null: the first owner's

-- A CHECK cannot be changed, so the table is made anew.
CREATE TABLE task_events_new (
	id         integer PRIMARY KEY AUTOINCREMENT,
	task_id    integer NOT NULL,
	actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'customer', 'token', 'system')),
	actor_id   integer,
	kind       text NOT NULL,
	from_value text NOT NULL,
	to_value   text NOT NULL,
	at         timestamp NOT NULL,
	undo       boolean NOT NULL DEFAULT false
);
INSERT INTO task_events_new (id, task_id, actor_kind, actor_id, kind, from_value, to_value, at)
	SELECT id, task_id, actor_kind, actor_id, kind, from_value, to_value, at FROM task_events;
DROP TABLE task_events;
ALTER TABLE task_events_new RENAME TO task_events;
CREATE INDEX task_events_task ON task_events (task_id, id);
