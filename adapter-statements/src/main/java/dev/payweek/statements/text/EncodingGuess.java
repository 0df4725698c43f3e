package dev.payweek.statements.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Chooses among the encodings that are not Unicode. Nearly every byte means something in each of them, so only the
 * outcome can show which is right: it decodes without an error, gives more known words, letters that are frequent in
 * some language, and neither signs nor foreign letters in the middle of words ({@code Op³ata} for {@code Opłata}).
 */
final class EncodingGuess {

    private static final String[] OF_TWO_BYTES = {"windows-31j", "EUC-JP", "x-windows-949", "GB18030", "Big5"};

    private static final int LOOKED_UP = 8;
    private static final double KNOWN_WORD = 6;
    private static final double DECLARED = 2;
    private static final double HOME = 5;
    private static final double NAME = 5;
    private static final double WESTERN = 3;
    private static final double RARE = -1;

    /** Of so many letters, one of twenty may be broken in a file that is otherwise UTF-8. */
    private static final int FEWEST_LETTERS = 10;

    private static final int MOST_BROKEN = 20;

    /** Texts whose scores are nearer than this can be distinguished by a person only. */
    private static final double DOUBTFUL = 1.5;

    private record Candidate(Charset charset, String text, double score) {}

    private final List<Candidate> candidates = new ArrayList<>();

    private EncodingGuess() {}

    static EncodingGuess of(byte[] head, Homes homes, List<Charset> declared, ToIntFunction<String> familiarity) {
        EncodingGuess guess = new EncodingGuess();
        String utf8 = new String(head, StandardCharsets.UTF_8);
        long broken = utf8.chars().filter(c -> c == '\uFFFD').count();
        long letters = utf8.chars().filter(c -> c >= 0x80).count();
        if (letters >= FEWEST_LETTERS && broken * MOST_BROKEN <= letters) {
            guess.candidates.add(new Candidate(StandardCharsets.UTF_8, utf8, 0));
            return guess;
        }
        Set<Charset> all = new LinkedHashSet<>(declared);
        all.addAll(Letters.charsets());
        Stream.of(OF_TWO_BYTES)
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .forEach(all::add);
        for (Charset charset : all) {
            decoded(head, charset).ifPresent(text -> {
                double home = (homes.write(charset.name()) ? HOME : 0) + NAME * Homes.names(text, charset.name());
                double score = TextScore.of(text, charset) + prior(charset) + home;
                guess.candidates.add(
                        new Candidate(charset, text, declared.contains(charset) ? score + DECLARED : score));
            });
        }
        guess.sort();
        // Looking up words takes long and cannot save a text of the wrong letters.
        for (int i = 0; i < Math.min(LOOKED_UP, guess.candidates.size()); i++) {
            Candidate candidate = guess.candidates.get(i);
            double words = KNOWN_WORD * familiarity.applyAsInt(candidate.text());
            guess.candidates.set(i, new Candidate(candidate.charset(), candidate.text(), candidate.score() + words));
        }
        guess.sort();
        return guess;
    }

    /** The sort is stable: of equals the first is the one declared, or the more usual. */
    private void sort() {
        candidates.sort(Comparator.comparing(Candidate::score).reversed());
    }

    private static double prior(Charset charset) {
        return switch (charset.name()) {
            case "windows-1252" -> WESTERN;
            case "windows-1250", "windows-1251", "windows-1253", "windows-1254" -> WESTERN / 2;
            case "x-MacRoman" -> 3 * RARE;
            case "IBM850" -> 4 * RARE;
            // In capitals, the letters of one script are the small ones of another.
            case "KOI8-R", "KOI8-U", "ISO-8859-5" -> 2 * RARE;
            case "IBM852", "IBM866", "windows-1257", "ISO-8859-13", "windows-1258" -> RARE;
            default -> 0;
        };
    }

    /** Returns the encoding; windows-1252 where none makes sense of every byte. */
    Charset best() {
        return candidates.isEmpty()
                ? Charset.forName("windows-1252")
                : candidates.get(0).charset();
    }

    /** Returns the encodings that read the text in another way and are about as good; none if there is no doubt. */
    List<Charset> doubtful() {
        List<Charset> doubtful = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Candidate best = candidates.get(0);
            if (best.score() - candidate.score() < DOUBTFUL
                    && !candidate.text().equals(best.text())
                    && doubtful.isEmpty()) {
                doubtful.add(candidate.charset());
            }
        }
        return doubtful;
    }

    /** The last character may be cut off, which is no error. */
    private static Optional<String> decoded(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        return decoder.decode(ByteBuffer.wrap(head), text, false).isError()
                ? Optional.empty()
                : Optional.of(text.flip().toString());
    }
}
