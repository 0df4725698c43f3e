package dev.payweek.plan;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The limits and reservations of one ledger, ready to be asked what holds on a day. */
public final class Plan {

    private final List<SoftLimit> limits;
    private final List<Reserved> reserved;

    /** Creates a plan of everything ever set; what is past stays true of the past. */
    public Plan(Collection<SoftLimit> limits, Collection<Reserved> reserved) {
        this.limits = List.copyOf(limits);
        this.reserved = List.copyOf(reserved);
    }

    /** Returns the limit of exactly this category that holds on the day: the latest not later than it. */
    public Optional<SoftLimit> limitOn(CategoryPath category, LocalDate day) {
        return limits.stream()
                .filter(limit ->
                        limit.category().equals(category) && !limit.from().isAfter(day))
                .max(Comparator.comparing(SoftLimit::from));
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

    /** Returns the reservations that hold on the day, one for each name, by name. */
    public List<Reserved> reservedOn(LocalDate day) {
        return reserved.stream()
                .filter(one -> !one.from().isAfter(day))
                .collect(Collectors.groupingBy(Reserved::name, Collectors.maxBy(Comparator.comparing(Reserved::from))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Reserved::name))
                .toList();
    }

    /** Returns what all reservations that hold on the day set aside together per pay period. */
    public Money totalReservedOn(LocalDate day, Currency currency) {
        return reservedOn(day).stream().map(Reserved::amount).reduce(Money.zero(currency), Money::plus);
    }
}
