-- What programs upload, beside staff_id for what staff do.
ALTER TABLE files ADD COLUMN token_id bigint;
CREATE INDEX files_token ON files (token_id, created_at) WHERE token_id IS NOT NULL;
CREATE INDEX files_unsent ON files (created_at) WHERE message_id IS NULL;
