package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * CSV in the dialects of banks: any delimiter, encoding, date order and sign, with or without header, in a dozen
 * languages.
 *
 * <p>What the whole file leaves open is asked for, never guessed, and answered through these parameters:
 *
 * <ul>
 *   <li>{@code date_format}: {@code D/M/Y} or {@code M/D/Y}, when no day is above 12;
 *   <li>{@code sign}: {@code positive_in} or {@code positive_out}, when no amount has a minus;
 *       {@code first_in} or {@code first_out}, when two columns of amounts have no headings;
 *   <li>{@code amount_unit}: {@code units} or {@code cents}, when all amounts are odd whole numbers.
 * </ul>
 *
 * Three more are asked for seldom: {@code encoding}, such as {@code windows-1250}, where letters make sense in two
 * ways; {@code decimal_mark}, {@code point} or {@code comma}, where all amounts have three digits behind their only
 * mark; and {@code booked}, {@code all}, {@code none} or words with bars between, where statuses are unknown words.
 * Where {@code sign} is asked and a column of two or three words may be which way money goes, {@code out:} and its
 * word for money out is an answer, too.
 *
 * <p>Two more are never asked for, but heeded: {@code date_column}, the
 * heading or place of the column to take the day from where the booking day is not wanted; and {@code year}, the year
 * of a statement's end where its days have none and nothing above them names it.
 *
 * <pre>{@code
 * List<Question> open = new CsvFormat().read(file, ReadOptions.NONE, sink);                       // date_order
 * new CsvFormat().read(file, new ReadOptions(Map.of("date_format", "D/M/Y")), sink);              // rows
 * }</pre>
 */
public final class CsvFormat implements StatementFormat {

    private static final int HEAD = 1 << 16;
    private static final int SAMPLE = 400;

    /** Creates the format. */
    public CsvFormat() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        if (ForeignFormat.of(file).isPresent()) {
            // No other format may know it; then reading it will say what it is.
            return 1;
        }
        String head = StatementText.ofHead(file, Vocabulary::familiarity).head(HEAD);
        List<CsvRow> sample = CsvRows.beginning(head, DelimiterFinder.find(head), SAMPLE);
        if (sample.stream().allMatch(row -> row.width() < 2)) {
            return 0;
        }
        try {
            LayoutFinder.find(sample, ReadOptions.NONE);
            return 60;
        } catch (LedgerException e) {
            // A table, but hardly a statement; reading it will say what is missing.
            return 20;
        }
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        ForeignFormat.of(file).ifPresent(kind -> {
            throw LedgerException.invalid("file", "unknown_format", kind);
        });
        StatementText text = text(file, options);
        Optional<Question> letters = EncodingQuestion.of(text, file, options);
        if (letters.isPresent()) {
            return List.of(letters.get());
        }
        String head = text.head(HEAD);
        CsvSource source = new CsvSource(text, DelimiterFinder.find(head), head);
        return TableReader.read(source, layout(source, options), options, sink);
    }

    private static Layout layout(CsvSource source, ReadOptions options) throws IOException {
        try {
            return LayoutFinder.find(source.sample(), options);
        } catch (LedgerException e) {
            // A quotation that never closes swallows the columns; it is the reason then, and names its line.
            source.checkQuotations();
            throw e;
        }
    }

    private static StatementText text(StatementFile file, ReadOptions options) throws IOException {
        Optional<String> encoding = options.answer("encoding");
        if (encoding.isEmpty()) {
            return StatementText.of(file, List.of(), Vocabulary::familiarity);
        }
        try {
            return StatementText.in(Charset.forName(encoding.get()), file);
        } catch (IllegalArgumentException e) {
            throw LedgerException.invalid(
                    "encoding", "unknown", "\"" + encoding.get() + "\" is no encoding known here.");
        }
    }
}
