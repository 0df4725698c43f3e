package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.RemovedRows.REMOVED_ROWS;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.Kinds;
import dev.payweek.store.RemovedRows;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What is kept of removed imports, in parts numbered from 0. */
final class RemovedParts {

    private static final ChecksummedTable PARTS = ChecksummedTable.sealed(REMOVED_ROWS, 3);

    private static final PreparedSql IMPORTS = new PreparedSql(jooq -> jooq.selectDistinct(REMOVED_ROWS.BATCH)
            .from(REMOVED_ROWS)
            .where(REMOVED_ROWS.LEDGER.eq(any(REMOVED_ROWS.LEDGER)))
            .orderBy(REMOVED_ROWS.BATCH));

    private static final PreparedSql LAST = new PreparedSql(jooq -> jooq.select(REMOVED_ROWS.PART)
            .from(REMOVED_ROWS)
            .where(REMOVED_ROWS.LEDGER.eq(any(REMOVED_ROWS.LEDGER)))
            .and(REMOVED_ROWS.BATCH.eq(any(REMOVED_ROWS.BATCH)))
            .orderBy(REMOVED_ROWS.PART.desc())
            .limit(DSL.inline(1)));

    private final Session link;
    private final LedgerRow ledger;

    RemovedParts(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<Long> imports() {
        return link.query(IMPORTS, row -> row.getLong(1), ledger.number());
    }

    int count(long batch) {
        return link.query(LAST, row -> row.getInt(1) + 1, ledger.number(), batch).stream()
                .findFirst()
                .orElse(0);
    }

    Optional<RemovedRows> find(long batch, int part) {
        return PARTS.find(link, ledger.seals(), batch, part).map(RemovedParts::rows);
    }

    private static RemovedRows rows(Record row) {
        try {
            return Kinds.REMOVED_ROWS.parse(row.get(REMOVED_ROWS.BODY));
        } catch (LedgerException | IllegalArgumentException | DateTimeException e) {
            throw CorruptData.of("What is kept of the removed import " + row.get(REMOVED_ROWS.BATCH), e);
        }
    }

    void put(RemovedRows rows) {
        PARTS.put(link, ledger.seals(), rows.batch(), rows.part(), Kinds.REMOVED_ROWS.text(rows));
    }

    void remove(RemovedRows rows) {
        PARTS.remove(link, ledger.seals(), rows.batch(), rows.part());
    }

    /** Reads every part, one at a time, and refuses if one is not as it was written or is missing. */
    void verify() {
        Checksum tally = Checksum.NONE;
        for (long batch : imports()) {
            int parts = count(batch);
            for (int part = 0; part < parts; part++) {
                Optional<Record> row = PARTS.find(link, ledger.seals(), batch, part);
                if (row.isPresent()) {
                    rows(row.get());
                    tally = tally.with(PARTS.verified(row.get()));
                }
            }
        }
        if (!tally.equals(ledger.seals().of(PARTS.name()))) {
            throw CorruptData.incomplete("The rows of " + PARTS.name());
        }
    }
}
