package dev.payweek.persistence;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Facts;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.refusal.Reason;
import dev.payweek.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of the entries' table, read by place since there are many of them; the order of the columns is the migration's.
 *
 * @param splitCount how many parts lie in their own table, so that most entries need no look there
 * @param tagCount how many tags do
 */
record StoredEntry(
        long id,
        int version,
        EntryKind kind,
        int day,
        Money amount,
        String title,
        Optional<String> bankText,
        Optional<String> account,
        Optional<String> note,
        Optional<String> category,
        Optional<String> provenance,
        Optional<Long> refundOf,
        boolean paycheck,
        boolean opensPeriod,
        Optional<String> toAccount,
        Optional<Long> importBatch,
        int splitCount,
        int tagCount) {

    record Part(String category, long minorUnits) {}

    static StoredEntry of(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong(2),
                row.getInt(3),
                EntryKind.valueOf(row.getString(4)),
                row.getInt(5),
                Money.ofMinor(row.getLong(6), Money.currency(row.getString(7))),
                row.getString(8),
                Optional.ofNullable(row.getString(9)),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getString(11)),
                Optional.ofNullable(row.getString(12)),
                Optional.ofNullable(row.getString(13)),
                number(row, 14),
                row.getBoolean(15),
                row.getBoolean(16),
                Optional.ofNullable(row.getString(17)),
                number(row, 18),
                row.getInt(20),
                row.getInt(21));
    }

    private static Optional<Long> number(ResultSet row, int place) throws SQLException {
        long number = row.getLong(place);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /**
     * Returns the entry of the row.
     *
     * @throws Refusal if the row is not as it was written
     */
    Entry entry(Function<String, CategoryPath> path, List<Part> parts, List<String> tags) {
        try {
            if (parts.size() != splitCount || tags.size() != tagCount) {
                throw new IllegalArgumentException("parts are missing");
            }
            return made(path, parts, tags);
        } catch (Refusal | IllegalArgumentException | NoSuchElementException e) {
            throw new Refusal(
                    Reason.STORE_UNUSABLE, "Entry " + id + " is damaged in the store; restore the newest backup.", e);
        }
    }

    private Entry made(Function<String, CategoryPath> path, List<Part> parts, List<String> tags) {
        Facts facts = new Facts(Days.day(day), amount, title, bankText, account, note, tags);
        return switch (kind) {
            case EXPENSE ->
                new Expense(
                        id,
                        version,
                        facts,
                        path.apply(category.orElseThrow()),
                        Provenance.parse(provenance.orElseThrow()),
                        parts.stream()
                                .map(part -> new Split(
                                        path.apply(part.category()),
                                        Money.ofMinor(part.minorUnits(), amount.currency())))
                                .toList(),
                        refundOf,
                        importBatch);
            case INCOME -> new Income(id, version, facts, paycheck, opensPeriod, importBatch);
            case TRANSFER -> new Transfer(id, version, facts, toAccount, importBatch);
        };
    }
}
