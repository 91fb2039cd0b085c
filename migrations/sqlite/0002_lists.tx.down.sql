DROP INDEX customers_created;
ALTER TABLE customers DROP COLUMN search;
DROP TABLE task_search;
DROP INDEX tasks_updated;
DROP INDEX tasks_ready;
DROP INDEX tasks_closed;
ALTER TABLE tasks DROP COLUMN ready_at;
ALTER TABLE tasks DROP COLUMN closed_at;
DELETE FROM settings WHERE key = 'search';
