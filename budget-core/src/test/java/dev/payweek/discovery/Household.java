package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A made-up household.
 *
 * @param transfers pairs of ids: what left and what came
 * @param refunds pairs of ids: the purchase and what came back
 */
record Household(
        long seed,
        Currency currency,
        LocalDate last,
        List<Entry> entries,
        List<Truth> truths,
        List<List<Long>> transfers,
        List<List<Long>> refunds) {}
