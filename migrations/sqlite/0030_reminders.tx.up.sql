-- What is said when a time has come, and how customers rate the work: see store/reminder.go and store/rating.go.
ALTER TABLE tasks ADD COLUMN ready_since timestamp;
UPDATE tasks SET ready_since = coalesce((SELECT max(e.at) FROM task_events AS e
		WHERE e.task_id = tasks.id AND e.kind IN ('created', 'status') AND e.to_value = 'READY'), ready_at, updated_at)
	WHERE status = 'READY';
CREATE INDEX tasks_ready_since ON tasks (ready_since, id) WHERE ready_since IS NOT NULL;
-- What an undo of a status puts back.
ALTER TABLE task_events ADD COLUMN ready_since_before timestamp;

-- due_at is null for what was said, or stopped, and must not begin again.
CREATE TABLE reminders (
	id         integer PRIMARY KEY AUTOINCREMENT,
	kind       text NOT NULL,
	task_id    integer REFERENCES tasks (id) ON DELETE CASCADE,
	step       integer NOT NULL,
	due_at     timestamp,
	created_at timestamp NOT NULL,
	updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX reminders_task ON reminders (task_id, kind);
CREATE UNIQUE INDEX reminders_shop ON reminders (kind) WHERE task_id IS NULL;
CREATE INDEX reminders_due ON reminders (due_at, id) WHERE due_at IS NOT NULL;

-- rating is null until the customer has answered; message_id is the message that says why.
CREATE TABLE ratings (
	task_id       integer PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
	employee_id   integer REFERENCES staff (id) ON DELETE SET NULL,
	rating        integer CHECK (rating BETWEEN 1 AND 5),
	message_id    integer REFERENCES messages (id) ON DELETE SET NULL,
	comment_until timestamp,
	asked_at      timestamp NOT NULL,
	rated_at      timestamp
);
CREATE INDEX ratings_rated ON ratings (rated_at) WHERE rated_at IS NOT NULL;
CREATE INDEX ratings_employee ON ratings (employee_id) WHERE employee_id IS NOT NULL;
CREATE INDEX ratings_comment ON ratings (comment_until) WHERE comment_until IS NOT NULL;
CREATE INDEX ratings_message ON ratings (message_id) WHERE message_id IS NOT NULL;
