package dev.payweek.app;

import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pay sources and bills in lines for the terminal, and from when until when something holds. */
final class PlanText {

    private PlanText() {}

    static List<String> lines(PaySource source) {
        List<String> lines = new ArrayList<>();
        lines.add(source.name()
                + source.primaryFrom()
                        .map(day -> ", primary" + from(Optional.of(day)))
                        .orElse("")
                + until(source.until()));
        versions(source).forEach(version -> lines.add("  " + version));
        source.match().ifPresent(match -> lines.add("  if " + match));
        source.spread().ifPresent(byDays -> lines.add(byDays ? "  spread over the days" : "  not spread"));
        source.horizon().ifPresent(day -> lines.add("  planned up to " + day));
        return lines;
    }

    /** Returns a line for each version, with the day it holds from. */
    static List<String> versions(PaySource source) {
        return source.versions().stream().map(version -> line(source, version)).toList();
    }

    /** As payweek schedule takes it: amount and tolerance as the source has them, whatever the schedule was given. */
    private static String line(PaySource source, PayVersion version) {
        PaySchedule own = version.schedule();
        PaySchedule when = PaySchedule.of(own.cadence())
                .adjusted(own.adjustment())
                .withHolidays(own.holidays())
                .withTolerance(source.toleranceDays());
        return version.expected().map(when::expecting).orElse(when) + from(version.from());
    }

    static String line(Bill bill) {
        return bill.name() + ": " + bill.amount().map(Object::toString).orElse("what it came to lately") + " "
                + bill.schedule() + " in " + bill.category()
                + bill.match().map(match -> ", if " + match).orElse("")
                + from(bill.from()) + until(bill.until());
    }

    static String from(Optional<LocalDate> day) {
        return day.filter(first -> !first.equals(DateSpan.EARLIEST))
                .map(first -> ", from " + first)
                .orElse("");
    }

    static String until(Optional<LocalDate> day) {
        return day.map(last -> ", until " + last).orElse("");
    }
}
