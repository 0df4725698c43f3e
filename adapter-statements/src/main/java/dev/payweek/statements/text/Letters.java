package dev.payweek.statements.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How frequent the letters of languages are, from {@code letters.txt}, and in which encodings they are written. */
final class Letters {

    private static final double MOST = 3.0;
    private static final double SPREAD = 3.5;
    private static final double MIXED = 1.2;
    private static final double WHOLE = 2.2;

    /** A language of the Latin script has no more letters beyond ASCII. */
    private static final int SPECIAL_LETTERS = 21;

    /** For each encoding the alphabets written in it: how much each letter speaks for it. */
    private static final Map<Charset, List<Map<Character, Double>>> ALPHABETS = new LinkedHashMap<>();

    private static final Set<Character> HAN = new HashSet<>();
    private static final Set<Character> HANGUL = new HashSet<>();

    static {
        load();
    }

    private Letters() {}

    /** Returns the one-byte encodings known here, the more usual first. */
    static List<Charset> charsets() {
        return List.copyOf(ALPHABETS.keySet());
    }

    /** Returns the alphabets written in an encoding; none for one of two bytes a letter. */
    static List<Map<Character, Double>> of(Charset charset) {
        return ALPHABETS.getOrDefault(charset, List.of());
    }

    static boolean isCommonHan(char c) {
        return HAN.contains(c);
    }

    static boolean isCommonHangul(char c) {
        return HANGUL.contains(c);
    }

    private static void load() {
        try (InputStream in = Letters.class.getResourceAsStream("letters.txt")) {
            if (in == null) {
                throw new IllegalStateException("letters.txt is missing from the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    Set<Character> common = line.startsWith("[Han]") ? HAN : HANGUL;
                    line.substring(line.indexOf(']') + 2).chars().forEach(c -> common.add((char) c));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    learn(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void learn(String charsets, String letters) {
        boolean mixed = charsets.endsWith("~");
        Map<Character, Double> weights = new HashMap<>();
        for (int i = 0; i < letters.length(); i++) {
            // Capitals come second in the list, but a text in capitals is as likely as any.
            weights.putIfAbsent(letters.charAt(i), weight(letters, letters.charAt(i)) - (mixed ? MIXED : 0));
        }
        for (String name : charsets.replace("~", "").split(" ")) {
            if (Charset.isSupported(name)) {
                ALPHABETS
                        .computeIfAbsent(Charset.forName(name), charset -> new ArrayList<>())
                        .add(weights);
            }
        }
    }

    private static double weight(String letters, char letter) {
        int small = letters.indexOf(Character.toLowerCase(letter));
        int rank = small < 0 ? letters.indexOf(letter) : small;
        long count = letters.chars()
                .filter(c -> !Character.isUpperCase(c) || letters.indexOf(Character.toLowerCase(c)) < 0)
                .count();
        // Of a whole alphabet, letters drawn at random shall speak neither for nor against.
        return count > SPECIAL_LETTERS ? WHOLE - 2 * WHOLE * rank / count : MOST - SPREAD * rank / Math.max(count, 1);
    }
}
