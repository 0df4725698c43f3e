package dev.payweek.persistence.ledger;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.persistence.table.EpochDays;
import dev.payweek.statement.ImportKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries what schema 3 holds into the tables of schema 4, and gives everything its checks: the part of that migration
 * that is not SQL. It reads the tables as those scripts made them, whatever becomes of them later.
 */
public final class SlimCopy {

    private static final int AT_A_TIME = 1_000;

    private static final String ENTRIES =
            "SELECT * FROM entry WHERE ledger = ? AND id > ? ORDER BY id LIMIT " + AT_A_TIME;

    private static final String SPLITS = "SELECT entry_id, category, minor_units FROM entry_split WHERE ledger = ?"
            + " AND entry_id > ? AND entry_id <= ? ORDER BY entry_id, place";

    private static final String TAGS = "SELECT entry_id, tag FROM entry_tag WHERE ledger = ?"
            + " AND entry_id > ? AND entry_id <= ? ORDER BY entry_id, place";

    private static final String KEYS =
            "SELECT account, row_key, occurrence, entry_id, batch FROM import_key" + " WHERE ledger = ?";

    private record Part(String category, long minorUnits) {}

    private final Session link;
    private final LedgerRow ledger;
    private final Map<String, CategoryPath> paths = new HashMap<>();

    private SlimCopy(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    public static void fill(Session link) throws SQLException {
        for (long number : ledgers(link)) {
            new SlimCopy(link, LedgerRow.unchecked(link, number)).fill();
        }
    }

    /** Returns the numbers of all ledgers, by number. */
    public static List<Long> ledgers(Session link) throws SQLException {
        List<Long> ledgers = new ArrayList<>();
        try (PreparedStatement query = link.connection().prepareStatement("SELECT ledger FROM ledger ORDER BY ledger");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ledgers.add(rows.getLong(1));
            }
        }
        return ledgers;
    }

    private void fill() throws SQLException {
        for (ChecksummedTable table : SqlLedger.CHECKED) {
            table.sealAnew(link, ledger.seals());
        }
        TotalsRows totals = new TotalsRows(link, ledger, this::path);
        EntryReader reading = new EntryReader(link, ledger.number(), totals, this::path);
        EntryRows entries = new EntryRows(link, ledger, reading, totals);
        Optional<Long> after = Optional.of(Long.MIN_VALUE);
        while (after.isPresent()) {
            List<Entry> some = entries(after.get());
            entries.addAll(some);
            totals.flush();
            after = some.size() < AT_A_TIME
                    ? Optional.empty()
                    : Optional.of(some.get(some.size() - 1).id());
        }
        copyKeys();
        new ChangeRows(link, ledger).chainAnew();
        ledger.flush();
    }

    private List<Entry> entries(long after) throws SQLException {
        try (PreparedStatement query = link.connection().prepareStatement(ENTRIES)) {
            query.setLong(1, ledger.number());
            query.setLong(2, after);
            List<Entry> entries = new ArrayList<>();
            Map<Long, List<Part>> parts = parts(after);
            Map<Long, List<String>> tags = tags(after);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong("id");
                    entries.add(entry(rows, id, parts.getOrDefault(id, List.of()), tags.getOrDefault(id, List.of())));
                }
            }
            return entries;
        }
    }

    private Map<Long, List<Part>> parts(long after) throws SQLException {
        Map<Long, List<Part>> parts = new HashMap<>();
        try (PreparedStatement query = link.connection().prepareStatement(SPLITS);
                ResultSet rows = between(query, after)) {
            while (rows.next()) {
                parts.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>())
                        .add(new Part(rows.getString(2), rows.getLong(3)));
            }
        }
        return parts;
    }

    private Map<Long, List<String>> tags(long after) throws SQLException {
        Map<Long, List<String>> tags = new HashMap<>();
        try (PreparedStatement query = link.connection().prepareStatement(TAGS);
                ResultSet rows = between(query, after)) {
            while (rows.next()) {
                tags.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>()).add(rows.getString(2));
            }
        }
        return tags;
    }

    /** Asks for the parts of the next entries, whose last id is not known yet but found in passing. */
    private ResultSet between(PreparedStatement query, long after) throws SQLException {
        query.setLong(1, ledger.number());
        query.setLong(2, after);
        query.setLong(3, lastOfNext(after));
        return query.executeQuery();
    }

    private long lastOfNext(long after) throws SQLException {
        String last = "SELECT max(id) FROM (SELECT id FROM entry WHERE ledger = ? AND id > ? ORDER BY id LIMIT "
                + AT_A_TIME + ") AS next_ones";
        try (PreparedStatement query = link.connection().prepareStatement(last)) {
            query.setLong(1, ledger.number());
            query.setLong(2, after);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Entry entry(ResultSet row, long id, List<Part> parts, List<String> tags) throws SQLException {
        Money amount = Money.ofMinor(row.getLong("minor_units"), Money.currency(row.getString("currency")));
        if (parts.size() != row.getInt("split_count") || tags.size() != row.getInt("tag_count")) {
            throw CorruptData.of("Entry " + id);
        }
        EntryDetails details = new EntryDetails(
                EpochDays.day(row.getInt("epoch_day")),
                amount,
                row.getString("title"),
                text(row, "bank_text"),
                text(row, "account"),
                text(row, "note"),
                tags);
        int version = row.getInt("version");
        Optional<Long> batch = number(row, "import_batch");
        return switch (EntryKind.valueOf(row.getString("kind"))) {
            case EXPENSE -> {
                List<Split> splits = new ArrayList<>();
                for (Part part : parts) {
                    splits.add(new Split(path(part.category()), Money.ofMinor(part.minorUnits(), amount.currency())));
                }
                CategoryPath category = path(row.getString("category"));
                Provenance provenance = Provenance.parse(row.getString("provenance"));
                yield new Expense(id, version, details, category, provenance, splits, number(row, "refund_of"), batch);
            }
            case INCOME ->
                new Income(id, version, details, row.getBoolean("paycheck"), row.getBoolean("opens_period"), batch);
            case TRANSFER -> new Transfer(id, version, details, text(row, "to_account"), batch);
        };
    }

    private CategoryPath path(String name) {
        return paths.computeIfAbsent(name, CategoryPath::of);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private void copyKeys() throws SQLException {
        try (PreparedStatement query = link.connection().prepareStatement(KEYS)) {
            query.setFetchSize(AT_A_TIME);
            query.setLong(1, ledger.number());
            List<ImportKey> keys = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.add(new ImportKey(
                            rows.getString(1), rows.getString(2), rows.getInt(3), rows.getLong(4), rows.getLong(5)));
                    if (keys.size() == AT_A_TIME) {
                        OldImportRow.insert(link, ledger.number(), keys);
                        keys.clear();
                    }
                }
            }
            OldImportRow.insert(link, ledger.number(), keys);
        }
    }
}
