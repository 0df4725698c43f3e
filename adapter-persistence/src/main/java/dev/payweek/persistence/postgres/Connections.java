package dev.payweek.persistence.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where a store's connections come from and go to. */
interface Connections extends AutoCloseable {

    /** Returns a connection without autocommit, which is the borrower's until it is given back. */
    Connection borrow() throws SQLException;

    /** Takes a connection back; what it has not committed is rolled back. */
    void giveBack(Connection connection) throws SQLException;

    @Override
    void close();

    /** Returns the connections of a pool, which is closed with them if it can be. */
    static Connections of(DataSource pool) {
        Reachability reach = new Reachability(pool);
        return new Connections() {
            @Override
            public Connection borrow() {
                return reach.connection();
            }

            @Override
            public void giveBack(Connection connection) throws SQLException {
                connection.close();
            }

            @Override
            public void close() {
                reach.close();
                if (pool instanceof Closeable closing) {
                    try {
                        closing.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException("a pool that cannot be closed", e);
                    }
                }
            }
        };
    }
}
