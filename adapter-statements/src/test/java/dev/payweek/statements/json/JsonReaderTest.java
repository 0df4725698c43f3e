package dev.payweek.statements.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static JsonReader json(String text) {
        return new JsonReader(new StringReader(text));
    }

    private static void readAll(String text) throws IOException {
        JsonReader json = json(text);
        json.skip();
        json.end();
    }

    @Test
    void walks_through_objects_and_arrays() throws IOException {
        JsonReader json = json(" {\"a\" : [1, \"two\", -3.5e+2, true, null],\n \"b\":{}} ");
        json.begin('{');
        assertTrue(json.hasNext('}'));
        assertEquals("a", json.name());
        json.begin('[');
        for (String wanted : new String[] {"1", "two", "-3.5e+2", "true", ""}) {
            assertTrue(json.hasNext(']'));
            assertEquals(wanted, json.scalar());
        }
        assertFalse(json.hasNext(']'));
        assertTrue(json.hasNext('}'));
        assertEquals("b", json.name());
        assertEquals(2, json.line());
        json.skip();
        assertFalse(json.hasNext('}'));
        json.end();
    }

    @Test
    void resolves_escapes_and_takes_out_what_nobody_can_print() throws IOException {
        assertEquals(
                "\" \\ / é \n\t €",
                json("\"\\\" \\\\ \\/ \\u00e9 \\n\\t\\u0007\\u20AC\"").scalar());
    }

    @Test
    void long_texts_are_cut_off() throws IOException {
        assertEquals(
                JsonReader.LONGEST_TEXT,
                json("\"" + "x".repeat(10_000) + "\"").scalar().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,]", "{\"a\":1,}", "[]", "0", "-0.5", "1E5", "\"\"", "[[[]]]"})
    void lets_pass(String text) {
        assertDoesNotThrow(() -> readAll(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1 2]",
                "[,]",
                "{\"a\" 1}",
                "{a:1}",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "nul",
                "tru",
                "\"\\x\"",
                "\"\\u12G4\"",
                "\"abc",
                "[1]]",
                "{} {}",
                "{\"a\":1,,}",
                "[1}",
                "NaN",
                "-"
            })
    void refuses(String text) {
        assertThrows(LedgerException.class, () -> readAll(text));
    }

    @Test
    void refuses_what_nests_too_deep() {
        assertThrows(LedgerException.class, () -> readAll("[".repeat(100_000)));
    }
}
