package dev.payweek.persistence.ledger;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.statement.ImportKey;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of an imported row as schemas 4 and 5 kept it: each row of a file a row of the table, account and key one
 * value. Only ledgers on their way from an older schema to a newer one pass through here.
 */
public final class OldImportRow {

    private static final int AT_A_TIME = 1_000;

    /** Tells the rows of this table from others in the check. */
    private static final long TABLE = 4;

    private static final char END_OF_ACCOUNT = '\u001f';

    private static final String INSERT = "INSERT INTO import_row (ledger, row_key, occurrence, entry_id, batch,"
            + " row_check) VALUES (?, ?, ?, ?, ?, ?)";

    private static final String ALL = "SELECT row_key, occurrence, entry_id, batch, row_check FROM import_row"
            + " WHERE ledger = ? ORDER BY row_key, occurrence";

    private OldImportRow() {}

    public static void insert(Session link, long ledger, List<ImportKey> keys) throws SQLException {
        try (PreparedStatement insert = link.connection().prepareStatement(INSERT)) {
            for (ImportKey key : keys) {
                String rowKey = key.account() + END_OF_ACCOUNT + key.key();
                insert.setLong(1, ledger);
                insert.setString(2, rowKey);
                insert.setInt(3, key.occurrence());
                insert.setLong(4, key.entryId());
                insert.setLong(5, key.batch());
                insert.setLong(6, check(ledger, rowKey, key.occurrence(), key.entryId(), key.batch()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Carries the memory of schema 5 into the table of schema 6. */
    public static void toDays(Session link) throws SQLException {
        for (long ledger : SlimCopy.ledgers(link)) {
            toDays(link, LedgerRow.unchecked(link, ledger));
        }
    }

    private static void toDays(Session link, LedgerRow ledger) throws SQLException {
        ImportKeyRows imports = new ImportKeyRows(link, ledger);
        try (PreparedStatement query = link.connection().prepareStatement(ALL)) {
            query.setFetchSize(AT_A_TIME);
            query.setLong(1, ledger.number());
            List<ImportKey> keys = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.add(key(ledger.number(), rows));
                    if (keys.size() == AT_A_TIME) {
                        imports.putKeys(keys);
                        keys.clear();
                    }
                }
            }
            imports.putKeys(keys);
        }
    }

    private static ImportKey key(long ledger, ResultSet row) throws SQLException {
        String rowKey = row.getString(1);
        int occurrence = row.getInt(2);
        long entryId = row.getLong(3);
        long batch = row.getLong(4);
        int end = rowKey.indexOf(END_OF_ACCOUNT);
        if (end < 0 || row.getLong(5) != check(ledger, rowKey, occurrence, entryId, batch)) {
            throw CorruptData.of("The memory of an imported row");
        }
        return new ImportKey(rowKey.substring(0, end), rowKey.substring(end + 1), occurrence, entryId, batch);
    }

    private static long check(long ledger, String rowKey, int occurrence, long entryId, long batch) {
        return RowEncoding.check(rowKey.getBytes(StandardCharsets.UTF_8), TABLE, ledger, occurrence, entryId, batch);
    }
}
