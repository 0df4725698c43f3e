package dev.payweek.persistence.jdbc;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A statement that writes rows, prepared for one and for many: fifty rows in one statement cost little more than half
 * of what they cost one by one.
 */
public final class BatchStatement {

    private static final int MANY = 50;

    private final PreparedSql one;
    private final PreparedSql many;

    /** The argument makes the statement for so many rows. */
    public BatchStatement(IntFunction<PreparedSql> statement) {
        this.one = statement.apply(1);
        this.many = statement.apply(MANY);
    }

    public void write(Session link, List<Object[]> rows) {
        int whole = rows.size() - rows.size() % MANY;
        for (int from = 0; from < whole; from += MANY) {
            link.executeRows(many, rows.subList(from, from + MANY));
        }
        for (Object[] row : rows.subList(whole, rows.size())) {
            link.execute(one, row);
        }
    }
}
