package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that ends at any of its bytes, or has any of them changed, is taken whole or refused. */
class FormCutTest {

    private static final String FILE = "#lines\n2026-11-01 -3.25 x\r\n--y\r\n2026-11-02 -1 z\n";

    static List<String> forms() {
        return List.of(
                "--y-y\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + FILE
                        + "\r\n--y-y--\r\n",
                "preamble\r\n--y-y\r\nContent-Disposition: form-data; name=note\r\n\r\nhello\r\n--y-y\r\n"
                        + "Content-Disposition: form-data; name=file\r\nContent-Type: text/plain\r\n\r\n" + FILE
                        + "\r\n--y-y\r\nContent-Disposition: form-data; name=after\r\n\r\nx\r\n--y-y--");
    }

    private final DirectApi api = new DirectApi();

    private Answer send(byte[] form) throws Exception {
        return api.send("POST", "/imports?dry_run", Map.of("Content-Type", "multipart/form-data; boundary=y-y"), form);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_that_is_cut_anywhere_gives_the_whole_file_or_is_refused(String text) throws Exception {
        byte[] form = text.getBytes(StandardCharsets.UTF_8);
        String whole = send(form).text();
        int end = text.indexOf(FILE) + FILE.length() + "\r\n--y-y".length();
        for (int cut = 0; cut < form.length; cut++) {
            Answer answer = send(Arrays.copyOf(form, cut));
            if (cut < end) {
                assertEquals(400, answer.status(), "cut at " + cut + ": " + answer.text());
                assertTrue(answer.text().contains("/problems/malformed_form"), answer.text());
            } else {
                assertEquals(whole, answer.text(), "cut at " + cut);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_with_any_byte_changed_is_never_a_fault_of_the_service(String text) throws Exception {
        byte[] form = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < form.length; at++) {
            for (int other : new int[] {0, '\r', '\n', '-', '"', 0xFF}) {
                byte[] changed = form.clone();
                changed[at] = (byte) other;
                int status = send(changed).status();
                assertTrue(status < 500, other + " at " + at + " gives " + status);
            }
        }
    }
}
