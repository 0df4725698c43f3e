package dev.payweek.plan;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.PayPeriod;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The limits of one ledger, ready to be asked what holds on a day.
 *
 * <pre>{@code
 * var fun = new SoftLimit(CategoryPath.of("Fun"), Money.of("120.00", "USD"), Per.WEEK, LocalDate.of(2026, 11, 20));
 * var plan = new Plan(List.of(fun));
 * plan.limitOn(fun.category(), LocalDate.of(2026, 11, 19));                      // Optional.empty
 * plan.limitOn(fun.category(), LocalDate.of(2026, 11, 20)).get().amount();       // 120.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Plan {

    private final List<SoftLimit> limits;
    private final Map<CategoryPath, NavigableMap<LocalDate, SoftLimit>> byCategory = new HashMap<>();
    private final Map<CategoryPath, LocalDate> rollingOver;

    /** Creates a plan of everything ever set; what is past stays true of the past. */
    public Plan(Collection<SoftLimit> limits) {
        this.limits = List.copyOf(limits);
        for (SoftLimit limit : limits) {
            byCategory
                    .computeIfAbsent(limit.category(), path -> new TreeMap<>())
                    .putIfAbsent(limit.from(), limit);
        }
        this.rollingOver = Collections.unmodifiableMap(this.limits.stream()
                .filter(limit -> limit.rollover().policy() != Rollover.Policy.NONE)
                .collect(Collectors.toMap(
                        SoftLimit::category,
                        SoftLimit::from,
                        (one, other) -> one.isBefore(other) ? one : other,
                        TreeMap::new)));
    }

    /** Returns the limit of exactly this category that holds on the day: the latest not later than it. */
    public Optional<SoftLimit> limitOn(CategoryPath category, LocalDate day) {
        return Optional.ofNullable(byCategory.get(category))
                .map(own -> own.floorEntry(day))
                .map(Map.Entry::getValue);
    }

    /**
     * Returns what the limit of exactly this category comes to in the week.
     *
     * <p>A limit stated per pay period governs the whole period it begins in, one stated per week the whole week; so
     * the weeks of a period always sum to what {@link #limitIn(CategoryPath, PayPeriod)} says.
     */
    public Optional<Money> limitIn(CategoryPath category, BudgetWeek week) {
        return governing(category, week).map(limit -> limit.amountIn(week));
    }

    /** Returns what the limit of exactly this category comes to in the pay period: the sum of its weeks. */
    public Optional<Money> limitIn(CategoryPath category, PayPeriod period) {
        Optional<SoftLimit> whole = limitOn(category, period.span().lastDay());
        if (whole.isEmpty() || whole.get().per() == Per.PERIOD) {
            return whole.map(SoftLimit::amount);
        }
        return period.weeks().stream()
                .flatMap(week -> limitIn(category, week).stream())
                .reduce(Money::plus);
    }

    /** Returns the limit that decides on the week: the period's if stated per pay period, else the week's own. */
    public Optional<SoftLimit> governing(CategoryPath category, BudgetWeek week) {
        Optional<SoftLimit> ofPeriod = limitOn(category, week.period().lastDay());
        return ofPeriod.filter(limit -> limit.per() == Per.PERIOD)
                .or(() -> limitOn(category, week.span().lastDay()));
    }

    /**
     * Returns the categories of which something has ever been meant to roll over, each with the first day that counts
     * for it.
     */
    public Map<CategoryPath, LocalDate> rollingOver() {
        return rollingOver;
    }

    /** Returns the days from which limits hold. */
    public Set<LocalDate> beginnings() {
        return limits.stream().map(SoftLimit::from).collect(Collectors.toSet());
    }

    /** Returns the categories that have a limit on the day. */
    public List<CategoryPath> limitedOn(LocalDate day) {
        return limits.stream()
                .filter(limit -> !limit.from().isAfter(day))
                .map(SoftLimit::category)
                .distinct()
                .sorted()
                .toList();
    }
}
