package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.report.PeriodRow;
import dev.payweek.report.WeekRow;
import java.util.List;

/** Weeks or pay periods that have ended, a line each: the days, what was spent of how much, what was left. */
record HistoryTable(Terminal terminal) {

    private static final int AMOUNT = 11;
    private static final int STATUS = 18;
    private static final int SHORTEST_BAR = 8;

    String weeks(List<WeekRow> rows) {
        Lines lines = new Lines(terminal.columns());
        rows.forEach(row -> add(lines, row.span(), row.spent(), row.left()));
        return lines.toString();
    }

    String periods(List<PeriodRow> rows) {
        Lines lines = new Lines(terminal.columns());
        rows.forEach(row -> add(lines, row.span(), row.spent(), row.left()));
        return lines.toString();
    }

    /** Where there is no room, the last day goes, which the next line's first day says anyhow, and the bar. */
    private void add(Lines lines, DateSpan span, Money spent, Money left) {
        String figures = Lines.right(plain(spent), AMOUNT);
        String status = left.isNegative() ? "over by " + plain(left.abs()) : plain(left) + " left";
        String coloured = left.isNegative() ? terminal.red(status) : status;
        String days = span.startInclusive() + " to " + span.lastDay();
        int bar = lines.width() - days.length() - figures.length() - STATUS - 2;
        if (bar < SHORTEST_BAR) {
            lines.line(span.startInclusive() + figures + "  " + coloured);
        } else {
            Money whole = spent.plus(left);
            String drawn = terminal.bar(spent.minorUnits(), whole.minorUnits(), bar);
            lines.line(days + figures + "  " + drawn + "  " + coloured);
        }
    }

    private static String plain(Money amount) {
        return amount.decimal().toPlainString();
    }
}
