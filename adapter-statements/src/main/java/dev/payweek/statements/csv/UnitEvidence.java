package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.WrittenAmount;
import java.util.List;
import java.util.Optional;

/**
 * Whether amounts may be in cents. A few banks write 1250 for 12.50. That is asked only when every amount of the file
 * is a whole number of at least three digits and some of them are odd sums, which whole amounts hardly ever are.
 */
final class UnitEvidence {

    static final String PARAMETER = "amount_unit";

    private static final int FEWEST_DIGITS = 3;

    private final boolean known;
    private boolean marked;
    private boolean small;
    private boolean odd;

    UnitEvidence(Layout layout) {
        // A heading such as Amount (EUR) speaks of euros; and yen and forints are whole by nature;
        // no bank of East Asia is known to write cents.
        known = layout.currency().isPresent() || layout.has(ColumnRole.CURRENCY) || layout.isEastern();
    }

    /** Takes one cell of money into account, be it an amount or a balance. */
    void see(WrittenAmount amount) {
        String number = amount.number();
        marked |= amount.isMarked();
        small |= number.length() < FEWEST_DIGITS;
        odd |= !number.endsWith("00");
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
        boolean open = !known && !marked && !small && odd;
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
