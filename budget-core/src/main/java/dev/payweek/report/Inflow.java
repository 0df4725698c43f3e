package dev.payweek.report;

import java.util.Map;

/**
 * What comes into a pay period from the one before.
 *
 * @param carried what the period before left over or overdrew
 * @param pots what is in the pots, by set-aside
 */
record Inflow(long carried, Map<String, Long> pots) {

    static final Inflow NOTHING = new Inflow(0, Map.of());

    Inflow {
        pots = Map.copyOf(pots);
    }
}
