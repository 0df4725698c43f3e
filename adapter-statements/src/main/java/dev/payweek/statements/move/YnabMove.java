package dev.payweek.statements.move;

import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.MovedTransaction.Kind;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.move.NamedRows.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The register of YNAB, of YNAB 4 as well as of today's. A split is several rows that follow each other and say so in
 * their memo; a transfer is stated in both accounts.
 *
 * <pre>{@code
 * new YnabMove().recognise(StatementFile.of("Register.csv", bytes));    // 95
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class YnabMove implements MoveFormat {

    private static final Set<String> HEADINGS = Set.of("account", "date", "payee", "memo", "outflow", "inflow");
    private static final Pattern TRANSFER = Pattern.compile("Transfer ?: ?(.+)");
    private static final Pattern SPLIT = Pattern.compile("\\(?Split \\(?(\\d+)/(\\d+)\\) ?(.*)", Pattern.DOTALL);
    private static final Set<String> INCOME = Set.of("Inflow", "Income");

    /** Creates the format. */
    public YnabMove() {}

    @Override
    public String name() {
        return "ynab";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return NamedRows.headings(file).containsAll(HEADINGS) ? 95 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, MoveSink sink) throws IOException {
        List<Row> rows = NamedRows.of(file, sink).rows();
        Written written = new Written(options);
        rows.forEach(row -> {
            written.seeDay(row.cell("date"));
            written.seeAmount(row.cell("outflow"));
            written.seeAmount(row.cell("inflow"));
        });
        if (!written.questions().isEmpty()) {
            return written.questions();
        }
        Reading reading = new Reading(written, sink);
        rows.forEach(reading::see);
        rows.forEach(reading::read);
        reading.end();
        return List.of();
    }

    /** One file being read. */
    private static final class Reading {

        private final Written written;
        private final MoveSink sink;
        private final TransferPairs pairs = new TransferPairs();
        private final List<Row> split = new ArrayList<>();

        Reading(Written written, MoveSink sink) {
            this.written = written;
            this.sink = sink;
        }

        private Optional<BigDecimal> amount(Row row) {
            return written.amount(row.cell("inflow"))
                    .flatMap(in -> written.amount(row.cell("outflow")).map(in::subtract));
        }

        private static Optional<String> other(Row row) {
            Matcher transfer = TRANSFER.matcher(row.cell("payee"));
            return transfer.matches() ? Optional.of(transfer.group(1).strip()) : Optional.empty();
        }

        void see(Row row) {
            Optional<LocalDate> day = written.day(row.cell("date"));
            Optional<BigDecimal> amount = amount(row);
            if (day.isPresent() && amount.isPresent()) {
                other(row).ifPresent(other -> pairs.see(day.get(), row.cell("account"), other, amount.get()));
            }
        }

        /** The parts of a split follow each other, the last as number n of n. */
        void read(Row row) {
            Matcher part = SPLIT.matcher(row.cell("memo"));
            if (!part.matches()) {
                end();
                transaction(List.of(row));
                return;
            }
            if (part.group(1).equals("1")) {
                end();
            }
            split.add(row);
            if (part.group(1).equals(part.group(2))) {
                end();
            }
        }

        void end() {
            if (!split.isEmpty()) {
                transaction(List.copyOf(split));
                split.clear();
            }
        }

        private void transaction(List<Row> parts) {
            Row first = parts.get(0);
            Optional<LocalDate> day = written.day(first.cell("date"));
            if (day.isEmpty()) {
                sink.rejected(
                        new RejectedRow(first.line(), "date", "bad_date", "\"" + first.cell("date") + "\" is no day."));
                return;
            }
            MovedTransaction transaction = MovedTransaction.of(first.line(), day.get(), first.cell("payee"))
                    .withNote(note(first))
                    .withCurrency(currency(first));
            for (Row part : parts) {
                Optional<BigDecimal> amount = amount(part);
                if (amount.isEmpty()) {
                    sink.rejected(new RejectedRow(
                            part.line(),
                            "amount",
                            "bad_amount",
                            "\"" + part.cell("outflow") + "\" or \"" + part.cell("inflow") + "\" is no amount."));
                    return;
                }
                transaction = with(transaction, part, amount.get());
            }
            if (!transaction.postings().isEmpty()) {
                sink.transaction(transaction);
            }
        }

        private static String note(Row row) {
            Matcher part = SPLIT.matcher(row.cell("memo"));
            return part.matches() ? part.group(3).strip() : row.cell("memo");
        }

        private static String currency(Row row) {
            String out = Written.currency(row.cell("outflow"));
            return out.isEmpty() ? Written.currency(row.cell("inflow")) : out;
        }

        private MovedTransaction with(MovedTransaction transaction, Row part, BigDecimal amount) {
            String account = part.cell("account");
            Optional<String> other = other(part);
            if (other.isPresent()) {
                return switch (pairs.take(transaction.date(), account, other.get(), amount)) {
                    case STATED -> transaction;
                    case WHOLE ->
                        transaction
                                .with(Kind.ACCOUNT, account, amount)
                                .with(Kind.ACCOUNT, other.get(), amount.negate());
                    case ALONE ->
                        transaction.with(Kind.ACCOUNT, account, amount).with(Kind.EQUITY, "", amount.negate());
                };
            }
            String group = part.cell("category group", "master category");
            String category = part.cell("sub category");
            category =
                    category.isEmpty() && !part.cells().containsKey("sub category") ? part.cell("category") : category;
            boolean opening = part.cell("payee").equals("Starting Balance");
            boolean income = INCOME.contains(group) || (group.isEmpty() && category.isEmpty() && amount.signum() > 0);
            Kind kind = opening ? Kind.EQUITY : income ? Kind.INCOME : Kind.SPENDING;
            String name = group.isEmpty() || category.isEmpty() ? group + category : group + ":" + category;
            return transaction.with(Kind.ACCOUNT, account, amount).with(kind, name, amount.negate());
        }
    }
}
