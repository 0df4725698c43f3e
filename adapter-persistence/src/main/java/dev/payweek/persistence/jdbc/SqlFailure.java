package dev.payweek.persistence.jdbc;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.sql.SQLException;
import org.jooq.SQLDialect;

/**
 * A driver's failure in the words of the port. The driver's own message, which may name paths, addresses and values,
 * stays in the cause.
 *
 * @param refusal what the caller gets
 * @param retryable whether the same work may be run again at once, unless a commit was under way
 * @param breaking whether the connection cannot be trusted any more; else only the statement failed
 * @param lasting whether nothing may be written until the store is opened again: after a failed write to the disk
 *     nobody knows what it holds, and a second attempt that succeeds proves nothing
 */
public record SqlFailure(LedgerException refusal, boolean retryable, boolean breaking, boolean lasting) {

    private SqlFailure(LedgerException refusal, boolean retryable, boolean breaking) {
        this(refusal, retryable, breaking, false);
    }

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_TOOBIG = 18;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_NOTADB = 26;

    public static SqlFailure of(SQLException e, SQLDialect dialect) {
        return dialect == SQLDialect.SQLITE ? ofSqlite(e) : ofPostgres(e);
    }

    private static SqlFailure ofSqlite(SQLException e) {
        return switch (e.getErrorCode()) {
            case SQLITE_CONSTRAINT -> statement(e, Reason.CONFLICT, "This does not fit what the ledger holds.");
            case SQLITE_TOOBIG -> statement(e, Reason.INVALID, "This is too long to be kept.");
            case SQLITE_FULL -> connection(e, Reason.STORE_FULL, "There is no room left; nothing was written.");
            case SQLITE_READONLY -> connection(e, Reason.READ_ONLY, "The ledgers' file cannot be written.");
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                connection(
                        e,
                        Reason.STORE_UNUSABLE,
                        "The ledgers' file is damaged; payweek restore brings back a backup.");
            case SQLITE_IOERR ->
                new SqlFailure(
                        new LedgerException(
                                Reason.STORE_UNAVAILABLE,
                                "The disk failed, so nothing is written any more until the ledgers are opened again.",
                                e),
                        false,
                        true,
                        true);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                connection(e, Reason.STORE_UNAVAILABLE, "The ledgers' file is in use by another program.");
            default -> connection(e, Reason.STORE_UNAVAILABLE, "The ledgers' file cannot be read or written now.");
        };
    }

    /** Decides by the class of SQLSTATE, which PostgreSQL documents and keeps. */
    private static SqlFailure ofPostgres(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals("40001") || state.equals("40P01")) {
            String message = "Too much was written at once; the same request may succeed later.";
            return new SqlFailure(new LedgerException(Reason.STORE_UNAVAILABLE, message, e), true, false);
        }
        if (state.equals("57014")) {
            return statement(e, Reason.STORE_UNAVAILABLE, "The database took too long; nothing was written.");
        }
        if (state.startsWith("08") || state.startsWith("57P0")) {
            return new SqlFailure(
                    new LedgerException(Reason.STORE_UNAVAILABLE, "The database does not answer now.", e), true, true);
        }
        if (state.equals("25006")) {
            return statement(e, Reason.READ_ONLY, "The database takes no writes now.");
        }
        if (state.equals("42P07") || state.equals("42710")) {
            return statement(e, Reason.CONFLICT, "Another program has made this table at the same moment.");
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "22" -> statement(e, Reason.INVALID, "This holds something that cannot be kept.");
            case "23" -> statement(e, Reason.CONFLICT, "This does not fit what the ledger holds.");
            case "28", "3D", "3F", "42" ->
                statement(
                        e, Reason.STORE_UNUSABLE, "The database lacks what this program needs, or does not let it in.");
            case "53" ->
                state.equals("53100")
                        ? connection(e, Reason.STORE_FULL, "There is no room left; nothing was written.")
                        : connection(e, Reason.STORE_UNAVAILABLE, "The database is short of resources.");
            case "54" ->
                statement(
                        e,
                        Reason.INVALID,
                        "This changes more at once than the database takes; nothing was written. Do it in parts.");
            case "XX" -> connection(e, Reason.STORE_UNUSABLE, "The database reports damaged data.");
            default -> connection(e, Reason.STORE_UNAVAILABLE, "The database does not answer now.");
        };
    }

    private static SqlFailure statement(SQLException e, Reason reason, String message) {
        return new SqlFailure(new LedgerException(reason, message, e), false, false);
    }

    private static SqlFailure connection(SQLException e, Reason reason, String message) {
        return new SqlFailure(new LedgerException(reason, message, e), false, true);
    }
}
