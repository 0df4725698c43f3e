package dev.payweek.report;

import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** What a pay period has of income: what came and will come, what is still expected, and its part of what is spread. */
final class PayIncome {

    /** The days a spread payment counts by: from its own to before the next payday's. */
    private record Stretch(LocalDate start, LocalDate end) {
        long days() {
            return ChronoUnit.DAYS.between(start, end);
        }
    }

    private final BudgetPlan plan;
    private final Timeline timeline;
    private final List<PaydayFact> facts;
    private final Set<String> paidSources;
    private final LocalDate judged;
    private final LocalDate on;
    private final LocalDate firstPeriod;
    private final IdentityHashMap<PaydayFact, Stretch> stretches = new IdentityHashMap<>();
    private final IdentityHashMap<PaydayFact, LocalDate> landings = new IdentityHashMap<>();
    private final Map<String, LocalDate> firstPaid = new HashMap<>();
    private final NavigableMap<LocalDate, List<Income>> spread = new TreeMap<>();
    private final NavigableMap<LocalDate, List<Integer>> byDay = new TreeMap<>();
    private long longestStretch;

    /**
     * Prepares the incomes.
     *
     * @param paidSources the sources of which a payment was ever recorded
     */
    PayIncome(BudgetPlan plan, Timeline timeline, List<PaydayFact> facts, Set<String> paidSources, Days days) {
        this.plan = plan;
        this.timeline = timeline;
        this.facts = facts;
        this.paidSources = paidSources;
        this.on = days.on();
        this.judged = days.judged();
        this.firstPeriod = days.firstPeriod();
        Map<String, PaydayFact> next = new HashMap<>();
        for (int i = facts.size() - 1; i >= 0; i--) {
            PaydayFact fact = facts.get(i);
            PaydayFact following = next.put(fact.source().name(), fact);
            if (following != null && isSpread(fact)) {
                LocalDate start = fact.day();
                LocalDate end = following.day().isAfter(start) ? following.day() : following.payday();
                Stretch stretch = new Stretch(start, end.isAfter(start) ? end : start.plusDays(1));
                stretches.put(fact, stretch);
                longestStretch = Math.max(longestStretch, stretch.days());
                fact.payments()
                        .forEach(income -> spread.computeIfAbsent(income.date(), day -> new ArrayList<>())
                                .add(income));
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            place(i);
        }
    }

    /** Notes the sources of which payments were recorded before the paydays at hand. */
    void paidEarlier(Set<String> names) {
        names.forEach(name -> firstPaid.put(name, LocalDate.MIN));
    }

    /** Notes on which days a payday counts: a spread one from the first of its days on. */
    private void place(int index) {
        PaydayFact fact = facts.get(index);
        Stretch stretch = stretches.get(fact);
        if (fact.isPaid()) {
            firstPaid.merge(fact.source().name(), fact.payday(), (one, other) -> one.isBefore(other) ? one : other);
        }
        if (stretch != null) {
            note(index, stretch.start());
        } else if (fact.isPaid()) {
            fact.payments().forEach(income -> note(index, income.date()));
        } else {
            landing(fact).ifPresent(start -> {
                landings.put(fact, start);
                note(index, start);
            });
        }
    }

    private void note(int index, LocalDate day) {
        byDay.computeIfAbsent(day, own -> new ArrayList<>()).add(index);
    }

    /** Returns the paydays that may count in the period, in order. */
    private List<PaydayFact> around(DateSpan period) {
        return byDay.subMap(period.startInclusive().minusDays(longestStretch), period.endExclusive()).values().stream()
                .flatMap(List::stream)
                .sorted()
                .distinct()
                .map(facts::get)
                .toList();
    }

    /**
     * The days a report is about.
     *
     * @param on the report's day
     * @param judged the earlier of it and today
     * @param firstPeriod the first day of the period of the ledger's first entry
     */
    record Days(LocalDate on, LocalDate judged, LocalDate firstPeriod) {}

    /** Returns the payments of the period that count by days. */
    List<Income> spreadPayments(DateSpan period) {
        return spread.subMap(period.startInclusive(), period.endExclusive()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private boolean isSpread(PaydayFact fact) {
        if (fact.source().isIrregular()) {
            return false;
        }
        boolean primary = timeline.primaryOn(fact.payday())
                .filter(source -> source.name().equals(fact.source().name()))
                .isPresent();
        return fact.source()
                .spread()
                .orElseGet(() -> !primary
                        && Timeline.paydaysPerYear(fact.source(), fact.nominal())
                                < timeline.paydaysPerYear(fact.payday()));
    }

    /** Returns what came in, is to come and is expected in the period. */
    long of(PayPeriod period, List<DayTotal> totals) {
        long income = totals.stream()
                .filter(total -> total.kind() == EntryKind.INCOME)
                .mapToLong(DayTotal::minorUnits)
                .reduce(0, Math::addExact);
        for (Income payment : spreadPayments(period.span())) {
            income -= payment.amount().minorUnits();
        }
        return rows(period).stream()
                .filter(row -> row.state().isAwaited() || row.spread())
                .mapToLong(row -> row.amount().minorUnits())
                .reduce(income, Math::addExact);
    }

    /** Returns the period's pay, by date. */
    List<PayRow> rows(PayPeriod period) {
        List<PayRow> rows = new ArrayList<>();
        for (PaydayFact fact : around(period.span())) {
            Stretch stretch = stretches.get(fact);
            if (stretch != null) {
                share(fact, stretch, period, rows);
            } else if (fact.isPaid()) {
                fact.payments().stream()
                        .filter(income -> period.span().contains(income.date()))
                        .forEach(income -> rows.add(received(fact, income, income.amount(), false)));
            } else if (period.span().startInclusive().equals(landings.get(fact))) {
                rows.add(awaited(fact, fact.expected().getAsLong(), false));
            }
        }
        rows.sort(Comparator.comparing(PayRow::date).thenComparing(PayRow::source));
        return rows;
    }

    private PayRow received(PaydayFact fact, Income income, Money amount, boolean spread) {
        return new PayRow(
                fact.source().name(),
                fact.payday(),
                income.date(),
                amount,
                income.date().isAfter(on) ? PayRow.State.PLANNED : PayRow.State.RECEIVED,
                OptionalLong.of(income.id()),
                spread);
    }

    private PayRow awaited(PaydayFact fact, long amount, boolean spread) {
        boolean overdue =
                ChronoUnit.DAYS.between(fact.payday(), judged) > fact.source().toleranceDays();
        return new PayRow(
                fact.source().name(),
                fact.payday(),
                fact.payday(),
                plan.money(amount),
                overdue && wasPaidBefore(fact) ? PayRow.State.MISSING : PayRow.State.EXPECTED,
                OptionalLong.empty(),
                spread);
    }

    private boolean wasPaidBefore(PaydayFact fact) {
        LocalDate first = firstPaid.get(fact.source().name());
        return first != null && first.isBefore(fact.payday());
    }

    private boolean isExpected(PaydayFact fact, LocalDate reach) {
        boolean sinceFirstEntry =
                fact.source().versionOn(fact.nominal()).from().isPresent() || reach.isAfter(firstPeriod);
        return fact.stands() && fact.expected().isPresent() && sinceFirstEntry;
    }

    private boolean isNeverPaid(PaydayFact fact) {
        return !paidSources.contains(fact.source().name());
    }

    /** Returns the first day of the period in which an awaited payment counts. */
    private Optional<LocalDate> landing(PaydayFact fact) {
        if (!isExpected(fact, fact.payday().plusDays(1)) || !timeline.holds(fact.payday())) {
            return Optional.empty();
        }
        PayPeriod landing = timeline.containing(fact.payday());
        while (!landing.span().endExclusive().isAfter(judged)
                && ChronoUnit.DAYS.between(fact.payday(), landing.span().endExclusive())
                        <= fact.source().toleranceDays()) {
            landing = timeline.after(landing);
        }
        boolean counts = isNeverPaid(fact) || landing.span().endExclusive().isAfter(judged);
        return counts ? Optional.of(landing.span().startInclusive()) : Optional.empty();
    }

    private void share(PaydayFact fact, Stretch stretch, PayPeriod period, List<PayRow> rows) {
        boolean counts = fact.isPaid()
                || (isExpected(fact, stretch.end())
                        && (isNeverPaid(fact) || stretch.end().isAfter(judged)));
        LocalDate first = later(stretch.start(), period.span().startInclusive());
        LocalDate end = earlier(stretch.end(), period.span().endExclusive());
        if (!counts || !first.isBefore(end)) {
            return;
        }
        Money whole = fact.isPaid()
                ? fact.payments().get(0).amount()
                : plan.money(fact.expected().getAsLong());
        long days = stretch.days();
        Money share = whole.scaled(ChronoUnit.DAYS.between(stretch.start(), end), days)
                .minus(whole.scaled(ChronoUnit.DAYS.between(stretch.start(), first), days));
        rows.add(
                fact.isPaid()
                        ? received(fact, fact.payments().get(0), share, true)
                        : awaited(fact, share.minorUnits(), true));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
