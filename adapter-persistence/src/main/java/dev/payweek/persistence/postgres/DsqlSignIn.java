package dev.payweek.persistence.postgres;

import java.time.Instant;
import java.util.Properties;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Gives the driver a new {@link DsqlToken} for each connection it makes, by the keys in the environment at that time.
 * The driver finds it by its name, which {@code signIn=dsql} in a database's address stands for.
 */
public final class DsqlSignIn implements AuthenticationPlugin {

    private final Properties connection;

    /** Called by the driver, with what it knows of the connection. */
    public DsqlSignIn(Properties connection) {
        this.connection = connection;
    }

    @Override
    public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
        String host = connection.getProperty("PGHOST", "");
        try {
            return DsqlToken.signed(host, connection.getProperty("user", ""), System.getenv(), Instant.now())
                    .toCharArray();
        } catch (IllegalArgumentException e) {
            throw new PSQLException(e.getMessage(), PSQLState.INVALID_PASSWORD, e);
        }
    }
}
