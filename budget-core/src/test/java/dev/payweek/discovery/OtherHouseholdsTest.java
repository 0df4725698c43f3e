package dev.payweek.discovery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * The bars of the hard mix on households made by other assumptions. The small form runs always; {@code
 * -Dpayweek.households=300 -Dpayweek.households.seed=…} gives the figures of the documents.
 */
class OtherHouseholdsTest {

    private static final int HOUSEHOLDS = Integer.getInteger("payweek.households", 30);
    private static final long SEED = Long.getLong("payweek.households.seed", 1L);

    @Test
    void other_households_reach_the_bars() {
        Bars bars = new Bars();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            Household house = new OtherHouseholds(SEED * 1_000_003 + i).make();
            bars.add(house, DiscoveryBarsTest.discover(house));
        }
        System.out.println("discovery, " + HOUSEHOLDS + " other households, seed " + SEED + ": precision / recall");
        bars.counts.forEach((what, figures) -> System.out.println("  " + what + " " + figures));
        if (Boolean.getBoolean("payweek.households.errors")) {
            bars.errors.forEach(error -> System.out.println("    " + error));
        }
        require(bars, "pay", 0.93, 0.93);
        require(bars, "bills", 0.95, 0.95);
    }

    private static void require(Bars bars, String what, double precision, double recall) {
        Bars.Count count = bars.of(what);
        assertTrue(count.precision() >= precision && count.recall() >= recall, what + " " + count);
    }
}
