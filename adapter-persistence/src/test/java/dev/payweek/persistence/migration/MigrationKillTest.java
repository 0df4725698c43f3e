package dev.payweek.persistence.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.ChildJvm;
import dev.payweek.persistence.Strace;
import dev.payweek.persistence.Strace.Call;
import dev.payweek.persistence.WatchedConnection;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.sqlite.SqliteConnections;
import dev.payweek.persistence.sqlite.SqliteFile;
import dev.payweek.persistence.sqlite.SqliteStore;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left of a ledgers' file when the process that makes it or brings it over is killed, and what becomes of it
 * then. {@code -Dpayweek.migrationkills=50} kills at more moments, {@code -Dseed=} at the same again.
 */
class MigrationKillTest {

    private static final int KILLS = Integer.getInteger("payweek.migrationkills", 2);

    private static final Set<String> TO_THE_DISK =
            Set.of("openat", "pread64", "pwrite64", "ftruncate", "fsync", "fdatasync", "unlink", "rename");

    @TempDir
    Path temporary;

    private final long seed = Seed.chosen();
    private final Random random = new Random(seed);

    @Test
    void a_kill_at_any_call_to_the_disk_leaves_the_old_schema_or_the_new() throws Exception {
        Strace.require();
        Old before = old();
        List<Call> all = callsOfOpening(copy(before));
        int old = 0;
        List<Call> some = some(all);
        for (Call call : some) {
            Path file = copy(before);
            String where = "seed " + seed + ", " + call;
            assertNotEquals(0, run(Strace.killing(call, beside(file)), Opening.class, file.toString()), where);
            old += isOld(file, before, where) ? 1 : 0;
            assertUpgraded(file, before, where);
        }
        System.out.println("kills of an upgrade: at " + some.size() + " of " + all.size() + " calls, " + old
                + " left the old, " + (some.size() - old) + " the new, 0 anything between");
    }

    @Test
    void a_kill_before_any_statement_leaves_the_old_schema() throws Exception {
        Old before = old();
        List<String> statements = new ArrayList<>();
        upgrade(copy(before), statements::add);
        assertTrue(statements.size() > 8, statements::toString);
        for (int statement = 1; statement <= statements.size(); statement++) {
            Path file = copy(before);
            String where = "statement " + statement + ": " + statements.get(statement - 1);
            int ended = run(List.of(), Upgrading.class, file.toString(), Integer.toString(statement));
            assertNotEquals(0, ended, where);
            assertTrue(isOld(file, before, where), where);
            assertUpgraded(file, before, where);
        }
    }

    @Test
    void a_kill_while_a_file_is_made_leaves_none_or_all_of_it() throws Exception {
        Strace.require();
        List<Call> all = callsOfOpening(fresh().resolve("made.db"));
        int whole = 0;
        List<Call> some = some(all);
        for (Call call : some) {
            Path file = fresh().resolve("made.db");
            String where = "seed " + seed + ", " + call;
            assertNotEquals(0, run(Strace.killing(call, beside(file)), Opening.class, file.toString()), where);
            if (Files.exists(file)) {
                whole++;
                SqliteStore.open(file, Access.READ_ONLY, MadeUpMigrations.THREE).close();
            }
            try (LedgerStore store = Samples.withLedger(open(file))) {
                Samples.write(store, writer -> writer.put(Samples.expense(1, "2026-11-20", "4.50", "Fun")));
                assertEquals(List.of(), store.check().findings(), where);
            }
            assertEquals(Set.of("made.db", "made.db.lock"), names(file), where);
        }
        System.out.println("kills of a creation: at " + some.size() + " of " + all.size() + " calls, " + whole
                + " left a whole file, " + (some.size() - whole) + " none");
    }

    /** A file of the first schema, everything that can be read of it, and all its rows. */
    private record Old(Path file, String contents, List<String> rows) {}

    private Old old() throws Exception {
        Path file = fresh().resolve("old.db");
        String contents;
        try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT)) {
            MadeUpMigrations.fill(store);
            contents = MadeUpMigrations.contents(store);
        }
        return new Old(file, contents, MadeUpMigrations.rows(file));
    }

    private Path copy(Old before) throws IOException {
        return Files.copy(before.file(), fresh().resolve("old.db"));
    }

    /** Returns whether the file is of its old schema, exactly as it was; otherwise it is of the newest. */
    private boolean isOld(Path file, Old before, String where) throws Exception {
        // Looking at a file brings its log into it, so a copy is looked at.
        Path looked = fresh().resolve("looked.db");
        for (String end : List.of("", "-wal", "-journal")) {
            Path part = file.resolveSibling(file.getFileName() + end);
            if (Files.exists(part)) {
                Files.copy(part, looked.resolveSibling(looked.getFileName() + end));
            }
        }
        int version = MadeUpMigrations.number(looked, "PRAGMA user_version");
        assertEquals(version, MadeUpMigrations.number(looked, "SELECT max(version) FROM schema_version"), where);
        if (version == 1) {
            assertEquals(before.rows(), MadeUpMigrations.rows(looked), where);
            return true;
        }
        assertEquals(MadeUpMigrations.THREE.version(), version, where);
        assertHolds(looked, before, where);
        return false;
    }

    private static void assertUpgraded(Path file, Old before, String where) throws Exception {
        assertHolds(file, before, where);
        String name = file.getFileName().toString();
        String copy = name + ".schema-1.backup";
        assertEquals(Set.of(name, name + ".lock", copy), names(file), where);
        assertEquals(before.rows(), MadeUpMigrations.rows(file.resolveSibling(copy)), where);
    }

    private static void assertHolds(Path file, Old before, String where) {
        try (LedgerStore store = open(file)) {
            assertEquals(before.contents(), MadeUpMigrations.contents(store), where);
            assertEquals(List.of(), store.check().findings(), where);
        }
    }

    private static Set<String> names(Path file) throws IOException {
        try (Stream<Path> all = Files.list(file.resolveSibling("."))) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static LedgerStore open(Path file) {
        return SqliteStore.open(file, Access.READ_WRITE, MadeUpMigrations.THREE);
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(temporary.toRealPath(), "kill");
    }

    private static int run(List<String> program, Class<?> main, String... arguments) throws Exception {
        return ChildJvm.startUnder(program, main, arguments).waitFor();
    }

    private static List<Path> beside(Path file) {
        return Stream.of("", ".new", ".schema-1.backup.new")
                .flatMap(name -> Stream.of("", "-wal", "-journal").map(end -> name + end))
                .map(end -> file.resolveSibling(file.getFileName() + end))
                .toList();
    }

    private List<Call> callsOfOpening(Path file) throws Exception {
        Path log = fresh().resolve("log");
        assertEquals(0, run(Strace.logging(log, TO_THE_DISK, beside(file)), Opening.class, file.toString()));
        return Strace.calls(log);
    }

    /** Returns some of the calls, the rare kinds as likely as the frequent ones. */
    private List<Call> some(List<Call> all) {
        List<Call> left = new ArrayList<>(all);
        List<Call> some = new ArrayList<>();
        while (some.size() < KILLS && !left.isEmpty()) {
            List<String> names = left.stream().map(Call::name).distinct().toList();
            String name = names.get(random.nextInt(names.size()));
            List<Call> alike =
                    left.stream().filter(call -> call.name().equals(name)).toList();
            Call call = alike.get(random.nextInt(alike.size()));
            left.remove(call);
            some.add(call);
        }
        return some;
    }

    private static void upgrade(Path file, WatchedConnection.Watch watch) {
        try (Session link = new Session(
                WatchedConnection.of(new SqliteConnections(file).writer().connection(), watch), SQLDialect.SQLITE)) {
            SqliteFile.migrate(link, MadeUpMigrations.THREE, false);
        }
    }

    /** Opens a store and closes it. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] arguments) {
            open(Path.of(arguments[0])).close();
        }
    }

    /** Brings a file over and kills itself before one of the statements. */
    static final class Upgrading {

        private Upgrading() {}

        public static void main(String[] arguments) {
            AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
            upgrade(Path.of(arguments[0]), sql -> {
                if (left.decrementAndGet() == 0) {
                    kill();
                }
            });
        }

        private static void kill() throws SQLException {
            try {
                String self = Long.toString(ProcessHandle.current().pid());
                new ProcessBuilder("kill", "-KILL", self).start().waitFor();
            } catch (IOException | InterruptedException e) {
                throw new SQLException(e);
            }
        }
    }
}
