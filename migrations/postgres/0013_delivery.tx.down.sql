ALTER TABLE webhook_deliveries DROP COLUMN panics;
ALTER TABLE webhook_deliveries DROP COLUMN fence;
ALTER TABLE notifications DROP COLUMN first_due;
ALTER TABLE notifications DROP COLUMN panics;
ALTER TABLE notifications DROP COLUMN unanswered;
ALTER TABLE notifications DROP COLUMN fence;
ALTER TABLE notifications DROP CONSTRAINT notifications_state_check;
UPDATE notifications SET state = 'failed' WHERE state = 'unknown';
ALTER TABLE notifications ADD CONSTRAINT notifications_state_check
	CHECK (state IN ('queued', 'sending', 'sent', 'unreachable', 'failed'));
