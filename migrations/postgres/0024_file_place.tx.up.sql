-- In which order staff attached files to a message.
ALTER TABLE files ADD COLUMN place integer NOT NULL DEFAULT 0;
