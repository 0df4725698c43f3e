package dev.payweek.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction of another program: what it did to accounts and where that belongs. Its postings sum to nothing in each
 * currency, as in double entry: money spent is below nothing on its account and above it in its category.
 *
 * <pre>{@code
 * var coffee = MovedTransaction.of(2, LocalDate.of(2026, 3, 25), "Corner Coffee")
 *         .with(MovedTransaction.Kind.ACCOUNT, "Checking", new BigDecimal("-4.50"))
 *         .with(MovedTransaction.Kind.SPENDING, "Fun:Coffee", new BigDecimal("4.50"));
 * coffee.postings().size();    // 2
 * coffee.isBalanced();         // true
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param line the line of the file it begins on, from 1
 * @param date its day
 * @param title whom the money went to or came from; possibly empty
 * @param note what the person has added; possibly empty
 * @param currency the code of the currency of all amounts; empty where the file does not say
 * @param postings what it consists of
 */
public record MovedTransaction(
        int line, LocalDate date, String title, String note, String currency, List<Posting> postings) {

    /** What a posting is on. */
    public enum Kind {
        /** An account of the household's. */
        ACCOUNT,
        /** A category of spending; empty if nobody has decided. */
        SPENDING,
        /** A category of income. */
        INCOME,
        /** What was there before the books began, or stands for nothing outside them. */
        EQUITY
    }

    /**
     * One side of a transaction.
     *
     * @param kind what it is on
     * @param name the name of the account or category, levels joined by colons
     * @param amount positive for what the account has more, or what was spent
     */
    public record Posting(Kind kind, String name, BigDecimal amount) {}

    /** Creates a transaction. */
    public MovedTransaction {
        postings = List.copyOf(postings);
    }

    /** Returns a transaction without postings, of which the file says no currency. */
    public static MovedTransaction of(int line, LocalDate date, String title) {
        return new MovedTransaction(line, date, title, "", "", List.of());
    }

    /** Returns the same transaction with another posting. */
    public MovedTransaction with(Kind kind, String name, BigDecimal amount) {
        List<Posting> all = new ArrayList<>(postings);
        all.add(new Posting(kind, name, amount));
        return new MovedTransaction(line, date, title, note, currency, all);
    }

    /** Returns the same transaction with a note. */
    public MovedTransaction withNote(String words) {
        return new MovedTransaction(line, date, title, words, currency, postings);
    }

    /** Returns the same transaction in a currency. */
    public MovedTransaction withCurrency(String code) {
        return new MovedTransaction(line, date, title, note, code, postings);
    }

    /** Returns whether the postings sum to nothing. */
    public boolean isBalanced() {
        return postings.stream()
                        .map(Posting::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                == 0;
    }
}
