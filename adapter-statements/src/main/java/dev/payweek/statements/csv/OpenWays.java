package dev.payweek.statements.csv;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A column of a few recurring words that nobody here knows and that may well be which way money goes.
 *
 * @param column its place
 * @param words the words, in the order of the alphabet
 */
record OpenWays(int column, List<String> words) {

    /** An answer that names the words of money out begins so. */
    static final String OUT = "out:";

    private static final int MOST_WORDS = 6;

    /** Of so few words, every way to part them is offered. */
    private static final int FEW = 3;

    private static final int LONGEST_WORD = 24;
    private static final Set<ColumnRole> OTHERS = Set.of(
            ColumnRole.PAYEE,
            ColumnRole.PAYER,
            ColumnRole.OWN_ACCOUNT,
            ColumnRole.ACCOUNT_NAME,
            ColumnRole.ID,
            ColumnRole.PURPOSE);

    /** Returns the column, of several the one with the shortest words; none where the way is known otherwise. */
    static Optional<OpenWays> of(SampleTable table, Map<ColumnRole, Integer> columns) {
        if (!columns.containsKey(ColumnRole.AMOUNT) || columns.containsKey(ColumnRole.DIRECTION)) {
            return Optional.empty();
        }
        return table.columns()
                .filter(column -> !columns.containsValue(column) || isState(columns, column))
                .filter(column -> table.meanings(column).keySet().stream().noneMatch(OTHERS::contains))
                .filter(column -> mayTell(table, column))
                .mapToObj(column -> new OpenWays(
                        column, List.copyOf(new TreeSet<>(table.profile(column).values()))))
                .min(Comparator.comparingInt(OpenWays::length));
    }

    private static boolean isState(Map<ColumnRole, Integer> columns, int column) {
        return columns.getOrDefault(ColumnRole.STATUS, -1) == column
                || columns.getOrDefault(ColumnRole.CATEGORY, -1) == column;
    }

    private static boolean mayTell(SampleTable table, int column) {
        ColumnProfile profile = table.profile(column);
        int count = profile.values().size();
        return count >= 2
                && count <= MOST_WORDS
                && profile.filled() > count
                && profile.filled() * 10 >= table.body().size() * 9
                && !profile.holdsAmounts()
                && !profile.holdsDates()
                && !profile.holdsCurrencies()
                && !profile.holdsStates()
                && profile.values().stream().allMatch(value -> value.length() <= LONGEST_WORD);
    }

    private int length() {
        return words.stream().mapToInt(String::length).sum();
    }

    /** Returns an answer for every way to part a few words into money out and money in; of more, the likely ones. */
    List<String> answers() {
        Set<String> answers = new LinkedHashSet<>();
        if (words.size() > FEW) {
            answers.add(without(word -> isIn(word) || Vocabulary.PAYMENTS.is(word)));
            answers.add(without(OpenWays::isIn));
        }
        words.forEach(word -> answers.add(OUT + word));
        if (words.size() == FEW) {
            words.forEach(left -> answers.add(without(left::equals)));
        }
        answers.remove(OUT);
        return List.copyOf(answers);
    }

    private String without(Predicate<String> in) {
        return OUT + String.join("|", words.stream().filter(in.negate()).toList());
    }

    private static boolean isIn(String word) {
        return WordEvidence.areOfMoneyBack(word)
                || Vocabulary.INCOME.areIn(word)
                || Direction.of(word).equals(Optional.of(Direction.IN));
    }

    /** Returns the words of money out that an answer names; nothing if they are not all of this column. */
    Optional<Set<String>> outWords(String answer) {
        if (!answer.regionMatches(true, 0, OUT, 0, OUT.length())) {
            return Optional.empty();
        }
        Set<String> named = Set.of(answer.substring(OUT.length()).strip().split("\\|"));
        return words.containsAll(named) ? Optional.of(named) : Optional.empty();
    }
}
