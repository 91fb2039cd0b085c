ALTER TABLE webhooks DROP COLUMN token_id;
DROP INDEX customers_external_id;
DROP INDEX tasks_external_id;
ALTER TABLE customers DROP COLUMN external_id;
ALTER TABLE tasks DROP COLUMN external_id;
