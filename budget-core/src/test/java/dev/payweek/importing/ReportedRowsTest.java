package dev.payweek.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.RowOutcome;
import dev.payweek.statement.RowOutcome.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportedRowsTest {

    private static final int MOST = 10_000;

    private final ReportedRows listing = new ReportedRows();

    private void add(Outcome outcome, int first, int last) {
        IntStream.rangeClosed(first, last).forEach(row -> listing.add(row(outcome, row)));
    }

    private static RowOutcome row(Outcome outcome, int row) {
        return new RowOutcome(
                row,
                row + 1,
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                Optional.empty());
    }

    private List<Integer> rows(Outcome outcome) {
        return listing.inOrder().stream()
                .filter(row -> row.outcome() == outcome)
                .map(RowOutcome::row)
                .toList();
    }

    @Test
    void ten_thousand_rows_find_room() {
        add(Outcome.REJECTED, 1, 1);
        add(Outcome.INSERTED, 2, MOST - 1);
        assertTrue(listing.hasRoomFor(Outcome.DUPLICATE));
        add(Outcome.DUPLICATE, MOST, MOST);
        assertFalse(listing.hasRoomFor(Outcome.DUPLICATE));
        add(Outcome.INSERTED, MOST + 1, MOST + 1);
        assertEquals(MOST, listing.inOrder().size());
        assertEquals(List.of(MOST), rows(Outcome.DUPLICATE));
    }

    @Test
    void a_row_for_the_eye_takes_the_place_of_the_last_of_the_others() {
        add(Outcome.INSERTED, 1, MOST);
        assertTrue(listing.hasRoomFor(Outcome.REJECTED));
        add(Outcome.REJECTED, MOST + 1, MOST + 2);
        assertEquals(MOST, listing.inOrder().size());
        assertEquals(List.of(MOST + 1, MOST + 2), rows(Outcome.REJECTED));
        assertEquals(MOST - 2, rows(Outcome.INSERTED).get(MOST - 3));
    }

    @Test
    void of_rows_for_the_eye_too_the_first_ten_thousand_are_told() {
        add(Outcome.NEEDS_REVIEW, 1, MOST - 1);
        assertTrue(listing.hasRoomFor(Outcome.REJECTED));
        add(Outcome.REJECTED, MOST, MOST + 1);
        assertFalse(listing.hasRoomFor(Outcome.REJECTED));
        assertEquals(MOST, listing.inOrder().size());
        assertEquals(List.of(MOST), rows(Outcome.REJECTED));
    }

    @Test
    void a_row_that_turns_out_to_need_an_eye_is_told_once_in_its_place() {
        add(Outcome.INSERTED, 1, 3);
        listing.raise(row(Outcome.NEEDS_REVIEW, 2));
        assertEquals(List.of(1, 3), rows(Outcome.INSERTED));
        assertEquals(
                List.of(1, 2, 3),
                listing.inOrder().stream().map(RowOutcome::row).toList());
    }
}
