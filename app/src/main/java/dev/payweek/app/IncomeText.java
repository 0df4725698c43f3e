package dev.payweek.app;

import dev.payweek.ledger.Entry;
import dev.payweek.report.Paydays.Recognised;

/** Incomes in lines for the terminal. */
final class IncomeText {

    private IncomeText() {}

    static String line(Entry income) {
        return String.format(
                "%6d  %s  %12s  %s",
                income.id(),
                income.date(),
                income.amount().decimal().toPlainString(),
                income.details().title());
    }

    static String pay(Recognised pay) {
        return "pay of " + pay.source() + " for " + pay.payday() + (pay.byHand() ? ", by hand" : "");
    }
}
