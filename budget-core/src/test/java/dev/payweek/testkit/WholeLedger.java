package dev.payweek.testkit;

import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import java.util.List;
import java.util.Random;

/** Ledgers as wholes: filled with anything a store takes, and told in full. */
public final class WholeLedger {

    private WholeLedger() {}

    /** Does so many random things to a ledger: entries, rules, imports, changes, whatever there is. */
    public static void scribble(Dice dice, int steps, LedgerWriter ledger) {
        Random random = new Random(dice.between(0L, Long.MAX_VALUE - 1));
        for (int i = 0; i < steps; i++) {
            RandomWrites.step(random).run(ledger);
        }
    }

    /** Returns everything that can be read of a ledger, the answers kept for repeated requests left aside. */
    public static List<Object> told(LedgerReader ledger) {
        List<Object> all = StoreModelContract.picture(ledger);
        return all.subList(0, all.size() - RandomWrites.KEYS.size());
    }
}
