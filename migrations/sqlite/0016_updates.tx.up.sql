-- Updates wait in the order of their chat, are remembered when they are done, and put aside when they fail
-- because of themselves: see store/inbox.go.
ALTER TABLE telegram_updates ADD COLUMN chat_id bigint NOT NULL DEFAULT 0;
ALTER TABLE telegram_updates ADD COLUMN state text NOT NULL DEFAULT 'waiting';
ALTER TABLE telegram_updates ADD COLUMN tries integer NOT NULL DEFAULT 0;
ALTER TABLE telegram_updates ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE telegram_updates ADD COLUMN detail text NOT NULL DEFAULT '';
ALTER TABLE telegram_updates ADD COLUMN received_at timestamp NOT NULL DEFAULT '1970-01-01 00:00:00+00:00';
ALTER TABLE telegram_updates ADD COLUMN changed_at timestamp NOT NULL DEFAULT '1970-01-01 00:00:00+00:00';
-- What waits already is in chats, too.
UPDATE telegram_updates SET received_at = strftime('%Y-%m-%d %H:%M:%S+00:00', 'now'), changed_at = strftime('%Y-%m-%d %H:%M:%S+00:00', 'now'),
    chat_id = COALESCE(
        json_extract(body, '$.message.chat.id'), json_extract(body, '$.edited_message.chat.id'),
        json_extract(body, '$.callback_query.from.id'), json_extract(body, '$.my_chat_member.chat.id'), 0)
    WHERE json_valid(body);
CREATE INDEX telegram_updates_waiting ON telegram_updates (chat_id, id) WHERE state = 'waiting';
CREATE INDEX telegram_updates_ended ON telegram_updates (state, changed_at) WHERE state <> 'waiting';
