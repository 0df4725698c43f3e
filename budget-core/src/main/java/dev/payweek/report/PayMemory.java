package dev.payweek.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What recognising pay needs to know of the paydays before a day, to go on from it.
 *
 * @param recent the last paydays before the day that later ones may still have to do with
 * @param lastReceived the last three amounts of each source, oldest first
 * @param taken the incomes that are pay: of the days that still matter, and of some before them
 * @param firstPaid the earliest real day of any payment
 * @param paidSources the sources of which a payment was recorded
 */
record PayMemory(
        List<PaydayFact> recent,
        Map<String, List<Long>> lastReceived,
        Set<Long> taken,
        Optional<LocalDate> firstPaid,
        Set<String> paidSources) {

    static final PayMemory NONE = new PayMemory(List.of(), Map.of(), Set.of(), Optional.empty(), Set.of());

    PayMemory {
        recent = List.copyOf(recent);
        lastReceived = Map.copyOf(lastReceived);
        taken = Set.copyOf(taken);
        paidSources = Set.copyOf(paidSources);
    }
}
