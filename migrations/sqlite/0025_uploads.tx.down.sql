DROP INDEX files_unsent;
DROP INDEX files_token;
ALTER TABLE files DROP COLUMN token_id;
