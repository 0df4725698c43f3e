package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import java.util.Optional;

/**
 * A set-aside in a pay period.
 *
 * <pre>
 * left     = max(0, amount − used − due)
 * from pot = min(pot, max(0, used + due − amount))
 * </pre>
 *
 * <pre>{@code
 * Money zero = Money.of("0.00", "USD");
 * Money hundred = Money.of("100.00", "USD");
 * var car = new SetAsideRow("Car", Optional.empty(), hundred, Money.of("250.00", "USD"), zero, zero, hundred, hundred);
 * car.stillDue();    // -100.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param setAside the set-aside's name
 * @param category what it is for
 * @param amount what is put aside in the period
 * @param used what was and is to be paid of it in the period
 * @param due what its category's bills still ask for
 * @param left what of the amount is left
 * @param pot what earlier periods left in it
 * @param fromPot what of that this period needs
 */
public record SetAsideRow(
        String setAside,
        Optional<CategoryPath> category,
        Money amount,
        Money used,
        Money due,
        Money left,
        Money pot,
        Money fromPot) {

    /** Returns what it adds to what is still due, its bills apart. */
    public Money stillDue() {
        return left.minus(fromPot);
    }
}
