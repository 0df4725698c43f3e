package dev.payweek.testkit;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Entries, and stores that hold some, in a line. All money is in dollars. */
public final class Samples {

    /** The ledger that the samples are of. */
    public static final LedgerId LEDGER = LedgerId.FIRST;

    private Samples() {}

    /** Returns the settings of a new dollar ledger. */
    public static LedgerSettings settings() {
        return LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC);
    }

    /** Returns the store with an empty ledger in it. */
    public static LedgerStore withLedger(LedgerStore store) {
        store.create(LEDGER, Samples::settings);
        return store;
    }

    /** Writes to the ledger. */
    public static void write(LedgerStore store, Consumer<LedgerWriter> work) {
        store.write(LEDGER, writer -> {
            work.accept(writer);
            return true;
        });
    }

    /** Writes by the way for much or by the one for little. */
    static void write(LedgerStore store, boolean much, Consumer<LedgerWriter> work) {
        if (much) {
            store.writeBulk(LEDGER, writer -> {
                work.accept(writer);
                return true;
            });
        } else {
            write(store, work);
        }
    }

    /** Returns so many dollars. */
    public static Money usd(String decimal) {
        return Money.of(decimal, "USD");
    }

    /** Returns a date. */
    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** Returns details without account, note or tags. */
    public static EntryDetails details(String date, String amount, String title) {
        return EntryDetails.of(day(date), usd(amount), title);
    }

    /** Returns an expense that a person has placed. */
    public static Expense expense(long id, String date, String amount, String category) {
        return expense(id, details(date, amount, "Entry " + id), category);
    }

    /** Returns an expense of the given details that a person has placed. */
    public static Expense expense(long id, EntryDetails details, String category) {
        return new Expense(
                id,
                1,
                details,
                CategoryPath.of(category),
                Provenance.MANUAL,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns an expense of two parts. */
    public static Expense split(
            long id, String date, String first, String firstAmount, String second, String secondAmount) {
        Money one = usd(firstAmount);
        Money other = usd(secondAmount);
        return new Expense(
                id,
                1,
                EntryDetails.of(day(date), one.plus(other), "Entry " + id),
                CategoryPath.of(first),
                Provenance.MANUAL,
                List.of(new Split(CategoryPath.of(first), one), new Split(CategoryPath.of(second), other)),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns an expense that nobody has placed. */
    public static Expense unplaced(long id, String date, String amount) {
        return expense(id, date, amount, "Other").withCategory(CategoryPath.of("Other"), Provenance.DEFAULT);
    }

    /** Returns money that came in. */
    public static Income income(long id, String date, String amount) {
        return new Income(id, 1, details(date, amount, "Pay"), Optional.empty());
    }

    /** Returns a movement to the savings account. */
    public static Transfer transfer(long id, String date, String amount) {
        return new Transfer(id, 1, details(date, amount, "To savings"), Optional.of("savings"), Optional.empty());
    }
}
