package dev.payweek.report;

import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.period.Payday;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which income is the pay of which payday: a function of sources, incomes and decisions, whatever order they were
 * written in.
 *
 * <p>Paydays are taken in order of date. An income is a candidate for its nearest payday of a source only; what was
 * decided by hand comes first and is no candidate elsewhere.
 */
final class Recognition {

    /** One payday still to be judged. */
    private record Slot(PaySource source, Payday payday) {

        private LocalDate date() {
            return payday.date();
        }
    }

    private static final Comparator<Slot> IN_ORDER = Comparator.comparing(Slot::date)
            .thenComparing(slot -> slot.source().match().isEmpty())
            .thenComparing(slot -> slot.source().name());

    private final BudgetPlan plan;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, PayGrid> grids = new HashMap<>();
    private final List<PaydayFact> facts = new ArrayList<>();
    private final Map<String, List<Long>> received = new HashMap<>();
    private final Set<Long> taken;
    private final Map<Long, PayDecision> decided = new HashMap<>();
    private final List<Income> incomes;

    /**
     * Recognises pay.
     *
     * @param memory what is known of the paydays before {@code from}
     * @param from the first payday to judge
     * @param to a day beyond which no payday matters but the next two of each source
     */
    Recognition(BudgetPlan plan, Books books, PayMemory memory, LocalDate from, LocalDate to) {
        this.plan = plan;
        this.from = from;
        this.to = to;
        this.taken = new HashSet<>(memory.taken());
        memory.lastReceived().forEach((name, amounts) -> received.put(name, new ArrayList<>(amounts)));
        facts.addAll(memory.recent());
        plan.sources().stream()
                .filter(source -> !source.isIrregular())
                .forEach(source -> grids.put(source.name(), new PayGrid(source, from, to)));
        plan.payDecisions().forEach((id, decision) -> {
            if (!(decision instanceof PayDecision.PayOf pay)
                    || source(pay.source()).isPresent()) {
                decided.put(id, decision);
            }
        });
        this.incomes = candidates(books);
        regular();
        plan.sources().stream()
                .filter(PaySource::isIrregular)
                .sorted(Comparator.comparing(
                                (PaySource source) -> source.match().isEmpty())
                        .thenComparing(PaySource::name))
                .forEach(this::irregular);
        facts.sort(Comparator.comparing(PaydayFact::payday)
                .thenComparing(fact -> fact.source().name()));
    }

    /** Returns the paydays in order, those remembered among them. */
    List<PaydayFact> facts() {
        return facts;
    }

    /** Returns the last amounts received of each source. */
    Map<String, List<Long>> received() {
        return received;
    }

    private Optional<PaySource> source(String name) {
        return plan.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst();
    }

    private List<Income> candidates(Books books) {
        LocalDate first = from;
        for (PayGrid grid : grids.values()) {
            LocalDate before = grid.paydays().lowerKey(from);
            first = before != null && before.isBefore(first) ? before : first;
        }
        Map<Long, Income> found = new LinkedHashMap<>();
        books.incomes(new DateSpan(first, DateSpan.ALWAYS.endExclusive()))
                .forEach(income -> found.put(income.id(), income));
        books.incomesById(decided.keySet()).forEach(income -> found.put(income.id(), income));
        return found.values().stream()
                .filter(income -> !taken.contains(income.id()))
                .sorted(BY_CONTENT)
                .toList();
    }

    /** Orders incomes by what they say; ids decide only between equals. */
    private static final Comparator<Income> BY_CONTENT = Comparator.comparing(Income::date)
            .thenComparing(Income::amount)
            .thenComparing(income -> income.details().title())
            .thenComparing(income -> income.details().originalText())
            .thenComparing(income -> income.details().account().orElse(""))
            .thenComparing(income -> income.details().note().orElse(""))
            .thenComparing(Income::id);

    private void regular() {
        List<Slot> slots = new ArrayList<>();
        Map<String, Map<LocalDate, List<Income>>> byHand = new HashMap<>();
        Map<String, Map<LocalDate, List<Income>>> near = new HashMap<>();
        for (PaySource source : plan.sources()) {
            PayGrid grid = grids.get(source.name());
            if (grid == null) {
                continue;
            }
            LocalDate last = afterNext(grid);
            grid.paydays()
                    .subMap(from, true, last, true)
                    .values()
                    .forEach(payday -> slots.add(new Slot(source, payday)));
            for (Income income : incomes) {
                PayDecision decision = decided.get(income.id());
                if (decision instanceof PayDecision.PayOf pay && pay.source().equals(source.name())) {
                    put(byHand, source, grid.nearest(pay.payday()), income);
                } else if (decision == null && income.amount().isPositive() && mayBe(source, income)) {
                    put(near, source, grid.nearest(income.date()), income);
                }
            }
        }
        slots.sort(IN_ORDER);
        for (Slot slot : slots) {
            judge(slot, at(byHand, slot), at(near, slot));
        }
    }

    private LocalDate afterNext(PayGrid grid) {
        LocalDate next = grid.paydays().higherKey(to);
        LocalDate second = next == null ? null : grid.paydays().higherKey(next);
        return second == null ? grid.paydays().lastKey() : second;
    }

    private static void put(
            Map<String, Map<LocalDate, List<Income>>> lists, PaySource source, LocalDate day, Income income) {
        lists.computeIfAbsent(source.name(), name -> new HashMap<>())
                .computeIfAbsent(day, own -> new ArrayList<>())
                .add(income);
    }

    private static List<Income> at(Map<String, Map<LocalDate, List<Income>>> lists, Slot slot) {
        return lists.getOrDefault(slot.source().name(), Map.of()).getOrDefault(slot.date(), List.of());
    }

    /** Of a source without match: whatever no other source's match claims. */
    private boolean mayBe(PaySource source, Income income) {
        return source.match().isPresent()
                ? claims(source, income)
                : plan.sources().stream().noneMatch(other -> claims(other, income));
    }

    private static boolean claims(PaySource source, Income income) {
        return source.match()
                .filter(match -> match.holds(income.details(), EntryKind.INCOME))
                .isPresent();
    }

    private void judge(Slot slot, List<Income> byHand, List<Income> near) {
        PaySource source = slot.source();
        PayVersion version = source.versionOn(slot.payday().nominal());
        List<Long> before = received.computeIfAbsent(source.name(), name -> new ArrayList<>());
        OptionalLong expected = version.expected()
                .map(amount -> OptionalLong.of(amount.minorUnits()))
                .orElseGet(() -> Medians.smaller(before));
        Optional<Income> chosen = byHand.stream()
                .min(Comparator.comparing(Income::date).thenComparing(Income::id))
                .or(() -> near.stream()
                        .filter(income -> !taken.contains(income.id()) && fits(slot, income, expected))
                        .min(best(slot, expected)));
        chosen.ifPresent(income -> {
            taken.add(income.id());
            before.add(income.amount().minorUnits());
            if (before.size() > 3) {
                before.remove(0);
            }
        });
        boolean stands =
                !slot.payday().nominal().isBefore(source.versions().get(0).firstDay())
                        && source.until()
                                .filter(last -> last.isBefore(slot.payday().nominal()))
                                .isEmpty();
        facts.add(new PaydayFact(
                source,
                slot.date(),
                slot.payday().nominal(),
                stands,
                expected,
                chosen.map(List::of).orElse(List.of())));
    }

    private static boolean fits(Slot slot, Income income, OptionalLong expected) {
        long amount = income.amount().minorUnits();
        boolean near = daysApart(slot, income) <= slot.source().toleranceDays()
                && (expected.isEmpty() || amount >= expected.getAsLong() - amount);
        return near || (slot.source().match().isPresent() && isWithinAQuarter(amount, expected));
    }

    /** Where nothing is known to expect, every amount is near enough. */
    static boolean isWithinAQuarter(long amount, OptionalLong expected) {
        return expected.isEmpty() || Math.abs(amount - expected.getAsLong()) <= expected.getAsLong() / 4;
    }

    private static Comparator<Income> best(Slot slot, OptionalLong expected) {
        if (expected.isEmpty()) {
            return Comparator.comparing(Income::amount)
                    .reversed()
                    .thenComparing(income -> daysApart(slot, income))
                    .thenComparing(BY_CONTENT);
        }
        long known = expected.getAsLong();
        return Comparator.comparing(
                        (Income income) -> !isWithinAQuarter(income.amount().minorUnits(), expected))
                .thenComparing(income -> daysApart(slot, income))
                .thenComparing(Income::date)
                .thenComparing(income -> Math.abs(income.amount().minorUnits() - known))
                .thenComparing(BY_CONTENT);
    }

    private static long daysApart(Slot slot, Income income) {
        return Math.abs(ChronoUnit.DAYS.between(slot.date(), income.date()));
    }

    private void irregular(PaySource source) {
        Map<LocalDate, List<Income>> groups = new LinkedHashMap<>();
        LocalDate open = null;
        for (PaydayFact fact : List.copyOf(facts)) {
            if (fact.source().name().equals(source.name())) {
                facts.remove(fact);
                groups.put(fact.payday(), new ArrayList<>(fact.payments()));
                // What was decided by hand opens no payday that later payments join.
                open = fact.payments().stream().allMatch(income -> decided.containsKey(income.id()))
                        ? open
                        : fact.payday();
            }
        }
        Map<Income, LocalDate> byHand = new LinkedHashMap<>();
        for (Income income : incomes) {
            PayDecision decision = decided.get(income.id());
            if (decision instanceof PayDecision.PayOf pay && pay.source().equals(source.name())) {
                byHand.put(income, pay.payday());
            } else if (decision == null
                    && !income.date().isBefore(from)
                    && income.amount().isPositive()
                    && !taken.contains(income.id())
                    && mayBe(source, income)) {
                if (open == null || income.date().isAfter(open.plusDays(3))) {
                    open = income.date();
                }
                groups.computeIfAbsent(open, day -> new ArrayList<>()).add(income);
            }
        }
        byHand.forEach((income, payday) -> {
            boolean known = groups.containsKey(payday);
            if (known || !income.date().isBefore(from)) {
                groups.computeIfAbsent(known ? payday : income.date(), day -> new ArrayList<>())
                        .add(income);
            }
        });
        groups.forEach((day, payments) -> {
            payments.forEach(income -> taken.add(income.id()));
            facts.add(new PaydayFact(source, day, day, false, OptionalLong.empty(), List.copyOf(payments)));
        });
    }
}
