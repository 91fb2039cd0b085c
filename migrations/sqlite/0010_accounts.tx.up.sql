ALTER TABLE refresh_tokens ADD COLUMN password_at timestamp; -- when the session last gave its password; null: never
ALTER TABLE refresh_tokens ADD COLUMN successor_salt text NOT NULL DEFAULT ''; -- with the token's text it makes the next one; empty before the first use
ALTER TABLE invites ADD COLUMN staff_id integer REFERENCES staff (id) ON DELETE CASCADE; -- whose password the link sets; null: it makes an account
