package dev.payweek.statements.move;

import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.MovedTransaction.Kind;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.move.NamedRows.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The transactions of Firefly III. A split is several rows of one group; the kinds of both accounts say what a row is.
 *
 * <pre>{@code
 * new FireflyMove().recognise(StatementFile.of("transactions.csv", bytes));    // 95
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class FireflyMove implements MoveFormat {

    private static final Set<String> HEADINGS = Set.of(
            "group_id", "type", "currency_code", "amount", "description", "date", "source_name", "destination_name");

    private static final Set<String> FROM_NOWHERE =
            Set.of("initial balance account", "reconciliation account", "liability credit account");

    private static final Set<String> WITHOUT_OTHER = Set.of("opening balance", "reconciliation");

    private static final Set<String> NOT_OWN = Set.of("expense account", "revenue account", "cash account");

    /** Creates the format. */
    public FireflyMove() {}

    @Override
    public String name() {
        return "firefly";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return NamedRows.headings(file).containsAll(HEADINGS) ? 95 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, MoveSink sink) throws IOException {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : NamedRows.of(file, sink).rows()) {
            groups.computeIfAbsent(row.cell("group_id"), group -> new ArrayList<>())
                    .add(row);
        }
        Sides sides = new Sides(groups.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.cell("type").equalsIgnoreCase("withdrawal"))
                .map(row -> row.cell("category"))
                .filter(category -> !category.isEmpty())
                .collect(Collectors.toSet()));
        groups.values().forEach(rows -> give(rows, sides, sink));
        return List.of();
    }

    private static void give(List<Row> rows, Sides sides, MoveSink sink) {
        Row first = rows.get(0);
        try {
            String title = first.cell("group_title");
            MovedTransaction transaction = MovedTransaction.of(
                            first.line(),
                            LocalDate.parse(first.cell("date")
                                    .substring(
                                            0, Math.min(10, first.cell("date").length()))),
                            title.isEmpty() ? first.cell("description") : title)
                    .withNote(first.cell("notes"))
                    .withCurrency(first.cell("currency_code"));
            for (Row row : rows) {
                BigDecimal amount = new BigDecimal(row.cell("amount")).abs();
                transaction = transaction
                        .with(sides.kind(row, "source"), sides.name(row, "source"), amount.negate())
                        .with(sides.kind(row, "destination"), sides.name(row, "destination"), amount);
            }
            sink.transaction(transaction);
        } catch (DateTimeParseException | NumberFormatException e) {
            sink.rejected(new RejectedRow(
                    first.line(),
                    "",
                    "bad_row",
                    "\"" + first.cell("date") + "\" is no day or \"" + first.cell("amount") + "\" no amount."));
        }
    }

    /**
     * What is on the two sides of a row.
     *
     * @param spent the categories that money was spent in; what comes in under one of them is a refund
     */
    private record Sides(Set<String> spent) {

        /** An own account, or what is on the other side of it. */
        Kind kind(Row row, String side) {
            String type = row.cell(side + "_type").toLowerCase(Locale.ROOT);
            boolean own = type.isEmpty() ? isOwnBy(row.cell("type"), side) : !NOT_OWN.contains(type);
            boolean outside = WITHOUT_OTHER.contains(row.cell("type").toLowerCase(Locale.ROOT));
            if (FROM_NOWHERE.contains(type) || (!own && outside)) {
                return Kind.EQUITY;
            }
            if (own) {
                return Kind.ACCOUNT;
            }
            return side.equals("source") && !spent.contains(row.cell("category")) ? Kind.INCOME : Kind.SPENDING;
        }

        private static boolean isOwnBy(String type, String side) {
            return switch (type.toLowerCase(Locale.ROOT)) {
                case "withdrawal" -> side.equals("source");
                case "deposit", "opening balance" -> side.equals("destination");
                default -> true;
            };
        }

        String name(Row row, String side) {
            return kind(row, side) == Kind.ACCOUNT ? row.cell(side + "_name") : row.cell("category");
        }
    }
}
