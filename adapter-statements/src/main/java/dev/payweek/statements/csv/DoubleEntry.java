package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.DecimalMarkEvidence;
import dev.payweek.statements.cell.WrittenAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses accounting journals. Their lines are halves of bookings between accounts; read as movements of one account
 * they would be nonsense.
 */
final class DoubleEntry {

    private static final int FEWEST_GROUPS = 2;

    private DoubleEntry() {}

    static void refuseHeadings(CsvRow header) {
        header.cells().stream().filter(Vocabulary.JOURNALS::is).findFirst().ifPresent(heading -> {
            throw journal("as its column \"" + heading + "\" shows");
        });
    }

    /**
     * Refuses a table of which a column binds rows together whose amounts come to nothing, group by group.
     *
     * @param columns the columns found
     */
    static void refuseHalves(SampleTable table, Columns columns) {
        int day = columns.of(ColumnRole.DATE);
        Halves amounts = Halves.of(table, columns);
        if (!amounts.mayCancel()) {
            return;
        }
        for (int column = 0; column < table.width(); column++) {
            // What binds halves together is a number under a heading that says so, or under one that nobody knows.
            boolean known =
                    !table.meanings(column).isEmpty() && !table.meanings(column).containsKey(ColumnRole.ID);
            boolean binds = !amounts.stand(column)
                    && column != day
                    && !known
                    && !table.profile(column).holdsTimes();
            if (binds && areHalves(table, column, amounts)) {
                throw journal("since rows with the same \"" + table.heading(column) + "\" come to nothing");
            }
        }
        if (arePairs(table, day, amounts)) {
            throw journal("since every two rows come to nothing");
        }
    }

    /** Without a number, halves follow each other: every two rows are of one day and come to nothing. */
    private static boolean arePairs(SampleTable table, int day, Halves amounts) {
        List<CsvRow> rows = table.body();
        if (rows.size() < 2 * FEWEST_GROUPS || rows.size() % 2 != 0) {
            return false;
        }
        for (int i = 0; i < rows.size(); i += 2) {
            CsvRow one = rows.get(i);
            CsvRow other = rows.get(i + 1);
            List<BigDecimal> both = new ArrayList<>();
            amounts.of(one).ifPresent(both::add);
            amounts.of(other).ifPresent(both::add);
            if (!comesToNothing(both) || !one.cell(day).equals(other.cell(day)) || sameAccount(table, one, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameAccount(SampleTable table, CsvRow one, CsvRow other) {
        return table.columns()
                .filter(column -> table.meanings(column).containsKey(ColumnRole.OWN_ACCOUNT)
                        || table.meanings(column).containsKey(ColumnRole.ACCOUNT_NAME))
                .allMatch(column -> one.cell(column).equals(other.cell(column)));
    }

    private static boolean areHalves(SampleTable table, int column, Halves amounts) {
        Map<String, List<BigDecimal>> groups = new HashMap<>();
        for (CsvRow row : table.body()) {
            if (row.cell(column).isEmpty()) {
                return false;
            }
            amounts.of(row)
                    .ifPresent(value -> groups.computeIfAbsent(row.cell(column), id -> new ArrayList<>())
                            .add(value));
        }
        return groups.size() >= FEWEST_GROUPS && groups.values().stream().allMatch(DoubleEntry::comesToNothing);
    }

    private static boolean comesToNothing(List<BigDecimal> amounts) {
        return amounts.size() > 1
                && amounts.stream().allMatch(amount -> amount.signum() != 0)
                && amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum() == 0;
    }

    /** What each row adds to a sum that comes to nothing in a journal: amounts with signs, or sides, or their names. */
    private record Halves(Columns columns, DecimalMark mark, boolean mayCancel) {

        private static final List<ColumnRole> MONEY =
                List.of(ColumnRole.AMOUNT, ColumnRole.MONEY_IN, ColumnRole.MONEY_OUT);

        static Halves of(SampleTable table, Columns columns) {
            DecimalMarkEvidence marks = new DecimalMarkEvidence();
            table.body()
                    .forEach(row -> MONEY.forEach(meaning ->
                            WrittenAmount.of(row.cell(columns.of(meaning))).ifPresent(marks::see)));
            int amount = columns.of(ColumnRole.AMOUNT);
            boolean both = columns.has(ColumnRole.MONEY_IN) && columns.has(ColumnRole.MONEY_OUT);
            boolean signs =
                    amount >= 0 && (table.profile(amount).holdsNegatives() || columns.has(ColumnRole.DIRECTION));
            return new Halves(columns, marks.mark(), amount >= 0 ? signs : both);
        }

        boolean stand(int column) {
            return MONEY.stream().anyMatch(meaning -> columns.of(meaning) == column);
        }

        Optional<BigDecimal> of(CsvRow row) {
            Optional<BigDecimal> amount = value(row, ColumnRole.AMOUNT);
            if (columns.has(ColumnRole.AMOUNT)) {
                boolean out = Direction.of(row.cell(columns.of(ColumnRole.DIRECTION)))
                        .filter(Direction.OUT::equals)
                        .isPresent();
                return amount.map(value -> out ? value.abs().negate() : value);
            }
            Optional<BigDecimal> in = value(row, ColumnRole.MONEY_IN);
            Optional<BigDecimal> out = value(row, ColumnRole.MONEY_OUT);
            return in.isEmpty() && out.isEmpty()
                    ? in
                    : Optional.of(in.orElse(BigDecimal.ZERO).subtract(out.orElse(BigDecimal.ZERO)));
        }

        private Optional<BigDecimal> value(CsvRow row, ColumnRole meaning) {
            return WrittenAmount.value(row.cell(columns.of(meaning)), mark);
        }
    }

    private static LedgerException journal(String reason) {
        return LedgerException.invalid(
                "file", "journal", "The file is an accounting journal, " + reason + ", and no bank statement.");
    }
}
