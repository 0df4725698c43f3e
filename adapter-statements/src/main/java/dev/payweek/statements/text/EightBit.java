package dev.payweek.statements.text;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Chooses among the one-byte encodings. Every byte means something in each of them, so only the outcome decides: the
 * right one gives more known words and no signs in the middle of words ({@code Op³ata} for {@code Opłata}).
 */
final class EightBit {

    private static final List<String> USUAL = List.of("windows-1252", "windows-1250", "ISO-8859-2");

    private EightBit() {}

    static Charset of(byte[] head, List<Charset> declared, ToIntFunction<String> familiarity) {
        Set<Charset> candidates = new LinkedHashSet<>(declared);
        USUAL.stream().filter(Charset::isSupported).map(Charset::forName).forEach(candidates::add);
        Charset best = candidates.iterator().next();
        long bestScore = Long.MIN_VALUE;
        for (Charset candidate : candidates) {
            String text = new String(head, candidate);
            long score = 1000L * familiarity.applyAsInt(text) - strangeness(text);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** Counts control characters, and foreign signs that stand between two letters. */
    private static int strangeness(String text) {
        int strange = 0;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            boolean inWord = Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
            boolean sign = c > 0x7F && !Character.isLetter(c) && c != '\u2019' && c != '\u00B7' && c != '\u00A0';
            if ((c >= 0x80 && c < 0xA0) || (inWord && sign)) {
                strange++;
            }
        }
        return strange;
    }
}
