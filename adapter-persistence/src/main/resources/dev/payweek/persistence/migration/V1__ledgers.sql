-- One dialect for SQLite and PostgreSQL; jOOQ's generator reads it too. A released script is never edited: its checksum
-- is kept in each database. No value here depends on a time zone or a collation: a day is a number such as 20261121, a
-- month 202611, a moment in milliseconds, money in minor units; texts are compared for equality only and sorted in
-- Java. Every key is led by the ledger, so that a distributed database can keep each ledger in one place. No statement
-- changes a table, since some databases let a column be added only bare.

CREATE TABLE ledger (
  ledger BIGINT NOT NULL,
  version BIGINT NOT NULL,
  last_id BIGINT NOT NULL,
  chain VARCHAR(64) DEFAULT '' NOT NULL,
  months BIGINT DEFAULT 0 NOT NULL,
  months_digest BIGINT DEFAULT 0 NOT NULL,
  seals TEXT DEFAULT '' NOT NULL,
  row_check BIGINT DEFAULT 0 NOT NULL,
  CONSTRAINT ledger_key PRIMARY KEY (ledger)
);

-- Whatever a ledger has few of: its settings, categories, accounts, rules, limits. The body has a line for each field,
-- name=value.
CREATE TABLE thing (
  ledger BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name VARCHAR(200) NOT NULL,
  body TEXT NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT thing_key PRIMARY KEY (ledger, kind, name),
  CONSTRAINT thing_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE TABLE change (
  ledger BIGINT NOT NULL,
  version BIGINT NOT NULL,
  at_millis BIGINT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  chain VARCHAR(64) NOT NULL,
  CONSTRAINT change_key PRIMARY KEY (ledger, version),
  CONSTRAINT change_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE TABLE change_edit (
  ledger BIGINT NOT NULL,
  version BIGINT NOT NULL,
  place INT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name VARCHAR(200) NOT NULL,
  before_text TEXT,
  after_text TEXT,
  CONSTRAINT change_edit_key PRIMARY KEY (ledger, version, place),
  CONSTRAINT change_edit_of_change FOREIGN KEY (ledger, version) REFERENCES change (ledger, version) ON DELETE CASCADE
);

CREATE TABLE import_batch (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  at_millis BIGINT NOT NULL,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  account TEXT NOT NULL,
  inserted INT NOT NULL,
  duplicates INT NOT NULL,
  needs_review INT NOT NULL,
  rejected INT NOT NULL,
  first_day INT,
  last_day INT,
  state VARCHAR(20) NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT import_batch_key PRIMARY KEY (ledger, id),
  CONSTRAINT import_batch_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE TABLE kept_answer (
  ledger BIGINT NOT NULL,
  answer_key VARCHAR(255) NOT NULL,
  fingerprint TEXT NOT NULL,
  status INT NOT NULL,
  body TEXT NOT NULL,
  at_millis BIGINT NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT kept_answer_key PRIMARY KEY (ledger, answer_key),
  CONSTRAINT kept_answer_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE INDEX kept_answer_by_age ON kept_answer (ledger, at_millis);

CREATE TABLE threshold_event (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  start_day INT NOT NULL,
  body TEXT NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT threshold_event_key PRIMARY KEY (ledger, id),
  CONSTRAINT threshold_event_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE INDEX threshold_event_by_start ON threshold_event (ledger, start_day, id);

-- The categories and accounts that entries name.
CREATE TABLE category (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  name VARCHAR(163) NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT category_key PRIMARY KEY (ledger, id),
  CONSTRAINT category_by_name UNIQUE (ledger, name)
) /* WITHOUT ROWID */;

CREATE TABLE account (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT account_key PRIMARY KEY (ledger, id),
  CONSTRAINT account_by_name UNIQUE (ledger, name)
) /* WITHOUT ROWID */;

-- Expenses (kind 0), income (1) and transfers (2). Tags are one a line. The search text is title, bank text and note in
-- one case. The check is over all that can be read, parts included.
CREATE TABLE ledger_entry (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  version INT NOT NULL,
  kind INT NOT NULL,
  day INT NOT NULL,
  minor_units BIGINT NOT NULL,
  currency VARCHAR(3) NOT NULL,
  category BIGINT,
  parts INT NOT NULL,
  account BIGINT,
  to_account BIGINT,
  title TEXT NOT NULL,
  bank_text TEXT,
  note TEXT,
  tags TEXT,
  provenance VARCHAR(60),
  refund_of BIGINT,
  import_batch BIGINT,
  search_text TEXT NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT ledger_entry_key PRIMARY KEY (ledger, id)
) /* WITHOUT ROWID */;

CREATE INDEX ledger_entry_by_day ON ledger_entry (ledger, kind, day, id);

CREATE INDEX ledger_entry_by_category ON ledger_entry (ledger, category, day, id);

CREATE INDEX ledger_entry_by_account ON ledger_entry (ledger, account, kind, day, id);

-- Few entries are transfers to an account that is named, and only SQLite can leave the others out.
CREATE INDEX ledger_entry_by_to_account ON ledger_entry (ledger, to_account, kind, day, id)
  /* WHERE to_account IS NOT NULL */;

CREATE INDEX ledger_entry_by_refund ON ledger_entry (ledger, refund_of);

-- What an expense that was split is made of.
CREATE TABLE entry_part (
  ledger BIGINT NOT NULL,
  entry BIGINT NOT NULL,
  place INT NOT NULL,
  category BIGINT NOT NULL,
  minor_units BIGINT NOT NULL,
  CONSTRAINT entry_part_key PRIMARY KEY (ledger, entry, place)
) /* WITHOUT ROWID */;

CREATE INDEX entry_part_by_category ON entry_part (ledger, category, entry);

CREATE TABLE day_sum (
  ledger BIGINT NOT NULL,
  day INT NOT NULL,
  body BYTEA NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT day_sum_key PRIMARY KEY (ledger, day)
) /* WITHOUT ROWID */;

CREATE TABLE month_sum (
  ledger BIGINT NOT NULL,
  month INT NOT NULL,
  body BYTEA NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT month_sum_key PRIMARY KEY (ledger, month)
) /* WITHOUT ROWID */;

CREATE TABLE import_day (
  ledger BIGINT NOT NULL,
  account_day VARCHAR(120) NOT NULL,
  batch BIGINT NOT NULL,
  part INT NOT NULL,
  body BYTEA NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT import_day_key PRIMARY KEY (ledger, account_day, batch, part)
) /* WITHOUT ROWID */;

CREATE INDEX import_day_by_batch ON import_day (ledger, batch);

-- What is kept of removed imports, some hundred rows a value, so that they can come back.
CREATE TABLE removed_rows (
  ledger BIGINT NOT NULL,
  batch BIGINT NOT NULL,
  part INT NOT NULL,
  body TEXT NOT NULL,
  row_check BIGINT NOT NULL,
  CONSTRAINT removed_rows_key PRIMARY KEY (ledger, batch, part)
);
