package dev.payweek.app;

import dev.payweek.app.start.CommandDoor;
import dev.payweek.app.start.KeptText;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportReport;
import dev.payweek.store.Change;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreProvider.Access;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says which ledger is meant, shared by every command. */
final class Database {

    private static final String SQLITE = "jdbc:sqlite:";

    private String url = SQLITE + "payweek.db";

    private boolean lookedAtNothing;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** Takes the name of a file too, and the address of a server as its own tools write it. */
    @Option(
            names = "--db",
            paramLabel = "FILE",
            defaultValue = "payweek.db",
            description = "The ledger: a file, or postgresql://HOST/NAME (default: payweek.db).")
    void named(String name) {
        url = name.startsWith("jdbc:")
                ? name
                : name.matches("postgres(ql)?://.*")
                        ? name.replaceFirst("postgres(ql)?", "jdbc:postgresql")
                        : SQLITE + name;
    }

    /**
     * Opens the ledger for changes.
     *
     * @throws Elsewhere if a service has it open, which then has to run the command
     */
    Budget open() {
        try {
            Budget budget = open(Access.READ_WRITE);
            caller().kept().ifPresent(KeptText::ledgerIsWritten);
            return budget;
        } catch (LedgerException taken) {
            throw file().flatMap(CommandDoor::of)
                    .<RuntimeException>map(door -> new Elsewhere(door, taken))
                    .orElse(taken);
        }
    }

    /** Imports; a service that does it for somebody at the terminal counts it as any other. */
    ImportReport counted(Supplier<ImportReport> importing) {
        boolean taken = false;
        try {
            ImportReport report = importing.get();
            taken = report.questions().isEmpty();
            return report;
        } finally {
            boolean wasTaken = taken;
            caller().served().ifPresent(served -> served.imports().accept(wasTaken));
        }
    }

    /** Makes a change and says what it was, with the number it can be undone by. */
    void change(Consumer<BudgetEdit> change) {
        try (Budget budget = open()) {
            long before = budget.<Long>write(Budget.LOCAL, edit -> {
                change.accept(edit);
                return edit.version();
            });
            budget.keepPoint();
            say(budget, before);
        }
    }

    /** Says what was changed after a version, with the number it can be undone by. */
    void say(Budget budget, long before) {
        PrintWriter out = command.commandLine().getOut();
        List<Change> made = budget.read(view -> view.changesAfter(before, 1));
        made.forEach(one -> out.println(one.version() + "  " + one.what()));
        if (made.isEmpty()) {
            out.println("Nothing has changed.");
        }
    }

    /**
     * Makes a change, lets it be said, and then says which categories and accounts it has made: a new one may be a slip
     * of the pen.
     *
     * @param change makes it on the ledger, and says it
     */
    void changeSayingNew(Consumer<Budget> change) {
        try (Budget budget = open()) {
            long before = budget.<Long>read(BudgetView::version);
            change.accept(budget);
            PrintWriter out = command.commandLine().getOut();
            sayNew(budget, before, out);
        }
    }

    private static void sayNew(Budget budget, long before, PrintWriter out) {
        Map<Kind<?>, String> said = Map.of(Kinds.CATEGORY, "category", Kinds.ACCOUNT, "account");
        budget.<List<Change>>read(view -> view.changesAfter(before, 1)).stream()
                .flatMap(made -> made.edits().stream())
                .filter(edit -> said.containsKey(edit.kind()) && edit.before().isEmpty())
                .forEach(edit -> out.println(edit.key() + " is a new " + said.get(edit.kind()) + "."));
    }

    Budget open(Access access) {
        return caller().served()
                .map(served -> served.budget().lent())
                .orElseGet(() -> caller().budget(StoreProvider.of(url()).open(url(), access), access));
    }

    /** Returns the same caller's other ledger. */
    Database at(String other) {
        Database database = new Database();
        database.url = other;
        database.command = command;
        return database;
    }

    /** Returns what may be kept of what is printed of the ledger, from now on; a server's ledger changes unseen. */
    Optional<KeptText> kept() {
        Optional<KeptText> kept = isMissing() ? Optional.empty() : caller().kept();
        Optional<Path> file = file();
        if (kept.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        kept.get().dependsOn(file.get(), EnvironmentDefaults.file(caller().environment()));
        return kept;
    }

    /** Returns who runs the whole command. */
    Caller caller() {
        return command.root().userObject() instanceof Caller.Known root ? root.caller() : Caller.ofProcess();
    }

    /** Returns the clock the whole command goes by. */
    Clock clock() {
        return caller().clock();
    }

    /**
     * Opens the ledger for reading only; one that is not there yet is an empty one, and stays so, which is said: it may
     * be the wrong folder. Where even its folder is missing, the name is a slip.
     */
    Budget openReadOnly() {
        lookedAtNothing = isMissing();
        return openUnseen();
    }

    /** Returns a sentence if there was no ledger to look at. */
    Optional<String> nothingThere() {
        return lookedAtNothing
                ? Optional.of("There is no ledger " + named() + " yet; the first change makes it.")
                : Optional.empty();
    }

    /** Does the same without a word. */
    Budget openUnseen() {
        return isMissing() ? caller().forgotten() : open(Access.READ_ONLY);
    }

    /** Returns whether the ledger would be a new one. */
    boolean isMissing() {
        return caller().served().isEmpty() && file().filter(Database::isNew).isPresent();
    }

    private static boolean isNew(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return Files.notExists(file) && folder != null && Files.isDirectory(folder);
    }

    /** Returns the database's file; empty for one that a server keeps. */
    Optional<Path> file() {
        return url.startsWith(SQLITE)
                ? Optional.of(caller().file(Path.of(url.substring(SQLITE.length()))))
                : Optional.empty();
    }

    private String url() {
        return file().map(path -> SQLITE + path).orElse(url);
    }

    /** Puts a backup in the place of the database. */
    void restore(Path copy, boolean replace) {
        StoreProvider.of(url).restore(url(), copy, replace);
        caller().kept().ifPresent(KeptText::ledgerIsWritten);
    }

    /** The database as a person would name it, without what may be secret in its address. */
    String named() {
        return url.startsWith(SQLITE) ? url.substring(SQLITE.length()) : url.replaceAll("[?].*|//.*@", "");
    }
}
