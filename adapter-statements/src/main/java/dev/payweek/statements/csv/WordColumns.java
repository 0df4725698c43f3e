package dev.payweek.statements.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the columns of words, and the order in which they make good titles. */
final class WordColumns {

    private static final List<ColumnRole> WORDS =
            List.of(ColumnRole.PAYEE, ColumnRole.PAYER, ColumnRole.PURPOSE, ColumnRole.KIND);

    private static final int LAST = WORDS.size() + 1;
    private static final int LONGEST_TITLE = 60;

    private WordColumns() {}

    /** Returns all columns that hold the bank's words, from left to right. */
    static List<Integer> all(SampleTable table, Collection<Integer> taken) {
        List<Integer> named = table.columns()
                .filter(column -> !taken.contains(column))
                .filter(column -> isNamed(table, column) || goesOn(table, column))
                .boxed()
                .toList();
        if (named.stream().anyMatch(table::isRegular) || table.body().isEmpty()) {
            return named;
        }
        // Headings that are known stand above nothing: what else holds words says what happened.
        return table.columns()
                .filter(column -> !taken.contains(column))
                .filter(column ->
                        named.contains(column) || table.profile(column).holdsWords())
                .boxed()
                .toList();
    }

    private static boolean isNamed(SampleTable table, int column) {
        return WORDS.stream().anyMatch(table.meanings(column)::containsKey);
    }

    /** Words under no heading at all belong to the column of words before them. */
    private static boolean goesOn(SampleTable table, int column) {
        int named = column;
        while (named > 0 && table.heading(named).isEmpty()) {
            named--;
        }
        return named < column && isNamed(table, named) && table.profile(column).holdsWords();
    }

    /**
     * The other side's name first, then what it was for; what is the same in every row distinguishes no movements,
     * and a number of an account is no name.
     */
    static List<Integer> titles(SampleTable table, List<Integer> words) {
        Map<Integer, Integer> order = new HashMap<>();
        for (int column : words) {
            int place = WORDS.size();
            for (int i = WORDS.size() - 1; i >= 0; i--) {
                place = table.meanings(column).containsKey(WORDS.get(i)) ? i : place;
            }
            int penalty = tellsNothing(table, column) ? LAST : 0;
            penalty += table.profile(column).holdsAccountNumbers() ? 2 * LAST : 0;
            order.put(column, place + penalty);
        }
        List<Integer> titles = new ArrayList<>(words);
        titles.sort(Comparator.<Integer>comparingInt(column -> order.getOrDefault(column, 0))
                .thenComparingInt(column -> repeats(table, column, words, order) ? 1 : 0));
        return List.copyOf(titles);
    }

    private static boolean tellsNothing(SampleTable table, int column) {
        ColumnProfile profile = table.profile(column);
        // Two rows may well be of one shop, where a heading says that it is one.
        int few = table.meanings(column).containsKey(ColumnRole.PAYEE) ? 2 : 1;
        boolean constant = table.body().size() > few && profile.isConstant() && table.isRegular(column);
        return constant || profile.holdsWays();
    }

    /** Returns whether a column says the same again and again where one of the same kind says what differs. */
    private static boolean repeats(SampleTable table, int column, List<Integer> words, Map<Integer, Integer> order) {
        ColumnProfile own = table.profile(column);
        return own.values().size() < own.filled()
                && words.stream()
                        .filter(other ->
                                other != column && order.getOrDefault(other, 0).equals(order.getOrDefault(column, 0)))
                        .map(table::profile)
                        .anyMatch(other -> other.filled() == own.filled()
                                && other.values().size() == other.filled()
                                && other.holdsWords()
                                && other.averageLength() <= LONGEST_TITLE);
    }

    /** Returns the customer's own name: the one name that each row has, as payer of some and payee of others. */
    static String owner(SampleTable table, List<Integer> words) {
        List<Integer> names = words.stream()
                .filter(column -> table.meanings(column).containsKey(ColumnRole.PAYEE)
                        || table.meanings(column).containsKey(ColumnRole.PAYER))
                .toList();
        if (names.size() < 2 || table.body().size() < 2) {
            return "";
        }
        Set<String> inAll = named(table.body().get(0), names);
        table.body().forEach(row -> inAll.retainAll(named(row, names)));
        return inAll.size() == 1 ? inAll.iterator().next() : "";
    }

    private static Set<String> named(CsvRow row, List<Integer> names) {
        return names.stream().map(row::cell).filter(cell -> !cell.isEmpty()).collect(Collectors.toSet());
    }
}
