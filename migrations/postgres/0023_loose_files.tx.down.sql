DROP INDEX loose_files_due;
ALTER TABLE loose_files RENAME COLUMN not_before TO created_at;
ALTER TABLE loose_files RENAME TO forgotten_files;
