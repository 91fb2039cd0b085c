CREATE TABLE idempotency_keys (
	id           integer PRIMARY KEY AUTOINCREMENT,
	owner        text NOT NULL,
	key          text NOT NULL,
	request_hash text NOT NULL,
	applied      boolean NOT NULL DEFAULT false,
	response     text,
	lease_until  timestamp NOT NULL,
	created_at   timestamp NOT NULL,
	UNIQUE (owner, key)
);
CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
