package dev.payweek.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static DayTotal fun(String day, long cents) {
        return of(day, "Fun", cents);
    }

    private static DayTotal of(String day, String category, long cents) {
        return new DayTotal(
                LocalDate.parse(day), EntryKind.EXPENSE, Optional.of(CategoryPath.of(category)), cents, 1, 0);
    }

    private static DayTotal income(String day, long cents) {
        return new DayTotal(LocalDate.parse(day), EntryKind.INCOME, Optional.empty(), cents, 1, 0);
    }

    @Test
    void days_are_summed_by_kind_and_category_and_told_in_that_order() {
        List<DayTotal> summed = DayTotal.summed(Stream.of(
                fun("2026-11-21", 500),
                income("2026-11-20", 9_000),
                of("2026-11-20", "Other", 70),
                fun("2026-11-20", 300),
                fun("2026-11-21", 250)));
        assertEquals(
                List.of(
                        fun("2026-11-20", 300),
                        of("2026-11-20", "Other", 70),
                        income("2026-11-20", 9_000),
                        new DayTotal(
                                LocalDate.of(2026, 11, 21),
                                EntryKind.EXPENSE,
                                Optional.of(CategoryPath.of("Fun")),
                                750,
                                2,
                                0)),
                summed);
    }

    @Test
    void what_has_been_taken_away_again_leaves_no_total_but_a_refund_does() {
        DayTotal meal = fun("2026-11-21", 500);
        assertEquals(List.of(), DayTotal.summed(Stream.of(meal, meal.negated())));
        DayTotal nothing = new DayTotal(meal.date(), meal.kind(), meal.category(), 0, 2, 0);
        assertEquals(List.of(nothing), DayTotal.summed(Stream.of(meal, fun("2026-11-21", -500))));
    }

    @Test
    void a_sum_beyond_what_a_number_holds_is_no_sum() {
        DayTotal most = fun("2026-11-21", Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> most.plus(fun("2026-11-21", 1)));
    }

    @Test
    void months_are_the_sums_of_their_days_by_category_without_income() {
        List<MonthTotal> months = MonthTotal.of(List.of(
                fun("2026-11-30", 500),
                of("2026-11-01", "Eat", 40),
                income("2026-11-20", 9_000),
                fun("2026-10-31", 300),
                fun("2026-11-01", -200),
                fun("2026-11-01", 25)));
        assertEquals(
                List.of(
                        new MonthTotal(YearMonth.of(2026, 10), CategoryPath.of("Fun"), 300, 1),
                        new MonthTotal(YearMonth.of(2026, 11), CategoryPath.of("Eat"), 40, 1),
                        new MonthTotal(YearMonth.of(2026, 11), CategoryPath.of("Fun"), 325, 3)),
                months);
    }
}
