-- Updates wait in the order of their chat, are remembered when they are done, and put aside when they fail
-- because of themselves: see store/inbox.go.
ALTER TABLE telegram_updates ADD COLUMN chat_id bigint NOT NULL DEFAULT 0;
ALTER TABLE telegram_updates ADD COLUMN state text NOT NULL DEFAULT 'waiting';
ALTER TABLE telegram_updates ADD COLUMN tries integer NOT NULL DEFAULT 0;
ALTER TABLE telegram_updates ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE telegram_updates ADD COLUMN detail text NOT NULL DEFAULT '';
ALTER TABLE telegram_updates ADD COLUMN received_at timestamptz NOT NULL DEFAULT current_timestamp;
ALTER TABLE telegram_updates ADD COLUMN changed_at timestamptz NOT NULL DEFAULT current_timestamp;
-- What waits already is in chats, too. A quotation mark of a text is never without its backslash, so this finds
-- no words of people.
UPDATE telegram_updates SET chat_id = COALESCE(
    substring(body from '"chat" *: *\{"id" *: *(-?[0-9]{1,18})')::bigint,
    substring(body from '"from" *: *\{"id" *: *(-?[0-9]{1,18})')::bigint, 0);
CREATE INDEX telegram_updates_waiting ON telegram_updates (chat_id, id) WHERE state = 'waiting';
CREATE INDEX telegram_updates_ended ON telegram_updates (state, changed_at) WHERE state <> 'waiting';
