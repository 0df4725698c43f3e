-- What imports remember of their rows, packed: the rows that one import brought to one day of one account lie together
-- in the body, in parts if there are many. The program fills this table from that of schema 5.

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
