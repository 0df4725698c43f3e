package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.LedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That answers to repeated requests are kept as long as promised and no longer. */
public interface StoreAnswersContract extends FreshStore {

    /** A moment with milliseconds, which is as fine as a store keeps it. */
    Instant ANSWERED = Instant.parse("2026-11-22T10:00:00.123Z");

    @Test
    default void an_answer_is_forgotten_once_another_is_more_than_a_week_younger() {
        IdempotentResponse old = new IdempotentResponse("old", "x", 200, "a", ANSWERED);
        IdempotentResponse young =
                new IdempotentResponse("young", "x", 200, "b", ANSWERED.plus(IdempotentResponse.KEPT));
        IdempotentResponse younger =
                new IdempotentResponse("younger", "x", 200, "c", young.at().plusMillis(1));
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(old));
            write(store, writer -> writer.put(young));
            assertEquals(Optional.of(old), store.read(LEDGER, reader -> reader.findAnswer("old")));
            write(store, writer -> writer.put(younger));
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.findAnswer("old")));
            assertEquals(Optional.of(young), store.read(LEDGER, reader -> reader.findAnswer("young")));
        }
    }

    @Test
    default void an_answer_is_kept_under_its_key_and_replaced_by_a_later_one() {
        IdempotentResponse answer =
                new IdempotentResponse("k".repeat(255), "POST /expenses …", 201, "{\"id\":1}\n🧦", ANSWERED);
        IdempotentResponse later =
                new IdempotentResponse(answer.key(), "other", 200, "", ANSWERED.plus(Duration.ofHours(1)));
        IdempotentResponse week = new IdempotentResponse("week", "x", 200, "", ANSWERED.plus(Duration.ofDays(6)));
        try (LedgerStore store = newLedger()) {
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.findAnswer(answer.key())));
            write(store, writer -> writer.put(answer));
            assertEquals(Optional.of(answer), store.read(LEDGER, reader -> reader.findAnswer(answer.key())));
            write(store, writer -> {
                writer.put(later);
                writer.put(week);
            });
            assertEquals(Optional.of(later), store.read(LEDGER, reader -> reader.findAnswer(answer.key())));
            assertEquals(Optional.of(week), store.read(LEDGER, reader -> reader.findAnswer("week")));
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.findAnswer("Week")));
        }
    }
}
