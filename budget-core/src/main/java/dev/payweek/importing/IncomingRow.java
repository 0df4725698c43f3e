package dev.payweek.importing;

import dev.payweek.statement.StatementRow;

/** A row of a file on its way into an account: the how-manieth of the account's rows it is. */
record IncomingRow(String account, StatementRow row, int number) {}
