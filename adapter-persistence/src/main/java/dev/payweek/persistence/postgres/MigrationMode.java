package dev.payweek.persistence.postgres;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How many of the statements that make or change tables a transaction takes. */
enum MigrationMode {

    /** All of them, so that a migration is made whole or not at all. */
    TOGETHER,

    /** One, as YugabyteDB and CockroachDB do it best. */
    SINGLE,

    /** One, and indexes are built beside the work, as Aurora DSQL demands. */
    ASYNC,

    /**
     * None here: somebody else brings the tables up to date before a new version of the program runs. Tables that are
     * one script ahead are accepted, so that the version before goes on meanwhile, and can come back.
     */
    NONE;

    static Optional<MigrationMode> named(String name) {
        return Arrays.stream(values())
                .filter(steps -> steps.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny();
    }

    /**
     * Returns a statement that may run though it has run before: {@code DROP TABLE entry} becomes {@code DROP TABLE IF
     * EXISTS entry}.
     */
    String repeatable(String statement) {
        String index = this == ASYNC ? "CREATE INDEX ASYNC IF NOT EXISTS " : "CREATE INDEX IF NOT EXISTS ";
        return statement
                // A comment may speak of tables too.
                .replaceAll("(?m)^--.*\\R?", "")
                .replaceFirst("\\bCREATE TABLE ", "CREATE TABLE IF NOT EXISTS ")
                .replaceFirst("\\bCREATE INDEX ", index)
                .replaceFirst("\\bDROP TABLE ", "DROP TABLE IF EXISTS ")
                .replaceFirst("\\bADD COLUMN ", "ADD COLUMN IF NOT EXISTS ");
    }
}
