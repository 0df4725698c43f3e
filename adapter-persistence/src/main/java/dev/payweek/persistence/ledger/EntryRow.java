package dev.payweek.persistence.ledger;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.persistence.table.EpochDays;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.refusal.LedgerException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of the entries' table, read by place since there are many of them. What queries ask for are columns; the rest
 * lies packed in the body.
 */
final class EntryRow {

    /** Tells the rows of this table from others in the check. */
    private static final long TABLE = 1;

    private static final long SAME_AS_TITLE = 2;

    private final long ledger;
    private final long id;
    private final int kind;
    private final int day;
    private final Optional<Long> importBatch;
    private final byte[] body;
    private final long check;

    private EntryRow(long ledger, long id, int kind, int day, Optional<Long> importBatch, byte[] body, long check) {
        this.ledger = ledger;
        this.id = id;
        this.kind = kind;
        this.day = day;
        this.importBatch = importBatch;
        this.body = body;
        this.check = check;
    }

    /** The room is used for packing and holds nothing of worth afterwards: rows come by the million. */
    static EntryRow of(long ledger, Entry entry, RowEncoding room) {
        int kind = EntryKinds.number(entry.kind());
        int day = EpochDays.number(entry.date());
        byte[] body = body(entry, room.clear());
        long check = check(room, ledger, entry.id(), kind, day, entry.importBatch(), body);
        return new EntryRow(ledger, entry.id(), kind, day, entry.importBatch(), body, check);
    }

    static EntryRow of(ResultSet row) throws SQLException {
        long batch = row.getLong(5);
        Optional<Long> importBatch = row.wasNull() ? Optional.empty() : Optional.of(batch);
        return new EntryRow(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getInt(4),
                importBatch,
                row.getBytes(6),
                row.getLong(7));
    }

    private static long check(
            RowEncoding room, long ledger, long id, int kind, int day, Optional<Long> batch, byte[] body) {
        return room.checked(body, TABLE, ledger, id, kind, day, RowEncoding.orAbsent(batch));
    }

    long id() {
        return id;
    }

    int day() {
        return day;
    }

    /** Returns the stored check, which is borne out when the entry is taken. */
    long check() {
        return check;
    }

    /** Returns the values in the order of the columns. */
    Object[] values() {
        return new Object[] {ledger, id, kind, day, importBatch, body, check};
    }

    private static byte[] body(Entry entry, RowEncoding body) {
        EntryDetails details = entry.details();
        body.number(entry.version())
                .number(details.amount().minorUnits())
                .text(details.amount().currency().getCurrencyCode())
                .text(details.title());
        // Most rows of a bank are shown in its own words, which need not be kept twice.
        if (details.bankText().equals(Optional.of(details.title()))) {
            body.number(SAME_AS_TITLE);
        } else {
            body.optional(details.bankText());
        }
        body.optional(details.account())
                .optional(details.note())
                .number(details.tags().size());
        details.tags().forEach(body::text);
        if (entry instanceof Expense expense) {
            body.text(expense.category().name())
                    .text(expense.provenance().toString())
                    .optionalNumber(expense.refundOf())
                    .number(expense.splits().size());
            for (Split split : expense.splits()) {
                body.text(split.category().name()).number(split.amount().minorUnits());
            }
        } else if (entry instanceof Income income) {
            body.number(income.paycheck() ? 1 : 0).number(income.opensPeriod() ? 1 : 0);
        } else if (entry instanceof Transfer transfer) {
            body.optional(transfer.toAccount());
        }
        return body.bytes();
    }

    /**
     * Returns the entry of the row.
     *
     * @throws LedgerException if the row is not as it was written
     */
    Entry entry(Function<String, CategoryPath> path) {
        if (check != check(new RowEncoding(), ledger, id, kind, day, importBatch, body)) {
            throw CorruptData.of("Entry " + id);
        }
        try {
            return made(new RowEncoding.Reader(body), path);
        } catch (LedgerException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw CorruptData.of("Entry " + id, e);
        }
    }

    private Entry made(RowEncoding.Reader in, Function<String, CategoryPath> path) {
        int version = in.integer();
        long minorUnits = in.number();
        Currency currency = Money.currency(in.text());
        String title = in.text();
        EntryDetails details = new EntryDetails(
                EpochDays.day(day),
                Money.ofMinor(minorUnits, currency),
                title,
                bankText(in, title),
                in.optional(),
                in.optional(),
                tags(in));
        return switch (EntryKinds.ALL.get(kind)) {
            case EXPENSE -> {
                CategoryPath category = path.apply(in.text());
                Provenance provenance = Provenance.parse(in.text());
                Optional<Long> refundOf = in.optionalNumber();
                List<Split> splits = splits(in, path, currency);
                yield new Expense(id, version, details, category, provenance, splits, refundOf, importBatch);
            }
            case INCOME -> new Income(id, version, details, in.number() == 1, in.number() == 1, importBatch);
            case TRANSFER -> new Transfer(id, version, details, in.optional(), importBatch);
        };
    }

    private static Optional<String> bankText(RowEncoding.Reader in, String title) {
        long which = in.number();
        return which == 0 ? Optional.empty() : Optional.of(which == SAME_AS_TITLE ? title : in.text());
    }

    private static List<String> tags(RowEncoding.Reader in) {
        List<String> tags = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            tags.add(in.text());
        }
        return tags;
    }

    private static List<Split> splits(RowEncoding.Reader in, Function<String, CategoryPath> path, Currency currency) {
        List<Split> splits = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            splits.add(new Split(path.apply(in.text()), Money.ofMinor(in.number(), currency)));
        }
        return splits;
    }
}
