package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.payweek.budget.Budget;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file leaves open can be answered over the API, by every answer that its question offers. */
class EveryQuestionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date_format  | Date,Text,Amount;03/04/2026,Coffee,-4.50;05/04/2026,Pay,99.00
            sign         | Date,Text,Amount;2026-03-04,Aa,4.50;2026-03-05,Bb,9.00;2026-03-06,Cc,7.10
            sign         | Date,Text,A,B;2026-03-04,Aa,4.50,;2026-03-05,Bb,,9.00;2026-03-06,Cc,7.10,
            amount_unit  | Date,Text,Amount;2026-03-04,Aa,-4567;2026-03-05,Bb,9013;2026-03-06,Cc,-7101
            decimal_mark | Date,Text,Amount;2026-03-04,Aa,-4.567;2026-03-05,Bb,9.013;2026-03-06,Cc,-7.101
            booked       | Date,Text,Amount,Status;2026-03-04,Aa,-4.5,Posted;2026-03-05,Bb,9.13,Mabanda
            year         | Date,Text,Amount;04.03.,Aa,-4.50;05.03.,Bb,9.00;06.03.,Cc,-7.10
            """)
    void each_answer_that_is_offered_is_taken(String parameter, String lines) throws IOException {
        byte[] file = (lines.replace(';', '\n') + "\n").getBytes(StandardCharsets.UTF_8);
        JsonNode question = question(file, parameter);
        assertFalse(question.path("options").isEmpty(), question.toString());
        for (JsonNode option : question.path("options")) {
            String answer = parameter + "=" + URLEncoder.encode(option.asText(), StandardCharsets.UTF_8);
            String answered = send(file, answer);
            assertTrue(answered.startsWith("201"), answer + " gives " + answered);
        }
    }

    private static JsonNode question(byte[] file, String parameter) throws IOException {
        String asked = send(file, "");
        assertTrue(asked.startsWith("422"), asked);
        JsonNode question = JSON.readTree(asked.substring(3)).path("questions").path(0);
        assertEquals(parameter, question.path("parameter").asText(), asked);
        return question;
    }

    private static String send(byte[] file, String query) throws IOException {
        Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        try (Budget budget = Budget.inMemory(noon)) {
            Request request = new Request(
                    "POST",
                    "/imports",
                    QueryString.parse(query),
                    Map.of("host", "localhost:8000", "content-type", "application/octet-stream"),
                    new ByteArrayInputStream(file));
            Response response = new PayweekApi(budget, Settings.LOCAL).handle(request, "test");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            response.body().writeTo(out);
            return response.status() + out.toString(StandardCharsets.UTF_8);
        }
    }
}
