package dev.payweek.plan;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.Validation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Money put aside in each pay period, perhaps for a category: a pot. What a period does not use of it stays in the pot.
 *
 * <pre>{@code
 * var car = SetAside.of("Car", Money.of("100.00", "USD")).forCategory(CategoryPath.of("Car"));
 * car.amountOn(LocalDate.of(2026, 1, 31)).get().amount();           // 100.00 USD
 * car.until(LocalDate.of(2026, 3, 31)).isInForce(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 1, 1));    // false
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name what it is called, 1 to 80 characters
 * @param amounts how much, by the days the amounts hold from; only the first may lack such a day
 * @param category what it is for, with everything below; absent when it is for nothing in particular
 * @param from the first day it is in force, inclusive; absent for the ledger's first entry
 * @param until the last day it is in force, inclusive
 */
public record SetAside(
        String name,
        List<Amount> amounts,
        Optional<CategoryPath> category,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** The most characters of a set-aside's name, inclusive. */
    public static final int MAX_NAME = Validation.MAX_NAME;

    /**
     * An amount from a day on: {@code SetAside.Amount.perYear(Money.of("600.00", "USD"))} is 600.00 a year.
     *
     * <p>Immutable and safe for use by any number of threads.
     *
     * @param from the first day it holds; absent in a first amount
     * @param amount how much, zero or more
     * @param perYear whether a year is meant, divided by the primary source's paydays a year; else a pay period
     */
    public record Amount(Optional<LocalDate> from, Money amount, boolean perYear) {

        /** Creates an amount; refuses one below zero or out of range. */
        public Amount {
            var checks = new Validation();
            checks.that(!amount.isNegative(), "amount", "negative", "A set-aside amount must be zero or more.");
            checks.that(amount.isInRange(), "amount", "out_of_range", "The amount is beyond the range of amounts.");
            from.ifPresent(day -> DateSpan.check(checks, "from", day));
            checks.refuseIfAny();
        }

        /** Returns an amount in each pay period that has always held. */
        public static Amount perPeriod(Money amount) {
            return new Amount(Optional.empty(), amount, false);
        }

        /** Returns an amount a year that has always held. */
        public static Amount perYear(Money amount) {
            return new Amount(Optional.empty(), amount, true);
        }

        /** Returns this amount from a day on. */
        public Amount from(LocalDate day) {
            return new Amount(Optional.of(day), amount, perYear);
        }

        private LocalDate firstDay() {
            return from.orElse(DateSpan.EARLIEST);
        }
    }

    /** Creates a set-aside; refuses with every problem found. */
    public SetAside {
        amounts =
                amounts.stream().sorted(Comparator.comparing(Amount::firstDay)).toList();
        var checks = new Validation();
        checks.text("name", name, MAX_NAME);
        checks.that(!amounts.isEmpty(), "amounts", "empty", "A set-aside needs an amount.");
        for (int i = 1; i < amounts.size(); i++) {
            checks.that(
                    amounts.get(i).firstDay().isAfter(amounts.get(i - 1).firstDay()),
                    "amounts/" + i + "/from",
                    "coincides",
                    "Two amounts of a set-aside cannot begin on one day.");
        }
        checks.that(
                from.isEmpty() || until.isEmpty() || !until.get().isBefore(from.get()),
                "until",
                "before_from",
                "A set-aside cannot end before it begins.");
        from.ifPresent(day -> DateSpan.check(checks, "from", day));
        until.ifPresent(day -> DateSpan.check(checks, "until", day));
        checks.refuseIfAny();
    }

    /** Returns a set-aside of an amount in each pay period, in force since the ledger's first entry. */
    public static SetAside of(String name, Money perPeriod) {
        return new SetAside(
                name, List.of(Amount.perPeriod(perPeriod)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns this set-aside with other amounts. */
    public SetAside with(List<Amount> others) {
        return new SetAside(name, others, category, from, until);
    }

    /** Returns this set-aside for a category. */
    public SetAside forCategory(CategoryPath path) {
        return new SetAside(name, amounts, Optional.of(path), from, until);
    }

    /** Returns this set-aside from a day on. */
    public SetAside from(LocalDate day) {
        return new SetAside(name, amounts, category, Optional.of(day), until);
    }

    /** Returns this set-aside up to a day, inclusive. */
    public SetAside until(LocalDate day) {
        return new SetAside(name, amounts, category, from, Optional.of(day));
    }

    /**
     * Returns whether it is in force on the day.
     *
     * @param firstEntry the day of the ledger's first entry, on which one without a first day begins
     */
    public boolean isInForce(LocalDate day, LocalDate firstEntry) {
        return !from.orElse(firstEntry).isAfter(day)
                && !until.filter(last -> last.isBefore(day)).isPresent()
                && amountOn(day).isPresent();
    }

    /** Returns the amount that holds on the day: the latest not later than it. */
    public Optional<Amount> amountOn(LocalDate day) {
        return amounts.stream()
                .filter(amount -> !amount.firstDay().isAfter(day))
                .reduce((one, later) -> later);
    }
}
