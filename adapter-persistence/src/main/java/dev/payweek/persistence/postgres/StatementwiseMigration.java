package dev.payweek.persistence.postgres;

import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.persistence.migration.Migrations.Script;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * Makes and changes the tables by one statement in each transaction, since the distributed kin of PostgreSQL take no
 * more, and know no lock that would keep others from doing the same.
 *
 * <p>So every step may be repeated: whoever is interrupted, or meets another who migrates, begins again and passes over
 * what is there. What is done to rows, and the note that a script was applied, are the last step of a script and one
 * transaction.
 */
final class StatementwiseMigration {

    private static final int MOST_MEETINGS = 20;

    /** Runs work in a transaction, and again while the database asks for it. */
    interface Transactions {
        <T> T run(Function<Session, ? extends T> work);
    }

    /** What is done to a database in a transaction. */
    private interface Step {
        void on(Session link) throws SQLException;
    }

    private final Migrations migrations;
    private final MigrationMode steps;
    private final Transactions transactions;

    StatementwiseMigration(Migrations migrations, MigrationMode steps, Transactions transactions) {
        this.migrations = migrations;
        this.steps = steps;
        this.transactions = transactions;
    }

    /** Brings the tables up to date. */
    void migrate() {
        for (int meeting = 1; meeting < MOST_MEETINGS; meeting++) {
            try {
                begin();
                return;
            } catch (LedgerException refusal) {
                // Another who takes the same step at the same moment: whoever was first, the step was taken.
                if (refusal.reason() != Reason.CONFLICT) {
                    throw refusal;
                }
            }
        }
        begin();
    }

    private void begin() {
        int version = version();
        if (version == 0) {
            change(Migrations.TABLE_OF_VERSIONS);
        }
        for (Script script : migrations.after(version)) {
            script.statements().forEach(this::change);
            version++;
            int noted = version;
            step(link -> {
                script.fill().run(link);
                migrations.note(link, noted, noted);
            });
        }
    }

    private int version() {
        return transactions.run(link -> {
            try {
                return PostgresPool.isNew(link) ? 0 : migrations.verified(link.connection());
            } catch (SQLException e) {
                throw link.failed(e);
            }
        });
    }

    private void change(String statement) {
        step(link -> link.run(steps.repeatable(statement)));
    }

    private void step(Step step) {
        transactions.run(link -> {
            try {
                step.on(link);
                return true;
            } catch (SQLException e) {
                throw link.failed(e);
            }
        });
    }
}
