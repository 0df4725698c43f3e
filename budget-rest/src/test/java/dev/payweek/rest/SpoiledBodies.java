package dev.payweek.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Every route that takes JSON, with a body that is taken and the ways to spoil each of its fields. */
final class SpoiledBodies {

    private static final String LONG = "\"" + "x".repeat(3_000) + "\"";

    private static final List<String> TEXT = List.of("\" \"", LONG, "\"a\\u0000\"");

    private static final List<String> DATE = List.of("\"2026-02-30\"", "\"2201-01-01\"", "\"yesterday\"");

    private static final List<String> AMOUNT = List.of("1.234", "\"x\"", "1e30");

    private static final List<String> PATH = List.of("\" \"", "\"a:b:c:d:e\"", LONG);

    /** A category that takes nothing new. */
    private static final String GONE = "\"Fun:Gone\"";

    private static final List<String> WORD = List.of("\"bogus\"", "\"\"");

    private static final List<String> NUMBER = List.of("1.5", "\"2\"", "99999999999999999999");

    private static final String MONTHLY = "{\"kind\":\"monthly\",\"day\":5}";

    private static final String MATCH = "{\"all\":[{\"field\":\"title\",\"op\":\"contains\",\"value\":\"acme\"},"
            + "{\"field\":\"amount\",\"op\":\"greater_than\",\"value\":5}]}";

    /** What there is before: an rule 2, an expense 3, an income 4 and a transfer 5. */
    static final List<List<String>> BEFORE = List.of(
            List.of("PUT", "/schedule", MONTHLY),
            List.of("POST", "/rules", "{\"name\":\"r\",\"when\":" + MATCH + ",\"then\":{\"category\":\"Fun\"}}"),
            List.of("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4,\"date\":\"2026-11-20\"}"),
            List.of("POST", "/income", "{\"amount\":1500,\"date\":\"2026-11-05\"}"),
            List.of("POST", "/transfers", "{\"title\":\"x\",\"amount\":1}"),
            List.of("PUT", "/categories/Fun:Gone", "{\"archived\":true}"),
            List.of("PUT", "/bills/Gym", "{\"category\":\"Fun\",\"schedule\":" + MONTHLY + "}"));

    /** A field of a body, the values that spoil it, and the fields without which nobody knows that they do. */
    record Spoiled(String pointer, List<String> values, List<String> needs) {

        Spoiled needing(String... fields) {
            return new Spoiled(pointer, values, List.of(fields));
        }

        String value(int turn) {
            return values.get(turn % values.size());
        }

        boolean standsApartFrom(Spoiled other) {
            return !isWithin(pointer, other.pointer)
                    && needs.stream().noneMatch(field -> isWithin(field, other.pointer))
                    && other.needs.stream().noneMatch(field -> isWithin(field, pointer));
        }
    }

    record Case(String method, String target, String body, List<Spoiled> spoiled) {
        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    private static Spoiled at(String pointer, List<String> values, String... more) {
        List<String> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return new Spoiled(pointer, all, List.of());
    }

    private static Spoiled at(String pointer, String... values) {
        return new Spoiled(pointer, List.of(values), List.of());
    }

    private static Case of(String method, String target, String body, Spoiled... spoiled) {
        return new Case(method, target, body, List.of(spoiled));
    }

    private static List<Spoiled> schedule(String pointer) {
        return List.of(
                at(pointer + "/kind", WORD),
                at(pointer + "/n", NUMBER),
                at(pointer + "/n", "0", "-3", "99999").needing(pointer + "/kind"),
                at(pointer + "/anchor", DATE, "\"1700-01-01\""),
                at(pointer + "/adjust", WORD),
                at(pointer + "/holidays/1", DATE),
                at(pointer + "/tolerance_days", NUMBER, "-1", "99"));
    }

    private static Case with(Case one, List<Spoiled> more) {
        List<Spoiled> all = new ArrayList<>(one.spoiled());
        all.addAll(more);
        return new Case(one.method(), one.target(), one.body(), all);
    }

    private static final String EVERY = "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-01-02\","
            + "\"adjust\":\"preceding\",\"holidays\":[\"2026-12-25\",\"2027-01-01\"],\"tolerance_days\":3}";

    private static final String EXPENSE = "{\"title\":\"Tea\",\"amount\":-4.00,\"category\":\"Fun\","
            + "\"date\":\"2026-11-21\",\"account\":\"cash\",\"note\":\"n\",\"tags\":[\"a\",\"b\"],\"splits\":["
            + "{\"category\":\"Fun\",\"amount\":-1},{\"category\":\"Other\",\"amount\":-3}],\"refund_of\":3}";

    private static final Spoiled[] OF_EXPENSES = {
        at("/title", TEXT),
        at("/amount", AMOUNT),
        at("/category", PATH, GONE),
        at("/date", DATE, "\"1700-01-01\""),
        at("/account", TEXT),
        at("/note", LONG, "\"\\u0000\""),
        at("/tags/1", TEXT),
        at("/splits/0/category", PATH, GONE),
        at("/splits/1/amount", AMOUNT, "0"),
        at("/refund_of", NUMBER, "99", "4")
    };

    private static final String INCOME = "{\"title\":\"Pay\",\"amount\":1400,\"date\":\"2026-11-20\",\"account\":\"a\","
            + "\"note\":\"n\",\"tags\":[\"x\"]}";

    private static final Spoiled[] OF_INCOME = {
        at("/title", TEXT),
        at("/amount", AMOUNT),
        at("/date", DATE),
        at("/account", TEXT),
        at("/note", LONG),
        at("/tags/0", TEXT)
    };

    private static final String TRANSFER = "{\"title\":\"x\",\"amount\":2,\"date\":\"2026-11-20\",\"account\":\"a\","
            + "\"to_account\":\"b\",\"note\":\"n\",\"tags\":[\"x\"]}";

    private static final Spoiled[] OF_TRANSFERS = {
        at("/title", TEXT),
        at("/amount", AMOUNT),
        at("/date", DATE),
        at("/account", TEXT),
        at("/to_account", TEXT),
        at("/to_account", "\"a\"").needing("/account"),
        at("/note", LONG),
        at("/tags/0", TEXT)
    };

    private static final String RULE = "{\"name\":\"o\",\"priority\":30,\"enabled\":true,\"valid_from\":\"2026-01-01\","
            + "\"when\":" + MATCH + ",\"then\":{\"split\":[{\"category\":\"Fun\",\"percent\":60},"
            + "{\"category\":\"Other\",\"percent\":40}],\"rename\":\"T\",\"tags\":[\"hot\"]}}";

    private static List<Spoiled> match(String pointer) {
        return List.of(
                at(pointer + "/all/0/field", WORD),
                at(pointer + "/all/0/value", LONG, "\"\"", "[]").needing(pointer + "/all/0"),
                at(pointer + "/all/1/op", WORD),
                at(pointer + "/all/1/op", "\"contains\"").needing(pointer + "/all/1"),
                at(pointer + "/all/1/value", "1.234", "\"x\"", "1e99").needing(pointer + "/all/1"));
    }

    private static List<Spoiled> rule(String pointer) {
        List<Spoiled> all = new ArrayList<>(match(pointer + "/when"));
        all.addAll(List.of(
                at(pointer + "/name", TEXT),
                at(pointer + "/priority", NUMBER, "-1", "9999999"),
                at(pointer + "/valid_from", DATE),
                at(pointer + "/then/split/0/category", PATH),
                at(pointer + "/then/split/1/percent", NUMBER, "0", "-5", "300"),
                at(pointer + "/then/rename", TEXT),
                at(pointer + "/then/tags/0", TEXT)));
        return all;
    }

    private static final String LIMIT = "{\"amount\":4,\"per\":\"week\",\"rollover\":\"both\",\"cap\":10,"
            + "\"reset\":true,\"from\":\"2026-11-01\"}";

    private static List<Spoiled> limit(String pointer) {
        return List.of(
                at(pointer + "/amount", AMOUNT, "-1"),
                at(pointer + "/per", WORD),
                at(pointer + "/rollover", WORD),
                at(pointer + "/cap", AMOUNT, "-1"),
                at(pointer + "/from", DATE));
    }

    static List<Case> cases() {
        return List.of(
                of("POST", "/expenses", EXPENSE, OF_EXPENSES),
                of("PUT", "/expenses/3", EXPENSE.replace(",\"refund_of\":3", ""), OF_EXPENSES),
                of("PATCH", "/expenses/3", EXPENSE.replace(",\"refund_of\":3", ""), OF_EXPENSES),
                of("POST", "/expenses?dry_run", EXPENSE, OF_EXPENSES),
                of(
                        "POST",
                        "/expenses",
                        "[{\"title\":\"x\",\"amount\":1,\"date\":\"2026-11-01\"},{\"title\":\"y\",\"amount\":2}]",
                        at("/0/title", TEXT),
                        at("/0/date", DATE),
                        at("/0/refund_of", "99"),
                        at("/1/amount", AMOUNT),
                        at("/1/category", PATH, GONE)),
                of("POST", "/income", INCOME, OF_INCOME),
                of("PUT", "/income/4", INCOME, OF_INCOME),
                of("PATCH", "/income/4", INCOME, OF_INCOME),
                of("POST", "/income?dry_run", INCOME, OF_INCOME),
                of("POST", "/transfers", TRANSFER, OF_TRANSFERS),
                of("PUT", "/transfers/5", TRANSFER, OF_TRANSFERS),
                of("PATCH", "/transfers/5", TRANSFER, OF_TRANSFERS),
                of("POST", "/expenses/3/category", "{\"category\":\"Fun\"}", at("/category", PATH, GONE)),
                of(
                        "PUT",
                        "/income/4/pay",
                        "{\"source\":\"main\",\"payday\":\"2026-11-05\"}",
                        at("/source", TEXT),
                        at("/source", "\"nobody\"").needing("/payday"),
                        at("/payday", DATE)),
                with(of("PUT", "/schedule", EVERY, at("/expected_paycheck", AMOUNT, "-1", "0")), schedule("")),
                with(
                        with(
                                of(
                                        "PUT",
                                        "/sources/job",
                                        "{\"primary\":true,\"primary_from\":\"2026-03-01\",\"versions\":[{\"schedule\":"
                                                + EVERY + ",\"expected\":1500.00},{\"from\":\"2026-03-04\","
                                                + "\"schedule\":{\"kind\":\"monthly\",\"day\":25}}],"
                                                + "\"until\":\"2026-12-31\",\"match\":" + MATCH
                                                + ",\"tolerance_days\":4,\"spread\":false}",
                                        at("/primary", "3"),
                                        at("/primary_from", DATE),
                                        at("/versions/0/expected", AMOUNT, "-1", "0"),
                                        at("/versions/1/from", DATE),
                                        at("/versions/1/schedule/day", "99", "\"x\"")
                                                .needing("/versions/1/schedule/kind"),
                                        at("/until", DATE),
                                        at("/tolerance_days", NUMBER, "-1", "99"),
                                        at("/horizon", DATE),
                                        at("/horizon", "\"2026-12-01\"").needing("/versions")),
                                schedule("/versions/0/schedule")),
                        match("/match")),
                with(
                        with(
                                of(
                                        "PUT",
                                        "/bills/Rent",
                                        "{\"category\":\"Home:Rent\",\"amount\":900.00,\"schedule\":" + EVERY
                                                + ",\"match\":" + MATCH
                                                + ",\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}",
                                        at("/category", PATH),
                                        at("/amount", AMOUNT, "-1", "0"),
                                        at("/from", DATE),
                                        at("/until", DATE)),
                                schedule("/schedule")),
                        match("/match")),
                of(
                        "PUT",
                        "/bills/Gym/occurrences/2026-11-05",
                        "{\"paid_by\":3}",
                        at("/paid_by", NUMBER),
                        at("/paid_by", "99", "4").needing("/skipped"),
                        at("/skipped", "5", "\"x\"")),
                of(
                        "PUT",
                        "/set-asides/Car",
                        "{\"amount\":100.00,\"per\":\"period\",\"category\":\"Car\",\"from\":\"2026-01-01\","
                                + "\"until\":\"2026-03-31\"}",
                        at("/amount", AMOUNT, "-1"),
                        at("/per", WORD),
                        at("/category", PATH),
                        at("/from", DATE),
                        at("/until", DATE)),
                with(of("PUT", "/limits/Fun", LIMIT), limit("")),
                with(of("POST", "/rules", RULE), rule("")),
                with(of("PUT", "/rules/2", RULE), rule("")),
                with(of("POST", "/rules/dry-run", "{\"rule\":" + RULE + ",\"id\":2,\"force\":true}"), rule("/rule")),
                with(of("POST", "/rules/apply", "{\"rule\":" + RULE + ",\"id\":2,\"force\":true}"), rule("/rule")),
                of(
                        "PUT",
                        "/accounts/a",
                        "{\"closed\":true,\"reading\":{\"sign\":\"x\",\"more\":\"y\"}}",
                        at("/closed", "1"),
                        at("/reading/sign", LONG, "5")),
                of("PUT", "/categories/Fun:New", "{\"discretionary\":true,\"archived\":false}"),
                of("POST", "/categories/Fun:Gone/move", "{\"to\":\"Fun:There\"}", at("/to", PATH)),
                of("POST", "/categories/Fun:Gone/merge", "{\"to\":\"Fun\"}", at("/to", PATH)),
                of(
                        "PATCH",
                        "/ledger",
                        "{\"name\":\"Home\",\"currency\":\"USD\",\"zone\":\"Europe/Berlin\",\"near_percent\":80,"
                                + "\"carry\":{\"mode\":\"both\",\"cap\":300.00,\"from\":\"2026-01-01\"}}",
                        at("/name", TEXT),
                        at("/currency", TEXT, "\"XXQ\""),
                        at("/zone", TEXT, "\"Mars/Base\""),
                        at("/near_percent", NUMBER, "0", "101"),
                        at("/carry/mode", WORD),
                        at("/carry/cap", AMOUNT, "-1"),
                        at("/carry/from", DATE)),
                of("POST", "/discoveries/accept", "{\"ids\":[]}"),
                of("POST", "/discoveries/decline", "{\"ids\":[]}"),
                of(
                        "POST",
                        "/budget/what-if",
                        "{\"on\":\"2026-11-25\",\"expenses\":[{\"title\":\"x\",\"amount\":1}],"
                                + "\"income\":[{\"amount\":5}],\"limits\":[{\"category\":\"Fun\",\"amount\":4}],"
                                + "\"bills\":[{\"name\":\"Rent\",\"category\":\"Fun\",\"amount\":3,"
                                + "\"schedule\":" + MONTHLY + "}],\"schedule\":" + MONTHLY + "}",
                        at("/on", DATE),
                        at("/expenses/0/title", TEXT),
                        at("/expenses/0/date", DATE),
                        at("/income/0/amount", AMOUNT),
                        at("/limits/0/category", PATH),
                        at("/limits/0/amount", AMOUNT, "-1"),
                        at("/bills/0/name", TEXT),
                        at("/bills/0/category", PATH),
                        at("/bills/0/amount", AMOUNT, "-1"),
                        at("/bills/0/schedule/day", "99").needing("/bills/0/schedule/kind"),
                        at("/bills/0/from", DATE),
                        at("/schedule/tolerance_days", NUMBER, "-1", "99")));
    }

    private SpoiledBodies() {}

    /** Returns all ways to spoil a body: those of its case, and a wrong type of each field. */
    static List<Spoiled> all(Case one) {
        List<Spoiled> all = new ArrayList<>(one.spoiled());
        types(Tree.of(one.body()), "", all);
        return all;
    }

    /** Every field can be of a wrong type, and one that there is not can be there. */
    private static void types(JsonNode node, String pointer, List<Spoiled> all) {
        if (node instanceof ObjectNode object) {
            if (!pointer.contains("/match") && !pointer.contains("/when") && !pointer.endsWith("/reading")) {
                all.add(at(pointer + "/colour", "1"));
            }
            object.properties().forEach(field -> types(field.getValue(), pointer + "/" + field.getKey(), all));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                types(array.get(i), pointer + "/" + i, all);
            }
        }
        if (!pointer.isEmpty()) {
            Spoiled wrong = at(pointer, "{\"red\":[]}");
            // Which days of the month there may be depends on the kind.
            addTo(all, pointer.endsWith("/day") ? wrong.needing(pointer.replaceFirst("day$", "kind")) : wrong);
        }
    }

    /** What spoils a field by itself is one thing, however often it was said. */
    private static void addTo(List<Spoiled> all, Spoiled more) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).pointer().equals(more.pointer())
                    && all.get(i).needs().equals(more.needs())) {
                all.set(
                        i,
                        at(more.pointer(), all.get(i).values(), more.value(0))
                                .needing(more.needs().toArray(String[]::new)));
                return;
            }
        }
        all.add(more);
    }

    /** Whether one place is the other, or one holds the other; the whole body is no place. */
    static boolean isWithin(String one, String other) {
        return one.equals(other)
                || (one.startsWith(other + "/") && !other.isEmpty())
                || (other.startsWith(one + "/") && !one.isEmpty());
    }
}
