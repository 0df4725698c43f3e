package dev.payweek.statements.csv;

import dev.payweek.statements.cell.WrittenDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The beginning of a file as a table: preamble, headings, rows, and what the cells of each column look like. */
final class SampleTable {

    private final List<CsvRow> preamble;
    private final Optional<CsvRow> header;
    private final List<CsvRow> body;
    private final int width;
    private final List<ColumnProfile> profiles;
    private final List<Map<ColumnRole, Integer>> meanings = new ArrayList<>();

    SampleTable(List<CsvRow> sample) {
        Optional<Integer> place = Header.find(sample);
        header = place.map(sample::get);
        preamble = sample.subList(0, place.orElse(0));
        List<CsvRow> below = sample.subList(place.map(i -> i + 1).orElse(0), sample.size());
        width = Math.max(regularWidth(below), header.map(CsvRow::width).orElse(0));
        body = regular(below);
        profiles = columns().mapToObj(column -> ColumnProfile.of(body, column)).toList();
        columns()
                .mapToObj(column ->
                        header.map(row -> Vocabulary.meanings(row.cell(column))).orElse(Map.of()))
                .forEach(meanings::add);
    }

    List<CsvRow> preamble() {
        return preamble;
    }

    Optional<CsvRow> header() {
        return header;
    }

    /** Returns the rows below the header that are as wide as most of them. */
    List<CsvRow> body() {
        return body;
    }

    int width() {
        return width;
    }

    IntStream columns() {
        return IntStream.range(0, width);
    }

    ColumnProfile profile(int column) {
        return profiles.get(column);
    }

    List<ColumnProfile> profiles() {
        return profiles;
    }

    Map<ColumnRole, Integer> meanings(int column) {
        return meanings.get(column);
    }

    String heading(int column) {
        return header.map(row -> row.cell(column)).orElse("");
    }

    /** Returns the characters of all headings. */
    IntStream headings() {
        return header.stream().flatMap(row -> row.cells().stream()).flatMapToInt(String::codePoints);
    }

    /** Returns whether most rows have something in a column. */
    boolean isRegular(int column) {
        return profile(column).filled() * 2 > body.size();
    }

    /** Returns the column with the best heading for a meaning that its cells bear out; none of those taken. */
    Optional<Integer> named(ColumnRole meaning, Collection<Integer> taken) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int column = 0; column < width; column++) {
            int rank = rank(column, meaning);
            // Of two amounts under the same heading the fuller one is the account's.
            boolean better = rank < bestRank
                    || (rank == bestRank
                            && rank != Integer.MAX_VALUE
                            && meaning == ColumnRole.AMOUNT
                            && profile(column).filled() > profile(best).filled());
            if (better && isBorneOut(column, meaning) && !taken.contains(column)) {
                best = column;
                bestRank = rank;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    private int rank(int column, ColumnRole meaning) {
        Map<ColumnRole, Integer> own = meanings.get(column);
        if (meaning == ColumnRole.OWN_ACCOUNT && column == 0 && own.containsKey(ColumnRole.FIRST_ACCOUNT)) {
            // Konto and IBAN may be the other side's, but the first column of a file is about the customer.
            return 1000;
        }
        return own.getOrDefault(meaning, Integer.MAX_VALUE);
    }

    private boolean isBorneOut(int column, ColumnRole meaning) {
        ColumnProfile profile = profile(column);
        if (body.isEmpty()) {
            return true;
        }
        return switch (meaning) {
            case BOOKING_DATE, DATE, TRANSACTION_DATE, VALUE_DATE -> profile.holdsDates();
            case AMOUNT, BALANCE -> profile.holdsAmounts();
            case FEE, MONEY_IN, MONEY_OUT -> profile.holdsAmountsOrAWord() || profile.filled() == 0;
            case DIRECTION -> profile.holdsWays();
            case CURRENCY -> profile.holdsCurrencies();
            default -> true;
        };
    }

    private static List<CsvRow> regular(List<CsvRow> rows) {
        int usual = regularWidth(rows);
        List<CsvRow> regular = rows.stream().filter(row -> row.width() == usual).toList();
        return regular.size() * 5 >= rows.size() * 3 ? regular : rows;
    }

    private static int regularWidth(List<CsvRow> rows) {
        Map<Integer, Integer> count = new HashMap<>();
        rows.forEach(row -> count.merge(row.width(), 1, Integer::sum));
        return count.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Returns the first row with something in a column, which stands for all in a message. */
    Optional<CsvRow> example(int column) {
        return body.stream().filter(row -> !row.cell(column).isEmpty()).findFirst();
    }

    /** Returns how many rows have a date in a column. */
    long dates(int column) {
        return body.stream()
                .filter(row -> WrittenDate.of(row.cell(column)).isPresent())
                .count();
    }
}
