package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That money has its currency's decimals wherever it stands. */
class AmountsTest {

    /** Every name under which an answer shows money. */
    private static final Set<String> MONEY = Set.of(
            "amount",
            "total_amount",
            "income",
            "committed",
            "still_due",
            "paid_out",
            "planned",
            "carried_in",
            "allowance",
            "left_until_payday",
            "safe_today",
            "used",
            "due",
            "pot",
            "from_pot",
            "discretionary",
            "spent",
            "upcoming",
            "left",
            "safe_to_spend_per_day",
            "expected_by_now",
            "ahead_by",
            "projected",
            "limit",
            "carry_in",
            "cap",
            "change",
            "expected_paycheck",
            "expected",
            "sums");

    /** Whole amounts, which every currency has. */
    private static final List<List<String>> TRAFFIC = List.of(
            List.of(
                    "PUT",
                    "/schedule",
                    "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\",\"expected_paycheck\":1500}"),
            List.of("PUT", "/limits/Fun", "{\"amount\":100,\"rollover\":\"both\",\"cap\":10,\"from\":\"2026-11-01\"}"),
            List.of("PATCH", "/ledger", "{\"carry\":{\"mode\":\"both\",\"cap\":10}}"),
            List.of(
                    "PUT",
                    "/sources/job",
                    "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":3},\"expected\":200}]}"),
            List.of(
                    "PUT",
                    "/bills/Rent",
                    "{\"category\":\"Home\",\"amount\":900,\"schedule\":{\"kind\":\"monthly\",\"day\":1}}"),
            List.of("PUT", "/set-asides/Car", "{\"amount\":100,\"category\":\"Car\"}"),
            List.of("POST", "/income", "{\"amount\":1500,\"date\":\"2026-11-20\"}"),
            List.of(
                    "POST",
                    "/expenses",
                    "{\"title\":\"Coffee\",\"amount\":120,\"category\":\"Fun\",\"splits\":["
                            + "{\"category\":\"Fun\",\"amount\":100},{\"category\":\"Other\",\"amount\":20}]}"),
            List.of("POST", "/expenses", "{\"title\":\"Coffee bar\",\"amount\":5}"),
            List.of("POST", "/transfers", "{\"title\":\"x\",\"amount\":1,\"account\":\"a\",\"to_account\":\"b\"}"),
            List.of(
                    "POST",
                    "/rules/apply",
                    "{\"rule\":{\"name\":\"r\",\"when\":{\"any\":[{\"field\":\"amount\",\"op\":\"between\","
                            + "\"value\":[1,10]},{\"not\":{\"field\":\"amount\",\"op\":\"less_than\","
                            + "\"value\":1000}}]},"
                            + "\"then\":{\"category\":\"Fun:Coffee\"}}}"),
            List.of("POST", "/imports", "#lines\n2026-11-21 -3 x\n2026-11-21 -3.00000 y\nbad\n"),
            List.of("GET", "/rules", ""),
            List.of("GET", "/expenses", ""),
            List.of("GET", "/expenses?limit=1", ""),
            List.of("GET", "/expenses/summary", ""),
            List.of("GET", "/income", ""),
            List.of("GET", "/transfers", ""),
            List.of("GET", "/limits", ""),
            List.of("GET", "/ledger", ""),
            List.of("GET", "/sources", ""),
            List.of("GET", "/bills", ""),
            List.of("GET", "/set-asides", ""),
            List.of("GET", "/schedule", ""),
            List.of("GET", "/suggestions", ""),
            List.of("GET", "/budget", ""),
            List.of("GET", "/budget?on=2026-12-05", ""),
            List.of("GET", "/budget/history?periods=2", ""),
            List.of("GET", "/budget/history?of=week&periods=2", ""),
            List.of("POST", "/budget/what-if", "{\"expenses\":[{\"title\":\"x\",\"amount\":1}]}"),
            List.of("GET", "/events", ""));

    private final DirectApi api = new DirectApi();
    private final Set<String> seen = new TreeSet<>();

    @ParameterizedTest
    @CsvSource({"USD, 2", "JPY, 0", "KWD, 3"})
    void every_amount_of_every_answer_has_its_currencys_decimals(String currency, int decimals) throws Exception {
        assertEquals(
                200,
                api.sendJson("PATCH", "/ledger", "{\"currency\":\"" + currency + "\"}")
                        .status());
        for (List<String> request : TRAFFIC) {
            Answer answer = api.send(
                    request.get(0),
                    request.get(1),
                    Map.of("Content-Type", "application/json"),
                    request.get(2).getBytes(StandardCharsets.UTF_8));
            assertTrue(answer.status() < 300, request + " answers " + answer);
            check(Tree.of(answer), false, decimals, request.toString());
        }
        long expense =
                Tree.of(api.send("GET", "/expenses?q=bar")).path(0).path("id").longValue();
        check(Tree.of(api.send("GET", "/expenses/" + expense + "/explanation")), false, decimals, "explanation");
        Set<String> expected = new TreeSet<>(MONEY);
        expected.addAll(Set.of("value", "actual"));
        assertEquals(expected, seen);
    }

    private void check(JsonNode node, boolean money, int decimals, String where) {
        if (money && node.isNumber()) {
            assertEquals(decimals, Math.max(0, node.decimalValue().scale()), where + " says " + node);
        }
        node.forEach(element -> check(element, money && node.isArray(), decimals, where));
        boolean ofAmounts = node.path("field").asText().equals("amount");
        node.properties().forEach(member -> {
            String name = member.getKey();
            boolean here = MONEY.contains(name)
                    || (ofAmounts && Set.of("value", "actual").contains(name));
            if (here && (member.getValue().isNumber() || member.getValue().isContainerNode())) {
                seen.add(name);
            }
            check(member.getValue(), here, decimals, where + " at " + name);
            if (name.equals("sums")) {
                member.getValue().forEach(sum -> check(sum, true, decimals, where + " at sums"));
            }
        });
    }

    @Test
    void an_amount_in_a_condition_that_no_entry_can_have_is_refused_with_its_place() throws Exception {
        String rule =
                "{\"name\":\"r\",\"when\":{\"all\":[{\"field\":\"amount\",\"op\":\"less_than\",\"value\":4.505}]},"
                        + "\"then\":{\"category\":\"Fun\"}}";
        Answer refused = api.sendJson("POST", "/rules", rule);
        assertEquals(422, refused.status(), refused.text());
        assertEquals(List.of("/when/all/0/value"), Tree.pointers(refused));
        assertTrue(refused.text().contains("USD has 2 decimals, not more."), refused.text());
    }
}
