package dev.payweek.statements.text;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A bank's file as text, in the encoding its content shows.
 *
 * <pre>{@code
 * StatementText text = StatementText.of(file, List.of(), head -> 0);
 * text.charset();          // UTF-8, or windows-1252 when the bytes are no UTF-8
 * text.open();             // lines end in \n, no NUL, no byte order mark
 * }</pre>
 */
public final class StatementText {

    private static final int HEAD_BYTES = 1 << 16;

    private final StatementFile file;
    private final Charset charset;
    private final List<Charset> doubtful;

    private StatementText(StatementFile file, Charset charset, List<Charset> doubtful) {
        this.file = file;
        this.charset = charset;
        this.doubtful = doubtful;
    }

    /**
     * Returns the file as text. A byte order mark decides; else bytes that are strictly UTF-8 are UTF-8; else it is the
     * encoding of some thirty that gives the most known words and the most usual letters.
     *
     * @param declared what the file says of itself, the most trusted first; often wrong, so it only breaks a tie
     * @param familiarity how many known words a text holds; texts in a wrong encoding hold fewer
     * @throws IOException if the file cannot be read at all
     */
    public static StatementText of(StatementFile file, List<Charset> declared, ToIntFunction<String> familiarity)
            throws IOException {
        byte[] head = head(file);
        Optional<Charset> unicode = ByteOrder.of(head);
        if (unicode.isEmpty() && Utf8.isWholly(file)) {
            unicode = Optional.of(StandardCharsets.UTF_8);
        }
        return unicode.isPresent()
                ? in(unicode.get(), file)
                : guessed(file, NonAsciiSample.of(file), head, declared, familiarity);
    }

    /**
     * Returns the file as text in the encoding that its beginning alone shows, which is enough to recognise its format
     * and costs the same however long it is.
     */
    public static StatementText ofHead(StatementFile file, ToIntFunction<String> familiarity) throws IOException {
        byte[] head = head(file);
        Optional<Charset> unicode = ByteOrder.of(head);
        if (unicode.isEmpty() && Utf8.isBeginning(head)) {
            unicode = Optional.of(StandardCharsets.UTF_8);
        }
        return unicode.isPresent()
                ? in(unicode.get(), file)
                : guessed(file, NonAsciiSample.of(head), head, List.of(), familiarity);
    }

    /**
     * Returns the beginning of a file for finding words of plain ASCII in it, such as {@code <OFX>}; letters of an
     * encoding that nothing declares may come out wrong.
     */
    public static String asciiHead(StatementFile file, int characters) throws IOException {
        Charset charset = ByteOrder.of(head(file)).orElse(StandardCharsets.ISO_8859_1);
        return in(charset, file).head(characters);
    }

    private static StatementText guessed(
            StatementFile file, byte[] sample, byte[] head, List<Charset> declared, ToIntFunction<String> familiarity) {
        EncodingGuess guess = EncodingGuess.of(sample, Homes.of(head), declared, familiarity);
        return new StatementText(file, guess.best(), guess.doubtful());
    }

    /** Returns the file as text in an encoding that a person named. */
    public static StatementText in(Charset charset, StatementFile file) {
        return new StatementText(file, charset, List.of());
    }

    /** Returns the encoding. */
    public Charset charset() {
        return charset;
    }

    /** Returns the encodings that read the text otherwise and are about as likely; none when there is no doubt. */
    public List<Charset> doubtful() {
        return doubtful;
    }

    /** Opens the text from its beginning; bytes that make no sense are read as U+FFFD. The caller closes it. */
    public Reader open() throws IOException {
        return new CleanReader(file.open(), charset);
    }

    /** Returns at most so many characters from the beginning. */
    public String head(int characters) throws IOException {
        try (Reader reader = open()) {
            char[] buffer = new char[characters];
            int length = 0;
            for (int read = 0; read >= 0 && length < characters; length += read) {
                read = reader.read(buffer, length, characters - length);
                if (read < 0) {
                    break;
                }
            }
            return new String(buffer, 0, length);
        }
    }

    private static byte[] head(StatementFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(HEAD_BYTES);
        }
    }
}
