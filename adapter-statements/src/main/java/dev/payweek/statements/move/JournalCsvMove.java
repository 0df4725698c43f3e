package dev.payweek.statements.move;

import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.move.Journal.Booking;
import dev.payweek.statements.move.Journal.Side;
import dev.payweek.statements.move.NamedRows.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tables of journals, one side of a transaction in each row: {@code hledger print -O csv}, {@code bean-query -f csv}
 * and the transactions that GnuCash exports. Rows with one number are one transaction; without a number, rows of one
 * day until they come to nothing.
 *
 * <pre>{@code
 * new JournalCsvMove().recognise(StatementFile.of("journal.csv", bytes));    // 90
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class JournalCsvMove implements MoveFormat {

    private static final String[] ACCOUNT = {"full account name", "account"};
    private static final String[] NUMBER = {"txnidx", "transaction id", "id"};
    private static final String[] TITLE = {"description", "payee"};
    private static final String[] AMOUNT = {"value num.", "amount num.", "number", "amount", "position", "units"};
    private static final String[] CURRENCY = {"commodity/currency", "commodity", "currency"};

    /** Creates the format. */
    public JournalCsvMove() {}

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        Set<String> headings = NamedRows.headings(file);
        boolean journal = headings.contains("date")
                && any(headings, ACCOUNT)
                && any(headings, AMOUNT)
                && (any(headings, NUMBER) || headings.contains("narration"));
        return journal ? 90 : 0;
    }

    private static boolean any(Set<String> headings, String... names) {
        return Set.of(names).stream().anyMatch(headings::contains);
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, MoveSink sink) throws IOException {
        List<Row> rows = NamedRows.of(file, sink).rows();
        Written written = new Written(options);
        rows.forEach(row -> {
            written.seeDay(row.cell("date"));
            written.seeAmount(row.cell(AMOUNT));
        });
        if (!written.questions().isEmpty()) {
            return written.questions();
        }
        Journal journal = new Journal();
        grouped(rows, written).forEach(group -> add(group, written, journal, sink));
        journal.give(sink);
        return List.of();
    }

    private static List<List<Row>> grouped(List<Row> rows, Written written) {
        List<List<Row>> groups = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : rows) {
            Row last = groups.isEmpty() ? row : groups.get(groups.size() - 1).get(0);
            String number = row.cell(NUMBER);
            boolean same = number.isEmpty()
                    ? row.cell("date").isEmpty()
                            || (sum.signum() != 0 && row.cell("date").equals(last.cell("date")))
                    : number.equals(last.cell(NUMBER));
            if (groups.isEmpty() || !same) {
                groups.add(new ArrayList<>());
                sum = BigDecimal.ZERO;
            }
            groups.get(groups.size() - 1).add(row);
            sum = sum.add(written.amount(row.cell(AMOUNT)).orElse(BigDecimal.ZERO));
        }
        return groups;
    }

    private static void add(List<Row> group, Written written, Journal journal, MoveSink sink) {
        Row first = group.get(0);
        Optional<LocalDate> day = written.day(first.cell("date"));
        List<Side> sides = new ArrayList<>();
        for (Row row : group) {
            String account = row.cell(ACCOUNT).replaceAll("^[(\\[]|[)\\]]$", "");
            String amount = row.cell(AMOUNT);
            Optional<BigDecimal> value = amount.isEmpty() ? Optional.empty() : written.amount(amount);
            if (day.isEmpty() || (value.isEmpty() && !amount.isEmpty())) {
                sink.rejected(new RejectedRow(
                        row.line(),
                        "",
                        "bad_row",
                        "\"" + first.cell("date") + "\" is no day or \"" + amount + "\" no amount."));
                return;
            }
            // Older GnuCash writes a row for the transaction as a whole above those of its sides.
            if (!account.isEmpty()) {
                sides.add(new Side(account, value, currency(row, first)));
            }
        }
        if (sides.isEmpty()) {
            sink.rejected(new RejectedRow(first.line(), "", "bad_row", "The transaction names no account."));
        } else {
            journal.add(new Booking(first.line(), day.orElseThrow(), title(first), note(first), sides));
        }
    }

    private static String currency(Row row, Row first) {
        String own = row.cell(CURRENCY).isEmpty() ? first.cell(CURRENCY) : row.cell(CURRENCY);
        String code = own.substring(own.lastIndexOf(':') + 1);
        return code.isEmpty() ? Written.currency(row.cell(AMOUNT)) : Written.currency("1 " + code);
    }

    /** hledger joins payee and note by a bar; beancount has two columns. */
    private static String title(Row row) {
        String title = row.cell(TITLE).split("\\|", 2)[0].strip();
        return title.isEmpty() ? row.cell("narration") : title;
    }

    private static String note(Row row) {
        String narration = row.cell("narration", "notes", "comment");
        String[] parts = row.cell(TITLE).split("\\|", 2);
        return parts.length > 1 ? parts[1].strip() : narration;
    }
}
