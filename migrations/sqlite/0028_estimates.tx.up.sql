-- What work is to cost, what customers say to that, and what was paid: see store/estimate.go. Money is in hundredths of
-- its currency.
CREATE TABLE estimates (
	id              integer PRIMARY KEY AUTOINCREMENT,
	task_id         integer NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
	version         integer NOT NULL,
	state           text NOT NULL,
	total           bigint NOT NULL,
	currency        text NOT NULL,
	valid_until     timestamp,
	sent_at         timestamp,
	decided_at      timestamp,
	decided_by_kind text NOT NULL DEFAULT '',
	decided_by_id   integer,
	via             text NOT NULL DEFAULT '',
	comment         text NOT NULL DEFAULT '',
	created_at      timestamp NOT NULL,
	updated_at      timestamp NOT NULL
);
CREATE UNIQUE INDEX estimates_task_version ON estimates (task_id, version);
-- Of a task's estimates one waits for an answer at most, and one is a draft.
CREATE UNIQUE INDEX estimates_sent ON estimates (task_id) WHERE state = 'SENT';
CREATE UNIQUE INDEX estimates_draft ON estimates (task_id) WHERE state = 'DRAFT';
CREATE INDEX estimates_valid_until ON estimates (valid_until) WHERE state = 'SENT' AND valid_until IS NOT NULL;
CREATE INDEX estimates_accepted ON estimates (decided_at) WHERE state = 'ACCEPTED';

CREATE TABLE estimate_lines (
	id          integer PRIMARY KEY AUTOINCREMENT,
	estimate_id integer NOT NULL REFERENCES estimates (id) ON DELETE CASCADE,
	text        text NOT NULL,
	quantity    integer NOT NULL,
	price       bigint NOT NULL
);
CREATE INDEX estimate_lines_estimate ON estimate_lines (estimate_id, id);

CREATE TABLE payments (
	id          integer PRIMARY KEY AUTOINCREMENT,
	task_id     integer NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
	amount      bigint NOT NULL,
	method      text NOT NULL,
	author_kind text NOT NULL,
	author_id   integer,
	created_at  timestamp NOT NULL
);
CREATE INDEX payments_task ON payments (task_id, id);
