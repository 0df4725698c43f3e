ALTER TABLE soft_limit ADD COLUMN rollover VARCHAR(10) DEFAULT 'NONE' NOT NULL;

ALTER TABLE soft_limit ADD COLUMN cap_minor_units BIGINT;

ALTER TABLE soft_limit ADD COLUMN begins_anew BOOLEAN DEFAULT FALSE NOT NULL;

CREATE TABLE account (
  ledger BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  closed BOOLEAN NOT NULL,
  reading TEXT NOT NULL,
  CONSTRAINT account_key PRIMARY KEY (ledger, name),
  CONSTRAINT account_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

INSERT INTO account (ledger, name, closed, reading)
SELECT DISTINCT ledger, account, FALSE, '' FROM entry WHERE account IS NOT NULL;

-- The category is empty for what is about no category, since an index is to find it.
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
  CONSTRAINT threshold_event_key PRIMARY KEY (ledger, id),
  CONSTRAINT threshold_event_of_ledger FOREIGN KEY (ledger) REFERENCES ledger (ledger)
);

CREATE INDEX threshold_event_by_start ON threshold_event (ledger, start_day, id);
