package dev.payweek.report;

import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What can be spent each day so that what is in hand never runs out: the smallest, over the days left of the period, of
 * what is left without what comes after that day and without what is due after it, by the days until then.
 *
 * <p>Only the last day and the days before money comes can be the smallest; the others are looked at, too, since it
 * costs nothing.
 */
final class SafeToSpend {

    private final PeriodState state;
    private final List<PayRow> pay;
    private final LocalDate on;
    private final DateSpan span;

    SafeToSpend(PeriodState state, List<PayRow> pay, LocalDate on) {
        this.state = state;
        this.pay = pay;
        this.on = on;
        this.span = state.period().span();
    }

    long perDay() {
        long smallest = Long.MAX_VALUE;
        for (LocalDate day = on; day.isBefore(span.endExclusive()); day = day.plusDays(1)) {
            long inHand = Math.max(0, state.left() - comingAfter(day) + dueAfter(day));
            smallest = Math.min(smallest, inHand / (ChronoUnit.DAYS.between(on, day) + 1));
        }
        return smallest;
    }

    /** Missing pay is not in hand on any day; a share of a spread payment that is not missing is on every one. */
    private long comingAfter(LocalDate day) {
        long coming = 0;
        for (PayRow row : pay) {
            boolean toCome = row.state() == PayRow.State.EXPECTED
                    && !row.spread()
                    && row.payday().isAfter(day);
            if (toCome || row.state() == PayRow.State.MISSING) {
                coming += row.amount().minorUnits();
            }
        }
        return coming + planned(day);
    }

    private long planned(LocalDate day) {
        long planned = 0;
        for (DayTotal total : state.flow().totals()) {
            if (total.kind() == EntryKind.INCOME && total.date().isAfter(day)) {
                planned += total.minorUnits();
            }
        }
        return planned - state.spreadAfter(day);
    }

    /** Bills due and expenses planned for later days; what a pot pays of them was never in hand. */
    private long dueAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        long due = next.isBefore(span.endExclusive()) ? state.flow().paid(next, span.endExclusive()) : 0;
        due += state.dueAfter(day, "");
        for (SetAsideRow row : state.setAsides()) {
            long ofPot =
                    state.flow().used(row.setAside(), next, span.endExclusive()) + state.dueAfter(day, row.setAside());
            due -= Math.min(Math.max(0, ofPot), row.fromPot().minorUnits());
        }
        return due;
    }
}
