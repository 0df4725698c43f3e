package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.payweek.rest.SpoiledBodies.Case;
import dev.payweek.rest.SpoiledBodies.Spoiled;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Route;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever two things are wrong with a body, whoever sent it learns of both at once, and of nothing that is not wrong.
 */
class AllFaultsTest {

    private static DirectApi prepared() throws Exception {
        var api = new DirectApi();
        for (List<String> one : SpoiledBodies.BEFORE) {
            Answer answer = api.sendJson(one.get(0), one.get(1), one.get(2));
            assertTrue(answer.status() < 300, () -> one + answer.text());
        }
        return api;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.payweek.rest.SpoiledBodies#cases")
    void of_any_two_things_that_are_wrong_both_are_reported(Case one) throws Exception {
        Answer whole = prepared().sendJson(one.method(), one.target(), one.body());
        assertTrue(whole.status() < 300, () -> one + whole.text());
        List<Spoiled> all = SpoiledBodies.all(one);
        DirectApi api = prepared();
        String ledger = api.send("GET", "/ledger").text();
        var faults = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            for (String value : all.get(i).values()) {
                fault(api, one, List.of(all.get(i)), List.of(value)).ifPresent(faults::add);
            }
            for (int j = i + 1; j < all.size(); j++) {
                if (all.get(i).standsApartFrom(all.get(j))) {
                    // Beside one field or another, each value has its turn.
                    List<String> values =
                            List.of(all.get(i).value(i + j), all.get(j).value(i + j));
                    fault(api, one, List.of(all.get(i), all.get(j)), values).ifPresent(faults::add);
                }
            }
        }
        assertEquals(List.of(), faults.stream().limit(20).toList(), faults.size() + " in all");
        assertEquals(ledger, api.send("GET", "/ledger").text());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.payweek.rest.SpoiledBodies#cases")
    void what_is_wrong_with_the_query_is_told_beside_what_is_wrong_with_the_body(Case one) throws Exception {
        DirectApi api = prepared();
        String ledger = api.send("GET", "/ledger").text();
        List<Spoiled> all = SpoiledBodies.all(one);
        String target = one.target().replaceFirst("\\?.*", "") + "?";
        var faults = new ArrayList<String>();
        for (String query : wrongQueries(api, one)) {
            String name = "?" + query.replaceAll("=.*", "");
            Answer alone = api.sendJson(one.method(), target + query, one.body());
            if (alone.status() != 400 || !Tree.pointers(alone).equals(List.of(name))) {
                faults.add(query + " alone: " + alone.status() + shortened(alone.text()));
            }
            for (int i = 0; i < all.size(); i++) {
                Spoiled field = all.get(i);
                JsonNode body = Tree.of(one.body());
                set(body, field.pointer(), Tree.of(field.value(i)));
                Answer answer = api.sendJson(one.method(), target + query, body.toString());
                List<String> told = answer.status() == 400 ? Tree.pointers(answer) : List.of();
                boolean both = told.contains(name)
                        && told.stream().anyMatch(place -> SpoiledBodies.isWithin(place, field.pointer()));
                boolean only = told.stream()
                        .allMatch(place -> place.equals(name) || SpoiledBodies.isWithin(place, field.pointer()));
                if (!both || !only) {
                    faults.add(query + " and " + field.pointer() + ": " + answer.status() + shortened(answer.text()));
                }
            }
            Answer torn = api.sendJson(one.method(), target + query, "{");
            if (torn.status() != 400 || !Tree.pointers(torn).equals(List.of(name, ""))) {
                faults.add(query + " and no JSON: " + torn.status() + shortened(torn.text()));
            }
        }
        assertEquals(List.of(), faults.stream().limit(20).toList(), faults.size() + " in all");
        assertEquals(ledger, api.send("GET", "/ledger").text());
    }

    private static List<String> wrongQueries(DirectApi api, Case one) {
        List<String> wrong = new ArrayList<>(List.of("foo=1"));
        for (Route route : api.api().routes()) {
            if (Examples.isOf(List.of(one.method(), one.target()), route)) {
                route.parameters().stream()
                        .filter(parameter -> parameter.type() != QueryParameter.Type.TEXT)
                        .forEach(parameter -> wrong.add(parameter.name() + "=nonsense"));
            }
        }
        return wrong;
    }

    private static Optional<String> fault(DirectApi api, Case one, List<Spoiled> fields, List<String> values)
            throws Exception {
        JsonNode body = Tree.of(one.body());
        for (int i = 0; i < fields.size(); i++) {
            set(body, fields.get(i).pointer(), Tree.of(values.get(i)));
        }
        Answer answer = api.sendJson(one.method(), one.target(), body.toString());
        List<String> told = answer.status() == 422 ? Tree.pointers(answer) : List.of();
        boolean all = fields.stream()
                .allMatch(field -> told.stream().anyMatch(place -> SpoiledBodies.isWithin(place, field.pointer())));
        boolean only = told.stream()
                .allMatch(place -> fields.stream().anyMatch(field -> SpoiledBodies.isWithin(place, field.pointer())));
        return all && only
                ? Optional.empty()
                : Optional.of(shortened(body.toString()) + ": " + answer.status() + shortened(answer.text()));
    }

    private static String shortened(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "…";
    }

    /** A field that is spoiled may be one that the body has not. */
    private static void set(JsonNode body, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = body.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), value);
        }
    }

    @Test
    void every_route_that_takes_json_is_among_them() throws Exception {
        List<Case> cases = SpoiledBodies.cases();
        for (Route route : new DirectApi().api().routes()) {
            boolean json = route.takes().map(Content::mediaType).equals(Optional.of("application/json"));
            assertTrue(
                    !json
                            || route.template().equals("/imports/{id}/merge")
                            || cases.stream()
                                    .anyMatch(one -> Examples.isOf(List.of(one.method(), one.target()), route)),
                    () -> route.method() + " " + route.template());
        }
    }
}
