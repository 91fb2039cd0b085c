-- What an undo gives back; see store/undo.go.
ALTER TABLE task_events ADD COLUMN ready_at_before timestamp;
ALTER TABLE task_events ADD COLUMN closed_at_before timestamp;
-- What a deletion takes along; see store/forget.go.
CREATE INDEX task_events_customer ON task_events (id) WHERE kind = 'customer';
ALTER TABLE webhook_deliveries ADD COLUMN task_id integer;
ALTER TABLE webhook_deliveries ADD COLUMN customer_id integer;
UPDATE webhook_deliveries SET
	task_id = CASE WHEN event LIKE 'task.%' THEN json_extract(payload, '$.data.id') END,
	customer_id = CASE WHEN event LIKE 'customer.%' THEN json_extract(payload, '$.data.id') ELSE json_extract(payload, '$.data.customer.id') END
	WHERE json_valid(payload);
CREATE INDEX webhook_deliveries_task ON webhook_deliveries (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX webhook_deliveries_customer ON webhook_deliveries (customer_id) WHERE customer_id IS NOT NULL;
ALTER TABLE idempotency_keys ADD COLUMN subjects text NOT NULL DEFAULT '';
ALTER TABLE idempotency_keys ADD COLUMN forgotten boolean NOT NULL DEFAULT false;
-- What was deleted before.
UPDATE task_events SET from_value = '', to_value = ''
	WHERE kind IN ('description', 'customer') AND task_id NOT IN (SELECT id FROM tasks);
UPDATE task_events SET from_value = '', to_value = ''
	WHERE kind = 'customer' AND task_id IN (SELECT id FROM tasks WHERE customer_id IS NULL);
-- Words that are deleted leave the indexes of words at once, not with a later merge.
INSERT INTO task_search (task_search, rank) VALUES ('secure-delete', 1);
INSERT INTO customer_search (customer_search, rank) VALUES ('secure-delete', 1);
