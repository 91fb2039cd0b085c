CREATE TABLE webhooks (
	id                    integer PRIMARY KEY AUTOINCREMENT,
	url                   text NOT NULL,
	events                text NOT NULL,
	secret                text NOT NULL,
	previous_secret       text NOT NULL DEFAULT '',
	previous_secret_until timestamp,
	active                boolean NOT NULL DEFAULT true,
	disabled_reason       text NOT NULL DEFAULT '',
	failing_since         timestamp,
	created_at            timestamp NOT NULL,
	updated_at            timestamp NOT NULL
);

CREATE TABLE webhook_deliveries (
	id           integer PRIMARY KEY AUTOINCREMENT,
	webhook_id   integer NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
	message_id   text NOT NULL,
	event        text NOT NULL,
	payload      text NOT NULL,
	state        text NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'failed')),
	attempts     integer NOT NULL DEFAULT 0,
	due_at       timestamp NOT NULL,
	give_up_at   timestamp,
	last_status  integer NOT NULL DEFAULT 0,
	last_error   text NOT NULL DEFAULT '',
	delivered_at timestamp,
	created_at   timestamp NOT NULL,
	updated_at   timestamp NOT NULL,
	UNIQUE (message_id, webhook_id)
);
CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (webhook_id, due_at) WHERE state IN ('queued', 'sending');
CREATE INDEX webhook_deliveries_finished ON webhook_deliveries (updated_at) WHERE state IN ('delivered', 'failed');
CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook_id, id);

-- A notification is about a customer's task, or it is for a member of staff. SQLite takes a NOT NULL off
-- by a new table alone.
CREATE TABLE notifications_rebuilt (
	id                  integer PRIMARY KEY AUTOINCREMENT,
	customer_id         integer REFERENCES customers (id) ON DELETE CASCADE,
	staff_id            integer REFERENCES staff (id) ON DELETE CASCADE,
	chat_id             integer NOT NULL,
	task_id             integer REFERENCES tasks (id) ON DELETE CASCADE,
	kind                text NOT NULL,
	payload             text NOT NULL,
	state               text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'unreachable', 'failed')),
	attempts            integer NOT NULL DEFAULT 0,
	not_before          timestamp NOT NULL,
	lease_until         timestamp,
	last_error          text NOT NULL DEFAULT '',
	telegram_message_id integer NOT NULL DEFAULT 0,
	sent_at             timestamp,
	created_at          timestamp NOT NULL,
	updated_at          timestamp NOT NULL
);
INSERT INTO notifications_rebuilt (id, customer_id, chat_id, task_id, kind, payload, state, attempts, not_before, lease_until, last_error,
	telegram_message_id, sent_at, created_at, updated_at)
SELECT id, customer_id, chat_id, task_id, kind, payload, state, attempts, not_before, lease_until, last_error,
	telegram_message_id, sent_at, created_at, updated_at
FROM notifications;
DROP TABLE notifications;
ALTER TABLE notifications_rebuilt RENAME TO notifications;
CREATE INDEX notifications_pending ON notifications (id) WHERE state IN ('queued', 'sending');
CREATE INDEX notifications_pending_chat ON notifications (chat_id, id) WHERE state IN ('queued', 'sending');
CREATE INDEX notifications_task ON notifications (task_id, id);
CREATE INDEX notifications_customer ON notifications (customer_id);
CREATE INDEX notifications_staff ON notifications (staff_id) WHERE staff_id IS NOT NULL;
