package dev.payweek.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackedFileTest {

    private static final int QUARTER = 1 << 18;

    private final List<Long> told = new ArrayList<>();
    private TrackedFile file = of(0);

    private TrackedFile of(int length) {
        return new TrackedFile(
                StatementFile.of("a.csv", new byte[length]),
                () -> told.add(file.progress(0).bytes()));
    }

    @Test
    void every_quarter_of_a_mebibyte_is_told() throws IOException {
        file = of(2 * QUARTER + 1);
        try (InputStream in = file.open()) {
            assertEquals(QUARTER - 1, in.read(new byte[QUARTER - 1]));
            assertEquals(List.of(), told);
            assertEquals(0, in.read());
            assertEquals(List.of((long) QUARTER), told);
            assertEquals(QUARTER + 1, in.readAllBytes().length);
        }
        assertEquals(List.of((long) QUARTER, 2L * QUARTER), told.subList(0, 2));
        assertEquals(2L * QUARTER + 1, file.progress(0).bytes());
    }

    @Test
    void the_end_of_a_file_counts_for_nothing() throws IOException {
        file = of(3);
        assertEquals("a.csv", file.name());
        try (InputStream in = file.open()) {
            assertEquals(3, in.read(new byte[10]));
            assertEquals(-1, in.read(new byte[10]));
            assertEquals(-1, in.read());
        }
        assertEquals(3, file.progress(0).bytes());
    }

    @Test
    void a_file_opened_anew_is_counted_anew() throws IOException {
        file = of(QUARTER);
        for (int i = 0; i < 2; i++) {
            try (InputStream in = file.open()) {
                assertEquals(0, file.progress(0).bytes());
                in.readAllBytes();
            }
        }
        assertEquals(QUARTER, file.progress(0).bytes());
        assertEquals(2, told.size());
    }
}
