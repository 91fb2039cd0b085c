ALTER TABLE webhook_deliveries DROP COLUMN panics;
ALTER TABLE webhook_deliveries DROP COLUMN fence;

UPDATE notifications SET state = 'failed' WHERE state = 'unknown';
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
INSERT INTO notifications_rebuilt (id, customer_id, staff_id, chat_id, task_id, kind, payload, state, attempts, not_before, lease_until, last_error,
	telegram_message_id, sent_at, created_at, updated_at)
SELECT id, customer_id, staff_id, chat_id, task_id, kind, payload, state, attempts, not_before, lease_until, last_error,
	telegram_message_id, sent_at, created_at, updated_at
FROM notifications;
DROP TABLE notifications;
ALTER TABLE notifications_rebuilt RENAME TO notifications;
CREATE INDEX notifications_pending_chat ON notifications (chat_id, id) WHERE state IN ('queued', 'sending');
CREATE INDEX notifications_task ON notifications (task_id, id);
CREATE INDEX notifications_customer ON notifications (customer_id);
CREATE INDEX notifications_staff ON notifications (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX notifications_due ON notifications (not_before, id) WHERE state = 'queued';
CREATE INDEX notifications_leased ON notifications (lease_until) WHERE state = 'sending';
