package dev.payweek.house;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.LedgerId;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * What an example of the documentation may take as given: a new budget in US dollars on Sunday, 2026-11-22, and the
 * store it lives in.
 */
public abstract class Given {

    private static final String REFUSED = "refused: ";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    /** The store that the budget lives in. */
    protected final LedgerStore store = new MemoryStore();

    /** The name of the budget's ledger in the store. */
    protected final LedgerId ledger = LedgerId.FIRST;

    /** A budget in memory, as new. */
    protected final Budget budget = Budget.on(store, Access.READ_WRITE, CLOCK);

    /** Code without a value. */
    @FunctionalInterface
    protected interface Action {
        /** Runs it. */
        void run() throws Exception;
    }

    /** Runs the example. */
    public abstract void show() throws Exception;

    /** Checks that code gives what the comment beside it says, or is refused with that sentence. */
    protected static void says(String comment, Callable<?> code) throws Exception {
        String got;
        try {
            got = written(code.call());
        } catch (LedgerException refusal) {
            got = REFUSED + refusal.getMessage();
        }
        if (!got.equals(comment)) {
            throw new AssertionError("says \"" + comment + "\" and gives \"" + got + "\"");
        }
    }

    /** Checks that code without a value is refused as the comment beside it says. */
    protected static void says(String comment, Action code) throws Exception {
        says(comment, () -> {
            code.run();
            return "nothing";
        });
    }

    /** Values as a reader writes them: a text in quotes on one line, an array as a list. */
    private static String written(Object value) {
        if (value instanceof String text) {
            return "\"" + text.replace("\n", "\\n").replace("\"", "\\\"") + "\"";
        }
        return value instanceof long[] numbers ? Arrays.toString(numbers) : String.valueOf(value);
    }
}
