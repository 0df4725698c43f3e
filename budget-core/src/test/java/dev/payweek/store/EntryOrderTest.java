package dev.payweek.store;

import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryOrderTest {

    private static final List<Entry> ENTRIES = List.of(
            expense(1, "2026-11-20", "2.00", "Fun"),
            expense(2, "2026-11-19", "3.00", "Fun"),
            expense(3, "2026-11-20", "3.00", "Fun"));

    @ParameterizedTest
    @CsvSource({
        "NEWEST_FIRST, true, true, 3 1 2",
        "OLDEST_FIRST, true, false, 2 1 3",
        "LARGEST_FIRST, false, true, 3 2 1",
        "SMALLEST_FIRST, false, false, 1 2 3"
    })
    void entries_are_ordered_by_date_or_amount_and_then_by_id(
            EntryOrder order, boolean byDate, boolean descending, String ids) {
        assertEquals(byDate, order.isByDate());
        assertEquals(descending, order.isDescending());
        assertEquals(
                ids,
                String.join(
                        " ",
                        ENTRIES.stream()
                                .sorted(order.comparator())
                                .map(entry -> Long.toString(entry.id()))
                                .toList()));
    }

    @Test
    void a_key_is_the_day_since_1970_or_the_amount_in_minor_units() {
        assertEquals(20_777, EntryOrder.OLDEST_FIRST.keyOf(ENTRIES.get(0)));
        assertEquals(300, EntryOrder.SMALLEST_FIRST.keyOf(ENTRIES.get(1)));
    }
}
