package dev.payweek.statements.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {

    private static void pass(String text) throws IOException {
        try (JsonFile json = JsonFile.ofBank(new StringReader(text))) {
            json.read(name -> {});
        }
    }

    private static List<String> scalars(String list) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonFile json = JsonFile.ofBank(new StringReader("{\"a\":\n" + list + "}"))) {
            json.read(name -> json.elements(() -> found.add(json.line() + " " + json.scalar())));
        }
        return found;
    }

    @Test
    void values_are_given_as_they_are_written() throws IOException {
        assertEquals(
                List.of(
                        "2 1",
                        "2 two",
                        "2 -3.5e+2",
                        "2 true",
                        "3 ",
                        "3 0.10",
                        "3 123456789012345678901234567890.123456789"),
                scalars("[1, \"two\", -3.5e+2, true,\nnull, 0.10, 123456789012345678901234567890.123456789]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\":[1,]} ",
                "{\"a\":1,}",
                "{\"a\":\"line\nbreak\"}",
                "{\"a\":[[[]]],\"b\":{\"a\":{}}}"
            })
    void lets_pass(String text) {
        assertDoesNotThrow(() -> pass(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "{\"a\":[1 2]}",
                "{\"a\":[,]}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":1e}",
                "{\"a\":nul}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12G4\"}",
                "{\"a\":\"abc",
                "{\"a\":1}}",
                "{} {}",
                "{\"a\":1,,}",
                "{\"a\":[1}",
                "{\"a\":NaN}",
                "{\"a\":-}"
            })
    void refuses(String text) {
        assertThrows(LedgerException.class, () -> pass(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}| at line 1: \"a\" comes twice.",
                "{\"a\":[1| at line 1: it ends too early; it may be cut off.",
                "{\"a\":1}x| at line 1: Unrecognized token 'x': was expecting",
            })
    void says_what_is_wrong(String text, String words) {
        String message = assertThrows(LedgerException.class, () -> pass(text)).getMessage();
        String wanted = "The file is no JSON: " + words;
        assertEquals(wanted, message.substring(0, wanted.length()));
    }

    @Test
    void refuses_what_goes_beyond_its_bounds() {
        assertThrows(LedgerException.class, () -> pass("{\"a\":" + "[".repeat(100_000)));
        assertThrows(LedgerException.class, () -> scalars("[\"" + "x".repeat(1 << 21) + "\"]"));
        assertThrows(LedgerException.class, () -> scalars("[" + "9".repeat(100_000) + "]"));
        assertThrows(LedgerException.class, () -> pass("{\"" + "x".repeat(1 << 20) + "\":1}"));
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            many.append('"').append(i).append("\":1,");
        }
        assertThrows(LedgerException.class, () -> pass(many + "}"));
    }
}
