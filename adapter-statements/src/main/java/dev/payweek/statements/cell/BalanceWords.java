package dev.payweek.statements.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words by which banks say that an amount is what an account held, and whether before or after its movements. */
public final class BalanceWords {

    private static final int LONGEST_LABEL = 60;
    private static final Pattern DAY = Pattern.compile("\\d[./-]\\d{1,2}(?:[./-]|$)");
    private static final Map<String, List<String>> WORDS = Map.of(
            "balance", new ArrayList<>(),
            "opening", new ArrayList<>(),
            "closing", new ArrayList<>(),
            "between", new ArrayList<>());

    static {
        load();
    }

    private BalanceWords() {}

    /** Returns whether a text is about what an account held before everything else: {@code Opening balance}. */
    public static boolean areOfOpeningBalance(String text) {
        return isOpening(text) && areOfBalance(text);
    }

    /** Returns whether a label is about what an account held, rather than about a sum of movements. */
    public static boolean areOfBalance(String label) {
        return has("balance", label);
    }

    /** Returns whether the label of a balance means the one before the movements; one that may mean either does not. */
    public static boolean isOpening(String label) {
        return has("opening", label) && !has("closing", label);
    }

    /** Returns whether the label of a balance means the one after the movements; one that may mean either does not. */
    public static boolean isClosing(String label) {
        return has("closing", label) && !has("opening", label);
    }

    /**
     * Returns whether a text is a balance and its day and nothing else, unlike {@code Saldo fattura 31/03/2026}, which
     * pays what was left of a bill.
     *
     * @param total further words that such a label may have
     */
    public static boolean areAll(String text, Predicate<String> total) {
        if (text.length() > LONGEST_LABEL || (!areOfBalance(text) && !total.test(firstWord(text)))) {
            return false;
        }
        for (String word : Folding.fold(text).split(" ")) {
            boolean number = word.codePoints().allMatch(Character::isDigit);
            if (!number && !total.test(word) && WORDS.keySet().stream().noneMatch(meaning -> has(meaning, word))) {
                return false;
            }
        }
        return DAY.matcher(text).find() || isOpening(text) || isClosing(text);
    }

    /**
     * Goes through all folded words of such labels.
     *
     * @param bounded takes those that a word is, or begins with
     * @param within takes those that may stand anywhere in a word
     */
    public static void forEach(Consumer<String> bounded, Consumer<String> within) {
        WORDS.values().stream().flatMap(List::stream).forEach(word -> {
            if (word.startsWith(" ")) {
                bounded.accept(word.strip());
            } else {
                within.accept(word);
            }
        });
    }

    private static String firstWord(String text) {
        return Folding.fold(text).split(" ", 2)[0];
    }

    private static boolean has(String meaning, String text) {
        if (text.length() > LONGEST_LABEL) {
            return false;
        }
        String between = " " + Folding.fold(text) + " ";
        return WORDS.getOrDefault(meaning, List.of()).stream().anyMatch(between::contains);
    }

    private static void load() {
        try (InputStream in = BalanceWords.class.getResourceAsStream("balance-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("balance-words.txt is missing from the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> section = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    section = WORDS.getOrDefault(line.substring(1, line.indexOf(']')), section);
                } else if (!line.startsWith("#")) {
                    Stream.of(line.split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .map(BalanceWords::sought)
                            .forEach(section::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word without a star is bounded by blanks there. */
    private static String sought(String word) {
        String folded = Folding.fold(word);
        return (word.startsWith("*") ? "" : " ") + folded + (word.endsWith("*") || word.startsWith("*") ? "" : " ");
    }
}
