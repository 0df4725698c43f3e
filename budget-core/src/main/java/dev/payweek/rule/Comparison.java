package dev.payweek.rule;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The leaf of a condition: one field of an entry compared with one or more values.
 *
 * <pre>{@code
 * Comparison.of(Field.TITLE, Operator.CONTAINS, "coffee");                // title contains "coffee"
 * Comparison.of(Field.AMOUNT, Operator.BETWEEN, "4", "4.50");             // amount between 4 and 4.50
 * Comparison.of(Field.WEEKDAY, Operator.ONE_OF, "saturday", "sunday");    // weekday one_of (saturday, sunday)
 * }</pre>
 *
 * <p>Two comparisons are equal when they are written alike.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Comparison implements Condition {

    /** The most characters of a text that is compared with, inclusive. */
    public static final int MAX_TEXT = 200;

    private final Field field;
    private final Operator operator;
    private final List<String> values;
    private final Operand operand;

    private Comparison(Field field, Operator operator, Operand operand) {
        this.field = field;
        this.operator = operator;
        this.values = operand.written();
        this.operand = operand;
    }

    /** Returns a comparison; see {@link #of(Field, Operator, List)}. */
    public static Comparison of(Field field, Operator operator, String... values) {
        return of(field, operator, List.of(values));
    }

    /**
     * Returns a comparison.
     *
     * @param values texts of 1 to {@value #MAX_TEXT} characters, patterns of at most 256, decimals, days as
     *     {@code 2026-11-22}, or words; two in ascending order for {@code between}, 1 to 100 for {@code one_of}, else
     *     one
     * @throws LedgerException with every problem found, with its place: "op", "value" or "value/0" and so on
     */
    public static Comparison of(Field field, Operator operator, List<String> values) {
        var checks = new Validation();
        checks.that(
                field.operators().contains(operator),
                "op",
                "unknown_operator",
                "The field " + field.word() + " is compared by " + known(field) + ", not by " + operator.word() + ".");
        checks.that(
                values.size() >= operator.fewestValues() && values.size() <= operator.mostValues(),
                "value",
                "wrong_count",
                "The operator " + operator.word() + " compares with " + count(operator) + ", not with " + values.size()
                        + ".");
        checks.refuseIfAny();
        return new Comparison(field, operator, Operand.of(field, operator, List.copyOf(values)));
    }

    static String known(Field field) {
        return field.operators().stream().map(Operator::word).collect(Collectors.joining(", "));
    }

    private static String count(Operator operator) {
        return operator == Operator.ONE_OF
                ? "1 to " + operator.mostValues() + " values"
                : operator.mostValues() == 1 ? "one value" : "two values";
    }

    /** Returns what is looked at. */
    public Field field() {
        return field;
    }

    /** Returns how it is compared. */
    public Operator operator() {
        return operator;
    }

    /** Returns what it is compared with, as conditions write it but without quotes. */
    public List<String> values() {
        return values;
    }

    Operand operand() {
        return operand;
    }

    @Override
    public boolean holds(EntryDetails details, EntryKind kind) {
        return operand.holds(field, details, kind);
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Comparison same
                && field == same.field
                && operator == same.operator
                && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, operator, values);
    }

    /** Returns the comparison as {@link Condition#parse} reads it. */
    @Override
    public String toString() {
        String compared = switch (operator) {
            case BETWEEN -> values.get(0) + " and " + values.get(1);
            case ONE_OF -> values.stream().map(this::written).collect(Collectors.joining(", ", "(", ")"));
            default -> written(values.get(0));
        };
        return field.word() + " " + operator.word() + " " + compared;
    }

    private String written(String value) {
        return field.isText() ? WordReader.quoted(value) : value;
    }
}
