package dev.payweek.statements.csv;

import dev.payweek.statement.Question;
import java.util.ArrayList;
import java.util.List;

/** Rows to show a person who is asked for signs: two of each kind, since nobody knows a column by its heading. */
final class SignExamples {

    private static final int SHOWN = 2;
    private static final int LONGEST = 30;

    private final List<String> positive = new ArrayList<>();
    private final List<String> negative = new ArrayList<>();

    void see(CsvRow row, Layout layout, int sign) {
        List<String> shown = sign > 0 ? positive : negative;
        if (shown.size() < SHOWN) {
            String title =
                    layout.titles().isEmpty() ? "" : row.cell(layout.titles().get(0));
            String words = title.length() > LONGEST ? title.substring(0, LONGEST) + "…" : title;
            String ways =
                    layout.openWays().map(open -> " " + row.cell(open.column())).orElse("");
            shown.add((words + " " + layout.cell(row, ColumnRole.AMOUNT) + ways).strip() + " in line " + row.line());
        }
    }

    /** Returns the question that fits the layout; mixed if some amounts have a minus. */
    Question question(Layout layout, boolean mixed) {
        if (layout.hasSides()) {
            return new Question(
                    "sign",
                    "Amounts stand in " + layout.nameOf(ColumnRole.MONEY_IN) + " and "
                            + layout.nameOf(ColumnRole.MONEY_OUT)
                            + ". Which of them is money in: is the first money in or money out?",
                    SignEvidence.PARAMETER,
                    List.of("first_out", "first_in"));
        }
        String name = layout.nameOf(ColumnRole.AMOUNT);
        String message = mixed
                ? "Most amounts in " + name + " have no minus: " + String.join("; ", positive) + ". With one: "
                        + String.join("; ", negative)
                        + ". Are those without a minus money in, or money out as on many cards?"
                : "No amount in " + name
                        + " has a minus. Are these amounts money in, or money out as on many cards? For example: "
                        + String.join("; ", positive) + ".";
        List<String> answers = new ArrayList<>(List.of("positive_out", "positive_in"));
        if (!mixed) {
            layout.openWays().ifPresent(ways -> answers.addAll(ways.answers()));
            message += layout.openWays()
                    .map(ways ->
                            " Or does " + column(layout, ways.column()) + " say it, and which of its words is money"
                                    + " out: " + String.join(", ", ways.words()) + "?")
                    .orElse("");
        }
        return new Question("sign", message, SignEvidence.PARAMETER, List.copyOf(answers));
    }

    private static String column(Layout layout, int column) {
        return layout.header()
                .map(row -> row.cell(column))
                .filter(name -> !name.isEmpty())
                .orElse("column " + (column + 1));
    }
}
