package dev.payweek.plan;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether what a pay period leaves over or overdraws as a whole goes into the next one.
 *
 * <pre>{@code
 * var both = Carry.of(Rollover.Policy.BOTH).cappedAt(Money.of("300.00", "USD"));
 * both.carried(Money.of("450.00", "USD"), Money.of("0.00", "USD"));          // 300.00 USD
 * Carry.NONE.carried(Money.of("450.00", "USD"), Money.of("0.00", "USD"));    // 0.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param mode what is carried
 * @param cap the most that is carried either way, zero or more; unbounded when absent
 * @param from a day of the pay period into which nothing is carried yet; absent for the first whose pay is recorded
 */
public record Carry(Rollover.Policy mode, Optional<Money> cap, Optional<LocalDate> from) {

    /** Nothing is carried. */
    public static final Carry NONE = of(Rollover.Policy.NONE);

    /** Creates a carry; refuses a cap below zero or beyond the range of amounts. */
    public Carry {
        new Rollover(mode, cap, false);
        from.ifPresent(day -> DateSpan.requireUsable("from", day));
    }

    /** Returns a carry without cap that begins by itself. */
    public static Carry of(Rollover.Policy mode) {
        return new Carry(mode, Optional.empty(), Optional.empty());
    }

    /** Returns this carry with a cap either way. */
    public Carry cappedAt(Money most) {
        return new Carry(mode, Optional.of(most), from);
    }

    /** Returns this carry, beginning in the pay period of a day. */
    public Carry from(LocalDate day) {
        return new Carry(mode, cap, Optional.of(day));
    }

    /**
     * Returns what goes into the next period.
     *
     * @param left what the period left over, or overdrew
     * @param givenBack what pots give back that end with it: added where surpluses are carried, before mode and cap
     */
    public Money carried(Money left, Money givenBack) {
        boolean surplus = mode == Rollover.Policy.SURPLUS || mode == Rollover.Policy.BOTH;
        return new Rollover(mode, cap, false).carried(surplus ? left.plus(givenBack) : left);
    }
}
