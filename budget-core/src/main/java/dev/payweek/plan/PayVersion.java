package dev.payweek.plan;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.Validation;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What holds of a pay source from a day on: when it pays and how much. A raise or a new job is a new version, so that
 * the past is never cut again.
 *
 * <pre>{@code
 * var first = PayVersion.of(PaySchedule.monthly(1)).expecting(Money.of("2000.00", "USD"));
 * var raise = first.expecting(Money.of("2200.00", "USD")).from(LocalDate.of(2026, 7, 1));
 * raise.from();    // Optional[2026-07-01]
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param from the first nominal payday it rules, inclusive; absent in a first version that has always held
 * @param schedule when it pays
 * @param expected how much, when stated: above zero
 */
public record PayVersion(Optional<LocalDate> from, PaySchedule schedule, Optional<Money> expected) {

    /** Creates a version; refuses an expected amount that is not above zero or out of range. */
    public PayVersion {
        var checks = new Validation();
        from.ifPresent(day -> DateSpan.check(checks, "from", day));
        expected.ifPresent(amount -> {
            checks.that(amount.isPositive(), "expected", "not_positive", "Expected pay must be above zero.");
            checks.that(amount.isInRange(), "expected", "out_of_range", "Expected pay is beyond the range of amounts.");
        });
        checks.refuseIfAny();
    }

    /** Returns a version that has always held, of which no amount is stated. */
    public static PayVersion of(PaySchedule schedule) {
        return new PayVersion(Optional.empty(), schedule, Optional.empty());
    }

    /** Returns this version with an expected amount. */
    public PayVersion expecting(Money amount) {
        return new PayVersion(from, schedule, Optional.of(amount));
    }

    /** Returns this version, from a day on. */
    public PayVersion from(LocalDate day) {
        return new PayVersion(Optional.of(day), schedule, expected);
    }

    /** Returns the day from which it holds, or the earliest there is. */
    public LocalDate firstDay() {
        return from.orElse(DateSpan.EARLIEST);
    }
}
