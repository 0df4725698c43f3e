package dev.payweek.statements.camt;

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
 * CAMT: camt.053 statements of all versions, and the booked entries of camt.052 reports and camt.054 notifications.
 *
 * <p>The day of a movement is its booking day as written, else its value day, else that of the closing balance. The
 * sign is that of {@code CdtDbtInd}, also of a reversal. The bank's reference of the entry is its id. Where opening
 * balance and movements do not give the closing balance, a remark says so. An answer is never needed.
 *
 * <pre>{@code
 * new CamtFormat().read(StatementFile.of("may.xml", bytes), ReadOptions.NONE, sink);
 * }</pre>
 */
public final class CamtFormat implements StatementFormat {

    private static final int HEAD = 1 << 14;
    private static final Pattern BEGINNING =
            Pattern.compile("<(?:\\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\\b|xsd:camt\\.05[234]\\.");
    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*?encoding=[\"']([A-Za-z0-9._-]+)[\"']");

    /** Creates the format. */
    public CamtFormat() {}

    @Override
    public String name() {
        return "camt";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return BEGINNING.matcher(StatementText.asciiHead(file, HEAD)).find() ? 100 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        try (Reader reader = text(file).open();
                Elements elements = new Elements(reader)) {
            new CamtReader(elements, sink).readAll();
        }
        return List.of();
    }

    private static StatementText text(StatementFile file) throws IOException {
        String head = StatementText.in(StandardCharsets.ISO_8859_1, file).head(200);
        Matcher matcher = DECLARED.matcher(head);
        boolean declared = matcher.find() && isSupported(matcher.group(1));
        return StatementText.of(file, declared ? List.of(Charset.forName(matcher.group(1))) : List.of(), any -> 0);
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            // A name that no encoding can have declares nothing; the bytes decide.
            return false;
        }
    }
}
