-- Updates of Telegram that were confirmed before they were processed: see store/inbox.go.
CREATE TABLE telegram_updates (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    update_id bigint NOT NULL UNIQUE,
    body text NOT NULL
);
