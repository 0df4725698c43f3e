package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.WrittenAmount;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether amounts may be in cents. A few banks write 1250 for 12.50. That is asked only when every amount of the file
 * is a whole number of at least three digits and some of them are odd sums, which whole amounts hardly ever are, and
 * only where nothing says it: a heading such as {@code amount_minor}, or a currency that has no cents to speak of.
 */
final class UnitEvidence {

    static final String PARAMETER = "amount_unit";

    private static final int FEWEST_DIGITS = 3;

    /** Money whose smaller unit is paid with every day, so that whole amounts alone are rare. */
    private static final Set<String> WITH_CENTS =
            Set.of("EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD", "PLN", "BRL");

    private final boolean known;
    private final boolean inCents;
    private int decimals = 2;
    private boolean others;
    private boolean anyCents;
    private boolean marked;
    private boolean small;
    private boolean odd;
    private boolean anyUneven;

    UnitEvidence(Layout layout) {
        // A heading such as Amount (EUR) speaks of euros; and yen and forints are whole by nature;
        // no bank of East Asia is known to write cents.
        known = layout.currency().isPresent() || layout.isEastern();
        inCents = WrittenMoney.MONEY.stream()
                .filter(layout::has)
                .anyMatch(meaning -> Vocabulary.MINOR.areIn(layout.nameOf(meaning)));
        layout.currency().ifPresent(this::seeCurrency);
    }

    /** Takes one cell of money into account, be it an amount or a balance. */
    void see(WrittenAmount amount) {
        String number = amount.number();
        marked |= amount.isMarked();
        small |= number.length() < FEWEST_DIGITS;
        odd |= !number.endsWith("00");
        anyUneven |= !number.endsWith("0");
    }

    /** Takes the currency of a row into account. */
    void seeCurrency(Currency currency) {
        decimals = currency.getDefaultFractionDigits();
        boolean cents = WITH_CENTS.contains(currency.getCurrencyCode());
        anyCents |= cents;
        others |= !cents;
    }

    /** Returns by how many places the decimal mark is to be moved to the left, or nothing if a person must decide. */
    Optional<Integer> places(ReadOptions options) {
        Optional<String> answer = options.answer(PARAMETER).map(String::strip);
        if (answer.isPresent()) {
            return switch (answer.get()) {
                case "units" -> Optional.of(0);
                case "cents" -> Optional.of(2);
                default ->
                    throw LedgerException.invalid(
                            PARAMETER, "unknown", "\"" + answer.get() + "\" is no answer; units or cents is.");
            };
        }
        if (inCents && !marked) {
            return Optional.of(decimals);
        }
        // Beside the name of a currency round sums are what they seem.
        boolean whole = known || (others && !anyCents) || (anyCents && !anyUneven);
        boolean open = !whole && !marked && !small && odd;
        return open ? Optional.empty() : Optional.of(0);
    }

    /** Returns the question to ask when {@link #places} is open. */
    Question question() {
        return new Question(
                "amount_unit",
                "No amount of the file has decimals. Are the amounts in whole units, or in cents?",
                PARAMETER,
                List.of("units", "cents"));
    }
}
