package dev.payweek.statements.qif;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DateOrderEvidence;
import dev.payweek.statements.cell.DecimalMarkEvidence;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * QIF: bank, cash and card records. Lists of categories, securities and memorised payments are passed over.
 *
 * <p>Whether 3/4 is in March is decided once from all dates of the file; if they leave it open, {@code date_format} is
 * asked for. A record with a category in brackets is a transfer between own accounts. Splits are the parts of their
 * record; where they do not come to its amount, a remark says so.
 *
 * <pre>{@code
 * new QifFormat().read(file, new ReadOptions(Map.of("date_format", "M/D/Y")), sink);
 * }</pre>
 */
public final class QifFormat implements StatementFormat {

    private static final int HEAD = 1 << 14;
    private static final Pattern BEGINNING =
            Pattern.compile("^!(?:Type:|Account\\b|Option:|Clear:)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** Some programs leave the first line out, and records begin at once. */
    private static final Pattern RECORDS =
            Pattern.compile("\\A\\s*(?:#.*\\n|\\s*\\n)*(?:[DTUPMNCLAF].*\\n){1,40}\\^", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY = Pattern.compile("^D ?\\d", Pattern.MULTILINE);
    private static final Pattern MONEY = Pattern.compile("^[TU] ?[-+(]?[$€£]? ?[-+]?[\\d.,]", Pattern.MULTILINE);

    /** Creates the format. */
    public QifFormat() {}

    @Override
    public String name() {
        return "qif";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        String head = StatementText.asciiHead(file, HEAD);
        if (BEGINNING.matcher(head).find()) {
            return 90;
        }
        return isBare(head) ? 75 : 0;
    }

    private static boolean isBare(String head) {
        return RECORDS.matcher(head).find()
                && DAY.matcher(head).find()
                && MONEY.matcher(head).find();
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        StatementText text = text(file);
        String head = text.head(HEAD);
        boolean bare = !BEGINNING.matcher(head).find();
        if (bare && !isBare(head)) {
            throw LedgerException.invalid(
                    "file",
                    "not_qif",
                    "The file is no QIF: no line begins with !Type: or !Account, and it does not begin with"
                            + " records.");
        }
        DateOrderEvidence dates = new DateOrderEvidence();
        DecimalMarkEvidence marks = new DecimalMarkEvidence();
        Optional<DateOrder> declared = forEachRecord(text, bare, record -> {
            if (record.isMovement()) {
                WrittenDate.of(record.value('D')).ifPresent(dates::see);
                WrittenAmount.of(record.amount()).ifPresent(marks::see);
                record.splits()
                        .forEach(split -> WrittenAmount.of(split.amount()).ifPresent(marks::see));
            }
        });
        Optional<DateOrder> answered =
                options.answer(DateOrderEvidence.PARAMETER).map(QifFormat::order);
        Optional<DateOrder> order = dates.order().or(() -> answered).or(() -> declared);
        if (order.isEmpty()) {
            return List.of(dates.question());
        }
        QifReader reader = new QifReader(order.get(), marks.mark(), sink);
        forEachRecord(text, bare, reader::read);
        reader.end();
        return List.of();
    }

    private static DateOrder order(String label) {
        return DateOrder.ofLabel(label)
                .orElseThrow(() -> LedgerException.invalid(
                        DateOrderEvidence.PARAMETER,
                        "unknown",
                        "\"" + label + "\" is no order of dates like D/M/Y, M/D/Y or Y/M/D."));
    }

    /** Calls for each record; returns the order of dates that the file declares by an option, which few do. */
    private static Optional<DateOrder> forEachRecord(StatementText text, boolean bare, Consumer<QifRecord> action)
            throws IOException {
        try (QifRecords records = new QifRecords(text.open(), bare)) {
            Optional<QifRecord> record = records.next();
            while (record.isPresent()) {
                action.accept(record.get());
                record = records.next();
            }
            return records.declaredOrder();
        }
    }

    private static StatementText text(StatementFile file) throws IOException {
        return StatementText.of(file, List.of(), any -> 0);
    }
}
