package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private static Output.Failed failure(String reason) {
        return assertThrows(Output.Failed.class, () -> {
            PrintWriter out = Output.printer(new Output(failing(reason)));
            out.println("1  2026-11-20  4.50");
            out.flush();
        });
    }

    @Test
    void what_is_printed_arrives_as_utf_8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter out = Output.printer(new Output(bytes));
        out.print("Müller 咖啡 ½");
        out.flush();
        assertEquals("Müller 咖啡 ½", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_full_disk_ends_the_command_with_a_sentence() {
        Output.Failed failed = failure("No space left on device");
        assertEquals("The output cannot be written: No space left on device", failed.getMessage());
        assertFalse(failed.readerHasGone());
    }

    @Test
    void a_reader_that_has_gone_is_known() {
        assertTrue(failure("Broken pipe").readerHasGone());
    }
}
