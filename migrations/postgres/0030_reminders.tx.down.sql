DROP TABLE ratings;
DROP TABLE reminders;
ALTER TABLE task_events DROP COLUMN ready_since_before;
DROP INDEX tasks_ready_since;
ALTER TABLE tasks DROP COLUMN ready_since;
