ALTER TABLE customers ADD COLUMN phone_extension text NOT NULL DEFAULT '';
