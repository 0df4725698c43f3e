package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.Account.ACCOUNT;
import static dev.payweek.persistence.schema.tables.Category.CATEGORY;

import dev.payweek.category.CategoryPath;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The numbers under which entries name their categories, or their accounts. A name once given a number keeps it. All
 * are read at once when a name is looked for, unless they are known by their seal.
 */
final class Names {

    static final ChecksummedTable CATEGORIES = ChecksummedTable.sealed(CATEGORY, 2);

    static final ChecksummedTable ACCOUNTS = ChecksummedTable.sealed(ACCOUNT, 2);

    private static final PreparedSql HIGHEST_CATEGORY = highest(CATEGORY, CATEGORY.LEDGER, CATEGORY.ID);
    private static final PreparedSql HIGHEST_ACCOUNT = highest(ACCOUNT, ACCOUNT.LEDGER, ACCOUNT.ID);

    private final Session session;
    private final LedgerRow ledger;
    private final ChecksummedTable table;
    private final Field<String> column;
    private final PreparedSql highest;
    private final Map<String, Long> given = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, CategoryPath> paths = new HashMap<>();
    private Optional<All> kept = Optional.empty();

    /** All names there were at a seal, as they are kept for others, and the paths that were asked for. */
    private record All(Map<String, Long> numbers, Map<Long, String> names, Map<Long, CategoryPath> paths) {}

    private Names(
            Session session, LedgerRow ledger, ChecksummedTable table, Field<String> column, PreparedSql highest) {
        this.session = session;
        this.ledger = ledger;
        this.table = table;
        this.column = column;
        this.highest = highest;
    }

    static Names ofCategories(Session session, LedgerRow ledger) {
        return new Names(session, ledger, CATEGORIES, CATEGORY.NAME, HIGHEST_CATEGORY);
    }

    static Names ofAccounts(Session session, LedgerRow ledger) {
        return new Names(session, ledger, ACCOUNTS, ACCOUNT.NAME, HIGHEST_ACCOUNT);
    }

    private static PreparedSql highest(Table<?> table, Field<Long> ledger, Field<Long> id) {
        return new PreparedSql(jooq -> jooq.select(DSL.max(id)).from(table).where(ledger.eq(any(ledger))));
    }

    /** Returns the number of a name, if any entry ever bore it. */
    Optional<Long> find(String name) {
        return Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(everything().numbers().get(name)));
    }

    /** Returns the number of a name, which gets one if it has none. */
    long number(String name) {
        return find(name).orElseGet(() -> {
            long number = 1
                    + session.query(highest, row -> row.getLong(1), ledger.number())
                            .get(0);
            table.put(session, ledger.seals(), number, name);
            given.put(name, number);
            names.put(number, name);
            return number;
        });
    }

    /** Returns the name that a number stands for. */
    String name(long number) {
        return names.computeIfAbsent(
                number, any -> isKept(number) ? kept.orElseThrow().names().get(number) : nameInTable(number));
    }

    private String nameInTable(long number) {
        return table.find(session, ledger.seals(), number)
                .orElseThrow(() -> CorruptData.incomplete("The rows of " + table.name()))
                .get(column);
    }

    /** Returns the path of categories that a number stands for. */
    CategoryPath path(long number) {
        return paths.computeIfAbsent(number, any -> isKept(number) ? keptPath(number) : CategoryPath.of(name(number)));
    }

    private CategoryPath keptPath(long number) {
        return kept.orElseThrow().paths().computeIfAbsent(number, any -> CategoryPath.of(name(number)));
    }

    /** Returns all names with their numbers. */
    Map<String, Long> all() {
        Map<String, Long> all = new HashMap<>(everything().numbers());
        all.putAll(given);
        return all;
    }

    /** Returns whether the number is among those kept for others, as one given by this work is not. */
    private boolean isKept(long number) {
        if (kept.isEmpty()) {
            kept = ledger.recent().known().find(table, ledger.seals(), All.class);
        }
        return kept.isPresent() && kept.get().names().containsKey(number);
    }

    private All everything() {
        if (kept.isEmpty()) {
            KeptTables known = ledger.recent().known();
            kept = known.find(table, ledger.seals(), All.class);
            if (kept.isEmpty()) {
                All read = read();
                known.keep(table, ledger.seals(), read);
                kept = Optional.of(read);
            }
        }
        return kept.get();
    }

    private All read() {
        Map<String, Long> numbers = new HashMap<>();
        Map<Long, String> read = new HashMap<>();
        for (Record row : table.all(session, ledger.seals())) {
            numbers.put(row.get(column), row.get(1, Long.class));
            read.put(row.get(1, Long.class), row.get(column));
        }
        return new All(Map.copyOf(numbers), Map.copyOf(read), new ConcurrentHashMap<>());
    }
}
