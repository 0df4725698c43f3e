package dev.payweek.discovery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Discoveries;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How much of made-up households' pay, bills and pairs is found, and how much that is not there. The small form runs
 * always; {@code -Dpayweek.households=300 -Dpayweek.households.seed=…} gives the figures of the documents.
 */
class DiscoveryBarsTest {

    private static final int HOUSEHOLDS = Integer.getInteger("payweek.households", 40);
    private static final long SEED = Long.getLong("payweek.households.seed", 1L);

    static Discoveries discover(Household house) {
        Map<Long, Entry> entries = new HashMap<>();
        Discoverer discoverer = new Discoverer();
        house.entries().forEach(entry -> {
            entries.put(entry.id(), entry);
            discoverer.add(entry);
        });
        return discoverer.find(new Given(
                BudgetPlan.of(house.currency()), house.last(), Set.of(), id -> Optional.ofNullable(entries.get(id))));
    }

    private static Bars measured(String name, int count, double hard) {
        Bars bars = new Bars();
        for (int i = 0; i < count; i++) {
            Household house = new HouseholdMaker(SEED * 1_000_003 + i, hard).make();
            bars.add(house, discover(house));
        }
        System.out.println("discovery, " + count + " " + name + " households, seed " + SEED + ": precision / recall");
        bars.counts.forEach((what, figures) -> System.out.println("  " + what + " " + figures));
        if (Boolean.getBoolean("payweek.households.errors")) {
            bars.errors.forEach(error -> System.out.println("    " + error));
        }
        return bars;
    }

    private static void require(Bars bars, String what, double precision, double recall) {
        Bars.Count count = bars.of(what);
        assertTrue(count.precision() >= precision && count.recall() >= recall, what + " " + count);
    }

    @Test
    void ordinary_households_reach_the_bars() {
        Bars bars = measured("ordinary", HOUSEHOLDS, 0);
        require(bars, "pay", 0.98, 0.95);
        require(bars, "bills", 0.96, 0.95);
        require(bars, "yearly", 0.90, 0.95);
        require(bars, "transfers", 0.995, 0.99);
        require(bars, "refunds", 0.99, 0.80);
        require(bars, "next pay", 0.96, 0);
        require(bars, "next bills", 0.96, 0);
        require(bars, "price changes", 0.85, 0.85);
        require(bars, "stopped", 0.85, 0.9);
    }

    @Test
    void hard_households_reach_the_lower_bars() {
        Bars bars = measured("hard", HOUSEHOLDS, 0.5);
        require(bars, "pay", 0.93, 0.93);
        require(bars, "bills", 0.95, 0.95);
    }
}
