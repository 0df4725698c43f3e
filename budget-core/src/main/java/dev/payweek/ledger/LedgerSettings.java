package dev.payweek.ledger;

import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.Validation;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * What holds for a ledger as a whole.
 *
 * <pre>{@code
 * var settings = LedgerSettings.fresh(Money.currency("USD"), ZoneId.of("America/New_York"));
 * settings.nearPercent();    // 90
 * var inEuro = PaySchedule.parse("monthly on 20; expecting 2400.00 EUR");
 * settings.with(inEuro);     // refused: The expected paycheck must be in USD.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name what its owner calls it, 1 to 80 characters
 * @param currency the currency of every amount in it
 * @param zone where its owner lives; serves only to turn now into today
 * @param schedule when pay comes
 * @param nearPercent from which share of a limit on it counts as nearly reached, from 1 to 100, inclusive
 */
public record LedgerSettings(String name, Currency currency, ZoneId zone, PaySchedule schedule, int nearPercent) {

    /** The most characters of a ledger's name, inclusive. */
    public static final int MAX_NAME = Validation.MAX_NAME;

    /** From which share of a limit on it counts as nearly reached unless said otherwise. */
    public static final int DEFAULT_NEAR_PERCENT = 90;

    /** Creates settings; refuses with every problem found, such as an expected paycheck in another currency. */
    public LedgerSettings {
        var checks = new Validation();
        checks.text("name", name, MAX_NAME);
        checks.that(
                nearPercent >= 1 && nearPercent <= 100,
                "near_percent",
                "out_of_range",
                "The share from which a limit is near must be 1 to 100 percent.");
        checks.that(
                schedule.expectedPaycheck().isEmpty()
                        || schedule.expectedPaycheck().get().currency().equals(currency),
                "expected_paycheck",
                "currency",
                "The expected paycheck must be in " + currency + ".");
        checks.refuseIfAny();
    }

    /** Returns the settings of a new ledger: calendar weeks until its owner says when pay comes. */
    public static LedgerSettings fresh(Currency currency, ZoneId zone) {
        return new LedgerSettings("Household", currency, zone, PaySchedule.DEFAULT_CURRENCY, DEFAULT_NEAR_PERCENT);
    }

    /** Returns these settings with another schedule. */
    public LedgerSettings with(PaySchedule other) {
        return new LedgerSettings(name, currency, zone, other, nearPercent);
    }

    /** Returns these settings with another currency and without an expected paycheck in the old one. */
    public LedgerSettings withCurrency(Currency other) {
        PaySchedule plan = new PaySchedule(
                schedule.cadence(),
                schedule.adjustment(),
                schedule.holidays(),
                schedule.toleranceDays(),
                Optional.empty());
        return new LedgerSettings(name, other, zone, other.equals(currency) ? schedule : plan, nearPercent);
    }
}
