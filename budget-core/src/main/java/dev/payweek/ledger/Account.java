package dev.payweek.ledger;

import dev.payweek.refusal.Validation;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An account of the household's at a bank, or its cash.
 *
 * <p>Entries name their account; an account that nobody has described comes into being with its first entry.
 *
 * <pre>{@code
 * var checking = Account.of("Checking").reading(Map.of("date_format", "D/M/Y"));
 * checking.reading();    // {date_format=D/M/Y}
 * Account.of("");        // refused: The name must not be empty.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name what entries call it, 1 to 80 characters
 * @param closed whether it is no longer used; its entries stay
 * @param reading how its bank's files are read, as the person once answered: {@code date_format} → {@code D/M/Y}; at
 *     most 20 answers, named by lower-case words, each at most 100 characters
 */
public record Account(String name, boolean closed, SortedMap<String, String> reading) {

    /** The most characters of an account's name, inclusive. */
    public static final int MAX_NAME = Validation.MAX_NAME;

    /** Creates an account; refuses with every problem found. */
    public Account {
        name = name.strip();
        reading = Collections.unmodifiableSortedMap(new TreeMap<>(reading));
        var checks = new Validation();
        checks.text("name", name, MAX_NAME);
        checks.that(reading.size() <= 20, "reading", "too_many", "An account keeps at most 20 answers.");
        reading.forEach((parameter, answer) -> {
            checks.that(
                    parameter.matches("[a-z_]{1,40}"),
                    "reading/" + parameter,
                    "malformed",
                    "An answer is named by 1 to 40 small letters, such as date_format.");
            checks.text("reading/" + parameter, answer, 100);
            checks.that(
                    answer.chars().noneMatch(Character::isISOControl),
                    "reading/" + parameter,
                    "control_character",
                    "An answer is one line of plain text.");
        });
        checks.refuseIfAny();
    }

    /** Returns an open account of which nothing but the name is known. */
    public static Account of(String name) {
        return new Account(name, false, new TreeMap<>());
    }

    /** Returns the same account with these answers, instead of its own, on how its bank's files are read. */
    public Account reading(Map<String, String> answers) {
        return new Account(name, closed, new TreeMap<>(answers));
    }
}
