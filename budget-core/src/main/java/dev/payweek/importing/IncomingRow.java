package dev.payweek.importing;

import dev.payweek.statement.StatementRow;

/** A row of a file on its way into an account: the its ordinal number among the account's rows. */
record IncomingRow(String account, StatementRow row, int number) {}
