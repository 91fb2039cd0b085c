DROP TABLE staff_replies;
ALTER TABLE posts DROP COLUMN for_staff;
