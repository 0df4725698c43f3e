package dev.payweek.statements.csv;

import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.DecimalMarkEvidence;
import dev.payweek.statements.cell.WrittenAmount;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the columns of money in rows without headings.
 *
 * <p>Two columns of which every row fills just one are money in and money out. Else a pair of columns of which one is
 * the running balance of the other proves both. Else it is the fullest column with signs, else the fullest.
 */
final class MoneyGuess {

    /** Fewer movements fit a column by chance. */
    private static final int FEWEST = 3;

    private final List<CsvRow> rows;
    private final List<Integer> candidates;
    private final List<Integer> numbers;
    private final DecimalMark mark;
    private Map<ColumnRole, Integer> columns = Map.of();

    private MoneyGuess(List<CsvRow> rows, List<Integer> candidates, List<Integer> numbers) {
        this.rows = rows;
        this.numbers = numbers;
        this.candidates = candidates;
        DecimalMarkEvidence evidence = new DecimalMarkEvidence();
        rows.forEach(row ->
                candidates.forEach(column -> WrittenAmount.of(row.cell(column)).ifPresent(evidence::see)));
        this.mark = evidence.mark();
    }

    static Optional<MoneyGuess> of(List<CsvRow> rows, List<ColumnProfile> profiles, List<Integer> open) {
        List<Integer> money = open.stream()
                .filter(column -> profiles.get(column).holdsMoney())
                .toList();
        List<Integer> numbers = open.stream()
                .filter(column -> profiles.get(column).holdsAmounts())
                .toList();
        List<Integer> candidates = money.isEmpty() ? numbers : money;
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        MoneyGuess guess = new MoneyGuess(rows, candidates, numbers);
        guess.columns = guess.sides()
                .or(() -> guess.proven(profiles))
                .orElseGet(() -> Map.of(ColumnRole.AMOUNT, guess.mostTelling(profiles)));
        return Optional.of(guess);
    }

    /**
     * Returns the columns found: the amount or both sides, of which it is not known which is which, and the balance.
     */
    Map<ColumnRole, Integer> columns() {
        return columns;
    }

    boolean hasSides() {
        return columns.containsKey(ColumnRole.MONEY_IN);
    }

    private Optional<Map<ColumnRole, Integer>> sides() {
        // Money out of 50 and 1500 has no decimals, while money in beside it may have.
        return sidesOf(candidates).or(() -> sidesOf(numbers));
    }

    private Optional<Map<ColumnRole, Integer>> sidesOf(List<Integer> among) {
        for (int first : among) {
            for (int second : among) {
                boolean money = candidates.contains(first) || candidates.contains(second);
                if (first < second && money && exclude(first, second)) {
                    Optional<Integer> balance = candidates.stream()
                            .filter(column -> column != first && column != second)
                            .reduce((left, right) -> right);
                    return Optional.of(
                            balance.isEmpty()
                                    ? Map.of(ColumnRole.MONEY_IN, first, ColumnRole.MONEY_OUT, second)
                                    : Map.of(
                                            ColumnRole.MONEY_IN,
                                            first,
                                            ColumnRole.MONEY_OUT,
                                            second,
                                            ColumnRole.BALANCE,
                                            balance.get()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean exclude(int first, int second) {
        int onlyFirst = 0;
        int onlySecond = 0;
        for (CsvRow row : rows) {
            boolean inFirst = isMoney(row.cell(first));
            boolean inSecond = isMoney(row.cell(second));
            if (inFirst && inSecond) {
                return false;
            }
            onlyFirst += inFirst ? 1 : 0;
            onlySecond += inSecond ? 1 : 0;
        }
        return onlyFirst > 0 && onlySecond > 0 && (onlyFirst + onlySecond) * 10 >= rows.size() * 9;
    }

    private boolean isMoney(String cell) {
        return value(cell).filter(value -> value.signum() != 0).isPresent();
    }

    private Optional<Map<ColumnRole, Integer>> proven(List<ColumnProfile> profiles) {
        List<Integer> regular = candidates.stream()
                .filter(column -> isRegular(profiles, column))
                .toList();
        for (int amount : regular) {
            for (int balance : regular) {
                if (amount != balance) {
                    BalanceProof proof = new BalanceProof();
                    rows.forEach(row -> proof.see(row.line(), value(row.cell(amount)), value(row.cell(balance))));
                    // A balance before the movement, which some banks give, looks like one after it with turned signs.
                    boolean signs = profiles.get(amount).holdsNegatives();
                    boolean unsigned =
                            !signs && rows.size() >= FEWEST && proof.signs().isPresent();
                    if (unsigned
                            || proof.isAsWritten()
                                    .filter(asWritten -> asWritten || !signs)
                                    .isPresent()) {
                        return Optional.of(Map.of(ColumnRole.AMOUNT, amount, ColumnRole.BALANCE, balance));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private int mostTelling(List<ColumnProfile> profiles) {
        Comparator<Integer> mostLikely = Comparator.comparing(
                        (Integer column) -> profiles.get(column).holdsNegatives())
                .thenComparing(column -> profiles.get(column).holdsSigns())
                .thenComparing(column -> profiles.get(column).filled());
        // Among equals the first: a balance follows its amount. A reduction keeps it, unlike max.
        return candidates.stream()
                .reduce((best, next) -> mostLikely.compare(next, best) > 0 ? next : best)
                .orElseThrow();
    }

    private boolean isRegular(List<ColumnProfile> profiles, int column) {
        return profiles.get(column).filled() * 2 >= rows.size();
    }

    private Optional<BigDecimal> value(String cell) {
        return WrittenAmount.of(cell).flatMap(amount -> amount.under(mark));
    }
}
