package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreProvider.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says which ledger is meant, shared by every command. */
final class Database {

    @Option(
            names = "--db",
            paramLabel = "URL",
            defaultValue = "jdbc:sqlite:payweek.db",
            description = "The database: jdbc:sqlite:FILE or jdbc:postgresql://… (default: jdbc:sqlite:payweek.db).")
    private String url = "jdbc:sqlite:payweek.db";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    Budget open() {
        return open(Access.READ_WRITE);
    }

    Budget open(Access access) {
        return Budget.open(url, access, clock());
    }

    /** Returns the clock the whole command goes by; a command that is none of Payweek's goes by the machine's. */
    Clock clock() {
        return command.root().userObject() instanceof Payweek payweek ? payweek.clock() : Payweek.machineClock();
    }

    /** Opens the ledger for reading only; one that is not there yet is an empty one, and stays so. */
    Budget openReadOnly() {
        String prefix = "jdbc:sqlite:";
        boolean missing = url.startsWith(prefix) && !Files.exists(Path.of(url.substring(prefix.length())));
        return missing ? Budget.inMemory(clock()) : open(Access.READ_ONLY);
    }

    /** Puts a backup in the place of the database. */
    void restore(Path copy, boolean replace) {
        StoreProvider.of(url).restore(url, copy, replace);
    }

    /** The database as a person would name it, without what may be secret in its address. */
    String named() {
        return url.startsWith("jdbc:sqlite:")
                ? url.substring("jdbc:sqlite:".length())
                : url.replaceAll("[?].*|//.*@", "");
    }
}
