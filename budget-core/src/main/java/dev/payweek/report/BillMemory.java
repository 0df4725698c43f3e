package dev.payweek.report;

import dev.payweek.plan.Bill;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What assigning payments to bills needs to know of the days before a day, to go on from it.
 *
 * @param paid the due days paid by then that later payments may still have to do with
 * @param payers which parts of which recent expenses pay which bill
 * @param payerDays the days of those expenses
 */
record BillMemory(List<Paid> paid, Map<Long, Map<Integer, Bill>> payers, Map<Long, LocalDate> payerDays) {

    static final BillMemory NONE = new BillMemory(List.of(), Map.of(), Map.of());

    /** A due day that was paid. */
    record Paid(String bill, LocalDate due, long amount, LocalDate date, long entry) {}

    BillMemory {
        paid = List.copyOf(paid);
        payers = Map.copyOf(payers);
        payerDays = Map.copyOf(payerDays);
    }
}
