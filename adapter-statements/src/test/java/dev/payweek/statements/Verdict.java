package dev.payweek.statements;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.statement.StatementRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares what was read with the verified details and names every difference. */
final class Verdict {

    private final List<String> differences = new ArrayList<>();

    private Verdict() {}

    static List<String> on(Collected read, JsonNode details) {
        Verdict verdict = new Verdict();
        read.refusal.ifPresent(refusal -> verdict.differences.add("refused: " + refusal.getMessage()));
        read.questions.forEach(question -> verdict.differences.add("asked: " + question));
        if (verdict.differences.isEmpty()) {
            verdict.compare(read, details.path("expect"));
            verdict.sample(
                    read,
                    details.path("expect").path("sample"),
                    !details.path("masked_by_us").asBoolean());
            // Some files had names and account numbers masked after the details were gathered.
            if (!details.path("masked_by_us").asBoolean()) {
                verdict.accounts(read, details.path("expect").path("accounts"));
            }
        }
        return verdict.differences;
    }

    private void compare(Collected read, JsonNode expect) {
        same("count", expect.path("count").asInt(), read.rows.size());
        amount("sum", expect.path("sum"), read, row -> true);
        amount("sum_in", expect.path("sum_in"), read, row -> row.amount().signum() > 0);
        amount("sum_out", expect.path("sum_out"), read, row -> row.amount().signum() < 0);
        expect.path("sum_by_currency")
                .properties()
                .forEach(entry -> amount(
                        "sum " + entry.getKey(),
                        entry.getValue(),
                        read,
                        row -> row.currency()
                                .filter(currency -> currency.getCurrencyCode().equals(entry.getKey()))
                                .isPresent()));
        if (!expect.path("first_date").isNull() && !read.rows.isEmpty()) {
            Comparator<LocalDate> order = Comparator.naturalOrder();
            same(
                    "first_date",
                    expect.path("first_date").asText(),
                    dates(read).stream().min(order).get().toString());
            same(
                    "last_date",
                    expect.path("last_date").asText(),
                    dates(read).stream().max(order).get().toString());
        }
    }

    private void accounts(Collected read, JsonNode expected) {
        if (!expected.isArray()) {
            return;
        }
        TreeSet<String> wanted = new TreeSet<>();
        expected.forEach(id -> wanted.add(id.asText()));
        TreeSet<String> found = new TreeSet<>();
        read.accounts.forEach(account -> account.id().ifPresent(found::add));
        same("accounts", wanted, found);
    }

    private void sample(Collected read, JsonNode sample, boolean wordsToo) {
        int index = sample.path("row").asInt() - 1;
        if (index < 0 || index >= read.rows.size()) {
            return;
        }
        StatementRow row = read.rows.get(index);
        if (!sample.path("date").isNull()) {
            same("sample date", sample.path("date").asText(), row.date().toString());
        }
        same("sample amount", 0, new BigDecimal(sample.path("amount").asText()).compareTo(row.amount()));
        for (String part : sample.path("text").asText().split(" \\| ")) {
            if (wordsToo && !plain(row.title() + " " + row.text()).contains(plain(part))) {
                differences.add("sample text \"" + part + "\" not in \"" + row.text() + "\"");
            }
        }
        String fitid = sample.path("fitid").asText("");
        if (!fitid.isEmpty()) {
            same("sample id", fitid, row.sourceId().orElse(""));
        }
    }

    private static String plain(String text) {
        return text.replace("&amp;", "&").replaceAll("\\s+", " ").strip();
    }

    private static List<LocalDate> dates(Collected read) {
        return read.rows.stream().map(StatementRow::date).toList();
    }

    private void amount(String what, JsonNode wanted, Collected read, Predicate<StatementRow> rows) {
        BigDecimal sum =
                read.rows.stream().filter(rows).map(StatementRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (new BigDecimal(wanted.asText()).compareTo(sum) != 0) {
            differences.add(what + " " + sum + " instead of " + wanted.asText());
        }
    }

    private void same(String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            differences.add(what + " " + found + " instead of " + wanted);
        }
    }
}
