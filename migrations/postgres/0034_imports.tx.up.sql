-- What a row of a file was when its task was imported, and the task's version then: see store/import.go.
CREATE TABLE imported_tasks (
	task_id bigint PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
	content text NOT NULL,
	version integer NOT NULL
);
