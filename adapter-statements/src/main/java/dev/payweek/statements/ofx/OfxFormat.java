package dev.payweek.statements.ofx;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OFX: bank, card and investment statements, of which the cash movements are read.
 *
 * <p>The day of a movement is the one written in {@code DTPOSTED}, never converted from its zone, since banks mean
 * their customers' day. The sign is that of {@code TRNAMT} alone. {@code FITID} is the bank's id of the movement. An
 * answer is never needed.
 *
 * <pre>{@code
 * new OfxFormat().read(StatementFile.of("may.qfx", bytes), ReadOptions.NONE, sink);
 * }</pre>
 */
public final class OfxFormat implements StatementFormat {

    private static final int HEAD = 1 << 14;
    private static final Pattern BEGINNING =
            Pattern.compile("OFXHEADER|<\\?OFX\\b|<OFX[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSIDE = Pattern.compile("<(?:STMTTRN|BANKTRANLIST|(?:CC)?STMTRS)>");
    private static final Pattern DECLARED =
            Pattern.compile("(?:CHARSET:|encoding=[\"'])([A-Za-z0-9._-]+?)(?=[\"'\\s]|COMPRESSION|$)");

    /** Creates the format. */
    public OfxFormat() {}

    @Override
    public String name() {
        return "ofx";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        String head = StatementText.asciiHead(file, HEAD);
        if (BEGINNING.matcher(head).find()) {
            return 100;
        }
        return INSIDE.matcher(head).find() ? 90 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        try (Reader reader = text(file).open()) {
            new OfxReader(new TagScanner(reader), sink).readAll();
        }
        return List.of();
    }

    private static StatementText text(StatementFile file) throws IOException {
        String head;
        try (Reader ascii = StatementText.in(StandardCharsets.ISO_8859_1, file).open()) {
            char[] buffer = new char[1000];
            head = new String(buffer, 0, Math.max(ascii.read(buffer, 0, buffer.length), 0));
        }
        return StatementText.of(file, declared(head), any -> 0);
    }

    private static List<Charset> declared(String head) {
        Matcher matcher = DECLARED.matcher(head);
        if (!matcher.find()) {
            return List.of();
        }
        String name = matcher.group(1);
        String full =
                name.matches("125\\d") ? "windows-" + name : name.replaceFirst("(?i)^(?:ISO-?)?8859-", "ISO-8859-");
        // 8859-1 and ASCII are declared by habit; windows-1252 holds all of them and is tried anyway.
        boolean subset = full.equalsIgnoreCase("ISO-8859-1") || full.equalsIgnoreCase("US-ASCII");
        try {
            return subset || !Charset.isSupported(full) ? List.of() : List.of(Charset.forName(full));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
