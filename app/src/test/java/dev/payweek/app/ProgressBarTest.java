package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.ImportProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written, true);
    private final Terminal plain = new Terminal(false, false, 80, false);

    @Test
    void a_bar_is_drawn_over_itself_and_wiped_away() {
        try (var bar = new ProgressBar(plain, out, "bank.csv", 1_000)) {
            bar.accept(new ImportProgress(0, 500));
            bar.accept(new ImportProgress(0, 500));
            bar.accept(new ImportProgress(10_000, 1_000));
        }
        assertEquals(
                "\rbank.csv ###############............... looking through"
                        + "\rbank.csv ############################## 10,000 rows"
                        + "\r\u001B[K",
                written.toString());
    }

    @Test
    void nothing_is_drawn_of_what_is_done_at_once() {
        new ProgressBar(plain, out, "bank.csv", 1_000).close();
        assertEquals("", written.toString());
    }
}
