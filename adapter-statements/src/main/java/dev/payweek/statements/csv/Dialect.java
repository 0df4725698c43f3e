package dev.payweek.statements.csv;

import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DecimalMark;
import java.util.Currency;
import java.util.Optional;

/**
 * How the values of a file are written, decided once from all of its rows.
 *
 * @param order the order of its dates
 * @param mark the decimal mark of its amounts
 * @param sign how the sign follows
 * @param places by how many places the decimal mark is to be moved to the left
 * @param currency the one currency of the file, if there is just one
 * @param balanceSigns which way each amount goes, where only the balances show it
 */
record Dialect(
        DateOrder order,
        DecimalMark mark,
        SignRule sign,
        int places,
        Optional<Currency> currency,
        Optional<BalanceSigns> balanceSigns) {}
