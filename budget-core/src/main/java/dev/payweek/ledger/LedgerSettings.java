package dev.payweek.ledger;

import dev.payweek.refusal.Validation;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What holds for a ledger as a whole.
 *
 * <pre>{@code
 * var settings = LedgerSettings.fresh(Money.currency("USD"), ZoneId.of("America/New_York"));
 * settings.nearPercent();    // 90
 * settings.name();           // "Household"
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name what its owner calls it, 1 to 80 characters
 * @param currency the currency of every amount in it
 * @param zone where its owner lives; serves only to turn now into today
 * @param nearPercent from which share of a limit on it counts as nearly reached, from 1 to 100, inclusive
 */
public record LedgerSettings(String name, Currency currency, ZoneId zone, int nearPercent) {

    /** The most characters of a ledger's name, inclusive. */
    public static final int MAX_NAME = Validation.MAX_NAME;

    /** From which share of a limit on it counts as nearly reached unless said otherwise. */
    public static final int DEFAULT_NEAR_PERCENT = 90;

    /** Creates settings; refuses with every problem found. */
    public LedgerSettings {
        var checks = new Validation();
        checks.text("name", name, MAX_NAME);
        checks.that(
                nearPercent >= 1 && nearPercent <= 100,
                "near_percent",
                "out_of_range",
                "The share from which a limit is near must be 1 to 100 percent.");
        checks.refuseIfAny();
    }

    /** Returns the settings of a new ledger. */
    public static LedgerSettings fresh(Currency currency, ZoneId zone) {
        return new LedgerSettings("Household", currency, zone, DEFAULT_NEAR_PERCENT);
    }

    /** Returns these settings with another currency. */
    public LedgerSettings withCurrency(Currency other) {
        return new LedgerSettings(name, other, zone, nearPercent);
    }
}
