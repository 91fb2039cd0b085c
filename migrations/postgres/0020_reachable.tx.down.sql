ALTER TABLE customers DROP COLUMN reachable_at;
