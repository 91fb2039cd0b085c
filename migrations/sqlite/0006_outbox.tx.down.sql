DROP INDEX notifications_leased;
DROP INDEX notifications_due;
CREATE INDEX notifications_pending ON notifications (id) WHERE state IN ('queued', 'sending');
