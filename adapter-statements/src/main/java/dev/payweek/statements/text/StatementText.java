package dev.payweek.statements.text;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private StatementText(StatementFile file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    /**
     * Returns the file as text. A byte order mark decides; else bytes that are strictly UTF-8 are UTF-8; else it is the
     * most familiar of the encodings declared and windows-1252, 1250 and ISO 8859-2, the earlier one in doubt.
     *
     * @param declared what the file says of itself, the most trusted first; often wrong, so it only breaks a tie
     * @param familiarity how many known words a text holds; texts in a wrong encoding hold fewer
     * @throws IOException if the file cannot be read at all
     */
    public static StatementText of(StatementFile file, List<Charset> declared, ToIntFunction<String> familiarity)
            throws IOException {
        byte[] head = head(file);
        Charset charset = ByteOrder.of(head).orElse(null);
        if (charset == null) {
            charset = Utf8.isWholly(file) ? StandardCharsets.UTF_8 : EightBit.of(head, declared, familiarity);
        }
        return new StatementText(file, charset);
    }

    /**
     * Returns the file as text in the encoding that its beginning alone shows, which is enough to recognise its format
     * and costs the same however long it is.
     */
    public static StatementText ofHead(StatementFile file, ToIntFunction<String> familiarity) throws IOException {
        byte[] head = head(file);
        Charset charset = ByteOrder.of(head).orElse(null);
        if (charset == null) {
            charset = Utf8.isBeginning(head) ? StandardCharsets.UTF_8 : EightBit.of(head, List.of(), familiarity);
        }
        return new StatementText(file, charset);
    }

    /** Returns the file as text in an encoding that a person named. */
    public static StatementText in(Charset charset, StatementFile file) {
        return new StatementText(file, charset);
    }

    /** Returns the encoding. */
    public Charset charset() {
        return charset;
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
