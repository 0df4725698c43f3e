package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.Account.ACCOUNT;
import static dev.payweek.persistence.schema.tables.Category.CATEGORY;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The numbers under which entries name their categories, or their accounts. A name once given a number keeps it. */
final class Names {

    static final ChecksummedTable CATEGORIES = ChecksummedTable.sealed(CATEGORY, 2);

    static final ChecksummedTable ACCOUNTS = ChecksummedTable.sealed(ACCOUNT, 2);

    private static final PreparedSql CATEGORY_BY_NAME = byName(CATEGORY, CATEGORY.LEDGER, CATEGORY.ID, CATEGORY.NAME);
    private static final PreparedSql ACCOUNT_BY_NAME = byName(ACCOUNT, ACCOUNT.LEDGER, ACCOUNT.ID, ACCOUNT.NAME);
    private static final PreparedSql HIGHEST_CATEGORY = highest(CATEGORY, CATEGORY.LEDGER, CATEGORY.ID);
    private static final PreparedSql HIGHEST_ACCOUNT = highest(ACCOUNT, ACCOUNT.LEDGER, ACCOUNT.ID);

    private final Session session;
    private final LedgerRow ledger;
    private final ChecksummedTable table;
    private final Field<String> column;
    private final PreparedSql byName;
    private final PreparedSql highest;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    private Names(
            Session session,
            LedgerRow ledger,
            ChecksummedTable table,
            Field<String> column,
            PreparedSql byName,
            PreparedSql highest) {
        this.session = session;
        this.ledger = ledger;
        this.table = table;
        this.column = column;
        this.byName = byName;
        this.highest = highest;
    }

    static Names ofCategories(Session session, LedgerRow ledger) {
        return new Names(session, ledger, CATEGORIES, CATEGORY.NAME, CATEGORY_BY_NAME, HIGHEST_CATEGORY);
    }

    static Names ofAccounts(Session session, LedgerRow ledger) {
        return new Names(session, ledger, ACCOUNTS, ACCOUNT.NAME, ACCOUNT_BY_NAME, HIGHEST_ACCOUNT);
    }

    private static PreparedSql byName(Table<?> table, Field<Long> ledger, Field<Long> id, Field<String> name) {
        return new PreparedSql(jooq ->
                jooq.select(id).from(table).where(ledger.eq(any(ledger))).and(name.eq(any(name))));
    }

    private static PreparedSql highest(Table<?> table, Field<Long> ledger, Field<Long> id) {
        return new PreparedSql(jooq -> jooq.select(DSL.max(id)).from(table).where(ledger.eq(any(ledger))));
    }

    /** Returns the number of a name, if any entry ever bore it. */
    Optional<Long> find(String name) {
        Optional<Long> known = Optional.ofNullable(numbers.get(name));
        // No name holds a zero character, which PostgreSQL cannot even be asked for.
        if (known.isPresent() || name.indexOf('\0') >= 0) {
            return known;
        }
        Optional<Long> number = session.query(byName, row -> row.getLong(1), ledger.number(), name).stream()
                .findFirst();
        number.ifPresent(found -> {
            if (!name(found).equals(name)) {
                throw CorruptData.of("The way to a row of " + table.name() + " (" + name + ")");
            }
        });
        return number;
    }

    /** Returns the number of a name, which gets one if it has none. */
    long number(String name) {
        return find(name).orElseGet(() -> {
            long number = 1
                    + session.query(highest, row -> row.getLong(1), ledger.number())
                            .get(0);
            table.put(session, ledger.seals(), number, name);
            remember(number, name);
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
        remember(number, name);
        return name;
    }

    /** Returns all names with their numbers. */
    Map<String, Long> all() {
        for (Record row : table.all(session, ledger.seals())) {
            remember(row.get(1, Long.class), row.get(column));
        }
        return Map.copyOf(numbers);
    }

    private void remember(long number, String name) {
        numbers.put(name, number);
        names.put(number, name);
    }
}
