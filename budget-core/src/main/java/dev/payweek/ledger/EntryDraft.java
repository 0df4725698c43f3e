package dev.payweek.ledger;

import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a person says of an entry before the ledger has numbered and placed it.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * EntryDraft.expense(Money.of("4.50", "USD"), "Corner Coffee").on(LocalDate.of(2026, 11, 21)).category("Fun:Coffee");
 * }</pre>
 *
 * @param kind what kind of movement
 * @param date the day; today when absent
 * @param amount how much; for an expense positive means spent
 * @param title what people see
 * @param bankText the bank's own words
 * @param category where an expense belongs, in the person's words; left to the rules when absent
 * @param account the account it happened on
 * @param note what the person adds
 * @param tags the person's tags
 * @param parts parts of an expense with categories of their own; none or 2 to 100 that sum to the amount
 * @param refundOf the expense that a refund gives back
 * @param toAccount where a transfer went
 */
public record EntryDraft(
        EntryKind kind,
        Optional<LocalDate> date,
        Money amount,
        String title,
        Optional<String> bankText,
        Optional<String> category,
        Optional<String> account,
        Optional<String> note,
        List<String> tags,
        List<Part> parts,
        Optional<Long> refundOf,
        Optional<String> toAccount) {

    /**
     * A part of a split expense.
     *
     * @param category where the part belongs, in the person's words
     * @param amount the part
     */
    public record Part(String category, Money amount) {}

    /** Creates a draft. What cannot be is refused when it is added, since bounds and currency are the ledger's. */
    public EntryDraft {
        tags = List.copyOf(tags);
        parts = List.copyOf(parts);
    }

    /** Returns a draft of money spent today; a negative amount is a refund. */
    public static EntryDraft expense(Money amount, String title) {
        return of(EntryKind.EXPENSE, amount, title);
    }

    /** Returns a draft of money that came in today. */
    public static EntryDraft income(Money amount, String title) {
        return of(EntryKind.INCOME, amount, title);
    }

    /** Returns a draft of money moved today between own accounts. */
    public static EntryDraft transfer(Money amount, String title) {
        return of(EntryKind.TRANSFER, amount, title);
    }

    /** Returns this draft for another day. */
    public EntryDraft on(LocalDate day) {
        return new EntryDraft(
                kind,
                Optional.of(day),
                amount,
                title,
                bankText,
                category,
                account,
                note,
                tags,
                parts,
                refundOf,
                toAccount);
    }

    /** Returns this draft placed in a category by the person. */
    public EntryDraft category(String place) {
        return new EntryDraft(
                kind,
                date,
                amount,
                title,
                bankText,
                Optional.of(place),
                account,
                note,
                tags,
                parts,
                refundOf,
                toAccount);
    }

    /** Returns this draft on an account. */
    public EntryDraft onAccount(String name) {
        return new EntryDraft(
                kind,
                date,
                amount,
                title,
                bankText,
                category,
                Optional.of(name),
                note,
                tags,
                parts,
                refundOf,
                toAccount);
    }

    /** Returns this draft of a transfer as one that went to an account. */
    public EntryDraft to(String name) {
        return new EntryDraft(
                kind, date, amount, title, bankText, category, account, note, tags, parts, refundOf, Optional.of(name));
    }

    /** Returns this draft as a refund of an expense. */
    public EntryDraft refunding(long expense) {
        return new EntryDraft(
                kind,
                date,
                amount,
                title,
                bankText,
                category,
                account,
                note,
                tags,
                parts,
                Optional.of(expense),
                toAccount);
    }

    private static EntryDraft of(EntryKind kind, Money amount, String title) {
        return new EntryDraft(
                kind,
                Optional.empty(),
                amount,
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
    /** Returns this draft split into parts with categories of their own, which must sum to the amount. */
    public EntryDraft split(List<Part> into) {
        return new EntryDraft(
                kind, date, amount, title, bankText, category, account, note, tags, into, refundOf, toAccount);
    }
}
