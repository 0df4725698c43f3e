package dev.payweek.persistence;

import dev.payweek.statement.ImportKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of the table of imported rows. Account and key are one value there: a row of few columns under one index is
 * written faster, and keys that begin with the day come to lie side by side.
 */
record StoredImportKey(long ledger, String rowKey, int occurrence, long entryId, long batch, long check) {

    /** Tells the rows of this table from others in the check. */
    private static final long TABLE = 4;

    /** A character that no name can hold. */
    private static final char END_OF_ACCOUNT = '\u001f';

    static StoredImportKey of(long ledger, ImportKey key) {
        String rowKey = rowKey(key.account(), key.key());
        long check = check(ledger, rowKey, key.occurrence(), key.entryId(), key.batch());
        return new StoredImportKey(ledger, rowKey, key.occurrence(), key.entryId(), key.batch(), check);
    }

    static StoredImportKey of(ResultSet row) throws SQLException {
        return new StoredImportKey(
                row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5), row.getLong(6));
    }

    private static long check(long ledger, String rowKey, int occurrence, long entryId, long batch) {
        return Packed.check(rowKey.getBytes(StandardCharsets.UTF_8), TABLE, ledger, occurrence, entryId, batch);
    }

    static String rowKey(String account, String key) {
        return account + END_OF_ACCOUNT + key;
    }

    Object[] values() {
        return new Object[] {ledger, rowKey, occurrence, entryId, batch, check};
    }

    /** Returns what the row remembers, which is as it was written. */
    ImportKey key() {
        int end = rowKey.indexOf(END_OF_ACCOUNT);
        if (end < 0 || check != check(ledger, rowKey, occurrence, entryId, batch)) {
            throw Damage.of("The memory of an imported row");
        }
        return new ImportKey(rowKey.substring(0, end), rowKey.substring(end + 1), occurrence, entryId, batch);
    }
}
