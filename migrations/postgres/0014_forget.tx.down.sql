ALTER TABLE idempotency_keys DROP COLUMN forgotten;
ALTER TABLE idempotency_keys DROP COLUMN subjects;
DROP INDEX webhook_deliveries_customer;
DROP INDEX webhook_deliveries_task;
ALTER TABLE webhook_deliveries DROP COLUMN customer_id;
ALTER TABLE webhook_deliveries DROP COLUMN task_id;
DROP INDEX task_events_customer;
ALTER TABLE task_events DROP COLUMN closed_at_before;
ALTER TABLE task_events DROP COLUMN ready_at_before;
