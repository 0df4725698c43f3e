-- What schema 4 holds in its own tables.

DROP TABLE entry_split;

DROP TABLE entry_tag;

DROP TABLE entry;

DROP TABLE day_total;

DROP TABLE import_key;
