-- Who has proven a phone whose card another chat has proven before: see store/phone_claim.go.
CREATE TABLE phone_claims (
	id          integer PRIMARY KEY AUTOINCREMENT,
	customer_id integer NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
	phone_key   text NOT NULL,
	telegram_id integer NOT NULL,
	name        text NOT NULL DEFAULT '',
	language    text NOT NULL DEFAULT '',
	accepted    boolean NOT NULL DEFAULT false,
	decided_at  timestamp,
	decided_by  integer REFERENCES staff (id) ON DELETE SET NULL,
	created_at  timestamp NOT NULL
);
CREATE UNIQUE INDEX phone_claims_open ON phone_claims (telegram_id) WHERE decided_at IS NULL;
CREATE INDEX phone_claims_customer ON phone_claims (customer_id, telegram_id);
