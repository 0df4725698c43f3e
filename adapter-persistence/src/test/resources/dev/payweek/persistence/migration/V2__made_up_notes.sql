-- Made up for the tests of migrations: a new table and its index. Its rows are filled in by the test's step.

CREATE TABLE made_up_note (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  words TEXT NOT NULL,
  CONSTRAINT made_up_note_key PRIMARY KEY (ledger, id)
) /* WITHOUT ROWID */;

CREATE INDEX made_up_note_by_words ON made_up_note (ledger, words);
