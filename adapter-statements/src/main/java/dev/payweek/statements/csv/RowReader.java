package dev.payweek.statements.csv;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.WrittenDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The second pass: gives each row to the sink as a movement, as skipped, or as what is wrong with it. */
final class RowReader {

    private final Layout layout;
    private final Dialect dialect;
    private final StatementSink sink;
    private Optional<StatementRow> held = Optional.empty();
    private Optional<StatementAccount> account = Optional.empty();

    RowReader(Layout layout, Dialect dialect, StatementSink sink) {
        this.layout = layout;
        this.dialect = dialect;
        this.sink = sink;
    }

    /** Takes the next row below the header. */
    void read(CsvRow row) {
        Optional<String> reason = Screening.reasonToSkip(row, layout);
        String day = layout.cell(row, Meaning.DATE);
        String money = WrittenMoney.cells(row, layout).findFirst().orElse("");
        if (reason.isPresent()) {
            skip(row, reason.get());
        } else if (money.isEmpty()) {
            withoutMoney(row, day);
        } else {
            Optional<LocalDate> date = WrittenDate.of(day).flatMap(written -> written.under(dialect.order()));
            WrittenMoney written = new WrittenMoney(row, layout, dialect.mark());
            Optional<BigDecimal> amount = dialect.sign().amount(written);
            if (date.isPresent() && amount.isPresent()) {
                hold(movement(row, date.get(), amount.get(), written));
            } else if (date.isEmpty() && amount.isEmpty()) {
                skip(row, "Neither a date nor an amount: " + shortened(row) + ".");
            } else if (date.isEmpty()) {
                reject(row, "date", "bad_date", day.isEmpty() ? "The row has no date." : "\"" + day + "\" is no date.");
            } else {
                reject(row, "amount", "bad_amount", "\"" + money + "\" is no amount.");
            }
        }
    }

    /** Gives what is still held; to be called after the last row. */
    void end() {
        held.ifPresent(sink::row);
        held = Optional.empty();
    }

    /** A movement is held back for one row, since some banks go on with its text in the next. */
    private void hold(StatementRow movement) {
        end();
        held = Optional.of(movement);
    }

    private void withoutMoney(CsvRow row, String day) {
        String words = words(row);
        boolean onlyWords = day.isEmpty()
                && row.cells().stream().filter(cell -> !cell.isEmpty()).count()
                        == layout.words().stream()
                                .filter(column -> !row.cell(column).isEmpty())
                                .count();
        if (held.isPresent() && onlyWords && row.width() >= layout.width() && !words.isEmpty()) {
            held = held.map(movement -> continued(movement, words));
        } else {
            skip(row, (day.isEmpty() ? "Neither a date nor an amount: " : "No amount: ") + shortened(row) + ".");
        }
    }

    private StatementRow movement(CsvRow row, LocalDate date, BigDecimal amount, WrittenMoney written) {
        begin(row);
        Optional<Currency> currency =
                Currencies.of(layout.cell(row, Meaning.CURRENCY)).or(written::currency);
        String category = layout.cell(row, Meaning.CATEGORY);
        return new StatementRow(
                row.line(),
                date,
                amount.movePointLeft(dialect.places()),
                currency,
                title(row, amount),
                words(row),
                id(row),
                Optional.of(category).filter(name -> !name.isEmpty()),
                false);
    }

    private static StatementRow continued(StatementRow row, String words) {
        return new StatementRow(
                row.line(),
                row.date(),
                row.amount(),
                row.currency(),
                row.title(),
                row.text() + " " + words,
                row.sourceId(),
                row.categoryHint(),
                row.transfer());
    }

    private void skip(CsvRow row, String reason) {
        end();
        sink.skipped(row.line(), reason);
    }

    private void reject(CsvRow row, String field, String code, String message) {
        begin(row);
        end();
        sink.rejected(new RejectedRow(row.line(), field, code, message));
    }

    private void begin(CsvRow row) {
        StatementAccount own = new StatementAccount(accountId(row), dialect.currency());
        if (account.filter(own::equals).isEmpty()) {
            end();
            account = Optional.of(own);
            sink.account(own);
        }
    }

    private Optional<String> accountId(CsvRow row) {
        // A bank that forgets an opening quote leaves the closing one behind.
        String id = layout.cell(row, Meaning.OWN_ACCOUNT).replace("\"", "");
        String name = layout.cell(row, Meaning.ACCOUNT_NAME);
        String both = (id + " " + name).strip();
        return both.isEmpty() ? layout.account() : Optional.of(both);
    }

    private Optional<String> id(CsvRow row) {
        String id = layout.cell(row, Meaning.ID);
        boolean placeholder =
                id.length() < 2 || id.chars().allMatch(c -> c == '0') || id.equalsIgnoreCase("NOTPROVIDED");
        return placeholder ? Optional.empty() : Optional.of(id);
    }

    private String title(CsvRow row, BigDecimal amount) {
        String payer = layout.cell(row, Meaning.PAYER);
        if (amount.signum() > 0 && !payer.isEmpty()) {
            return oneLine(payer);
        }
        return layout.titles().stream()
                .map(row::cell)
                .filter(cell -> !WrittenMoney.isNothing(cell))
                .findFirst()
                .map(RowReader::oneLine)
                .orElse("");
    }

    private String words(CsvRow row) {
        Set<String> words = new LinkedHashSet<>();
        for (int column : layout.words()) {
            String cell = row.cell(column);
            if (!WrittenMoney.isNothing(cell)) {
                words.add(cell);
            }
        }
        return String.join(" ", words);
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("\\s+", " ");
    }

    private static String shortened(CsvRow row) {
        String all = oneLine(String.join(" ", row.cells())).strip();
        return "\""
                + (all.length() > 60
                        ? all.substring(0, all.offsetByCodePoints(0, Math.min(60, all.codePointCount(0, all.length()))))
                                + "…"
                        : all)
                + "\"";
    }
}
