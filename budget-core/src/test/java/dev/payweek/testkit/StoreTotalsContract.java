package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.day;
import static dev.payweek.testkit.Samples.expense;
import static dev.payweek.testkit.Samples.income;
import static dev.payweek.testkit.Samples.split;
import static dev.payweek.testkit.Samples.transfer;
import static dev.payweek.testkit.Samples.unplaced;
import static dev.payweek.testkit.Samples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import dev.payweek.store.LedgerStore;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the totals of days and months are the sums of the entries, whatever was done to those. */
public interface StoreTotalsContract extends FreshStore {

    @Test
    default void day_totals_sum_by_day_kind_and_category_in_that_order() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(1, "2026-11-21", "1.00", "Fun"));
                writer.put(expense(2, "2026-11-20", "2.00", "b"));
                writer.put(expense(3, "2026-11-20", "3.00", "B"));
                writer.put(expense(4, "2026-11-20", "4.00", "B:x"));
                writer.put(expense(5, "2026-11-20", "5.00", "b"));
                writer.put(unplaced(6, "2026-11-20", "6.00"));
                writer.put(transfer(7, "2026-11-20", "7.00"));
                writer.put(income(8, "2026-11-20", "8.00"));
                writer.put(expense(9, "2026-11-22", "9.00", "Fun"));
            });
            assertEquals(
                    List.of(
                            expenses("2026-11-20", "B", 300, 1, 0),
                            expenses("2026-11-20", "B:x", 400, 1, 0),
                            expenses("2026-11-20", "Other", 600, 1, 1),
                            expenses("2026-11-20", "b", 700, 2, 0),
                            new DayTotal(day("2026-11-20"), EntryKind.INCOME, Optional.empty(), 800, 1, 0),
                            new DayTotal(day("2026-11-20"), EntryKind.TRANSFER, Optional.empty(), 700, 1, 0),
                            expenses("2026-11-21", "Fun", 100, 1, 0)),
                    totals(store, new DateSpan(day("2026-11-20"), day("2026-11-22"))));
        }
    }

    @Test
    default void a_replaced_entry_counts_as_it_is_and_no_longer_as_it_was() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(unplaced(1, "2026-11-20", "5.00")));
            write(store, writer -> writer.put(expense(1, "2026-11-21", "7.00", "Fun")));
            assertEquals(List.of(expenses("2026-11-21", "Fun", 700, 1, 0)), totals(store, DateSpan.ALWAYS));
            write(store, writer -> writer.put(income(1, "2026-11-21", "7.00")));
            assertEquals(
                    List.of(new DayTotal(day("2026-11-21"), EntryKind.INCOME, Optional.empty(), 700, 1, 0)),
                    totals(store, DateSpan.ALWAYS));
            write(store, writer -> writer.removeEntry(1));
            assertEquals(List.of(), totals(store, DateSpan.ALWAYS));
        }
    }

    @Test
    default void each_part_of_a_split_counts_in_its_own_category() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(split(1, "2026-11-20", "Fun", "3.00", "Other", "-1.00"));
                writer.put(split(2, "2026-11-20", "Fun", "0.50", "Fun", "0.25"));
            });
            assertEquals(
                    List.of(expenses("2026-11-20", "Fun", 375, 3, 0), expenses("2026-11-20", "Other", -100, 1, 0)),
                    totals(store, DateSpan.ALWAYS));
            write(store, writer -> writer.put(split(1, "2026-11-20", "Fun", "3.00", "Fun:Food", "-1.00")));
            assertEquals(
                    List.of(expenses("2026-11-20", "Fun", 375, 3, 0), expenses("2026-11-20", "Fun:Food", -100, 1, 0)),
                    totals(store, DateSpan.ALWAYS));
        }
    }

    @Test
    default void a_refund_that_takes_a_day_to_zero_leaves_its_count() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense(1, "2026-11-20", "5.00", "Fun")));
            write(store, writer -> writer.put(expense(2, "2026-11-20", "-5.00", "Fun")));
            assertEquals(List.of(expenses("2026-11-20", "Fun", 0, 2, 0)), totals(store, DateSpan.ALWAYS));
        }
    }

    @Test
    default void the_greatest_amounts_sum_exactly() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                for (int id = 1; id <= 1_000; id++) {
                    writer.put(expense(id, "2026-11-20", "9999999999.99", "Fun"));
                }
            });
            assertEquals(
                    999_999_999_999_000L, totals(store, DateSpan.ALWAYS).get(0).minorUnits());
            assertEquals(
                    999_999_999_999_000L,
                    store.read(LEDGER, reader -> reader.monthTotals(DateSpan.ALWAYS))
                            .get(0)
                            .minorUnits());
        }
    }

    @Test
    default void month_totals_are_the_expenses_of_the_days_by_month_and_category() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(1, "2026-10-31", "1.00", "b"));
                writer.put(expense(2, "2026-11-01", "2.00", "b"));
                writer.put(expense(3, "2026-11-30", "-0.50", "b"));
                writer.put(expense(4, "2026-11-15", "4.00", "B"));
                writer.put(expense(5, "2026-12-01", "5.00", "b"));
                writer.put(expense(6, "1999-12-31", "6.00", "b"));
                writer.put(income(7, "2026-11-01", "7.00"));
                writer.put(transfer(8, "2026-11-01", "8.00"));
            });
            YearMonth november = YearMonth.of(2026, 11);
            assertEquals(
                    List.of(
                            new MonthTotal(YearMonth.of(1999, 12), CategoryPath.of("b"), 600, 1),
                            new MonthTotal(YearMonth.of(2026, 10), CategoryPath.of("b"), 100, 1),
                            new MonthTotal(november, CategoryPath.of("B"), 400, 1),
                            new MonthTotal(november, CategoryPath.of("b"), 150, 2)),
                    store.read(
                            LEDGER, reader -> reader.monthTotals(new DateSpan(day("1999-01-01"), day("2026-12-01")))));
            assertEquals(
                    List.of(new MonthTotal(november, CategoryPath.of("b"), -50, 1)),
                    store.read(LEDGER, reader -> reader.monthTotals(DateSpan.of(day("2026-11-30")))));
        }
    }

    private static List<DayTotal> totals(LedgerStore store, DateSpan span) {
        return store.read(LEDGER, reader -> reader.dayTotals(span));
    }

    private static DayTotal expenses(String date, String category, long minorUnits, long count, long uncategorised) {
        return new DayTotal(
                day(date), EntryKind.EXPENSE, Optional.of(CategoryPath.of(category)), minorUnits, count, uncategorised);
    }
}
