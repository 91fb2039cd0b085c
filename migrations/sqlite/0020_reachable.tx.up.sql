-- Since when Telegram lets the bot write to this person again: what it said of earlier sends is out of date.
ALTER TABLE customers ADD COLUMN reachable_at timestamp;
