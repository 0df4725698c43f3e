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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The transactions of Mint. It names neither the other account of a transfer nor what a split belongs to, so the sides
 * of a transfer are joined where they are of one day and amount, and the parts of a split stay payments of their own.
 *
 * <pre>{@code
 * new MintMove().recognise(StatementFile.of("transactions.csv", bytes));    // 95
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class MintMove implements MoveFormat {

    private static final Set<String> HEADINGS = Set.of(
            "date", "description", "original description", "amount", "transaction type", "category", "account name");

    private static final Set<String> TRANSFERS =
            Set.of("Transfer", "Credit Card Payment", "Transfer for Cash Spending");

    private static final Set<String> INCOME = Set.of(
            "Income",
            "Bonus",
            "Interest Income",
            "Paycheck",
            "Rental Income",
            "Dividend & Cap Gains",
            "Federal Tax Refund",
            "Tax Refund");

    /** Creates the format. */
    public MintMove() {}

    @Override
    public String name() {
        return "mint";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return NamedRows.headings(file).containsAll(HEADINGS) ? 95 : 0;
    }

    /** A row that could be read. */
    private record Movement(Row row, LocalDate day, BigDecimal amount) {

        String account() {
            return row.cell("account name");
        }

        boolean isTransfer() {
            return TRANSFERS.contains(row.cell("category"));
        }
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, MoveSink sink) throws IOException {
        List<Row> rows = NamedRows.of(file, sink).rows();
        Written written = new Written(options);
        rows.forEach(row -> {
            written.seeDay(row.cell("date"));
            written.seeAmount(row.cell("amount"));
        });
        if (!written.questions().isEmpty()) {
            return written.questions();
        }
        List<Movement> movements = new ArrayList<>();
        for (Row row : rows) {
            movement(row, written, sink).ifPresent(movements::add);
        }
        give(movements, sink);
        return List.of();
    }

    private static Optional<Movement> movement(Row row, Written written, MoveSink sink) {
        Optional<LocalDate> day = written.day(row.cell("date"));
        Optional<BigDecimal> amount = written.amount(row.cell("amount"));
        String way = row.cell("transaction type");
        boolean known = way.equals("debit") || way.equals("credit");
        if (day.isEmpty() || amount.isEmpty() || !known) {
            sink.rejected(new RejectedRow(
                    row.line(),
                    "",
                    "bad_row",
                    "The row has no day, no amount or no way: \"" + row.cell("date") + "\", \"" + row.cell("amount")
                            + "\", \"" + way + "\"."));
            return Optional.empty();
        }
        return Optional.of(
                new Movement(row, day.get(), way.equals("debit") ? amount.get().negate() : amount.get()));
    }

    private static void give(List<Movement> movements, MoveSink sink) {
        Map<LocalDate, List<Movement>> open = new HashMap<>();
        List<Movement> others = new ArrayList<>(movements);
        others.removeIf(movement -> {
            if (!movement.isTransfer()) {
                return false;
            }
            List<Movement> sameDay = open.computeIfAbsent(movement.day(), day -> new ArrayList<>());
            Optional<Movement> other = sameDay.stream()
                    .filter(one -> one.amount().negate().compareTo(movement.amount()) == 0
                            && !one.account().equals(movement.account()))
                    .findFirst();
            other.ifPresentOrElse(
                    found -> {
                        sameDay.remove(found);
                        sink.transaction(begun(found)
                                .with(Kind.ACCOUNT, found.account(), found.amount())
                                .with(Kind.ACCOUNT, movement.account(), movement.amount()));
                    },
                    () -> sameDay.add(movement));
            return true;
        });
        others.addAll(open.values().stream().flatMap(List::stream).toList());
        others.forEach(movement -> sink.transaction(single(movement)));
    }

    private static MovedTransaction begun(Movement movement) {
        Row row = movement.row();
        return MovedTransaction.of(row.line(), movement.day(), row.cell("description"))
                .withNote(row.cell("notes"))
                .withCurrency(Written.currency(row.cell("amount")));
    }

    private static MovedTransaction single(Movement movement) {
        String category = movement.row().cell("category");
        Kind kind = movement.isTransfer() ? Kind.EQUITY : INCOME.contains(category) ? Kind.INCOME : Kind.SPENDING;
        return begun(movement)
                .with(Kind.ACCOUNT, movement.account(), movement.amount())
                .with(
                        kind,
                        category.equals("Uncategorized") ? "" : category,
                        movement.amount().negate());
    }
}
