DROP INDEX customers_created;
ALTER TABLE customers DROP COLUMN search;
DROP TABLE task_search;
DROP INDEX tasks_updated;
DROP INDEX tasks_created;
CREATE INDEX tasks_created ON tasks (created_at DESC, id DESC);
ALTER TABLE tasks DROP COLUMN ready_at, DROP COLUMN closed_at;
DELETE FROM settings WHERE key = 'search';
