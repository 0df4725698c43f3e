package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of bank files in a dozen languages, from {@code vocabulary.txt}. */
final class Vocabulary {

    /** The words of each section with their places; those with a star are in {@link #BEGINNINGS}, without it. */
    private static final Map<String, Map<String, Integer>> SECTIONS = new HashMap<>();

    private static final Map<String, Map<String, Integer>> BEGINNINGS = new HashMap<>();

    /** How the words of each section begin, which tells most cells from all of them without folding. */
    private static final Map<String, BitSet> STARTS = new HashMap<>();

    private static final int START = 3;
    private static final int LETTERS = 26;

    static {
        load();
    }

    private Vocabulary() {}

    /** Returns what a heading may mean, each with a rank of which 0 is the best; empty when it is not known. */
    static Map<Meaning, Integer> meanings(String heading) {
        String folded = Folding.fold(heading);
        Map<Meaning, Integer> meanings = lookUp(folded);
        if (meanings.isEmpty()) {
            meanings = lookUp(withoutCurrency(folded));
        }
        return meanings.isEmpty() && heading.indexOf('/') > 0 ? common(heading.split("/")) : meanings;
    }

    /** {@code Auftraggeber / Begünstigter} means what both of its halves mean; words and words are words. */
    private static Map<Meaning, Integer> common(String[] parts) {
        Map<Meaning, Integer> common = lookUp(Folding.fold(parts[0]));
        for (String part : parts) {
            Map<Meaning, Integer> meanings = lookUp(Folding.fold(part));
            boolean words = !meanings.isEmpty()
                    && meanings.keySet().stream().allMatch(Meaning::isWords)
                    && common.keySet().stream().allMatch(Meaning::isWords);
            if (words && !common.isEmpty()) {
                common.putAll(meanings);
            } else {
                common.keySet().retainAll(meanings.keySet());
            }
        }
        return common;
    }

    /** Tells whether a cell is one of the words of a section such as {@code "cell pending"}. */
    static boolean says(String section, String cell) {
        return mayBeIn(section, cell) && words(section).containsKey(Folding.fold(cell));
    }

    private static boolean mayBeIn(String section, String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        int start = start(cell);
        return start < 0 || STARTS.getOrDefault(section, new BitSet()).get(start);
    }

    /** Returns a number for the first three letters, or −1 if they are no plain letters and tell nothing. */
    private static int start(String text) {
        if (text.length() < START) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < START; i++) {
            int letter = (text.charAt(i) | 0x20) - 'a';
            if (letter < 0 || letter >= LETTERS || text.charAt(i) > 'z') {
                return -1;
            }
            number = number * LETTERS + letter;
        }
        return number;
    }

    /** Tells whether a text holds one of the phrases of a section. */
    static boolean mentions(String section, String text) {
        String folded = " " + Folding.fold(text) + " ";
        return words(section).keySet().stream().anyMatch(phrase -> folded.contains(" " + phrase + " "));
    }

    /** Returns how many headings that mean something the lines of a text hold: the measure of a right encoding. */
    static int familiarity(String text) {
        int known = 0;
        for (String cell : text.substring(0, Math.min(text.length(), 4_000)).split("[,;\t|\r\n\"]")) {
            if (cell.length() > 3 && cell.length() < 40 && !meanings(cell).isEmpty()) {
                known++;
            }
        }
        return known;
    }

    private static Map<Meaning, Integer> lookUp(String folded) {
        Map<Meaning, Integer> meanings = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            rank(words(meaning.name()), folded, meaning, meanings);
        }
        return meanings;
    }

    private static void rank(
            Map<String, Integer> words, String folded, Meaning meaning, Map<Meaning, Integer> meanings) {
        Integer rank = words.get(folded);
        if (rank != null) {
            meanings.put(meaning, rank);
            return;
        }
        BEGINNINGS.getOrDefault(meaning.name(), Map.of()).forEach((beginning, place) -> {
            if (folded.startsWith(beginning)) {
                meanings.putIfAbsent(meaning, place);
            }
        });
        if (folded.indexOf('\uFFFD') >= 0) {
            // A heading whose umlauts the bank itself has lost: every lost letter stands for any.
            Pattern damaged = Pattern.compile(folded.replace('\uFFFD', '.'));
            words.forEach((word, place) -> {
                if (damaged.matcher(word).matches()) {
                    meanings.putIfAbsent(meaning, place);
                }
            });
        }
    }

    /** {@code Amount (EUR)} and {@code bedrag in EUR} mean what {@code Amount} and {@code bedrag} mean. */
    private static String withoutCurrency(String folded) {
        int blank = folded.lastIndexOf(' ');
        if (blank < 0 || Currencies.of(folded.substring(blank + 1)).isEmpty()) {
            return "";
        }
        String rest = folded.substring(0, blank);
        return rest.endsWith(" in") ? rest.substring(0, rest.length() - 3) : rest;
    }

    private static Map<String, Integer> words(String section) {
        return SECTIONS.getOrDefault(section, Map.of());
    }

    private static void load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.txt")) {
            if (in == null) {
                throw new IllegalStateException("vocabulary.txt is missing from the jar");
            }
            String section = "";
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.indexOf(']'));
                } else if (!line.startsWith("#")) {
                    for (String word : line.split(",")) {
                        learn(section, word.strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void learn(String section, String word) {
        Map<String, Integer> words = SECTIONS.computeIfAbsent(section, name -> new HashMap<>());
        if (word.endsWith("*")) {
            BEGINNINGS
                    .computeIfAbsent(section, name -> new HashMap<>())
                    .putIfAbsent(word.substring(0, word.length() - 1), words.size());
        } else if (!word.isEmpty()) {
            words.putIfAbsent(word, words.size());
            int start = start(word);
            if (start >= 0) {
                STARTS.computeIfAbsent(section, name -> new BitSet()).set(start);
            }
        }
    }
}
