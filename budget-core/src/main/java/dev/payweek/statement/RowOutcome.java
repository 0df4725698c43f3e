package dev.payweek.statement;

import dev.payweek.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of one row of a file.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param row its place among the rows, from 1
 * @param line the line of the file it begins on, from 1
 * @param outcome what became of it
 * @param entryId the entry made of it, or the one it repeats; absent when there is none or nothing was written
 * @param kind what kind of entry it is or would be; absent when it could not be understood
 * @param date its booking day; absent when it could not be understood
 * @param amount signed as in the bank's books: money out is negative; absent when it could not be understood
 * @param title what people see; possibly empty
 * @param category where it was or would be put; present for expenses
 * @param reason why, in words: the rule that decided, what is wrong
 * @param twin the entry made by hand that the row seems to repeat; see {@code BudgetEdit.merge}
 */
public record RowOutcome(
        int row,
        int line,
        Outcome outcome,
        Optional<Long> entryId,
        Optional<EntryKind> kind,
        Optional<LocalDate> date,
        Optional<BigDecimal> amount,
        String title,
        Optional<String> category,
        String reason,
        Optional<Long> twin) {

    /** What can become of a row. */
    public enum Outcome {
        /** It is new and was, or in a dry run would be, written. */
        INSERTED,
        /** It is already in the ledger. */
        DUPLICATE,
        /** It looks like an entry that is already there, but not surely; written and marked for a look. */
        NEEDS_REVIEW,
        /** It could not be understood or does not fit the ledger; nothing was written of it. */
        REJECTED
    }
}
