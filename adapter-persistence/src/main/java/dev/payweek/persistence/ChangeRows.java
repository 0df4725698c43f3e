package dev.payweek.persistence;

import static dev.payweek.persistence.Fixed.any;
import static dev.payweek.persistence.Fixed.each;
import static dev.payweek.persistence.schema.tables.Change.CHANGE;
import static dev.payweek.persistence.schema.tables.ChangeEdit.CHANGE_EDIT;
import static dev.payweek.persistence.schema.tables.KeptAnswer.KEPT_ANSWER;

import dev.payweek.change.Change;
import dev.payweek.change.Edit;
import dev.payweek.change.Subject;
import dev.payweek.store.KeptAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;

/** The record of changes, and the answers given to those who made them. */
final class ChangeRows {

    private static final Duration ANSWERS_KEPT = Duration.ofDays(7);

    private static final Fixed INSERT =
            new Fixed(jooq -> jooq.insertInto(CHANGE).columns(CHANGE.fields()).values(each(CHANGE.fields())));

    private static final Fixed INSERT_EDIT = new Fixed(
            jooq -> jooq.insertInto(CHANGE_EDIT).columns(CHANGE_EDIT.fields()).values(each(CHANGE_EDIT.fields())));

    private static final Fixed FIND_ANSWER = new Fixed(jooq -> jooq.selectFrom(KEPT_ANSWER)
            .where(KEPT_ANSWER.LEDGER.eq(any(KEPT_ANSWER.LEDGER)))
            .and(KEPT_ANSWER.ANSWER_KEY.eq(any(KEPT_ANSWER.ANSWER_KEY))));

    private static final Fixed DELETE_ANSWERS = new Fixed(jooq -> jooq.deleteFrom(KEPT_ANSWER)
            .where(KEPT_ANSWER.LEDGER.eq(any(KEPT_ANSWER.LEDGER)))
            .and(KEPT_ANSWER
                    .ANSWER_KEY
                    .eq(any(KEPT_ANSWER.ANSWER_KEY))
                    .or(KEPT_ANSWER.AT_MILLIS.lt(any(KEPT_ANSWER.AT_MILLIS)))));

    private static final Fixed INSERT_ANSWER = new Fixed(
            jooq -> jooq.insertInto(KEPT_ANSWER).columns(KEPT_ANSWER.fields()).values(each(KEPT_ANSWER.fields())));

    private final Link link;
    private final long ledger;

    ChangeRows(Link link, long ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<Change> after(long version, int limit) {
        List<Record> rows = new ArrayList<>(link.jooq()
                .selectFrom(CHANGE)
                .where(CHANGE.LEDGER.eq(ledger))
                .and(CHANGE.VERSION.gt(version))
                .orderBy(CHANGE.VERSION)
                .limit(limit)
                .fetch());
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
                .where(CHANGE_EDIT.LEDGER.eq(ledger))
                .and(CHANGE_EDIT.VERSION.between(first, last))
                .orderBy(CHANGE_EDIT.VERSION, CHANGE_EDIT.PLACE)
                .fetch()
                .forEach(row -> edits.computeIfAbsent(row.get(CHANGE_EDIT.VERSION), version -> new ArrayList<>())
                        .add(edit(row)));
        return edits;
    }

    private static Edit edit(Record row) {
        return new Edit(
                Subject.valueOf(row.get(CHANGE_EDIT.SUBJECT)),
                row.get(CHANGE_EDIT.SUBJECT_KEY),
                Optional.ofNullable(row.get(CHANGE_EDIT.BEFORE_TEXT)),
                Optional.ofNullable(row.get(CHANGE_EDIT.AFTER_TEXT)));
    }

    /** Adds a change; a version that is there already is refused, since history is never written again. */
    void append(Change change) {
        link.execute(INSERT, ledger, change.version(), change.at().toEpochMilli(), change.who(), change.what());
        List<Object[]> rows = new ArrayList<>();
        for (Edit edit : change.edits()) {
            rows.add(new Object[] {
                ledger, change.version(), rows.size(), edit.subject().name(), edit.key(), edit.before(), edit.after()
            });
        }
        link.executeEach(INSERT_EDIT, rows);
    }

    Optional<KeptAnswer> findAnswer(String key) {
        return link
                .query(
                        FIND_ANSWER,
                        row -> new KeptAnswer(
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5),
                                Instant.ofEpochMilli(row.getLong(6))),
                        ledger,
                        key)
                .stream()
                .findFirst();
    }

    /** Keeps an answer in place of an earlier one, and lets go of those that nobody may ask for any more. */
    void put(KeptAnswer answer) {
        long at = answer.at().toEpochMilli();
        link.execute(DELETE_ANSWERS, ledger, answer.key(), at - ANSWERS_KEPT.toMillis());
        link.execute(INSERT_ANSWER, ledger, answer.key(), answer.fingerprint(), answer.status(), answer.body(), at);
    }
}
