package dev.payweek.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A statement whose shape never changes: written with jOOQ, rendered once for each dialect and prepared once for each
 * connection. For what every write does; rendering those anew each time would cost more than the database does.
 */
final class Fixed {

    private final Function<DSLContext, ? extends Query> shape;
    private final Map<SQLDialect, String> rendered = new ConcurrentHashMap<>();

    Fixed(Function<DSLContext, ? extends Query> shape) {
        this.shape = shape;
    }

    /** Returns the query of all rows that a ledger has in a table. */
    static Fixed allOf(Table<?> table, Field<Long> ledger) {
        return new Fixed(jooq -> jooq.selectFrom(table).where(ledger.eq(any(ledger))));
    }

    /** Returns the place of a value that is given at each run, in the order of the places. */
    static <T> Param<T> any(Field<T> field) {
        return DSL.param(field.getName(), field);
    }

    /** Returns the places of the values of several fields. */
    static List<Param<?>> each(Field<?>... fields) {
        return Arrays.stream(fields).<Param<?>>map(Fixed::any).toList();
    }

    String sql(DSLContext jooq) {
        return rendered.computeIfAbsent(jooq.dialect(), dialect -> jooq.render(shape.apply(jooq)));
    }
}
