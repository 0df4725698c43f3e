package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.Account.ACCOUNT;
import static dev.payweek.persistence.schema.tables.Category.CATEGORY;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Long, String> names = new HashMap<>();
    private Map<String, Long> numbers = Map.of();
    private boolean complete;

    /** All names there are, as they are kept for others. */
    private record All(Map<String, Long> numbers) {}

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
        return Optional.ofNullable(all().get(name));
    }

    /** Returns the number of a name, which gets one if it has none. */
    long number(String name) {
        return find(name).orElseGet(() -> {
            long number = 1
                    + session.query(highest, row -> row.getLong(1), ledger.number())
                            .get(0);
            table.put(session, ledger.seals(), number, name);
            if (!(numbers instanceof HashMap)) {
                numbers = new HashMap<>(numbers);
            }
            numbers.put(name, number);
            names.put(number, name);
            return number;
        });
    }

    /** Returns the name that a number stands for. */
    String name(long number) {
        String known = names.get(number);
        if (known != null) {
            return known;
        }
        String name = table.find(session, ledger.seals(), number)
                .orElseThrow(() -> CorruptData.incomplete("The rows of " + table.name()))
                .get(column);
        names.put(number, name);
        return name;
    }

    /** Returns all names with their numbers. */
    Map<String, Long> all() {
        if (!complete) {
            KeptTables known = ledger.recent().known();
            All all = known.find(table, ledger.seals(), All.class).orElseGet(() -> {
                All read = new All(read());
                known.keep(table, ledger.seals(), read);
                return read;
            });
            numbers = all.numbers();
            numbers.forEach((name, number) -> names.put(number, name));
            complete = true;
        }
        return Collections.unmodifiableMap(numbers);
    }

    private Map<String, Long> read() {
        Map<String, Long> read = new HashMap<>();
        for (Record row : table.all(session, ledger.seals())) {
            read.put(row.get(column), row.get(1, Long.class));
        }
        return Map.copyOf(read);
    }
}
