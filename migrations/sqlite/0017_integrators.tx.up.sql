-- What integrators call a task or a customer in their own system.
ALTER TABLE tasks ADD COLUMN external_id text NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN external_id text NOT NULL DEFAULT '';
CREATE UNIQUE INDEX tasks_external_id ON tasks (external_id) WHERE external_id <> '';
CREATE UNIQUE INDEX customers_external_id ON customers (external_id) WHERE external_id <> '';
-- The API token that made a webhook and manages it; null for one of the admins'.
ALTER TABLE webhooks ADD COLUMN token_id bigint;
