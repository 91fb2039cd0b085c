CREATE TABLE task_events_old (
	id         integer PRIMARY KEY AUTOINCREMENT,
	task_id    integer NOT NULL,
	actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'customer', 'system')),
	actor_id   integer,
	kind       text NOT NULL,
	from_value text NOT NULL,
	to_value   text NOT NULL,
	at         timestamp NOT NULL
);
INSERT INTO task_events_old (id, task_id, actor_kind, actor_id, kind, from_value, to_value, at)
	SELECT id, task_id, CASE actor_kind WHEN 'token' THEN 'system' ELSE actor_kind END,
		CASE actor_kind WHEN 'token' THEN NULL ELSE actor_id END, kind, from_value, to_value, at FROM task_events;
DROP TABLE task_events;
ALTER TABLE task_events_old RENAME TO task_events;
CREATE INDEX task_events_task ON task_events (task_id, id);

ALTER TABLE invites DROP COLUMN created_by;

DROP TABLE api_tokens;
