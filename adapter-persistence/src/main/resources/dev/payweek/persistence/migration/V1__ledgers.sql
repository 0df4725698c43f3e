-- One dialect for SQLite and PostgreSQL; jOOQ's generator reads it too. A released script is never edited: its checksum
-- is kept in each database. No value here depends on a time zone or a collation: days are counted from 1970-01-01,
-- months from year 0, moments in milliseconds, money in minor units; texts are compared for equality only and sorted in
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
  at_millis BIGINT NOT NULL,
  threshold VARCHAR(10) NOT NULL,
  retracted BOOLEAN NOT NULL,
  start_day INT NOT NULL,
  end_day INT NOT NULL,
  category VARCHAR(163) NOT NULL,
  spent_minor_units BIGINT,
  limit_minor_units BIGINT,
  currency VARCHAR(3),
  row_check BIGINT NOT NULL,
  CONSTRAINT threshold_event_key PRIMARY KEY (ledger, id),
  CONSTRAINT threshold_event_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE INDEX threshold_event_by_start ON threshold_event (ledger, start_day, id);

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
