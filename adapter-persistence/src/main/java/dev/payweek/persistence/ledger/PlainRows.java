package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.PlainEntry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Reads rows of entries for who needs little of each: the check is computed from the columns as they come, and no text
 * is decoded but the one that is asked for. It is the check of {@link EntryRow}, as each reads what the other wrote.
 * For one thread.
 */
final class PlainRows {

    /** Columns that hold nothing in most rows, as one number: to ask the driver for each of them costs more. */
    private static final Field<Integer> EMPTY = Stream.of(
                    LEDGER_ENTRY.TO_ACCOUNT,
                    LEDGER_ENTRY.BANK_TEXT,
                    LEDGER_ENTRY.NOTE,
                    LEDGER_ENTRY.TAGS,
                    LEDGER_ENTRY.PROVENANCE,
                    LEDGER_ENTRY.REFUND_OF,
                    LEDGER_ENTRY.IMPORT_BATCH)
            .map(field -> DSL.when(field.isNull(), DSL.inline(1 << EntryRow.place(field)))
                    .otherwise(DSL.inline(0)))
            .reduce(Field::plus)
            .orElseThrow();

    /** What is read of a row, in this order. */
    static final List<Field<?>> READ =
            Stream.concat(EntryRow.READ.stream(), Stream.of(EMPTY)).toList();

    private static final byte[] NOTHING = {};

    private final long ledger;
    private final LongFunction<String> accounts;
    private final LongFunction<List<EntryRow.Part>> partsOf;
    private final Map<Long, Optional<String>> names = new HashMap<>();
    private final RowEncoding room = new RowEncoding();
    private int knownDay;
    private int epochDay;
    private long check;
    private int empty;

    PlainRows(long ledger, LongFunction<String> accounts, LongFunction<List<EntryRow.Part>> partsOf) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.partsOf = partsOf;
    }

    /** Returns the check of the row that was read last. */
    long check() {
        return check;
    }

    /**
     * Reads a row of {@link EntryRow#READ}.
     *
     * @throws LedgerException if the row is not as it was written
     */
    PlainEntry read(ResultSet row) throws SQLException {
        long id = row.getLong(EntryRow.ID);
        empty = row.getInt(READ.size());
        int kind = row.getInt(EntryRow.KIND);
        int day = row.getInt(EntryRow.DAY);
        long minorUnits = row.getLong(EntryRow.MINOR_UNITS);
        room.clear()
                .number(EntryRow.TABLE)
                .number(ledger)
                .number(id)
                .number(row.getInt(EntryRow.VERSION))
                .number(kind)
                .number(day)
                .number(minorUnits)
                .encoded(row.getBytes(EntryRow.CURRENCY));
        number(row, EntryRow.CATEGORY);
        OptionalLong account = number(row, EntryRow.ACCOUNT);
        number(row, EntryRow.TO_ACCOUNT);
        byte[] title = row.getBytes(EntryRow.TITLE);
        room.encoded(title);
        byte[] bankText = text(row, EntryRow.BANK_TEXT);
        text(row, EntryRow.NOTE);
        text(row, EntryRow.TAGS);
        text(row, EntryRow.PROVENANCE);
        OptionalLong refundOf = number(row, EntryRow.REFUND_OF);
        number(row, EntryRow.IMPORT_BATCH);
        int parts = row.getInt(EntryRow.PARTS);
        room.number(parts);
        if (parts > 0) {
            partsOf.apply(id).forEach(part -> room.number(part.category()).number(part.minorUnits()));
        }
        check = row.getLong(EntryRow.ROW_CHECK);
        if (check != room.check()) {
            throw CorruptData.of("Entry " + id);
        }
        return new PlainEntry(
                id,
                EntryKinds.ALL.get(kind),
                epochDay(day),
                minorUnits,
                account.isPresent() ? named(account.getAsLong()) : Optional.empty(),
                said(title, bankText),
                refundOf);
    }

    private Optional<String> named(long account) {
        return names.computeIfAbsent(account, number -> Optional.of(accounts.apply(number)));
    }

    /** A bank's text unless it says nothing. */
    private static String said(byte[] title, byte[] bankText) {
        String said = new String(bankText, StandardCharsets.UTF_8);
        return said.isBlank() ? new String(title, StandardCharsets.UTF_8) : said;
    }

    private byte[] text(ResultSet row, int place) throws SQLException {
        if (isEmpty(place)) {
            room.number(0);
            return NOTHING;
        }
        byte[] text = row.getBytes(place);
        room.number(1).encoded(text);
        return text;
    }

    private boolean isEmpty(int place) {
        return (empty & 1 << place) != 0;
    }

    private OptionalLong number(ResultSet row, int place) throws SQLException {
        if (isEmpty(place)) {
            room.number(0);
            return OptionalLong.empty();
        }
        long number = row.getLong(place);
        if (number == 0 && row.wasNull()) {
            room.number(0);
            return OptionalLong.empty();
        }
        room.number(1).number(number);
        return OptionalLong.of(number);
    }

    /** Rows of one day often follow each other. */
    private int epochDay(int day) {
        if (day != knownDay) {
            epochDay = Math.toIntExact(DayNumber.day(day).toEpochDay());
            knownDay = day;
        }
        return epochDay;
    }
}
