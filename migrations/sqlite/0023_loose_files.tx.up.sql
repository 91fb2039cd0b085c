-- Content that perhaps no row names: of a row that is gone, or put just now for one that is not written yet. From
-- not_before on it is removed from the file store, unless a row names it then.
ALTER TABLE forgotten_files RENAME TO loose_files;
ALTER TABLE loose_files RENAME COLUMN created_at TO not_before;
CREATE INDEX loose_files_due ON loose_files (not_before);
