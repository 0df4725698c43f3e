package dev.payweek.plan;

import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.util.Optional;

/**
 * What becomes of the money of a limit that a stretch leaves over or overdraws: whether it is carried into the next.
 *
 * <p>With a weekly limit of 100.00 and 70.00 spent, {@link Policy#SURPLUS} makes 130.00 of the next week; with 120.00
 * spent, {@link Policy#DEFICIT} makes 80.00 of it.
 *
 * <pre>{@code
 * var rollover = Rollover.of(Rollover.Policy.BOTH).cappedAt(Money.of("50.00", "USD"));
 * rollover.carried(Money.of("70.00", "USD"));      // 50.00 USD
 * rollover.carried(Money.of("-30.00", "USD"));     // -30.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param policy what is carried
 * @param cap the most that is carried either way, zero or more; unbounded when absent
 * @param reset whether the limit begins without what earlier ones left over or overdrew
 */
public record Rollover(Policy policy, Optional<Money> cap, boolean reset) {

    /** What is carried from one stretch into the next. */
    public enum Policy {
        /** Nothing: each stretch stands for itself. */
        NONE,
        /** What was left over. */
        SURPLUS,
        /** What was spent too much. */
        DEFICIT,
        /** Either. */
        BOTH
    }

    /** Each stretch stands for itself. */
    public static final Rollover NONE = new Rollover(Policy.NONE, Optional.empty(), false);

    /** Creates a rollover; refuses a cap below zero or beyond {@link Money#MAX_MINOR_UNITS}. */
    public Rollover {
        if (cap.filter(Money::isNegative).isPresent()) {
            throw LedgerException.invalid("cap", "negative", "The most that rolls over must be zero or more.");
        }
        if (cap.filter(amount -> !amount.isInRange()).isPresent()) {
            throw LedgerException.invalid(
                    "cap", "out_of_range", "The cap " + cap.orElseThrow() + " is beyond the range of amounts.");
        }
    }

    /** Returns a rollover without cap or reset. */
    public static Rollover of(Policy policy) {
        return new Rollover(policy, Optional.empty(), false);
    }

    /** Returns this rollover with a cap on what is carried either way. */
    public Rollover cappedAt(Money most) {
        return new Rollover(policy, Optional.of(most), reset);
    }

    /** Returns this rollover, starting over: nothing comes over from before the limit's first day. */
    public Rollover restarted() {
        return new Rollover(policy, cap, true);
    }

    /**
     * Returns what goes on into the next stretch.
     *
     * @param left what is left of limit and carry-in, in the cap's currency; negative when overdrawn
     */
    public Money carried(Money left) {
        boolean goesOn = switch (policy) {
            case NONE -> false;
            case SURPLUS -> left.isPositive();
            case DEFICIT -> left.isNegative();
            case BOTH -> true;
        };
        if (!goesOn) {
            return Money.zero(left.currency());
        }
        return cap.filter(most -> left.abs().compareTo(most) > 0)
                .map(most -> left.isNegative() ? most.negated() : most)
                .orElse(left);
    }
}
