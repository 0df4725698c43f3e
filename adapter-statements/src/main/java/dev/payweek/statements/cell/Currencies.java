package dev.payweek.statements.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The currencies that codes, signs and words mean; those that are no codes are in {@code currencies.txt}. */
public final class Currencies {

    private static final Map<String, String> SIGNS = new HashMap<>();

    /** Signs of several currencies: they make a cell an amount, but do not say of what. */
    private static final Set<String> VAGUE = new HashSet<>();

    private static final String SEVERAL = "?";

    static {
        load();
    }

    private Currencies() {}

    /**
     * Returns the currency of an ISO 4217 code, a sure sign or a word: {@code "eur"}, {@code "£"}, {@code "人民币"};
     * pseudo-currencies are none.
     */
    public static Optional<Currency> of(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String upper = bare(word).toUpperCase(Locale.ROOT);
        String code = SIGNS.getOrDefault(upper, upper);
        if (code.length() != 3 || code.charAt(0) >= 0x80) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a word is a currency's code or sign, be it a sign of several currencies. */
    public static boolean isKnown(String word) {
        return of(word).isPresent() || isVagueSign(bare(word));
    }

    static boolean isVagueSign(String word) {
        return VAGUE.contains(word.toUpperCase(Locale.ROOT));
    }

    /** Marks of direction, which Arabic and Hebrew banks write beside the sign, are no part of it. */
    private static String bare(String word) {
        String text = word.strip();
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) == Character.FORMAT) {
                return text.replaceAll("\\p{Cf}", "").strip();
            }
        }
        return text;
    }

    private static void load() {
        try (InputStream in = Currencies.class.getResourceAsStream("currencies.txt")) {
            if (in == null) {
                throw new IllegalStateException("currencies.txt is missing from the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    learn(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void learn(String line) {
        int colon = line.indexOf(':');
        String code = line.substring(0, colon).strip();
        for (String word : line.substring(colon + 1).split(",")) {
            String upper = word.strip().toUpperCase(Locale.ROOT);
            if (code.equals(SEVERAL)) {
                VAGUE.add(upper);
            } else {
                SIGNS.put(upper, code);
            }
        }
    }
}
