package dev.payweek.rule;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import java.util.List;
import java.util.Locale;

/**
 * What a condition can look at, each with the closed list of operators that make sense of it: {@code amount at_least
 * 20}, but never {@code amount contains "20"}.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum Field {
    /** The words to judge by: the bank's own when there are any, else the title. */
    TITLE,
    /** The bank's own words; empty when a person entered it. */
    BANK_TEXT,
    /** The account it happened on; empty when none is known. */
    ACCOUNT,
    /** The person's note; empty when there is none. */
    NOTE,
    /** The tags; a comparison holds when it holds of one of them. */
    TAG,
    /** How much, in the ledger's currency and as its list shows it: money spent and money earned are both positive. */
    AMOUNT,
    /** The day it happened. */
    DATE,
    /** The day of the week it happened: {@code monday} to {@code sunday}. */
    WEEKDAY,
    /** What kind of entry it is: {@code expense}, {@code income} or {@code transfer}. */
    KIND;

    /** Returns the operators that compare it, in the order they are listed. */
    public List<Operator> operators() {
        return switch (this) {
            case TITLE, BANK_TEXT, ACCOUNT, NOTE, TAG -> Operator.OF_TEXTS;
            case AMOUNT -> Operator.OF_AMOUNTS;
            case DATE -> Operator.OF_DATES;
            case WEEKDAY, KIND -> Operator.OF_WORDS;
        };
    }

    /** Returns its name as conditions are written: {@code bank_text}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether its values are texts to be quoted, not amounts, dates or words of a closed list. */
    public boolean isText() {
        return operators().contains(Operator.CONTAINS);
    }

    /**
     * Returns what an entry has there, as a condition would write it: {@code "4.50"}, {@code "saturday"}; one text but
     * for tags, and an empty one for what is absent.
     */
    public List<String> actual(EntryDetails details, EntryKind kind) {
        return switch (this) {
            case TITLE -> List.of(details.originalText());
            case BANK_TEXT -> List.of(details.bankText().orElse(""));
            case ACCOUNT -> List.of(details.account().orElse(""));
            case NOTE -> List.of(details.note().orElse(""));
            case TAG -> details.tags();
            case AMOUNT -> List.of(details.amount().decimal().toPlainString());
            case DATE -> List.of(details.date().toString());
            case WEEKDAY -> List.of(details.date().getDayOfWeek().name().toLowerCase(Locale.ROOT));
            case KIND -> List.of(kind.name().toLowerCase(Locale.ROOT));
        };
    }
}
