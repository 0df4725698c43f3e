package dev.payweek.persistence.actual;

import dev.payweek.statement.MoveSink;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.MovedTransaction.Kind;
import dev.payweek.statement.RejectedRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The transactions of one budget of Actual, with the names of what they refer to. Amounts are hundredths. */
final class ActualBudget {

    private static final String TABLES = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN"
            + " ('accounts', 'transactions', 'categories', 'category_groups', 'category_mapping', 'payees',"
            + " 'payee_mapping')";

    private static final int TABLE_COUNT = 7;

    private static final String ACCOUNTS = "SELECT id, name FROM accounts";

    private static final String CATEGORIES = "SELECT m.id, g.name || ':' || c.name, c.is_income FROM category_mapping m"
            + " JOIN categories c ON c.id = m.transferId JOIN category_groups g ON g.id = c.cat_group";

    private static final String PAYEES =
            "SELECT m.id, p.name, p.transfer_acct FROM payee_mapping m" + " JOIN payees p ON p.id = m.targetId";

    private static final String TRANSACTIONS = "SELECT id, isParent, isChild, parent_id, acct, category, amount,"
            + " description, notes, date, starting_balance_flag, transferred_id FROM transactions"
            + " WHERE tombstone = 0 ORDER BY date, sort_order DESC, id";

    /** A row of the table of transactions. */
    private record Row(
            int place,
            String id,
            boolean whole,
            String parent,
            String account,
            String category,
            BigDecimal amount,
            String payee,
            String notes,
            int date,
            boolean opening,
            String other) {}

    private final Connection database;
    private final MoveSink sink;
    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();
    private final Set<String> income = new HashSet<>();
    private final Map<String, String> payees = new HashMap<>();
    private final Map<String, String> transfers = new HashMap<>();
    private final Map<String, Row> byId = new LinkedHashMap<>();
    private final Set<String> stated = new HashSet<>();

    ActualBudget(Connection database, MoveSink sink) {
        this.database = database;
        this.sink = sink;
    }

    /** Something done with each row of an answer. */
    private interface Each {
        void take(ResultSet row) throws SQLException;
    }

    private void forEach(String question, Each action) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                action.take(rows);
            }
        }
    }

    private String name(String account) {
        return accounts.getOrDefault(account, "");
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    /** Views could compute for ever, and no budget of Actual has any in these places. */
    private void requireTables() throws SQLException {
        int[] tables = {0};
        forEach(TABLES, row -> tables[0] = row.getInt(1));
        if (tables[0] != TABLE_COUNT) {
            throw new SQLException("tables are missing");
        }
    }

    void read() throws SQLException {
        requireTables();
        forEach(ACCOUNTS, row -> accounts.put(text(row, 1), text(row, 2)));
        forEach(CATEGORIES, row -> {
            categories.put(text(row, 1), text(row, 2));
            if (row.getInt(3) == 1) {
                income.add(text(row, 1));
            }
        });
        forEach(PAYEES, row -> {
            payees.put(text(row, 1), text(row, 2));
            transfers.put(text(row, 1), text(row, 3));
        });
        Map<String, List<Row>> parts = new HashMap<>();
        List<Row> wholes = new ArrayList<>();
        forEach(TRANSACTIONS, found -> {
            Row row = row(byId.size() + 1, found);
            byId.put(row.id(), row);
            if (row.whole()) {
                wholes.add(row);
            } else {
                parts.computeIfAbsent(row.parent(), parent -> new ArrayList<>()).add(row);
            }
        });
        wholes.forEach(whole -> give(whole, parts.getOrDefault(whole.id(), List.of(whole))));
    }

    /** A part names the whole, or bears its name before a slash. */
    private static Row row(int place, ResultSet row) throws SQLException {
        String id = text(row, 1);
        String parent = text(row, 4);
        return new Row(
                place,
                id,
                row.getInt(3) == 0,
                parent.isEmpty() ? id.replaceFirst("/.*", "") : parent,
                text(row, 5),
                text(row, 6),
                BigDecimal.valueOf(row.getLong(7), 2),
                text(row, 8),
                text(row, 9),
                row.getInt(10),
                row.getInt(11) == 1,
                text(row, 12));
    }

    private void give(Row whole, List<Row> parts) {
        Optional<LocalDate> day = day(whole.date());
        if (day.isEmpty() || !accounts.containsKey(whole.account())) {
            sink.rejected(new RejectedRow(
                    whole.place(), "", "bad_row", "The transaction " + whole.id() + " has no day or no account."));
            return;
        }
        // The payee of a transfer has no name but that of its account.
        String payee = payees.getOrDefault(whole.payee(), "");
        String title = payee.isEmpty() ? name(transfers.getOrDefault(whole.payee(), "")) : payee;
        MovedTransaction moved =
                MovedTransaction.of(whole.place(), day.get(), title).withNote(whole.notes());
        BigDecimal rest = whole.amount();
        for (Row part : parts) {
            rest = rest.subtract(part.amount());
            moved = with(moved, whole, part);
        }
        if (rest.signum() != 0) {
            // What a person has not split yet.
            moved = moved.with(Kind.ACCOUNT, name(whole.account()), rest).with(Kind.SPENDING, "", rest.negate());
        }
        if (!moved.postings().isEmpty()) {
            sink.transaction(moved);
        }
    }

    private MovedTransaction with(MovedTransaction moved, Row whole, Row part) {
        String account = name(whole.account());
        Row other = byId.get(part.other());
        if (stated.contains(part.id())) {
            return moved;
        }
        if (other != null && other.date() == whole.date() && accounts.containsKey(other.account())) {
            stated.add(other.id());
            return moved.with(Kind.ACCOUNT, account, part.amount())
                    .with(Kind.ACCOUNT, name(other.account()), part.amount().negate());
        }
        boolean transfer =
                other != null || !transfers.getOrDefault(part.payee(), "").isEmpty();
        boolean earned = income.contains(part.category())
                || (part.category().isEmpty() && part.amount().signum() > 0);
        Kind kind = transfer || part.opening() ? Kind.EQUITY : earned ? Kind.INCOME : Kind.SPENDING;
        return moved.with(Kind.ACCOUNT, account, part.amount())
                .with(
                        kind,
                        categories.getOrDefault(part.category(), ""),
                        part.amount().negate());
    }

    private static Optional<LocalDate> day(int date) {
        try {
            return Optional.of(LocalDate.of(date / 10_000, date / 100 % 100, date % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
