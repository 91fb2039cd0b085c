-- Files that admins take in from the Mini App: see store/data_import.go.
CREATE TABLE imports (
	id          integer PRIMARY KEY AUTOINCREMENT,
	staff_id    integer NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
	file_id     integer NOT NULL UNIQUE REFERENCES files (id) ON DELETE CASCADE,
	state       text NOT NULL,
	attempt     integer NOT NULL, -- fences off a process that was taken for dead
	choices     text NOT NULL,
	report      text NOT NULL,
	row_count   integer NOT NULL, -- in all, as the dry run has counted them; 0 before
	done_count  integer NOT NULL,
	created_at  timestamp NOT NULL,
	updated_at  timestamp NOT NULL
);
CREATE INDEX imports_staff ON imports (staff_id);
-- There is one at work at a time.
CREATE UNIQUE INDEX imports_at_work ON imports ((1)) WHERE state IN ('CHECKING', 'RUNNING');
