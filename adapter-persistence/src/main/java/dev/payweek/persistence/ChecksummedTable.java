package dev.payweek.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;

/**
 * A table of few rows for each ledger. Each row's last column checks the others; the ledger's row holds a seal, the
 * tally of all rows that the ledger has in the table, so that a row that vanished is missed when all are read.
 */
final class ChecksummedTable {

    private final Table<?> table;
    private final int keyColumns;
    private final boolean sealed;
    private final PreparedSql all;
    private final PreparedSql find;
    private final PreparedSql delete;
    private final PreparedSql replace;

    private ChecksummedTable(Table<?> table, int keyColumns, boolean sealed) {
        this.table = table;
        this.keyColumns = keyColumns;
        this.sealed = sealed;
        this.all = PreparedSql.find(table, 1);
        this.find = PreparedSql.find(table, keyColumns);
        this.delete = PreparedSql.delete(table, keyColumns);
        this.replace = PreparedSql.replace(table, keyColumns, 1);
    }

    /** Returns the table whose rows are named by so many of the first columns, the ledger included. */
    static ChecksummedTable sealed(Table<?> table, int keyColumns) {
        return new ChecksummedTable(table, keyColumns, true);
    }

    /** Returns a table of which no seal is kept, since its rows come and go in masses. */
    static ChecksummedTable unsealed(Table<?> table, int keyColumns) {
        return new ChecksummedTable(table, keyColumns, false);
    }

    String name() {
        return table.getName();
    }

    /** Returns all rows of the ledger, which are as they were written and all there. */
    List<Record> all(Session link, LedgerRow ledger) {
        List<Record> rows = link.rows(all, table, ledger.number());
        Checksum tally = Checksum.NONE;
        for (Record row : rows) {
            tally = tally.with(verified(row));
        }
        if (sealed && !tally.equals(ledger.seal(name()))) {
            throw CorruptData.incomplete("The rows of " + name());
        }
        return rows;
    }

    Optional<Record> find(Session link, LedgerRow ledger, Object... key) {
        Object[] wanted = values(ledger, key);
        List<Record> rows = link.rows(find, table, wanted);
        for (Record row : rows) {
            verified(row);
            // A damaged index can lead to another row, which is sound in itself.
            for (int i = 0; i < wanted.length; i++) {
                if (!table.field(i).getDataType().convert(wanted[i]).equals(row.get(i))) {
                    throw CorruptData.of("The way to a row of " + name() + " (" + Arrays.asList(key) + ")");
                }
            }
        }
        return rows.stream().findFirst();
    }

    /** Returns the row's check, which it bears out. */
    long verified(Record row) {
        int last = row.size() - 1;
        long stored = ((Number) row.get(last)).longValue();
        if (stored != RowEncoding.check(table.getName(), row.intoArray(), last)) {
            throw CorruptData.of(
                    "A row of " + name() + " (" + Arrays.asList(row.intoArray()).subList(1, keyColumns) + ")");
        }
        return stored;
    }

    /** Adds or replaces a row; the values follow the ledger's column in the table's order. */
    void put(Session link, LedgerRow ledger, Object... values) {
        Object[] row = Arrays.copyOf(values(ledger, values), values.length + 2);
        long check = RowEncoding.check(table.getName(), row, row.length - 1);
        row[row.length - 1] = check;
        if (sealed) {
            Checksum seal = withoutOld(link, ledger, Arrays.copyOf(values, keyColumns - 1));
            ledger.seal(name(), seal.with(check));
        }
        link.execute(replace, row);
    }

    void remove(Session link, LedgerRow ledger, Object... key) {
        if (sealed) {
            ledger.seal(name(), withoutOld(link, ledger, key));
        }
        link.execute(delete, values(ledger, key));
    }

    private Checksum withoutOld(Session link, LedgerRow ledger, Object... key) {
        Checksum seal = ledger.seal(name());
        Optional<Record> old = find(link, ledger, key);
        return old.isPresent() ? seal.without(verified(old.get())) : seal;
    }

    /** Gives every row of the ledger its check and the table its seal. */
    void sealAnew(Session link, LedgerRow ledger) {
        List<Record> rows = new ArrayList<>(link.rows(all, table, ledger.number()));
        Checksum tally = Checksum.NONE;
        for (Record row : rows) {
            Object[] values = row.intoArray();
            long check = RowEncoding.check(table.getName(), values, values.length - 1);
            values[values.length - 1] = check;
            link.execute(replace, values);
            tally = tally.with(check);
        }
        if (sealed) {
            ledger.seal(name(), tally);
        }
    }

    private static Object[] values(LedgerRow ledger, Object... others) {
        Object[] values = new Object[others.length + 1];
        values[0] = ledger.number();
        for (int i = 0; i < others.length; i++) {
            values[i + 1] = others[i] instanceof Optional<?> optional ? Session.orNull(optional) : others[i];
        }
        return values;
    }
}
