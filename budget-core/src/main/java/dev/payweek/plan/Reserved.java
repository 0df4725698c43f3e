package dev.payweek.plan;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.Validation;
import java.time.LocalDate;

/**
 * An amount set aside from the income of each pay period before anything is spent, such as rent or savings.
 *
 * <pre>{@code
 * budget.reserve("Rent", Money.of("900.00", "USD")).from();      // 2026-11-22
 * budget.reserve("Rent", Money.of("-900.00", "USD"));            // refused: A reserved amount must be zero or more.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name what for, 1 to 80 characters
 * @param amount how much per pay period, zero or more
 * @param from the first day it applies to, inclusive; a later one of the same name takes over from its own day
 */
public record Reserved(String name, Money amount, LocalDate from) {

    /** The most characters of a reserved amount's name, inclusive. */
    public static final int MAX_NAME = Validation.MAX_NAME;

    /** Creates a reservation; refuses with every problem found. */
    public Reserved {
        var checks = new Validation();
        checks.text("name", name, MAX_NAME);
        checks.that(!amount.isNegative(), "amount", "negative", "A reserved amount must be zero or more.");
        checks.that(
                amount.isInRange(),
                "amount",
                "out_of_range",
                "The reserved amount " + amount + " is beyond the range of amounts.");
        checks.refuseIfAny();
        DateSpan.requireUsable("from", from);
    }
}
