package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.Change.CHANGE;
import static dev.payweek.persistence.schema.tables.ChangeEdit.CHANGE_EDIT;

import dev.payweek.persistence.jdbc.BatchStatement;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The record of changes. Each holds the hash of itself and of the hash before it, and the ledger's row the last one: no
 * change can be altered, lost or slipped in without the chain breaking.
 */
final class ChangeRows {

    private static final PreparedSql INSERT = PreparedSql.insert(CHANGE, 1);

    private static final BatchStatement INSERT_EDITS =
            new BatchStatement(rows -> PreparedSql.insert(CHANGE_EDIT, rows));

    private static final PreparedSql CHAIN_AT = new PreparedSql(jooq -> jooq.select(CHANGE.CHAIN)
            .from(CHANGE)
            .where(CHANGE.LEDGER.eq(any(CHANGE.LEDGER)))
            .and(CHANGE.VERSION.le(any(CHANGE.VERSION)))
            .orderBy(CHANGE.VERSION.desc())
            .limit(DSL.inline(1)));

    private final Session link;
    private final LedgerRow ledger;

    ChangeRows(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<Change> after(long version, int limit) {
        List<Record> rows = new ArrayList<>(link.jooq()
                .selectFrom(CHANGE)
                .where(CHANGE.LEDGER.eq(ledger.number()))
                .and(CHANGE.VERSION.gt(version))
                .orderBy(CHANGE.VERSION)
                .limit(limit)
                .fetch());
        List<Change> changes = changes(rows);
        String chain = chainAt(version);
        for (int i = 0; i < changes.size(); i++) {
            chain = linked(chain, changes.get(i));
            if (!chain.equals(rows.get(i).get(CHANGE.CHAIN))) {
                throw CorruptData.of("The record of change " + changes.get(i).version());
            }
        }
        if (changes.size() < limit && version < ledger.version() && !chain.equals(ledger.chain())) {
            throw CorruptData.incomplete("The records of changes");
        }
        return changes;
    }

    private String chainAt(long version) {
        return link.query(CHAIN_AT, row -> row.getString(1), ledger.number(), version).stream()
                .findFirst()
                .orElse("");
    }

    private List<Change> changes(List<Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Edit>> edits =
                edits(rows.get(0).get(CHANGE.VERSION), rows.get(rows.size() - 1).get(CHANGE.VERSION));
        return rows.stream()
                .map(row -> new Change(
                        row.get(CHANGE.VERSION),
                        Instant.ofEpochMilli(row.get(CHANGE.AT_MILLIS)),
                        row.get(CHANGE.WHO),
                        row.get(CHANGE.WHAT),
                        edits.getOrDefault(row.get(CHANGE.VERSION), List.of())))
                .toList();
    }

    private Map<Long, List<Edit>> edits(long first, long last) {
        Map<Long, List<Edit>> edits = new HashMap<>();
        link.jooq()
                .selectFrom(CHANGE_EDIT)
                .where(CHANGE_EDIT.LEDGER.eq(ledger.number()))
                .and(CHANGE_EDIT.VERSION.between(first, last))
                .orderBy(CHANGE_EDIT.VERSION, CHANGE_EDIT.PLACE)
                .fetch()
                .forEach(row -> edits.computeIfAbsent(row.get(CHANGE_EDIT.VERSION), version -> new ArrayList<>())
                        .add(edit(row)));
        return edits;
    }

    private static Edit edit(Record row) {
        try {
            return new Edit(
                    Kind.valueOf(row.get(CHANGE_EDIT.SUBJECT)),
                    row.get(CHANGE_EDIT.SUBJECT_KEY),
                    Optional.ofNullable(row.get(CHANGE_EDIT.BEFORE_TEXT)),
                    Optional.ofNullable(row.get(CHANGE_EDIT.AFTER_TEXT)));
        } catch (IllegalArgumentException e) {
            throw CorruptData.of("The record of change " + row.get(CHANGE_EDIT.VERSION), e);
        }
    }

    /** Adds a change at the end; history is never written again. */
    void append(Change change) {
        if (change.version() <= ledger.version()) {
            throw LedgerException.conflict("Change " + change.version() + " has been recorded before.");
        }
        String chain = linked(ledger.chain(), change);
        link.execute(
                INSERT,
                ledger.number(),
                change.version(),
                change.at().toEpochMilli(),
                change.who(),
                change.what(),
                chain);
        List<Object[]> rows = new ArrayList<>();
        for (Edit edit : change.edits()) {
            rows.add(new Object[] {
                ledger.number(),
                change.version(),
                rows.size(),
                edit.subject().name(),
                edit.key(),
                edit.before(),
                edit.after()
            });
        }
        INSERT_EDITS.write(link, rows);
        ledger.changed(change.version(), chain);
    }

    private static String linked(String before, Change change) {
        RowEncoding words = new RowEncoding()
                .text(before)
                .number(change.version())
                .number(change.at().toEpochMilli())
                .text(change.who())
                .text(change.what());
        for (Edit edit : change.edits()) {
            words.text(edit.subject().name())
                    .text(edit.key())
                    .optional(edit.before())
                    .optional(edit.after());
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
