-- What was brought, until when it is promised, the shop's own steps and kinds of work, and the warranty.
-- See store/item.go, store/promise.go, store/stage.go, store/shop_category.go and store/warranty.go.
CREATE TABLE stages (
	id         integer PRIMARY KEY AUTOINCREMENT,
	status     text NOT NULL CHECK (status IN ('ACCEPTED', 'IN_PROGRESS', 'READY', 'CLOSED')),
	name_ru    text NOT NULL,
	name_en    text NOT NULL,
	told       boolean NOT NULL,
	text_ru    text NOT NULL,
	text_en    text NOT NULL,
	place      integer NOT NULL,
	removed_at timestamp,
	created_at timestamp NOT NULL,
	updated_at timestamp NOT NULL
);
CREATE TABLE shop_categories (
	id         integer PRIMARY KEY AUTOINCREMENT,
	category   text NOT NULL CHECK (category IN ('CONSULTING', 'DIAGNOSIS', 'REPAIR', 'OTHER')),
	name_ru    text NOT NULL,
	name_en    text NOT NULL,
	place      integer NOT NULL,
	removed_at timestamp,
	created_at timestamp NOT NULL,
	updated_at timestamp NOT NULL
);

ALTER TABLE tasks ADD COLUMN promised_at timestamp;
ALTER TABLE tasks ADD COLUMN overdue_at timestamp;
ALTER TABLE tasks ADD COLUMN stage_id integer REFERENCES stages (id);
ALTER TABLE tasks ADD COLUMN shop_category_id integer REFERENCES shop_categories (id);
ALTER TABLE tasks ADD COLUMN warranty_of_id integer REFERENCES tasks (id) ON DELETE SET NULL;
ALTER TABLE tasks ADD COLUMN warranty_until timestamp;
CREATE INDEX tasks_promised ON tasks (promised_at, id) WHERE promised_at IS NOT NULL;
CREATE INDEX tasks_overdue ON tasks (overdue_at, id) WHERE overdue_at IS NOT NULL AND status IN ('ACCEPTED', 'IN_PROGRESS');
-- Open tasks in the order of their promises: those without one come last, as they do in store.TasksPromisedFirst.
CREATE INDEX tasks_open_promise ON tasks (coalesce(overdue_at, '9999-12-31 00:00:00+00:00'), id) WHERE status <> 'CLOSED';
CREATE INDEX tasks_stage ON tasks (stage_id, created_at DESC, id DESC) WHERE stage_id IS NOT NULL;
CREATE INDEX tasks_shop_category ON tasks (shop_category_id, created_at DESC, id DESC) WHERE shop_category_id IS NOT NULL;
CREATE INDEX tasks_warranty_of ON tasks (warranty_of_id) WHERE warranty_of_id IS NOT NULL;

-- Apart from tasks, whose rows stay narrow: most lists do not show what was brought. access_code is encrypted.
CREATE TABLE task_items (
	task_id     integer PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
	kind        text NOT NULL DEFAULT '',
	maker       text NOT NULL DEFAULT '',
	model       text NOT NULL DEFAULT '',
	serial      text NOT NULL DEFAULT '',
	serial_key  text NOT NULL DEFAULT '',
	condition   text NOT NULL DEFAULT '',
	includes    text NOT NULL DEFAULT '',
	access_code text NOT NULL DEFAULT ''
);
CREATE INDEX task_items_serial ON task_items (serial_key, task_id) WHERE serial_key <> '';

-- What an undo of a status puts back.
ALTER TABLE task_events ADD COLUMN stage_before integer;
ALTER TABLE task_events ADD COLUMN warranty_before timestamp;
