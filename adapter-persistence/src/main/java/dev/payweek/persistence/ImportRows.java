package dev.payweek.persistence;

import static dev.payweek.persistence.Fixed.each;
import static dev.payweek.persistence.schema.tables.ImportBatch.IMPORT_BATCH;
import static dev.payweek.persistence.schema.tables.ImportKey.IMPORT_KEY;
import static java.util.Comparator.comparing;

import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Imports and the memory of the rows they brought. */
final class ImportRows {

    private static final int KEYS_AT_ONCE = 1_000;

    private static final Fixed PUT_KEY = new Fixed(jooq -> jooq.insertInto(IMPORT_KEY)
            .columns(IMPORT_KEY.fields())
            .values(each(IMPORT_KEY.fields()))
            .onConflict(IMPORT_KEY.LEDGER, IMPORT_KEY.ACCOUNT, IMPORT_KEY.ROW_KEY, IMPORT_KEY.OCCURRENCE)
            .doUpdate()
            .set(IMPORT_KEY.ENTRY_ID, DSL.excluded(IMPORT_KEY.ENTRY_ID))
            .set(IMPORT_KEY.BATCH, DSL.excluded(IMPORT_KEY.BATCH)));

    private final Link link;
    private final long ledger;

    ImportRows(Link link, long ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    Optional<ImportBatch> find(long id) {
        return link.jooq()
                .selectFrom(IMPORT_BATCH)
                .where(IMPORT_BATCH.LEDGER.eq(ledger))
                .and(IMPORT_BATCH.ID.eq(id))
                .fetchOptional(ImportRows::batch);
    }

    List<ImportBatch> all() {
        return link.jooq()
                .selectFrom(IMPORT_BATCH)
                .where(IMPORT_BATCH.LEDGER.eq(ledger))
                .orderBy(IMPORT_BATCH.ID.desc())
                .fetch(ImportRows::batch);
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
        removeBatch(batch.id());
        link.jooq()
                .insertInto(IMPORT_BATCH)
                .set(IMPORT_BATCH.LEDGER, ledger)
                .set(IMPORT_BATCH.ID, batch.id())
                .set(IMPORT_BATCH.AT_MILLIS, batch.at().toEpochMilli())
                .set(IMPORT_BATCH.FILE_NAME, batch.file())
                .set(IMPORT_BATCH.FORMAT, batch.format())
                .set(IMPORT_BATCH.ACCOUNT, batch.account())
                .set(IMPORT_BATCH.INSERTED, batch.inserted())
                .set(IMPORT_BATCH.DUPLICATES, batch.duplicates())
                .set(IMPORT_BATCH.NEEDS_REVIEW, batch.needsReview())
                .set(IMPORT_BATCH.REJECTED, batch.rejected())
                .set(IMPORT_BATCH.FIRST_DAY, batch.firstDate().map(Days::number).orElse(null))
                .set(IMPORT_BATCH.LAST_DAY, batch.lastDate().map(Days::number).orElse(null))
                .set(IMPORT_BATCH.STATE, batch.state().name())
                .execute();
    }

    void remove(long id) {
        removeBatch(id);
        link.jooq()
                .deleteFrom(IMPORT_KEY)
                .where(IMPORT_KEY.LEDGER.eq(ledger))
                .and(IMPORT_KEY.BATCH.eq(id))
                .execute();
    }

    /** Removes at most so many memories of the rows of an import and returns how many. */
    int removeSomeKeys(long id, int most) {
        return link.jooq()
                .deleteFrom(IMPORT_KEY)
                .where(DSL.row(IMPORT_KEY.LEDGER, IMPORT_KEY.ACCOUNT, IMPORT_KEY.ROW_KEY, IMPORT_KEY.OCCURRENCE)
                        .in(DSL.select(IMPORT_KEY.LEDGER, IMPORT_KEY.ACCOUNT, IMPORT_KEY.ROW_KEY, IMPORT_KEY.OCCURRENCE)
                                .from(IMPORT_KEY)
                                .where(IMPORT_KEY.LEDGER.eq(ledger))
                                .and(IMPORT_KEY.BATCH.eq(id))
                                .limit(most)))
                .execute();
    }

    private void removeBatch(long id) {
        link.jooq()
                .deleteFrom(IMPORT_BATCH)
                .where(IMPORT_BATCH.LEDGER.eq(ledger))
                .and(IMPORT_BATCH.ID.eq(id))
                .execute();
    }

    List<ImportKey> keys(String account, Collection<String> wanted) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(wanted));
        List<ImportKey> found = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += KEYS_AT_ONCE) {
            List<String> some = distinct.subList(from, Math.min(distinct.size(), from + KEYS_AT_ONCE));
            found.addAll(link.query(
                    link.jooq()
                            .selectFrom(IMPORT_KEY)
                            .where(IMPORT_KEY.LEDGER.eq(ledger))
                            .and(IMPORT_KEY.ACCOUNT.eq(account))
                            .and(IMPORT_KEY.ROW_KEY.in(some)),
                    row -> new ImportKey(
                            row.getString(2), row.getString(3), row.getInt(4), row.getLong(5), row.getLong(6))));
        }
        found.sort(comparing(ImportKey::key).thenComparingInt(ImportKey::occurrence));
        return found;
    }

    void putKeys(Collection<ImportKey> keys) {
        List<Object[]> rows = new ArrayList<>();
        for (ImportKey key : keys) {
            rows.add(new Object[] {ledger, key.account(), key.key(), key.occurrence(), key.entryId(), key.batch()});
        }
        link.executeEach(PUT_KEY, rows);
    }
}
