package dev.payweek.persistence.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A statement whose shape never changes: written with jOOQ, rendered once for each dialect and prepared once for each
 * connection. For what every write does; rendering those again each time would cost more than the database does.
 *
 * <p>Each table's key is its first columns, the ledger foremost.
 */
public final class PreparedSql {

    private static final String INSERT = "insert ";
    private static final String VALUES = "values (";

    private final Function<DSLContext, ? extends Query> shape;
    private final int rows;
    private final Map<SQLDialect, String> rendered = new ConcurrentHashMap<>();

    public PreparedSql(Function<DSLContext, ? extends Query> shape) {
        this(shape, 1);
    }

    private PreparedSql(Function<DSLContext, ? extends Query> shape, int rows) {
        this.shape = shape;
        this.rows = rows;
    }

    /** Returns a statement of transaction control. */
    public static PreparedSql control(String sql) {
        return new PreparedSql(jooq -> jooq.query(sql));
    }

    /** Returns the query of the rows whose first columns are given; with one, all that a ledger has in the table. */
    public static PreparedSql find(Table<?> table, int columns) {
        return new PreparedSql(jooq -> jooq.selectFrom(table).where(first(table, columns)));
    }

    /** Returns the deletion of the rows whose first columns are given. */
    public static PreparedSql delete(Table<?> table, int columns) {
        return new PreparedSql(jooq -> jooq.deleteFrom(table).where(first(table, columns)));
    }

    /** Returns the insertion of so many rows at once. */
    public static PreparedSql insert(Table<?> table, int rows) {
        return insert(table, List.of(table.fields()), rows);
    }

    /** Returns the insertion of so many rows at once, the values being those of some columns. */
    public static PreparedSql insert(Table<?> table, List<Field<?>> columns, int rows) {
        return new PreparedSql(jooq -> inserted(jooq, table, columns), rows);
    }

    /** Returns the insertion of so many rows, each in place of the one with the same first columns. */
    public static PreparedSql replace(Table<?> table, int columns, int rows) {
        return new PreparedSql(
                jooq -> {
                    Field<?>[] key = Arrays.copyOf(table.fields(), columns);
                    Map<Field<?>, Field<?>> rest = new LinkedHashMap<>();
                    Arrays.stream(table.fields()).skip(columns).forEach(field -> rest.put(field, DSL.excluded(field)));
                    return inserted(jooq, table, List.of(table.fields()))
                            .onConflict(key)
                            .doUpdate()
                            .set(rest);
                },
                rows);
    }

    private static InsertValuesStepN<?> inserted(DSLContext jooq, Table<?> table, List<Field<?>> columns) {
        return jooq.insertInto(table).columns(columns).values(each(columns));
    }

    private static Condition first(Table<?> table, int columns) {
        List<Condition> all = new ArrayList<>();
        Arrays.stream(table.fields()).limit(columns).forEach(field -> all.add(isAny(field)));
        return DSL.and(all);
    }

    private static <T> Condition isAny(Field<T> field) {
        return field.eq(any(field));
    }

    /** Returns the place of a value that is given at each run, in the order of the places. */
    public static <T> Param<T> any(Field<T> field) {
        return DSL.param(field.getName(), field);
    }

    /** Returns the places of the values of several fields. */
    public static List<Param<?>> each(List<Field<?>> fields) {
        return fields.stream().<Param<?>>map(PreparedSql::any).toList();
    }

    public String sql(DSLContext jooq) {
        return rendered.computeIfAbsent(
                jooq.dialect(), dialect -> ofDialect(dialect, repeated(jooq.render(shape.apply(jooq)))));
    }

    /** Repeats the places of a row's values: hundreds of them, rendered one by one, would slow every start. */
    private String repeated(String sql) {
        if (rows == 1) {
            return sql;
        }
        int from = sql.indexOf(VALUES) + VALUES.length() - 1;
        int to = from;
        int open = 0;
        do {
            char c = sql.charAt(to++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (open > 0);
        return sql.substring(0, to) + (", " + sql.substring(from, to)).repeat(rows - 1) + sql.substring(to);
    }

    /**
     * Lets SQLite leave the rows of an insertion that came before one it refuses. The whole work is rolled back then
     * anyway, see {@link Session}; so SQLite need not copy, at each insertion, every page before it changes it.
     */
    private static String ofDialect(SQLDialect dialect, String sql) {
        return dialect == SQLDialect.SQLITE && sql.startsWith(INSERT)
                ? "insert or fail " + sql.substring(INSERT.length())
                : sql;
    }
}
