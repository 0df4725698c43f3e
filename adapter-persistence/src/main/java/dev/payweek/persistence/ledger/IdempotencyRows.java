package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.KeptAnswer.KEPT_ANSWER;

import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.store.IdempotentResponse;
import java.time.Instant;
import java.util.Optional;

/** The answers given to those who made changes under a key of theirs. */
final class IdempotencyRows {

    static final ChecksummedTable ANSWERS = ChecksummedTable.unsealed(KEPT_ANSWER, 2);

    private static final PreparedSql DELETE_OLD = new PreparedSql(jooq -> jooq.deleteFrom(KEPT_ANSWER)
            .where(KEPT_ANSWER.LEDGER.eq(any(KEPT_ANSWER.LEDGER)))
            .and(KEPT_ANSWER.AT_MILLIS.lt(any(KEPT_ANSWER.AT_MILLIS))));

    private final Session link;
    private final LedgerRow ledger;

    IdempotencyRows(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    Optional<IdempotentResponse> find(String key) {
        return ANSWERS.find(link, ledger.seals(), key)
                .map(row -> new IdempotentResponse(
                        row.get(KEPT_ANSWER.ANSWER_KEY),
                        row.get(KEPT_ANSWER.FINGERPRINT),
                        row.get(KEPT_ANSWER.STATUS),
                        row.get(KEPT_ANSWER.BODY),
                        Instant.ofEpochMilli(row.get(KEPT_ANSWER.AT_MILLIS))));
    }

    /** Keeps an answer in place of an earlier one, and lets go of those that nobody may ask for any more. */
    void put(IdempotentResponse answer) {
        link.execute(
                DELETE_OLD,
                ledger.number(),
                answer.at().minus(IdempotentResponse.KEPT).toEpochMilli());
        ANSWERS.put(
                link,
                ledger.seals(),
                answer.key(),
                answer.fingerprint(),
                answer.status(),
                answer.body(),
                answer.at().toEpochMilli());
    }
}
