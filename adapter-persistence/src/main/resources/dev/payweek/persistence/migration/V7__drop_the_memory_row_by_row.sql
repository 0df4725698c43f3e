-- What schema 6 holds in a table of its own.

DROP TABLE import_row;
