-- What an undo gives back; see store/undo.go.
ALTER TABLE task_events ADD COLUMN ready_at_before timestamptz;
ALTER TABLE task_events ADD COLUMN closed_at_before timestamptz;
-- What a deletion takes along; see store/forget.go.
CREATE INDEX task_events_customer ON task_events (id) WHERE kind = 'customer';
ALTER TABLE webhook_deliveries ADD COLUMN task_id bigint;
ALTER TABLE webhook_deliveries ADD COLUMN customer_id bigint;
UPDATE webhook_deliveries SET
	task_id = CASE WHEN event LIKE 'task.%' THEN (payload::json #>> '{data,id}')::bigint END,
	customer_id = CASE WHEN event LIKE 'customer.%' THEN (payload::json #>> '{data,id}')::bigint ELSE (payload::json #>> '{data,customer,id}')::bigint END;
CREATE INDEX webhook_deliveries_task ON webhook_deliveries (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX webhook_deliveries_customer ON webhook_deliveries (customer_id) WHERE customer_id IS NOT NULL;
ALTER TABLE idempotency_keys ADD COLUMN subjects text NOT NULL DEFAULT '';
ALTER TABLE idempotency_keys ADD COLUMN forgotten boolean NOT NULL DEFAULT false;
-- What was deleted before.
UPDATE task_events SET from_value = '', to_value = ''
	WHERE kind IN ('description', 'customer') AND task_id NOT IN (SELECT id FROM tasks);
UPDATE task_events SET from_value = '', to_value = ''
	WHERE kind = 'customer' AND task_id IN (SELECT id FROM tasks WHERE customer_id IS NULL);
