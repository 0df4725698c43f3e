package dev.payweek.ledger;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a movement of money before anybody has judged it: when, how much, in which words.
 *
 * <p>Every entry has these, and they are all that a category rule looks at.
 *
 * <pre>{@code
 * LocalDate day = LocalDate.of(2026, 11, 21);
 * EntryDetails.of(day, Money.of("4.50", "USD"), "Corner Coffee").originalText();    // "Corner Coffee"
 * EntryDetails.of(day, Money.of("4.50", "USD"), " ");    // refused: The title must not be empty.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param date the day the person or the bank gave, between 1900 and 2200, both inclusive
 * @param amount how much, at most {@link Money#MAX_MINOR_UNITS} in either sign; for an expense positive means spent
 *     and negative a refund
 * @param title what people see, 1 to 200 characters
 * @param bankText the words of the bank, kept as they came, at most 2,000 characters
 * @param account the account it happened on, 1 to 80 characters
 * @param note what the person adds, at most 1,000 characters
 * @param tags at most 20, each 1 to 40 characters, distinct
 */
public record EntryDetails(
        LocalDate date,
        Money amount,
        String title,
        Optional<String> bankText,
        Optional<String> account,
        Optional<String> note,
        List<String> tags) {

    /** The most characters of a title, inclusive. */
    public static final int MAX_TITLE = 200;

    /** The most characters of a bank's own words, inclusive. */
    public static final int MAX_BANK_TEXT = 2_000;

    /** The most characters of a note, inclusive. */
    public static final int MAX_NOTE = 1_000;

    /** The most tags of an entry, inclusive. */
    public static final int MAX_TAGS = 20;

    /** The most characters of a tag, inclusive. */
    public static final int MAX_TAG = 40;

    /** Creates the details; refuses with every problem found. */
    public EntryDetails {
        title = title.strip();
        account = account.map(String::strip);
        tags = tags.isEmpty()
                ? List.of()
                : tags.stream().map(String::strip).distinct().toList();
        var checks = new Validation();
        if (!DateSpan.ALWAYS.contains(date)) {
            checks.note(
                    "date",
                    "out_of_range",
                    "The date " + date + " is not between " + DateSpan.EARLIEST + " and " + DateSpan.LATEST + ".");
        }
        if (!amount.isInRange()) {
            checks.note("amount", "out_of_range", "The amount " + amount + " is beyond the range of one entry.");
        }
        checks.text("title", title, MAX_TITLE);
        bankText.ifPresent(text -> checks.textOrEmpty("bank_text", text, MAX_BANK_TEXT));
        account.ifPresent(name -> checks.text("account", name, Account.MAX_NAME));
        note.ifPresent(text -> checks.textOrEmpty("note", text, MAX_NOTE));
        checks.that(tags.size() <= MAX_TAGS, "tags", "too_many", "An entry has at most " + MAX_TAGS + " tags.");
        for (int i = 0; i < Math.min(tags.size(), MAX_TAGS); i++) {
            checks.text("tags/" + i, tags.get(i), MAX_TAG);
        }
        checks.refuseIfAny();
    }

    /**
     * Returns details of the three things nothing can do without.
     *
     * @throws LedgerException if one of them is not usable
     */
    public static EntryDetails of(LocalDate date, Money amount, String title) {
        return new EntryDetails(date, amount, title, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Returns the same details with the bank's own words. */
    public EntryDetails withBankText(String words) {
        return new EntryDetails(date, amount, title, Optional.of(words), account, note, tags);
    }

    /** Returns the same details on an account. */
    public EntryDetails withAccount(String name) {
        return new EntryDetails(date, amount, title, bankText, Optional.of(name), note, tags);
    }

    /** Returns the same details with a note. */
    public EntryDetails withNote(String text) {
        return new EntryDetails(date, amount, title, bankText, account, Optional.of(text), tags);
    }

    /** Returns the same details with other tags. */
    public EntryDetails withTags(List<String> others) {
        return new EntryDetails(date, amount, title, bankText, account, note, others);
    }

    /** Returns the words to judge by: the bank's own when there are any, since a title may have been edited. */
    public String originalText() {
        return bankText.filter(text -> !text.isBlank()).orElse(title);
    }

    /** Returns everything a person may search for, case-folded: title, bank text and note. */
    public String searchText() {
        // Most entries of a bank are shown in its own words, which need not be looked through twice.
        String bank = bankText.filter(text -> !text.equals(title)).orElse("");
        return CaseFolding.fold(title + "\n" + bank + "\n" + note.orElse(""));
    }
}
