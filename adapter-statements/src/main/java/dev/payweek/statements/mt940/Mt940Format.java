package dev.payweek.statements.mt940;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * MT940, the statement of a day, and MT942, its forerunner. Nothing about them need be asked: amounts have a mark of
 * credit or debit, and days have their year in front.
 *
 * <pre>{@code
 * new Mt940Format().recognise(StatementFile.of("november.sta", bytes));   // 95 for :20:… :25:… :61:…
 * }</pre>
 *
 * Safe for use by several threads.
 */
public final class Mt940Format implements StatementFormat {

    private static final int HEAD = 1 << 14;
    private static final Pattern BEGINNING = Pattern.compile("^(?:\\{.*\\{4:)?:20:", Pattern.MULTILINE);
    private static final Pattern INSIDE = Pattern.compile("^:(?:60[FM]|61|62[FM]|28C?|34F|13D):", Pattern.MULTILINE);

    /** Creates the format. */
    public Mt940Format() {}

    @Override
    public String name() {
        return "mt940";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        String head = StatementText.asciiHead(file, HEAD);
        return BEGINNING.matcher(head).find() && INSIDE.matcher(head).find() ? 95 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        if (recognise(file) == 0) {
            throw LedgerException.invalid("file", "not_mt940", "The file is no MT940: it has no fields :20: and :61:.");
        }
        Mt940Reader reader = new Mt940Reader(sink);
        try (Fields fields =
                new Fields(StatementText.of(file, List.of(), any -> 0).open())) {
            for (Optional<Field> field = fields.next(); field.isPresent(); field = fields.next()) {
                reader.read(field.get());
            }
        }
        reader.finish();
        return List.of();
    }
}
