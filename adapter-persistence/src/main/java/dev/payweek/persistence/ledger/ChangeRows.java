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
import dev.payweek.store.Kinds;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final PreparedSql RECORDED =
            new PreparedSql(jooq -> jooq.select(CHANGE.VERSION, CHANGE.AT_MILLIS, CHANGE.WHO, CHANGE.WHAT, CHANGE.CHAIN)
                    .from(CHANGE)
                    .where(CHANGE.LEDGER.eq(any(CHANGE.LEDGER)))
                    .and(CHANGE.VERSION.gt(any(CHANGE.VERSION)))
                    .orderBy(CHANGE.VERSION)
                    .limit(DSL.param("limit", Integer.class)));

    private static final PreparedSql EDITS = new PreparedSql(jooq -> jooq.select(
                    CHANGE_EDIT.VERSION,
                    CHANGE_EDIT.KIND,
                    CHANGE_EDIT.NAME,
                    CHANGE_EDIT.BEFORE_TEXT,
                    CHANGE_EDIT.AFTER_TEXT)
            .from(CHANGE_EDIT)
            .where(CHANGE_EDIT.LEDGER.eq(any(CHANGE_EDIT.LEDGER)))
            .and(CHANGE_EDIT.VERSION.between(any(CHANGE_EDIT.VERSION), any(CHANGE_EDIT.VERSION)))
            .orderBy(CHANGE_EDIT.VERSION, CHANGE_EDIT.PLACE));

    private final Session link;
    private final LedgerRow ledger;

    ChangeRows(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<Change> after(long version, int limit) {
        List<StoredChange> rows = recorded(version, limit);
        String chain = chainAt(version);
        for (StoredChange row : rows) {
            chain = row.linkedTo(chain);
            if (!chain.equals(row.chain())) {
                throw CorruptData.of("The record of change " + row.version());
            }
        }
        if (rows.size() < limit && version < ledger.version() && !chain.equals(ledger.chain())) {
            throw CorruptData.incomplete("The records of changes");
        }
        return rows.stream().map(StoredChange::change).toList();
    }

    private String chainAt(long version) {
        return link.query(CHAIN_AT, row -> row.getString(1), ledger.number(), version).stream()
                .findFirst()
                .orElse("");
    }

    private List<StoredChange> recorded(long version, int limit) {
        Map<Long, List<RecordedEdit>> edits = new HashMap<>();
        List<StoredChange> rows = link.query(
                RECORDED,
                row -> {
                    List<RecordedEdit> own = new ArrayList<>();
                    edits.put(row.getLong(1), own);
                    return new StoredChange(
                            row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), own, row.getString(5));
                },
                ledger.number(),
                version,
                limit);
        if (!rows.isEmpty()) {
            long last = rows.get(rows.size() - 1).version();
            link.query(EDITS, EditOf::read, ledger.number(), version + 1, last)
                    .forEach(one -> edits.computeIfAbsent(one.version(), any -> new ArrayList<>())
                            .add(one.edit()));
        }
        return rows;
    }
    /** Adds a change at the end; history is never written again. */
    void append(Change change) {
        if (change.version() <= ledger.version()) {
            throw LedgerException.conflict("Change " + change.version() + " has been recorded before.");
        }
        StoredChange row = StoredChange.of(change, ledger.chain());
        link.execute(INSERT, ledger.number(), row.version(), row.atMillis(), row.who(), row.what(), row.chain());
        List<Object[]> rows = new ArrayList<>();
        for (RecordedEdit edit : row.edits()) {
            rows.add(new Object[] {
                ledger.number(), row.version(), rows.size(), edit.kind(), edit.name(), edit.before(), edit.after()
            });
        }
        INSERT_EDITS.write(link, rows);
        ledger.changed(row.version(), row.chain());
    }

    /** An edit in text, which is made once, when the change is written. */
    private record RecordedEdit(String kind, String name, Optional<String> before, Optional<String> after) {

        static <T> RecordedEdit of(Edit<T> edit) {
            return new RecordedEdit(edit.kind().name(), edit.key(), edit.beforeText(), edit.afterText());
        }

        Edit<?> edit() {
            return Edit.parse(Kinds.named(kind), name, before.orElse(""), after.orElse(""));
        }
    }

    /** An edit and the version that it led to. */
    private record EditOf(long version, RecordedEdit edit) {

        static EditOf read(ResultSet row) throws SQLException {
            return new EditOf(
                    row.getLong(1),
                    new RecordedEdit(
                            row.getString(2),
                            row.getString(3),
                            Optional.ofNullable(row.getString(4)),
                            Optional.ofNullable(row.getString(5))));
        }
    }

    /** A change as it is kept, with its link of the chain. */
    private record StoredChange(
            long version, long atMillis, String who, String what, List<RecordedEdit> edits, String chain) {

        static StoredChange of(Change change, String before) {
            List<RecordedEdit> edits = new ArrayList<>();
            change.edits().forEach(edit -> edits.add(RecordedEdit.of(edit)));
            StoredChange open = new StoredChange(
                    change.version(), change.at().toEpochMilli(), change.who(), change.what(), edits, before);
            return new StoredChange(
                    open.version, open.atMillis, open.who, open.what, open.edits, open.linkedTo(before));
        }

        String linkedTo(String before) {
            RowEncoding words = new RowEncoding()
                    .text(before)
                    .number(version)
                    .number(atMillis)
                    .text(who)
                    .text(what);
            for (RecordedEdit edit : edits) {
                words.text(edit.kind).text(edit.name).optional(edit.before).optional(edit.after);
            }
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(words.bytes()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        Change change() {
            try {
                List<Edit<?>> parsed = new ArrayList<>();
                edits.forEach(edit -> parsed.add(edit.edit()));
                return new Change(version, Instant.ofEpochMilli(atMillis), who, what, parsed);
            } catch (LedgerException | IllegalArgumentException | DateTimeException e) {
                throw CorruptData.of("The record of change " + version, e);
            }
        }
    }
}
