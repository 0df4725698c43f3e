package dev.payweek.edit;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.Validation;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.WhatIfLedger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * One ledger of a store, by a clock. Safe for use by any number of threads.
 *
 * <p>{@code ledger.write("Ann", session -> session.category("Fun"))} makes a change that is recorded.
 */
public final class OpenLedger {

    /** Who makes a change when nobody else is named. */
    public static final String LOCAL = "local";

    /** The most rows of an import that one transaction takes, inclusive. */
    public static final int MOST_ROWS_AT_ONCE = 10_000;

    private final LedgerStore store;
    private final LedgerId id;
    private final Clock clock;
    private final CompiledThings compiled = new CompiledThings();

    /** Creates the ledger of that number in a store, by a clock. */
    public OpenLedger(LedgerStore store, LedgerId id, Clock clock) {
        this.store = store;
        this.id = id;
        this.clock = clock;
    }

    /** Returns where it lives. */
    public LedgerStore store() {
        return store;
    }

    /** Returns which one it is. */
    public LedgerId id() {
        return id;
    }

    /** Returns what time it is. */
    public Clock clock() {
        return clock;
    }

    /** Runs the questions on the ledger as it stands at one moment. */
    public <T> T read(Function<? super LedgerView, ? extends T> questions) {
        return store.read(id, reader -> questions.apply(new LedgerView(reader, today(reader.settings()), compiled)));
    }

    /** Makes the changes lasting, all together and recorded as one, or none of them; see {@link LedgerStore#write}. */
    public <T> T write(String who, Function<? super LedgerSession, ? extends T> changes) {
        return store.write(id, recorded(who, changes));
    }

    /** Makes thousands of changes lasting, as {@link #write} does; see {@link LedgerStore#writeBulk}. */
    public <T> T writeBulk(String who, Function<? super LedgerSession, ? extends T> changes) {
        return store.writeBulk(id, recorded(who, changes));
    }

    /** What is given to the store to run, perhaps more than once. */
    private <T> Function<LedgerWriter, T> recorded(String who, Function<? super LedgerSession, ? extends T> changes) {
        requireName(who);
        return writer -> {
            LedgerSession session = session(writer);
            T result = changes.apply(session);
            session.log().finish(who, now());
            return result;
        };
    }

    /** Refuses a name of less than 1 or more than 80 characters. */
    public static void requireName(String who) {
        var checks = new Validation();
        checks.text("who", who, Validation.MAX_NAME);
        checks.refuseIfAny();
    }

    /** Writes what raises no version and is not recorded, such as threshold events. */
    public <T> T writeUnrecorded(Function<? super LedgerSession, ? extends T> changes) {
        return store.write(id, writer -> changes.apply(session(writer)));
    }

    /** Makes the changes on a ledger that exists only in the function. */
    public <T> T whatIf(Function<? super LedgerSession, ? extends T> supposition) {
        return store.read(id, reader -> supposition.apply(session(new WhatIfLedger(reader), Integer.MAX_VALUE)));
    }

    /** Returns how many rows of an import one transaction takes at most. */
    public int rowsAtOnce() {
        return Math.min(MOST_ROWS_AT_ONCE, store.rowsAtOnce());
    }

    /** Returns the time, by the millisecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns a session of the ledger as it stands now, with a record of its own. */
    public LedgerSession session(LedgerWriter writer) {
        return session(writer, rowsAtOnce());
    }

    private LedgerSession session(LedgerWriter writer, int rowsAtOnce) {
        return new LedgerSession(writer, today(writer.settings()), compiled, rowsAtOnce, now());
    }

    private LocalDate today(LedgerSettings settings) {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
