package dev.payweek.persistence.jdbc;

import dev.payweek.refusal.LedgerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * One connection: jOOQ on it, its prepared statements, and the memory of what went wrong.
 *
 * <p>A statement that fails dooms the whole piece of work it belongs to, even if the work goes on as if nothing had
 * happened: every later statement is refused alike until {@link #forgive}. Without that, SQLite's own rollback after a
 * full disk would let the rest of the work be written on its own.
 */
public final class Session implements AutoCloseable {

    static {
        // jOOQ reads these when its first class is loaded, and greets on the log unless set otherwise.
        quiet("org.jooq.no-logo");
        quiet("org.jooq.no-tips");
    }

    /** Makes one value of the row that the result stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
            .withExecuteLogging(false)
            .withInListPadding(true);

    /** Takes back a connection that is not needed any more. */
    @FunctionalInterface
    public interface Return {
        void giveBack(Connection connection) throws SQLException;
    }

    private static final int FETCHED_AT_ONCE = 500;
    private static final int MOST_IDLE = 30;

    private final Connection connection;
    private final SQLDialect dialect;
    private final Return giving;
    private final DSLContext jooq;
    private final Map<PreparedSql, PreparedStatement> prepared = new HashMap<>();
    private final Map<Object, PreparedStatement> idle = new LinkedHashMap<>();
    private Optional<SqlFailure> failure = Optional.empty();

    public Session(Connection connection, SQLDialect dialect) {
        this(connection, dialect, Connection::close);
    }

    /** Creates a session whose connection goes back somewhere when it is closed. */
    public Session(Connection connection, SQLDialect dialect, Return giving) {
        this.connection = connection;
        this.dialect = dialect;
        this.giving = giving;
        this.jooq = DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(dialect)
                .set(SETTINGS)
                .deriveAppending(ExecuteListener.onException(
                        ctx -> Optional.ofNullable(ctx.sqlException()).ifPresent(e -> ctx.exception(failed(e))))));
    }

    private static void quiet(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }

    public Connection connection() {
        return connection;
    }

    public boolean isSqlite() {
        return dialect == SQLDialect.SQLITE;
    }

    /** Returns jOOQ on the connection, for statements whose shape depends on what is asked. */
    public DSLContext jooq() {
        refuseIfFailed();
        return jooq;
    }

    /** Runs a statement of transaction control. */
    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a fixed statement and returns how many rows it changed. */
    public int execute(PreparedSql statement, Object... values) {
        try {
            return bound(statement, values).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a fixed statement that takes the values of several rows one after another. */
    public int executeRows(PreparedSql statement, List<Object[]> rows) {
        try {
            PreparedStatement bound = prepared(statement);
            int place = 1;
            for (Object[] values : rows) {
                place = bind(bound, place, values);
            }
            return bound.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a fixed query. */
    public <T> List<T> query(PreparedSql statement, RowReader<T> reader, Object... values) {
        try (ResultSet rows = bound(statement, values).executeQuery()) {
            return all(rows, reader);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a fixed query and returns the rows of its table. */
    public Result<Record> rows(PreparedSql statement, Table<?> table, Object... values) {
        try (ResultSet rows = bound(statement, values).executeQuery()) {
            return jooq.fetch(rows, table.fields());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a fixed query and returns the records of its table. */
    public <R extends Record> List<R> records(PreparedSql statement, Table<R> table, Object... values) {
        return rows(statement, table, values).into(table);
    }

    /**
     * Runs a query past jOOQ's records, for results of many rows, and hands each on as it is read. A statement is kept
     * for the next query of the same shape, and is nobody else's while its rows are read. Writing a query out as text
     * costs as much as reading fifty rows, so that it is done for the first of a shape alone.
     *
     * @param shape what equals another only if the queries are the same but for their values
     */
    public <T> void forEach(Object shape, ResultQuery<?> query, RowReader<T> reader, Consumer<? super T> action) {
        refuseIfFailed();
        PreparedStatement known = idle.remove(shape);
        try (Lent lent = new Lent(shape, known == null ? connection.prepareStatement(query.getSQL()) : known);
                ResultSet rows = lent.run(query.getBindValues().toArray())) {
            while (rows.next()) {
                action.accept(reader.read(rows));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A statement that is being run; closing it makes it idle, and closes for good what was idle for longest. */
    private final class Lent implements AutoCloseable {

        private final Object shape;
        private final PreparedStatement statement;

        private Lent(Object shape, PreparedStatement statement) {
            this.shape = shape;
            this.statement = statement;
        }

        private ResultSet run(Object... values) throws SQLException {
            statement.setFetchSize(FETCHED_AT_ONCE);
            bind(statement, 1, values);
            return statement.executeQuery();
        }

        @Override
        public void close() throws SQLException {
            PreparedStatement other = idle.put(shape, statement);
            if (other != null) {
                other.close();
            }
            if (idle.size() > MOST_IDLE) {
                Iterator<PreparedStatement> oldest = idle.values().iterator();
                oldest.next().close();
                oldest.remove();
            }
        }
    }

    private static <T> List<T> all(ResultSet rows, RowReader<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
            all.add(reader.read(rows));
        }
        return all;
    }

    private PreparedStatement bound(PreparedSql statement, Object... values) throws SQLException {
        PreparedStatement bound = prepared(statement);
        bind(bound, 1, values);
        return bound;
    }

    private PreparedStatement prepared(PreparedSql statement) throws SQLException {
        refuseIfFailed();
        PreparedStatement known = prepared.get(statement);
        if (known == null) {
            known = connection.prepareStatement(statement.sql(jooq));
            prepared.put(statement, known);
        }
        return known;
    }

    private static int bind(PreparedStatement statement, int firstPlace, Object... values) throws SQLException {
        int place = firstPlace;
        for (Object value : values) {
            statement.setObject(place++, value instanceof Optional<?> optional ? orNull(optional) : value);
        }
        return place;
    }

    /** Returns what a database takes for nothing. */
    @SuppressWarnings("NullAway")
    public static Object orNull(Optional<?> value) {
        return value.orElse(null);
    }

    /** Notes a failure and returns it as the refusal to throw. */
    public LedgerException failed(SQLException e) {
        SqlFailure noted = failure.orElseGet(() -> SqlFailure.of(e, dialect));
        failure = Optional.of(noted);
        return noted.refusal();
    }

    public Optional<SqlFailure> failure() {
        return failure;
    }

    public boolean isBroken() {
        return failure.filter(SqlFailure::breaking).isPresent();
    }

    public void refuseIfFailed() {
        if (failure.isPresent()) {
            throw failure.get().refusal();
        }
    }

    /** Starts afresh after the failed work was rolled back. */
    public void forgive() {
        failure = Optional.empty();
    }

    /** Gives the connection back; what fails in closing changes nothing for anybody. */
    @Override
    public void close() {
        try {
            try {
                for (PreparedStatement statement : prepared.values()) {
                    statement.close();
                }
                for (PreparedStatement statement : idle.values()) {
                    statement.close();
                }
            } finally {
                giving.giveBack(connection);
            }
        } catch (SQLException e) {
            failed(e);
        }
    }
}
