package dev.payweek.persistence;

import static dev.payweek.persistence.Fixed.any;
import static dev.payweek.persistence.schema.tables.ImportBatch.IMPORT_BATCH;
import static dev.payweek.persistence.schema.tables.ImportRow.IMPORT_ROW;
import static java.util.Comparator.comparing;

import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Imports and the memory of the rows they brought. */
final class ImportRows {

    static final CheckedTable BATCHES = CheckedTable.sealed(IMPORT_BATCH, 2);

    /** A power of two, since jOOQ rounds the length of a list up to one. */
    private static final int KEYS_AT_ONCE = 128;

    private static final Bulk PUT_KEYS = new Bulk(rows -> Fixed.replace(IMPORT_ROW, 3, rows));

    private static final Fixed FIND_KEYS = new Fixed(jooq -> jooq.selectFrom(IMPORT_ROW)
            .where(IMPORT_ROW.LEDGER.eq(any(IMPORT_ROW.LEDGER)))
            .and(IMPORT_ROW.ROW_KEY.in(Stream.<Param<String>>generate(() -> any(IMPORT_ROW.ROW_KEY))
                    .limit(KEYS_AT_ONCE)
                    .toList())));

    private static final Fixed KEYS_BETWEEN = new Fixed(jooq -> jooq.selectFrom(IMPORT_ROW)
            .where(IMPORT_ROW.LEDGER.eq(any(IMPORT_ROW.LEDGER)))
            .and(IMPORT_ROW.ROW_KEY.ge(any(IMPORT_ROW.ROW_KEY)))
            .and(IMPORT_ROW.ROW_KEY.le(any(IMPORT_ROW.ROW_KEY)))
            .limit(DSL.param("most", Integer.class)));

    private static final Fixed DELETE_KEYS = new Fixed(jooq -> jooq.deleteFrom(IMPORT_ROW)
            .where(IMPORT_ROW.LEDGER.eq(any(IMPORT_ROW.LEDGER)))
            .and(IMPORT_ROW.BATCH.eq(any(IMPORT_ROW.BATCH))));

    private static final Fixed DELETE_SOME_KEYS = new Fixed(jooq -> jooq.deleteFrom(IMPORT_ROW)
            .where(DSL.row(IMPORT_ROW.LEDGER, IMPORT_ROW.ROW_KEY, IMPORT_ROW.OCCURRENCE)
                    .in(DSL.select(IMPORT_ROW.LEDGER, IMPORT_ROW.ROW_KEY, IMPORT_ROW.OCCURRENCE)
                            .from(IMPORT_ROW)
                            .where(IMPORT_ROW.LEDGER.eq(any(IMPORT_ROW.LEDGER)))
                            .and(IMPORT_ROW.BATCH.eq(any(IMPORT_ROW.BATCH)))
                            .limit(DSL.param("most", Integer.class)))));

    private static final Fixed KEYS_AFTER = new Fixed(jooq -> jooq.selectFrom(IMPORT_ROW)
            .where(IMPORT_ROW.LEDGER.eq(any(IMPORT_ROW.LEDGER)))
            .and(DSL.row(IMPORT_ROW.ROW_KEY, IMPORT_ROW.OCCURRENCE)
                    .gt(any(IMPORT_ROW.ROW_KEY), any(IMPORT_ROW.OCCURRENCE)))
            .orderBy(IMPORT_ROW.ROW_KEY, IMPORT_ROW.OCCURRENCE)
            .limit(DSL.param("most", Integer.class)));

    private static final int PAGE = 1_000;

    private final Link link;
    private final LedgerRow ledger;

    ImportRows(Link link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    Optional<ImportBatch> find(long id) {
        return BATCHES.find(link, ledger, id).map(ImportRows::batch);
    }

    List<ImportBatch> all() {
        return BATCHES.all(link, ledger).stream()
                .map(ImportRows::batch)
                .sorted(comparing(ImportBatch::id).reversed())
                .toList();
    }

    private static ImportBatch batch(Record row) {
        return new ImportBatch(
                row.get(IMPORT_BATCH.ID),
                Instant.ofEpochMilli(row.get(IMPORT_BATCH.AT_MILLIS)),
                row.get(IMPORT_BATCH.FILE_NAME),
                row.get(IMPORT_BATCH.FORMAT),
                row.get(IMPORT_BATCH.ACCOUNT),
                row.get(IMPORT_BATCH.INSERTED),
                row.get(IMPORT_BATCH.DUPLICATES),
                row.get(IMPORT_BATCH.NEEDS_REVIEW),
                row.get(IMPORT_BATCH.REJECTED),
                Optional.ofNullable(row.get(IMPORT_BATCH.FIRST_DAY)).map(Days::day),
                Optional.ofNullable(row.get(IMPORT_BATCH.LAST_DAY)).map(Days::day),
                ImportBatch.State.valueOf(row.get(IMPORT_BATCH.STATE)));
    }

    void put(ImportBatch batch) {
        BATCHES.put(
                link,
                ledger,
                batch.id(),
                batch.at().toEpochMilli(),
                batch.file(),
                batch.format(),
                batch.account(),
                batch.inserted(),
                batch.duplicates(),
                batch.needsReview(),
                batch.rejected(),
                batch.firstDate().map(Days::number),
                batch.lastDate().map(Days::number),
                batch.state().name());
    }

    void remove(long id) {
        BATCHES.remove(link, ledger, id);
        link.execute(DELETE_KEYS, ledger.number(), id);
    }

    /** Removes at most so many memories of the rows of an import and returns how many. */
    int removeSomeKeys(long id, int most) {
        return link.execute(DELETE_SOME_KEYS, ledger.number(), id, most);
    }

    void forEachKey(Consumer<? super ImportKey> action) {
        String afterKey = "";
        int afterOccurrence = 0;
        List<StoredImportKey> page;
        do {
            page = link.query(KEYS_AFTER, StoredImportKey::of, ledger.number(), afterKey, afterOccurrence, PAGE);
            for (StoredImportKey row : page) {
                action.accept(row.key());
                afterKey = row.rowKey();
                afterOccurrence = row.occurrence();
            }
        } while (page.size() == PAGE);
    }

    List<ImportKey> keys(String account, Collection<String> wanted) {
        Set<String> keys = new LinkedHashSet<>();
        new TreeSet<>(wanted).forEach(key -> keys.add(StoredImportKey.rowKey(account, key)));
        List<ImportKey> found = between(keys).orElseGet(() -> among(List.copyOf(keys)));
        found.sort(comparing(ImportKey::key).thenComparingInt(ImportKey::occurrence));
        return found;
    }

    /**
     * Reads what lies between the first and the last of the keys, which is little where keys begin with the day and a
     * file is in the order of days: one stretch of the index instead of a search for each key. Nothing if it is not
     * little, or if the database may order texts otherwise than Java does.
     */
    private Optional<List<ImportKey>> between(Set<String> keys) {
        if (!link.isSqlite() || keys.size() < KEYS_AT_ONCE || !keys.stream().allMatch(ImportRows::isAscii)) {
            return Optional.empty();
        }
        List<String> sorted = List.copyOf(keys);
        int most = 3 * sorted.size();
        List<StoredImportKey> rows = link.query(
                KEYS_BETWEEN, StoredImportKey::of, ledger.number(), sorted.get(0), sorted.get(sorted.size() - 1), most);
        return rows.size() == most
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .filter(row -> keys.contains(row.rowKey()))
                        .map(StoredImportKey::key)
                        .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private List<ImportKey> among(List<String> keys) {
        List<ImportKey> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE));
            Object[] values = new Object[KEYS_AT_ONCE + 1];
            values[0] = ledger.number();
            for (int i = 0; i < KEYS_AT_ONCE; i++) {
                values[i + 1] = some.get(Math.min(i, some.size() - 1));
            }
            found.addAll(link.query(FIND_KEYS, ImportRows::key, values));
        }
        return found;
    }

    private static ImportKey key(ResultSet row) throws SQLException {
        return StoredImportKey.of(row).key();
    }

    void putKeys(Collection<ImportKey> keys) {
        List<Object[]> rows = new ArrayList<>(keys.size());
        for (ImportKey key : keys) {
            rows.add(StoredImportKey.of(ledger.number(), key).values());
        }
        PUT_KEYS.write(link, rows);
    }
}
