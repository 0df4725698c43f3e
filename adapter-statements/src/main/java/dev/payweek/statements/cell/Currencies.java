package dev.payweek.statements.cell;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The currencies that codes and signs mean. */
public final class Currencies {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("EURO", "EUR"),
            Map.entry("EUROS", "EUR"),
            Map.entry("EUROA", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("R$", "BRL"),
            Map.entry("ZŁ", "PLN"),
            Map.entry("KČ", "CZK"),
            Map.entry("FT", "HUF"),
            Map.entry("FR", "CHF"),
            Map.entry("FR.", "CHF"),
            Map.entry("SFR", "CHF"),
            Map.entry("₹", "INR"),
            Map.entry("₽", "RUB"),
            Map.entry("₺", "TRY"),
            Map.entry("₩", "KRW"),
            Map.entry("₪", "ILS"),
            Map.entry("₴", "UAH"),
            Map.entry("US$", "USD"),
            Map.entry("C$", "CAD"),
            Map.entry("CA$", "CAD"),
            Map.entry("A$", "AUD"),
            Map.entry("AU$", "AUD"),
            Map.entry("NZ$", "NZD"));

    /** Signs of several currencies: they make a cell an amount, but do not say of what. */
    private static final Set<String> VAGUE = Set.of("$", "¥", "KR", "KR.", "RS", "RS.", "R", "¤");

    private Currencies() {}

    /**
     * Returns the currency of an ISO 4217 code or a sure sign: {@code "eur"}, {@code "£"}; pseudo-currencies are none.
     */
    public static Optional<Currency> of(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String upper = word.strip().toUpperCase(Locale.ROOT);
        String code = SIGNS.getOrDefault(upper, upper);
        if (code.length() != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a word is a currency's code or sign, be it a sign of several currencies. */
    public static boolean isKnown(String word) {
        return of(word).isPresent() || isVagueSign(word.strip());
    }

    static boolean isVagueSign(String word) {
        return VAGUE.contains(word.toUpperCase(Locale.ROOT));
    }
}
