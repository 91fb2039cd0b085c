CREATE TABLE notifications_rebuilt (
	id                  integer PRIMARY KEY AUTOINCREMENT,
	customer_id         integer NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
	chat_id             integer NOT NULL,
	task_id             integer NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
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
FROM notifications
WHERE customer_id IS NOT NULL AND task_id IS NOT NULL;
DROP TABLE notifications;
ALTER TABLE notifications_rebuilt RENAME TO notifications;
CREATE INDEX notifications_pending ON notifications (id) WHERE state IN ('queued', 'sending');
CREATE INDEX notifications_pending_chat ON notifications (chat_id, id) WHERE state IN ('queued', 'sending');
CREATE INDEX notifications_task ON notifications (task_id, id);
CREATE INDEX notifications_customer ON notifications (customer_id);
DROP TABLE webhook_deliveries;
DROP TABLE webhooks;
