-- Customers find their cards by a code from the counter: see store/connect_code.go.
CREATE TABLE connect_codes (
	customer_id integer PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
	link_hash   text NOT NULL UNIQUE,
	digits_hash text NOT NULL UNIQUE,
	expires_at  timestamp NOT NULL,
	created_at  timestamp NOT NULL
);
-- The card that a chat was offered last.
CREATE TABLE connect_offers (
	chat_id     integer PRIMARY KEY,
	customer_id integer NOT NULL REFERENCES connect_codes (customer_id) ON DELETE CASCADE,
	created_at  timestamp NOT NULL
);
CREATE INDEX connect_offers_customer ON connect_offers (customer_id);
-- Digits that are no code, of the last hour.
CREATE TABLE connect_guesses (
	id         integer PRIMARY KEY AUTOINCREMENT,
	chat_id    integer NOT NULL,
	created_at timestamp NOT NULL
);
CREATE INDEX connect_guesses_chat ON connect_guesses (chat_id);
CREATE INDEX connect_guesses_created ON connect_guesses (created_at);
ALTER TABLE phone_claims ADD COLUMN by_code boolean NOT NULL DEFAULT false;
