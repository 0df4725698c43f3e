package dev.payweek.persistence.ledger;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The memory of rows that one import brought to one day of one account: one row of the table, or a part of it. What is
 * asked for together lies together, and thousands of rows of a file are written as a handful.
 *
 * <p>The day is the beginning of the rows' keys, whatever the keys are; what a key goes on with lies in the body.
 */
final class ImportDayRow {

    /** The most rows of a part, inclusive: so much is written again when one is added. */
    static final int MOST = 512;

    /** Distinguishes the rows of this table from others in the check. */
    private static final long TABLE = 5;

    private static final int DAY_LENGTH = 8;

    /** A character that no name can hold. */
    private static final char END_OF_ACCOUNT = '\u001f';

    /** A remembered row: what its key goes on with after the day. */
    record Row(String rest, int occurrence, long entryId) {}

    private final long ledger;
    private final String accountDay;
    private final long batch;
    private final int part;
    private final byte[] stored;
    private final long storedCheck;
    private Optional<List<Row>> rows = Optional.empty();

    private ImportDayRow(long ledger, String accountDay, long batch, int part, byte[] stored, long storedCheck) {
        this.ledger = ledger;
        this.accountDay = accountDay;
        this.batch = batch;
        this.part = part;
        this.stored = stored;
        this.storedCheck = storedCheck;
    }

    /** Returns a part that holds nothing yet. */
    static ImportDayRow empty(long ledger, String accountDay, long batch, int part) {
        ImportDayRow empty = new ImportDayRow(ledger, accountDay, batch, part, new byte[0], 0);
        empty.rows = Optional.of(new ArrayList<>());
        return empty;
    }

    static ImportDayRow of(ResultSet row) throws SQLException {
        return new ImportDayRow(
                row.getLong(1), row.getString(2), row.getLong(3), row.getInt(4), row.getBytes(5), row.getLong(6));
    }

    /** Returns the account and the day that a row of this key lies under. */
    static String accountDay(String account, String key) {
        return account + END_OF_ACCOUNT + key.substring(0, dayLength(key));
    }

    /** Returns whether a row of this key lies there, as the row after one that does mostly will. */
    static boolean isOf(String accountDay, String account, String key) {
        int day = account.length() + 1;
        return accountDay.length() == day + DAY_LENGTH
                && accountDay.charAt(day - 1) == END_OF_ACCOUNT
                && dayLength(key) == DAY_LENGTH
                && key.regionMatches(0, accountDay, day, DAY_LENGTH)
                && accountDay.startsWith(account);
    }

    /** Returns what the key goes on with after the day. */
    static String rest(String key) {
        return key.substring(dayLength(key));
    }

    private static int dayLength(String key) {
        if (key.length() <= DAY_LENGTH) {
            return key.length();
        }
        return Character.isLowSurrogate(key.charAt(DAY_LENGTH)) ? DAY_LENGTH - 1 : DAY_LENGTH;
    }

    String accountDay() {
        return accountDay;
    }

    long batch() {
        return batch;
    }

    int part() {
        return part;
    }

    /**
     * Returns the rows, to be read and changed.
     *
     * @throws LedgerException if what is stored is not as it was written
     */
    List<Row> rows() {
        if (rows.isEmpty()) {
            rows = Optional.of(taken());
        }
        return rows.get();
    }

    private List<Row> taken() {
        if (storedCheck != check(stored)) {
            throw CorruptData.of("The memory of imported rows");
        }
        try {
            return read(new RowEncoding.Reader(stored));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw CorruptData.of("The memory of imported rows", e);
        }
    }

    private static List<Row> read(RowEncoding.Reader in) {
        int count = in.integer();
        List<Row> rows = new ArrayList<>(Math.min(count, MOST));
        long entryId = 0;
        for (int i = 0; i < count; i++) {
            String rest = in.text();
            int occurrence = in.integer();
            entryId += in.number();
            rows.add(new Row(rest, occurrence, entryId));
        }
        return rows;
    }

    ImportKey key(Row row) {
        int end = accountDay.indexOf(END_OF_ACCOUNT);
        if (end < 0) {
            throw CorruptData.of("The memory of imported rows");
        }
        String key = accountDay.substring(end + 1).concat(row.rest());
        return new ImportKey(accountDay.substring(0, end), key, row.occurrence(), row.entryId(), batch);
    }

    /** Returns the values in the order of the columns. */
    Object[] values() {
        RowEncoding body = new RowEncoding().number(rows().size());
        long before = 0;
        for (Row row : rows()) {
            body.text(row.rest()).number(row.occurrence()).number(row.entryId() - before);
            before = row.entryId();
        }
        byte[] bytes = body.bytes();
        return new Object[] {ledger, accountDay, batch, part, bytes, check(bytes)};
    }

    private long check(byte[] body) {
        byte[] place = accountDay.getBytes(StandardCharsets.UTF_8);
        return RowEncoding.check(body, TABLE, ledger, RowEncoding.check(place), batch, part);
    }
}
