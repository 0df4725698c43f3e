-- Made up for the tests of migrations: a column for a table that is there, another table, and one that goes.

ALTER TABLE category ADD COLUMN made_up_word TEXT;

CREATE TABLE made_up_mark (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  CONSTRAINT made_up_mark_key PRIMARY KEY (ledger, id)
);

DROP TABLE made_up_note;
