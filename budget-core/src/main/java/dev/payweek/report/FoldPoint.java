package dev.payweek.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Placeholder of the kept state, filled below. */
record FoldPoint(
        LocalDate day,
        LocalDate settledBy,
        LocalDate firstPeriod,
        PayMemory pay,
        BillMemory bills,
        PotFold.Into into,
        Map<String, LimitFold.Carried> limits,
        Set<String> assumedUnpaid,
        List<LocalDate> borders) {

    static final FoldPoint START = new FoldPoint(
            LocalDate.MIN,
            LocalDate.MIN,
            LocalDate.MIN,
            PayMemory.NONE,
            BillMemory.NONE,
            PotFold.Into.NOTHING,
            Map.of(),
            Set.of(),
            List.of());

    boolean isStart() {
        return day.equals(LocalDate.MIN);
    }
}
