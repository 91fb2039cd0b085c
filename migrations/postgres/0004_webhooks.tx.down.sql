DELETE FROM notifications WHERE customer_id IS NULL OR task_id IS NULL;
ALTER TABLE notifications DROP COLUMN staff_id;
ALTER TABLE notifications ALTER COLUMN task_id SET NOT NULL;
ALTER TABLE notifications ALTER COLUMN customer_id SET NOT NULL;
DROP TABLE webhook_deliveries;
DROP TABLE webhooks;
