DELETE FROM invites WHERE staff_id IS NOT NULL;
ALTER TABLE invites DROP COLUMN staff_id;
ALTER TABLE refresh_tokens DROP COLUMN successor_salt;
ALTER TABLE refresh_tokens DROP COLUMN password_at;
