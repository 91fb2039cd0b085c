-- Which index a statement can use depends on the states that it names: see outboxHead in store/outbox.go.
DROP INDEX notifications_pending;
CREATE INDEX notifications_due ON notifications (not_before, id) WHERE state = 'queued';
CREATE INDEX notifications_leased ON notifications (lease_until) WHERE state = 'sending';
