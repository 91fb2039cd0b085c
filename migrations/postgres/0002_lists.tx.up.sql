-- A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE tasks
	ADD COLUMN ready_at  timestamptz,
	ADD COLUMN closed_at timestamptz;
UPDATE tasks SET
	ready_at = (SELECT min(e.at) FROM task_events AS e
		WHERE e.task_id = tasks.id AND e.kind IN ('created', 'status') AND e.to_value = 'READY'),
	closed_at = (SELECT max(e.at) FROM task_events AS e
		WHERE e.task_id = tasks.id AND e.kind IN ('created', 'status') AND e.to_value = 'CLOSED' AND tasks.status = 'CLOSED');
-- Statistics are counted in the index alone.
DROP INDEX tasks_created;
CREATE INDEX tasks_created ON tasks (created_at DESC, id DESC) INCLUDE (status, category);
CREATE INDEX tasks_updated ON tasks (updated_at DESC, id DESC);
CREATE INDEX tasks_ready ON tasks (ready_at) INCLUDE (created_at) WHERE ready_at IS NOT NULL;
CREATE INDEX tasks_closed ON tasks (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX tasks_unassigned ON tasks (created_at DESC, id DESC) WHERE employee_id IS NULL;
-- Of many tasks few are open, and most lists are of these.
CREATE INDEX tasks_open_employee ON tasks (employee_id, created_at DESC, id DESC) WHERE status <> 'CLOSED';
CREATE INDEX tasks_open_updated ON tasks (updated_at DESC, id DESC) WHERE status <> 'CLOSED';

-- Apart from tasks, so that a change of a status does not touch the index of words.
CREATE TABLE task_search (
	task_id bigint PRIMARY KEY REFERENCES tasks ON DELETE CASCADE,
	text    text NOT NULL
);
CREATE INDEX task_search_text ON task_search USING gin (text gin_trgm_ops);

ALTER TABLE customers ADD COLUMN search text NOT NULL DEFAULT '';
CREATE INDEX customers_search ON customers USING gin (search gin_trgm_ops);
CREATE INDEX customers_created ON customers (created_at DESC, id DESC);
CREATE INDEX customers_unreachable ON customers (id) WHERE unreachable_at IS NOT NULL;
