package dev.payweek.report;

import static dev.payweek.testkit.Json.list;
import static dev.payweek.testkit.Json.object;
import static dev.payweek.testkit.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made-up households in which everything meets: bills, pots, splits, refunds, decisions by hand, versions of pay and
 * carrying over, on days of the past and to come. Their figures come from a model that shares no line with this one.
 */
class HouseholdLedgersTest {

    static List<Map<String, Object>> households() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(HouseholdLedgersTest.class.getResourceAsStream("/golden/households.json"))) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return list(object(Json.parse(json)), "examples");
        }
    }

    @ParameterizedTest
    @MethodSource("households")
    void every_figure_of_a_household_is_right_whatever_the_order(Map<String, Object> household) {
        String name = text(household, "name").orElseThrow();
        assertEquals(List.of(), GoldenLedgersTest.differences(household, 0), name);
        assertEquals(List.of(), GoldenLedgersTest.differences(household, 7), name);
    }
}
