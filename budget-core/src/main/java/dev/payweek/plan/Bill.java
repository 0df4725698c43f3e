package dev.payweek.plan;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.Validation;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that falls due by a plan, such as rent on the 5th. It is off what is left until it is paid.
 *
 * <pre>{@code
 * var rent = Bill.of("Rent", CategoryPath.of("Home"), PaySchedule.monthly(5)).costing(Money.of("900.00", "USD"));
 * rent.amount();                                                  // Optional[900.00 USD]
 * rent.costing(Money.of("-1.00", "USD"));                         // refused: A bill's amount must be above zero.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name what it is called, 1 to 80 characters
 * @param category where its payments belong
 * @param amount what it comes to; absent for the median of the last three payments
 * @param schedule its due days
 * @param match which expenses pay it; absent for those of its category within 25 % of its amount
 * @param from the first due day, inclusive; absent for the ledger's first entry
 * @param until the last due day, inclusive
 */
public record Bill(
        String name,
        CategoryPath category,
        Optional<Money> amount,
        PaySchedule schedule,
        Optional<Condition> match,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** The most characters of a bill's name, inclusive. */
    public static final int MAX_NAME = Validation.MAX_NAME;

    /** Creates a bill; refuses with every problem found. */
    public Bill {
        var checks = new Validation();
        checks.text("name", name, MAX_NAME);
        amount.ifPresent(money -> {
            checks.that(money.isPositive(), "amount", "not_positive", "A bill's amount must be above zero.");
            checks.that(money.isInRange(), "amount", "out_of_range", "The amount is beyond the range of amounts.");
        });
        checks.that(
                !schedule.followsRecordedPaychecks(), "schedule", "irregular", "A bill needs days on which it is due.");
        checks.that(
                from.isEmpty() || until.isEmpty() || !until.get().isBefore(from.get()),
                "until",
                "before_from",
                "A bill cannot end before it begins.");
        from.ifPresent(day -> DateSpan.check(checks, "from", day));
        until.ifPresent(day -> DateSpan.check(checks, "until", day));
        checks.refuseIfAny();
    }

    /** Returns whether the day is one of its due days, as far as it says when it begins and ends. */
    public boolean isDueOn(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty()
                && schedule.isPlannedOn(day);
    }

    /** Returns a bill of which neither amount, match nor days are stated. */
    public static Bill of(String name, CategoryPath category, PaySchedule schedule) {
        return new Bill(
                name, category, Optional.empty(), schedule, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns this bill with a fixed amount. */
    public Bill costing(Money money) {
        return new Bill(name, category, Optional.of(money), schedule, match, from, until);
    }

    /** Returns this bill, paid by the expenses of which the condition holds. */
    public Bill matching(Condition condition) {
        return new Bill(name, category, amount, schedule, Optional.of(condition), from, until);
    }

    /** Returns this bill from a day on. */
    public Bill from(LocalDate day) {
        return new Bill(name, category, amount, schedule, match, Optional.of(day), until);
    }

    /** Returns this bill up to a day, inclusive. */
    public Bill until(LocalDate day) {
        return new Bill(name, category, amount, schedule, match, from, Optional.of(day));
    }
}
