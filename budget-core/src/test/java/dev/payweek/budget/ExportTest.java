package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ExportTest {

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void all_of_an_export_has_arrived_when_it_is_done() {
        budget.spend(Money.of("4.50", "USD"), "Coffee", LocalDate.of(2026, 11, 21));
        StringWriter out = new StringWriter();
        budget.export("count", new BufferedWriter(out, 1_000));
        assertEquals("count 1", out.toString());
    }

    @Test
    void an_export_of_some_days_holds_those_and_no_others() {
        for (int day = 20; day <= 22; day++) {
            budget.spend(Money.of("4.50", "USD"), "Coffee", LocalDate.of(2026, 11, day));
        }
        StringWriter out = new StringWriter();
        budget.export("count", new DateSpan(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 22)), out);
        assertEquals("count 2", out.toString());
    }

    @Test
    void an_export_in_an_unknown_form_is_refused_before_anything_is_written() {
        StringWriter out = new StringWriter();
        assertThrows(LedgerException.class, () -> budget.export("abacus", out));
        assertEquals("", out.toString());
    }

    @Test
    void a_writer_that_fails_is_told_with_its_reason() {
        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> budget.export("count", new FullDisk()));
        assertEquals("The export cannot be written: disk full", failure.getMessage());
    }

    private static final class FullDisk extends Writer {

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public void flush() {
            // Nothing was taken.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
