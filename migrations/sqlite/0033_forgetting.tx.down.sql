DROP INDEX staff_replies_created;
DROP INDEX posts_created;
ALTER TABLE staff DROP COLUMN deleted_at;
ALTER TABLE chat_lists DROP COLUMN consent_shown;
DROP TABLE consents;
DROP INDEX customers_erase;
ALTER TABLE customers DROP COLUMN data_sent_at;
ALTER TABLE customers DROP COLUMN erase_at;
