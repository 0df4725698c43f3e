-- One dialect for SQLite and PostgreSQL; jOOQ's generator reads it too. A released script is never edited: its checksum
-- is kept in each database. No value here depends on a time zone or a collation: days are counted from 1970-01-01,
-- months from year 0, moments in milliseconds, money in minor units; texts are compared for equality only and sorted in
-- Java. Every key is led by the ledger, so that a distributed database can keep each ledger in one place.

CREATE TABLE ledger (
  ledger BIGINT NOT NULL,
  version BIGINT NOT NULL,
  last_id BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  zone VARCHAR(100) NOT NULL,
  schedule TEXT NOT NULL,
  near_percent INT NOT NULL,
  CONSTRAINT ledger_key PRIMARY KEY (ledger),
  CONSTRAINT ledger_near_percent CHECK (near_percent BETWEEN 1 AND 100)
);

CREATE TABLE category (
  ledger BIGINT NOT NULL,
  path VARCHAR(163) NOT NULL,
  discretionary BOOLEAN NOT NULL,
  archived BOOLEAN NOT NULL,
  CONSTRAINT category_key PRIMARY KEY (ledger, path),
  CONSTRAINT category_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE TABLE entry (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  version INT NOT NULL,
  kind VARCHAR(8) NOT NULL,
  epoch_day INT NOT NULL,
  minor_units BIGINT NOT NULL,
  currency VARCHAR(3) NOT NULL,
  title VARCHAR(200) NOT NULL,
  bank_text TEXT,
  account VARCHAR(80),
  note TEXT,
  category VARCHAR(163),
  provenance VARCHAR(60),
  refund_of BIGINT,
  paycheck BOOLEAN NOT NULL,
  opens_period BOOLEAN NOT NULL,
  to_account TEXT,
  import_batch BIGINT,
  search_text TEXT NOT NULL,
  split_count INT NOT NULL,
  tag_count INT NOT NULL,
  CONSTRAINT entry_key PRIMARY KEY (ledger, id),
  CONSTRAINT entry_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger),
  CONSTRAINT entry_kind CHECK (kind IN ('EXPENSE', 'INCOME', 'TRANSFER')),
  CONSTRAINT entry_amount CHECK (minor_units BETWEEN -1000000000000 AND 1000000000000),
  CONSTRAINT entry_category CHECK ((kind = 'EXPENSE') = (category IS NOT NULL AND provenance IS NOT NULL))
);

CREATE INDEX entry_by_day ON entry (ledger, kind, epoch_day, id);

CREATE INDEX entry_by_amount ON entry (ledger, kind, minor_units, id);

CREATE INDEX entry_by_import ON entry (ledger, import_batch, id);

CREATE TABLE entry_split (
  ledger BIGINT NOT NULL,
  entry_id BIGINT NOT NULL,
  place INT NOT NULL,
  category VARCHAR(163) NOT NULL,
  minor_units BIGINT NOT NULL,
  CONSTRAINT entry_split_key PRIMARY KEY (ledger, entry_id, place),
  CONSTRAINT entry_split_of_entry FOREIGN KEY (ledger, entry_id) REFERENCES entry (ledger, id) ON DELETE CASCADE
);

CREATE TABLE entry_tag (
  ledger BIGINT NOT NULL,
  entry_id BIGINT NOT NULL,
  place INT NOT NULL,
  tag VARCHAR(40) NOT NULL,
  CONSTRAINT entry_tag_key PRIMARY KEY (ledger, entry_id, place),
  CONSTRAINT entry_tag_of_entry FOREIGN KEY (ledger, entry_id) REFERENCES entry (ledger, id) ON DELETE CASCADE
);

-- Kept in step with the entries in the same transaction. The category is empty for what is no expense, since a key
-- holds no NULL. The range is what makes an overflow fail: SQLite would go on in floating point.
CREATE TABLE day_total (
  ledger BIGINT NOT NULL,
  epoch_day INT NOT NULL,
  kind VARCHAR(8) NOT NULL,
  category VARCHAR(163) NOT NULL,
  proleptic_month INT NOT NULL,
  minor_units BIGINT NOT NULL,
  portions BIGINT NOT NULL,
  uncategorised BIGINT NOT NULL,
  CONSTRAINT day_total_key PRIMARY KEY (ledger, epoch_day, kind, category),
  CONSTRAINT day_total_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger),
  CONSTRAINT day_total_range CHECK (minor_units BETWEEN -4000000000000000000 AND 4000000000000000000),
  CONSTRAINT day_total_portions CHECK (portions >= 0 AND uncategorised BETWEEN 0 AND portions)
);

CREATE TABLE category_rule (
  ledger BIGINT NOT NULL,
  id BIGINT NOT NULL,
  version INT NOT NULL,
  name VARCHAR(80) NOT NULL,
  priority INT NOT NULL,
  enabled BOOLEAN NOT NULL,
  valid_from_day INT,
  condition_text TEXT NOT NULL,
  action_text TEXT NOT NULL,
  CONSTRAINT category_rule_key PRIMARY KEY (ledger, id),
  CONSTRAINT category_rule_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE TABLE soft_limit (
  ledger BIGINT NOT NULL,
  category VARCHAR(163) NOT NULL,
  from_day INT NOT NULL,
  minor_units BIGINT NOT NULL,
  currency VARCHAR(3) NOT NULL,
  per VARCHAR(10) NOT NULL,
  CONSTRAINT soft_limit_key PRIMARY KEY (ledger, category, from_day),
  CONSTRAINT soft_limit_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger),
  CONSTRAINT soft_limit_amount CHECK (minor_units >= 0),
  CONSTRAINT soft_limit_per CHECK (per IN ('WEEK', 'PAY_PERIOD'))
);

CREATE TABLE reserved (
  ledger BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  from_day INT NOT NULL,
  minor_units BIGINT NOT NULL,
  currency VARCHAR(3) NOT NULL,
  CONSTRAINT reserved_key PRIMARY KEY (ledger, name, from_day),
  CONSTRAINT reserved_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger),
  CONSTRAINT reserved_amount CHECK (minor_units >= 0)
);

CREATE TABLE change (
  ledger BIGINT NOT NULL,
  version BIGINT NOT NULL,
  at_millis BIGINT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  CONSTRAINT change_key PRIMARY KEY (ledger, version),
  CONSTRAINT change_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE TABLE change_edit (
  ledger BIGINT NOT NULL,
  version BIGINT NOT NULL,
  place INT NOT NULL,
  subject VARCHAR(20) NOT NULL,
  subject_key TEXT NOT NULL,
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
  CONSTRAINT import_batch_key PRIMARY KEY (ledger, id),
  CONSTRAINT import_batch_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

-- Outlives the entry made of the row, so nothing here refers to it by a foreign key.
CREATE TABLE import_key (
  ledger BIGINT NOT NULL,
  account VARCHAR(200) NOT NULL,
  row_key VARCHAR(200) NOT NULL,
  occurrence INT NOT NULL,
  entry_id BIGINT NOT NULL,
  batch BIGINT NOT NULL,
  CONSTRAINT import_key_key PRIMARY KEY (ledger, account, row_key, occurrence),
  CONSTRAINT import_key_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE INDEX import_key_by_batch ON import_key (ledger, batch);

CREATE TABLE kept_answer (
  ledger BIGINT NOT NULL,
  answer_key VARCHAR(255) NOT NULL,
  fingerprint TEXT NOT NULL,
  status INT NOT NULL,
  body TEXT NOT NULL,
  at_millis BIGINT NOT NULL,
  CONSTRAINT kept_answer_key PRIMARY KEY (ledger, answer_key),
  CONSTRAINT kept_answer_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE INDEX kept_answer_by_age ON kept_answer (ledger, at_millis);
