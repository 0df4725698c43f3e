package dev.payweek.statements.html;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.csv.Tables;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as a table of HTML or of SpreadsheetML, be its name {@code .html} or {@code .xls}. Of several tables the
 * one with the most movements is read, and its questions are those of CSV.
 *
 * <pre>{@code
 * new HtmlTableFormat().recognise(StatementFile.of("november.xls", bytes));   // 70 for <table>…</table>
 * }</pre>
 *
 * Safe for use by several threads.
 */
public final class HtmlTableFormat implements StatementFormat {

    private static final int HEAD = 1 << 16;
    private static final Pattern TABLE =
            Pattern.compile("<(?:\\w+:)?(?:table|worksheet)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);

    /** Creates the format. */
    public HtmlTableFormat() {}

    @Override
    public String name() {
        return "html";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        String head = StatementText.asciiHead(file, HEAD);
        boolean other = head.toUpperCase(Locale.ROOT).contains("<OFX>");
        return !other
                        && head.stripLeading().startsWith("<")
                        && TABLE.matcher(head).find()
                ? 70
                : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        Tables tables = new Tables();
        TableScanner scanner;
        try (Reader reader = text(file).open()) {
            scanner = new TableScanner(reader);
            scanner.readAll();
        }
        List<List<String>> statement = scanner.tables().stream()
                .max(Comparator.comparingLong(tables::movements).thenComparingInt(List::size))
                .orElseThrow(() -> LedgerException.invalid(
                        "file", "no_table", "The file is a web page without a table, so nothing can be read from it."));
        return tables.read(statement, options, sink);
    }

    private static StatementText text(StatementFile file) throws IOException {
        Matcher declared = DECLARED.matcher(StatementText.asciiHead(file, HEAD));
        boolean known = declared.find() && isSupported(declared.group(1));
        List<Charset> charsets = known ? List.of(Charset.forName(declared.group(1))) : List.of();
        return StatementText.of(file, charsets, any -> 0);
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            // A page may declare anything; what it declares is only a hint.
            return false;
        }
    }
}
