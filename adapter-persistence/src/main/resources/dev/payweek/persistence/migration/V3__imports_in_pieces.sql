-- An import of a large file arrives, and leaves, in several transactions; until the last one it says so.
ALTER TABLE import_batch ADD COLUMN state VARCHAR(10) DEFAULT 'DONE' NOT NULL;
