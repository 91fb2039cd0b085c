-- Claims carry a fencing token, a message whose answer was lost ends as unknown, and what waits is as old as
-- its first due time says: see store/claim.go and store/outbox_end.go.
ALTER TABLE notifications DROP CONSTRAINT notifications_state_check;
ALTER TABLE notifications ADD CONSTRAINT notifications_state_check
	CHECK (state IN ('queued', 'sending', 'sent', 'unreachable', 'unknown', 'failed'));
ALTER TABLE notifications ADD COLUMN fence bigint NOT NULL DEFAULT 0;
ALTER TABLE notifications ADD COLUMN unanswered integer NOT NULL DEFAULT 0;
ALTER TABLE notifications ADD COLUMN panics integer NOT NULL DEFAULT 0;
ALTER TABLE notifications ADD COLUMN first_due timestamptz NOT NULL DEFAULT now();
UPDATE notifications SET first_due = CASE WHEN attempts = 0 AND last_error = '' THEN not_before ELSE created_at END
	WHERE state IN ('queued', 'sending');
ALTER TABLE notifications ALTER COLUMN first_due DROP DEFAULT;
ALTER TABLE webhook_deliveries ADD COLUMN fence bigint NOT NULL DEFAULT 0;
ALTER TABLE webhook_deliveries ADD COLUMN panics integer NOT NULL DEFAULT 0;
