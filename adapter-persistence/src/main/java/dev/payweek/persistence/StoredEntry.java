package dev.payweek.persistence;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Facts;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.refusal.Refusal;
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
final class StoredEntry {

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

    private StoredEntry(long ledger, long id, int kind, int day, Optional<Long> importBatch, byte[] body, long check) {
        this.ledger = ledger;
        this.id = id;
        this.kind = kind;
        this.day = day;
        this.importBatch = importBatch;
        this.body = body;
        this.check = check;
    }

    /** The room is used for packing and holds nothing of worth afterwards: rows come by the million. */
    static StoredEntry of(long ledger, Entry entry, Packed room) {
        int kind = Kinds.number(entry.kind());
        int day = Days.number(entry.date());
        byte[] body = body(entry, room.clear());
        long check = check(room, ledger, entry.id(), kind, day, entry.importBatch(), body);
        return new StoredEntry(ledger, entry.id(), kind, day, entry.importBatch(), body, check);
    }

    static StoredEntry of(ResultSet row) throws SQLException {
        long batch = row.getLong(5);
        Optional<Long> importBatch = row.wasNull() ? Optional.empty() : Optional.of(batch);
        return new StoredEntry(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getInt(4),
                importBatch,
                row.getBytes(6),
                row.getLong(7));
    }

    private static long check(Packed room, long ledger, long id, int kind, int day, Optional<Long> batch, byte[] body) {
        return room.checked(body, TABLE, ledger, id, kind, day, Packed.orAbsent(batch));
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

    private static byte[] body(Entry entry, Packed body) {
        Facts facts = entry.facts();
        body.number(entry.version())
                .number(facts.amount().minorUnits())
                .text(facts.amount().currency().getCurrencyCode())
                .text(facts.title());
        // Most rows of a bank are shown in its own words, which need not be kept twice.
        if (facts.bankText().equals(Optional.of(facts.title()))) {
            body.number(SAME_AS_TITLE);
        } else {
            body.optional(facts.bankText());
        }
        body.optional(facts.account())
                .optional(facts.note())
                .number(facts.tags().size());
        facts.tags().forEach(body::text);
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
     * @throws Refusal if the row is not as it was written
     */
    Entry entry(Function<String, CategoryPath> path) {
        if (check != check(new Packed(), ledger, id, kind, day, importBatch, body)) {
            throw Damage.of("Entry " + id);
        }
        try {
            return made(new Packed.Reader(body), path);
        } catch (Refusal | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw Damage.of("Entry " + id, e);
        }
    }

    private Entry made(Packed.Reader in, Function<String, CategoryPath> path) {
        int version = in.integer();
        long minorUnits = in.number();
        Currency currency = Money.currency(in.text());
        String title = in.text();
        Facts facts = new Facts(
                Days.day(day),
                Money.ofMinor(minorUnits, currency),
                title,
                bankText(in, title),
                in.optional(),
                in.optional(),
                tags(in));
        return switch (Kinds.ALL.get(kind)) {
            case EXPENSE -> {
                CategoryPath category = path.apply(in.text());
                Provenance provenance = Provenance.parse(in.text());
                Optional<Long> refundOf = in.optionalNumber();
                List<Split> splits = splits(in, path, currency);
                yield new Expense(id, version, facts, category, provenance, splits, refundOf, importBatch);
            }
            case INCOME -> new Income(id, version, facts, in.number() == 1, in.number() == 1, importBatch);
            case TRANSFER -> new Transfer(id, version, facts, in.optional(), importBatch);
        };
    }

    private static Optional<String> bankText(Packed.Reader in, String title) {
        long which = in.number();
        return which == 0 ? Optional.empty() : Optional.of(which == SAME_AS_TITLE ? title : in.text());
    }

    private static List<String> tags(Packed.Reader in) {
        List<String> tags = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            tags.add(in.text());
        }
        return tags;
    }

    private static List<Split> splits(Packed.Reader in, Function<String, CategoryPath> path, Currency currency) {
        List<Split> splits = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            splits.add(new Split(path.apply(in.text()), Money.ofMinor(in.number(), currency)));
        }
        return splits;
    }
}
