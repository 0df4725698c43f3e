package dev.payweek.report;

import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.period.Payday;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PaySource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The pay periods around a report: what the paydays of the primary source cut time into. */
final class Timeline {

    /** How long an irregular source's last period is, and by how much it grows. */
    private static final int IRREGULAR_DAYS = 2 * BudgetWeek.DAYS;

    private final List<PaySource> primaries;
    private final NavigableSet<LocalDate> borders = new TreeSet<>();
    private final Map<LocalDate, Payday> paydays = new HashMap<>();
    private final LocalDate on;
    private final LocalDate from;
    private final LocalDate to;

    /**
     * Cuts time into periods.
     *
     * @param facts the paydays, recognised
     * @param on the report's day, which an irregular source's last period grows to hold
     * @param from the first day that has to lie in a period
     * @param to the last one
     */
    Timeline(BudgetPlan plan, List<PaydayFact> facts, LocalDate on, LocalDate from, LocalDate to) {
        this.on = on;
        this.from = from;
        this.to = to;
        this.primaries = primaries(plan);
        if (primaries.isEmpty()) {
            months(to.plusDays(1));
        }
        for (int i = 0; i < primaries.size(); i++) {
            LocalDate start = i == 0 ? LocalDate.MIN : first(i);
            LocalDate end = i + 1 < primaries.size() ? first(i + 1) : LocalDate.MAX;
            List<PaydayFact> own = new ArrayList<>();
            for (PaydayFact fact : facts) {
                if (fact.source().name().equals(primaries.get(i).name())
                        && !fact.payday().isBefore(start)
                        && fact.payday().isBefore(end)) {
                    own.add(fact);
                }
            }
            own.forEach(fact -> add(fact.day(), fact.nominal(), fact.isPaid()));
            if (primaries.get(i).isIrregular()) {
                irregular(primaries.get(i), own, i == 0, end);
            }
        }
        if (borders.floor(from) == null) {
            LocalDate month = from.withDayOfMonth(1);
            add(month, month, false);
        }
    }

    /** Returns the primary sources in the order in which they rule. */
    static List<PaySource> primaries(BudgetPlan plan) {
        return plan.sources().stream()
                .filter(source -> source.primaryFrom().isPresent())
                .sorted(Comparator.comparing(
                                (PaySource source) -> source.primaryFrom().orElseThrow())
                        .thenComparing(PaySource::name))
                .toList();
    }

    private LocalDate first(int primary) {
        return primaries.get(primary).primaryFrom().orElseThrow();
    }

    private void add(LocalDate border, LocalDate nominal, boolean paid) {
        borders.add(border);
        paydays.putIfAbsent(border, new Payday(border, nominal, paid));
    }

    private void months(LocalDate end) {
        LocalDate day = from.minusMonths(1).withDayOfMonth(1);
        while (day.isBefore(end)) {
            add(day, day, false);
            day = day.plusMonths(1);
        }
        if (primaries.isEmpty()) {
            add(day, day, false);
        }
    }

    private void irregular(PaySource source, List<PaydayFact> own, boolean first, LocalDate end) {
        Optional<LocalDate> last = own.stream().map(PaydayFact::payday).max(Comparator.naturalOrder());
        if (first) {
            LocalDate begin = own.stream()
                    .map(PaydayFact::payday)
                    .min(Comparator.naturalOrder())
                    .orElse(end);
            months(begin.isAfter(to) ? to.plusMonths(2) : begin);
        }
        Optional<LocalDate> since = first ? last : last.or(() -> Optional.ofNullable(borders.lower(end)));
        since.ifPresent(payday -> grow(source, payday, end));
    }

    private void grow(PaySource source, LocalDate payday, LocalDate end) {
        LocalDate horizon = source.horizon().filter(day -> day.isAfter(payday)).orElse(payday.plusDays(IRREGULAR_DAYS));
        while (!horizon.isAfter(on)) {
            horizon = horizon.plusDays(IRREGULAR_DAYS);
        }
        while (horizon.isBefore(end) && !horizon.isAfter(to.plusDays(2L * IRREGULAR_DAYS))) {
            add(horizon, horizon, false);
            horizon = horizon.plusDays(IRREGULAR_DAYS);
        }
    }

    /** Takes the borders up to a kept point, its own the last, instead of what can be known of them from later days. */
    Timeline beginning(List<LocalDate> kept) {
        borders.headSet(kept.get(kept.size() - 1), true).clear();
        for (LocalDate day : kept) {
            add(day, day, false);
        }
        return this;
    }

    /** Returns whether the day lies in a period whose both ends are known. */
    boolean holds(LocalDate day) {
        return borders.floor(day) != null && borders.higher(day) != null;
    }

    /** Returns the period that holds the day. */
    PayPeriod containing(LocalDate day) {
        LocalDate start = borders.floor(day);
        LocalDate end = borders.higher(day);
        if (start == null || end == null) {
            throw new IllegalStateException("no period holds " + day);
        }
        return new PayPeriod(paydays.getOrDefault(start, new Payday(start, start, false)), new DateSpan(start, end));
    }

    /** Returns the period that begins where the given one ends. */
    PayPeriod after(PayPeriod period) {
        return containing(period.span().endExclusive());
    }

    /** Returns the days on which periods begin. */
    NavigableSet<LocalDate> borders() {
        return borders;
    }

    /** Returns the primary source on the day; the first one also before it was. */
    Optional<PaySource> primaryOn(LocalDate day) {
        Optional<PaySource> ruling = primaries.stream().findFirst();
        for (PaySource source : primaries) {
            if (!source.primaryFrom().orElseThrow().isAfter(day)) {
                ruling = Optional.of(source);
            }
        }
        return ruling;
    }

    /** Returns how many paydays a year the primary source has on the day; 12 without any source. */
    long paydaysPerYear(LocalDate day) {
        return primaryOn(day).map(source -> paydaysPerYear(source, day)).orElse(12L);
    }

    /** Returns how many paydays a year a source has by the version of a day. */
    static long paydaysPerYear(PaySource source, LocalDate day) {
        return source.versionOn(day).schedule().cadence().paydaysPerYear();
    }
}
