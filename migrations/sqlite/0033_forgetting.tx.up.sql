-- Customers get all that is kept about them, and have it erased; what is old goes by itself: see store/erasure.go,
-- store/personal_data.go, store/consent.go and store/retention.go.
ALTER TABLE customers ADD COLUMN erase_at timestamp;
ALTER TABLE customers ADD COLUMN data_sent_at timestamp;
CREATE INDEX customers_erase ON customers (erase_at) WHERE erase_at IS NOT NULL;
CREATE TABLE consents (
	id          integer PRIMARY KEY AUTOINCREMENT,
	customer_id integer NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
	version     text NOT NULL,
	link        text NOT NULL,
	staff_id    integer REFERENCES staff (id) ON DELETE SET NULL, -- who noted it at the counter; null: given in the chat
	given_at    timestamp NOT NULL
);
CREATE UNIQUE INDEX consents_customer ON consents (customer_id, version);
CREATE INDEX consents_staff ON consents (staff_id) WHERE staff_id IS NOT NULL;
-- The version of the text that the chat was shown last.
ALTER TABLE chat_lists ADD COLUMN consent_shown text NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN deleted_at timestamp;
CREATE INDEX posts_created ON posts (created_at);
CREATE INDEX staff_replies_created ON staff_replies (created_at);
