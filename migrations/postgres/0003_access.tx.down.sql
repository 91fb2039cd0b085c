UPDATE task_events SET actor_kind = 'system', actor_id = NULL WHERE actor_kind = 'token';
ALTER TABLE task_events DROP CONSTRAINT task_events_actor_kind_check;
ALTER TABLE task_events ADD CONSTRAINT task_events_actor_kind_check
	CHECK (actor_kind IN ('staff', 'customer', 'system'));
ALTER TABLE task_events DROP COLUMN undo;

ALTER TABLE invites DROP COLUMN created_by;

DROP TABLE api_tokens;
