package dev.payweek.statements.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTextTest {

    private static StatementText text(byte[] bytes) throws IOException {
        return StatementText.of(StatementFile.of("?", bytes), List.of(), any -> 0);
    }

    @ParameterizedTest
    @CsvSource({
        "Café, UTF-8, UTF-8",
        "Café, windows-1252, windows-1252",
        "Café, UTF-16, UTF-16BE",
        "Café, UTF-16LE, UTF-16LE",
        "Opłata, ISO-8859-2, windows-1250",
        "plain, US-ASCII, UTF-8"
    })
    void the_bytes_show_the_encoding(String words, String written, String found) throws IOException {
        StatementText text = text(words.getBytes(Charset.forName(written)));
        assertEquals(Charset.forName(found), text.charset());
        assertEquals(words, text.head(100));
    }

    @Test
    void one_wrong_byte_among_many_letters_is_no_other_encoding() throws IOException {
        byte[] bytes = "é ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertEquals(StandardCharsets.UTF_8, text(bytes).charset());
        bytes[bytes.length - 2] = 'x';
        assertEquals(StandardCharsets.UTF_8, text(bytes).charset());
        assertEquals("é é", text(bytes).head(3));
    }

    @Test
    void letters_far_behind_tell_the_encoding_as_well_as_those_in_front() throws IOException {
        byte[] front = "plain\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        byte[] behind = "Зарплата за март\n".getBytes(Charset.forName("windows-1251"));
        byte[] bytes = java.util.Arrays.copyOf(front, front.length + behind.length);
        System.arraycopy(behind, 0, bytes, front.length, behind.length);
        assertEquals(Charset.forName("windows-1251"), text(bytes).charset());
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() throws IOException {
        assertEquals("a", text("\uFEFFa".getBytes(StandardCharsets.UTF_8)).head(9));
    }

    @ParameterizedTest
    @CsvSource({"a\\nb", "a\\rb", "a\\r\\nb", "a\\r\\r\\nb"})
    void every_kind_of_line_end_is_one(String written) throws IOException {
        String raw = written.replace("\\n", "\n").replace("\\r", "\r");
        assertEquals("a\nb", text(raw.getBytes(StandardCharsets.UTF_8)).head(9));
    }

    @Test
    void blank_lines_stay() throws IOException {
        assertEquals(
                "a\n\n\nb", text("a\r\r\rb".getBytes(StandardCharsets.UTF_8)).head(9));
    }

    @Test
    void what_nobody_can_print_is_taken_out() throws IOException {
        assertEquals(
                "ab c\td",
                text("a\u0000b\u0007c\td\u001A".getBytes(StandardCharsets.UTF_8))
                        .head(9));
    }
}
