package dev.payweek.persistence.table;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;

/**
 * A table of few rows for each ledger. Each row's last column checks the others; the ledger's row holds a seal, the
 * tally of all rows that the ledger has in the table, so that a row that vanished is missed when all are read.
 */
public final class ChecksummedTable {

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
    public static ChecksummedTable sealed(Table<?> table, int keyColumns) {
        return new ChecksummedTable(table, keyColumns, true);
    }

    /** Returns a table of which no seal is kept, since its rows come and go in masses. */
    public static ChecksummedTable unsealed(Table<?> table, int keyColumns) {
        return new ChecksummedTable(table, keyColumns, false);
    }

    public String name() {
        return table.getName();
    }

    /** Returns all rows of the ledger, which are as they were written and all there. */
    public List<Record> all(Session link, Seals seals) {
        List<Record> rows = link.rows(all, table, seals.ledger());
        Checksum tally = Checksum.NONE;
        for (Record row : rows) {
            tally = tally.with(verified(row));
        }
        if (sealed && !tally.equals(seals.of(name()))) {
            throw CorruptData.incomplete("The rows of " + name());
        }
        return rows;
    }

    public Optional<Record> find(Session link, Seals seals, Object... key) {
        Object[] wanted = values(seals, key);
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
    public long verified(Record row) {
        int last = row.size() - 1;
        long stored = ((Number) row.get(last)).longValue();
        if (stored != RowEncoding.check(table.getName(), row.intoArray(), last)) {
            throw CorruptData.of(
                    "A row of " + name() + " (" + Arrays.asList(row.intoArray()).subList(1, keyColumns) + ")");
        }
        return stored;
    }

    /** Adds or replaces a row; the values follow the ledger's column in the table's order. */
    public void put(Session link, Seals seals, Object... values) {
        Object[] row = Arrays.copyOf(values(seals, values), values.length + 2);
        long check = RowEncoding.check(table.getName(), row, row.length - 1);
        row[row.length - 1] = check;
        if (sealed) {
            Checksum seal = withoutOld(link, seals, Arrays.copyOf(values, keyColumns - 1));
            seals.put(name(), seal.with(check));
        }
        link.execute(replace, row);
    }

    public void remove(Session link, Seals seals, Object... key) {
        if (sealed) {
            seals.put(name(), withoutOld(link, seals, key));
        }
        link.execute(delete, values(seals, key));
    }

    private Checksum withoutOld(Session link, Seals seals, Object... key) {
        Checksum seal = seals.of(name());
        Optional<Record> old = find(link, seals, key);
        return old.isPresent() ? seal.without(verified(old.get())) : seal;
    }

    private static Object[] values(Seals seals, Object... others) {
        Object[] values = new Object[others.length + 1];
        values[0] = seals.ledger();
        for (int i = 0; i < others.length; i++) {
            values[i + 1] = others[i] instanceof Optional<?> optional ? Session.orNull(optional) : others[i];
        }
        return values;
    }
}
