ALTER TABLE tasks ADD COLUMN ready_at timestamp;
ALTER TABLE tasks ADD COLUMN closed_at timestamp;
UPDATE tasks SET
	ready_at = (SELECT min(e.at) FROM task_events AS e
		WHERE e.task_id = tasks.id AND e.kind IN ('created', 'status') AND e.to_value = 'READY'),
	closed_at = (SELECT max(e.at) FROM task_events AS e
		WHERE e.task_id = tasks.id AND e.kind IN ('created', 'status') AND e.to_value = 'CLOSED' AND tasks.status = 'CLOSED');
-- Statistics are counted in the index alone.
DROP INDEX tasks_created;
CREATE INDEX tasks_created ON tasks (created_at DESC, id DESC, status, category);
CREATE INDEX tasks_updated ON tasks (updated_at DESC, id DESC);
CREATE INDEX tasks_ready ON tasks (ready_at, created_at) WHERE ready_at IS NOT NULL;
CREATE INDEX tasks_closed ON tasks (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX tasks_unassigned ON tasks (created_at DESC, id DESC) WHERE employee_id IS NULL;
-- Of many tasks few are open, and most lists are of these.
CREATE INDEX tasks_open_employee ON tasks (employee_id, created_at DESC, id DESC) WHERE status <> 'CLOSED';
CREATE INDEX tasks_open_updated ON tasks (updated_at DESC, id DESC) WHERE status <> 'CLOSED';

-- Apart from tasks, so that a change of a status does not touch the index of words. The rowid is the task's id.
CREATE VIRTUAL TABLE task_search USING fts5(text, tokenize = 'trigram');

ALTER TABLE customers ADD COLUMN search text NOT NULL DEFAULT '';
CREATE INDEX customers_created ON customers (created_at DESC, id DESC);
CREATE INDEX customers_unreachable ON customers (id) WHERE unreachable_at IS NOT NULL;
CREATE VIRTUAL TABLE customer_search USING fts5(search, content = 'customers', content_rowid = 'id', tokenize = 'trigram');
INSERT INTO customer_search (customer_search) VALUES ('rebuild');
CREATE TRIGGER customer_search_insert AFTER INSERT ON customers BEGIN
	INSERT INTO customer_search (rowid, search) VALUES (new.id, new.search);
END;
CREATE TRIGGER customer_search_update AFTER UPDATE ON customers WHEN old.search <> new.search BEGIN
	INSERT INTO customer_search (customer_search, rowid, search) VALUES ('delete', old.id, old.search);
	INSERT INTO customer_search (rowid, search) VALUES (new.id, new.search);
END;
CREATE TRIGGER customer_search_delete AFTER DELETE ON customers BEGIN
	INSERT INTO customer_search (customer_search, rowid, search) VALUES ('delete', old.id, old.search);
END;
