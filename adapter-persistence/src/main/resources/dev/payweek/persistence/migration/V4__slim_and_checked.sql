-- Rows of few columns under as few indexes as can be: what queries ask for are columns, the rest lies packed in the
-- body. Each row carries a check over itself, each whole a tally of its parts: the ledger's row of its months and of
-- its small tables, a month's of its days, a day's of its entries. The program fills these tables from those of schema
-- 3. SQLite keeps a table whose comment says so without a row number, since the key leads.

CREATE TABLE ledger_entry (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  kind INT NOT NULL,
  epoch_day INT NOT NULL,
  import_batch BIGINT,
  body BYTEA NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT ledger_entry_key PRIMARY KEY (ledger, id)
) /* WITHOUT ROWID */;

CREATE INDEX ledger_entry_by_day ON ledger_entry (ledger, kind, epoch_day, id);

CREATE TABLE day_sum (
  ledger BIGINT NOT NULL,
  epoch_day INT NOT NULL,
  body BYTEA NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT day_sum_key PRIMARY KEY (ledger, epoch_day)
) /* WITHOUT ROWID */;

CREATE TABLE month_sum (
  ledger BIGINT NOT NULL,
  proleptic_month INT NOT NULL,
  body BYTEA NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT month_sum_key PRIMARY KEY (ledger, proleptic_month)
) /* WITHOUT ROWID */;

-- A copy of the entries that are pay, which every report asks for.
CREATE TABLE paycheck (
  ledger BIGINT NOT NULL,
  entry_id BIGINT NOT NULL,
  epoch_day INT NOT NULL,
  minor_units BIGINT NOT NULL,
  currency VARCHAR(3) NOT NULL,
  opens_period BOOLEAN NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT paycheck_key PRIMARY KEY (ledger, entry_id)
) /* WITHOUT ROWID */;

-- Account and key of an imported row packed into one value.
CREATE TABLE import_row (
  ledger BIGINT NOT NULL,
  row_key VARCHAR(300) NOT NULL,
  occurrence INT NOT NULL,
  entry_id BIGINT NOT NULL,
  batch BIGINT NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT import_row_key PRIMARY KEY (ledger, row_key, occurrence)
) /* WITHOUT ROWID */;

ALTER TABLE ledger ADD COLUMN chain VARCHAR(64) DEFAULT '' NOT NULL;

ALTER TABLE ledger ADD COLUMN months BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE ledger ADD COLUMN months_digest BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE ledger ADD COLUMN seals TEXT DEFAULT '' NOT NULL;

ALTER TABLE ledger ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE change ADD COLUMN chain VARCHAR(64) DEFAULT '' NOT NULL;

ALTER TABLE category ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE category_rule ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE soft_limit ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE reserved ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE account ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE threshold_event ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE import_batch ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE kept_answer ADD COLUMN row_check BIGINT DEFAULT 0 NOT NULL;
