package dev.payweek.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections on which somebody looks at each statement and commit before the database does, and may refuse it. */
public final class WatchedConnection {

    /** Who looks, at a statement or at {@link #COMMIT}. */
    @FunctionalInterface
    public interface Watch {
        void before(String sql) throws SQLException;
    }

    @FunctionalInterface
    private interface Call {
        Object to(Method method, Object[] arguments) throws Exception;
    }

    public static final String COMMIT = "commit";

    private WatchedConnection() {}

    /** Returns a source of new, watched connections whose transactions are ended by hand. */
    public static DataSource source(String url, Watch watch) {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new SQLFeatureNotSupportedException(method.getName());
            }
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            return of(connection, watch);
        });
    }

    public static Connection of(Connection connection, Watch watch) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals(COMMIT)) {
                watch.before(COMMIT);
            }
            Object result = method.invoke(connection, arguments);
            return switch (method.getName()) {
                case "prepareStatement" ->
                    watched(PreparedStatement.class, (Statement) result, (String) arguments[0], watch);
                case "createStatement" -> watched(Statement.class, (Statement) result, "", watch);
                default -> result;
            };
        });
    }

    private static <T extends Statement> T watched(Class<T> type, Statement statement, String prepared, Watch watch) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                boolean isPrepared = arguments == null || arguments.length == 0;
                watch.before(isPrepared ? prepared : (String) arguments[0]);
            }
            return method.invoke(statement, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                WatchedConnection.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
