-- What a ledger of schema 1 may hold, in its own columns; released, so never edited.
INSERT INTO ledger (ledger, version, last_id, name, currency, zone, schedule, near_percent)
  VALUES (1, 3, 12, 'Ours', 'EUR', 'Europe/Berlin', 'monthly on 20; preceding', 85);
INSERT INTO category (ledger, path, discretionary, archived) VALUES (1, 'Fun', TRUE, FALSE);
INSERT INTO category (ledger, path, discretionary, archived) VALUES (1, 'Rent', FALSE, TRUE);
INSERT INTO entry (ledger, id, version, kind, epoch_day, minor_units, currency, title, bank_text, account, note,
  category, provenance, refund_of, paycheck, opens_period, to_account, import_batch, search_text, split_count,
  tag_count)
  VALUES (1, 1, 2, 'EXPENSE', 20777, -1250, 'EUR', 'Größe 7', 'KARTE 4711', 'Giro', '', 'Fun', 'RULE 7 3', 77,
  FALSE, FALSE, NULL, 9, 'x', 2, 1);
INSERT INTO entry_split (ledger, entry_id, place, category, minor_units) VALUES (1, 1, 0, 'Fun', -2000);
INSERT INTO entry_split (ledger, entry_id, place, category, minor_units) VALUES (1, 1, 1, 'Rent', 750);
INSERT INTO entry_tag (ledger, entry_id, place, tag) VALUES (1, 1, 0, 'zurück');
INSERT INTO entry (ledger, id, version, kind, epoch_day, minor_units, currency, title, bank_text, account, note,
  category, provenance, refund_of, paycheck, opens_period, to_account, import_batch, search_text, split_count,
  tag_count)
  VALUES (1, 2, 1, 'INCOME', 20778, 240000, 'EUR', 'Pay', NULL, NULL, NULL, NULL, NULL, NULL, TRUE, TRUE, NULL,
  NULL, 'pay', 0, 0);
INSERT INTO entry (ledger, id, version, kind, epoch_day, minor_units, currency, title, bank_text, account, note,
  category, provenance, refund_of, paycheck, opens_period, to_account, import_batch, search_text, split_count,
  tag_count)
  VALUES (1, 3, 1, 'TRANSFER', 20700, 100, 'EUR', 'Save', NULL, 'Giro', NULL, NULL, NULL, NULL, FALSE, FALSE,
  'Tagesgeld', NULL, 'save', 0, 0);
INSERT INTO day_total (ledger, epoch_day, kind, category, proleptic_month, minor_units, portions, uncategorised)
  VALUES (1, 20777, 'EXPENSE', 'Fun', 24322, -2000, 1, 0);
INSERT INTO category_rule (ledger, id, version, name, priority, enabled, valid_from_day, condition_text, action_text)
  VALUES (1, 7, 3, 'coffee', 1, TRUE, NULL, 'title contains "coffee"', 'category Fun');
INSERT INTO soft_limit (ledger, category, from_day, minor_units, currency, per)
  VALUES (1, 'Fun', 20700, 12000, 'EUR', 'WEEK');
INSERT INTO reserved (ledger, name, from_day, minor_units, currency) VALUES (1, 'Rent', 20700, 90000, 'EUR');
INSERT INTO change (ledger, version, at_millis, who, what) VALUES (1, 1, 1763800000123, 'local', 'add expense 1');
INSERT INTO change_edit (ledger, version, place, subject, subject_key, before_text, after_text)
  VALUES (1, 1, 0, 'ENTRY', '1', NULL, 'amount=1');
INSERT INTO change (ledger, version, at_millis, who, what) VALUES (1, 3, 1763800000456, 'token', 'more');
INSERT INTO import_batch (ledger, id, at_millis, file_name, format, account, inserted, duplicates, needs_review,
  rejected, first_day, last_day)
  VALUES (1, 9, 1763800000000, 'märz.csv', 'csv', 'Giro', 1, 0, 0, 0, 20777, NULL);
INSERT INTO import_key (ledger, account, row_key, occurrence, entry_id, batch) VALUES (1, 'Giro', 'k1', 2, 1, 9);
INSERT INTO kept_answer (ledger, answer_key, fingerprint, status, body, at_millis)
  VALUES (1, 'key', 'x', 201, '{}', 1763800000000);
