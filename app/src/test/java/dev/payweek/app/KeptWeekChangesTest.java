package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.start.CommandDoor;
import dev.payweek.app.start.KeptText;
import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.store.StoreProvider.Access;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever changes a ledger, in whatever order and however soon: a week that is kept is given out only if it is the one
 * that would be computed.
 */
class KeptWeekChangesTest {

    private static final List<String[]> WEEKS =
            List.of(new String[0], new String[] {"week", "--json"}, new String[] {"week", "--db", "linked.db"});

    @TempDir
    private Path folder = Path.of("");

    /** Long before every file here is written, so that none of them is old. */
    private Clock clock = Clock.fixed(Instant.parse("2024-11-20T12:00:00Z"), ZoneOffset.UTC);

    private Path ledger = Path.of("");
    private Path settings = Path.of("");
    private int found;
    private int upToDate;

    /** A way in which a ledger changes, or what is made of it. */
    private interface Change {
        void make() throws Exception;
    }

    @BeforeEach
    void begin() throws IOException {
        ledger = folder.resolve("payweek.db");
        settings = Files.createDirectories(folder.resolve("settings/payweek")).resolve("config");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        run("schedule", "every 2 weeks from 2024-11-15");
        run("income", "1500", "Acme");
        Files.move(ledger, elsewhere.resolve("payweek.db"));
        ledger = elsewhere.resolve("payweek.db");
        Files.createSymbolicLink(folder.resolve("payweek.db"), ledger);
        Files.createSymbolicLink(folder.resolve("linked.db"), folder.resolve("payweek.db"));
        run("backup", "copy.db");
    }

    private Map<String, String> environment() {
        return Map.of(
                "TZ",
                clock.getZone().getId(),
                "XDG_CONFIG_HOME",
                folder.resolve("settings").toString());
    }

    private Caller caller() {
        return new Caller(clock, environment(), folder, InputStream.nullInputStream(), Optional.empty());
    }

    private KeptText text(String... words) {
        return new KeptText(folder.resolve("cache"), List.of(), clock.instant(), environment(), words);
    }

    /** Runs a command as another program or person would, which brings nothing up to date. */
    private int run(String... words) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Payweek.run(caller(), nowhere, nowhere, words);
    }

    /** Runs a command as the program does. */
    private void runAndKeep(String... words) {
        KeptText kept = text(words);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertEquals(0, Payweek.run(caller().keeping(kept), nowhere, nowhere, words));
        Payweek.keepWhatIsDue(caller(), kept);
    }

    /** Computes an answer, and keeps it as the program does; empty if there is none. */
    private Optional<String> computed(String... words) {
        KeptText kept = text(words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintWriter printer = Output.printer(new Output(out, Optional.of(kept)));
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        if (Payweek.run(caller().keeping(kept), printer, nowhere, words) != 0) {
            return Optional.empty();
        }
        kept.keep(clock.instant());
        return Optional.of(out.toString(StandardCharsets.UTF_8));
    }

    private void check(String way) {
        for (String[] week : WEEKS) {
            Optional<String> kept = text(week).find().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
            Optional<String> computed = computed(week);
            if (kept.isPresent()) {
                assertEquals(computed, kept, way);
                found++;
            }
        }
    }

    private Map<String, Change> changes(Random dice) {
        Map<String, Change> ways = new LinkedHashMap<>();
        ways.put("nothing", () -> {});
        ways.put("command", () -> {
            runAndKeep("add", Integer.toString(1 + dice.nextInt(9)), "Tea");
            assertTrue(text("week", "--json").find().isPresent(), "it is brought up to date by who wrote");
            upToDate++;
        });
        ways.put("command of somebody else", () -> run("add", Integer.toString(1 + dice.nextInt(9)), "Tea"));
        ways.put("undo", () -> run("undo"));
        ways.put("limit", () -> run("limits", "set", "Other", Integer.toString(100 + dice.nextInt(9))));
        ways.put("zone of the ledger", () -> run("settings", "zone", dice.nextBoolean() ? "Asia/Tokyo" : "UTC"));
        ways.put(
                "zone of the machine",
                () -> clock = clock.withZone(dice.nextBoolean() ? ZoneOffset.UTC : ZoneId.of("Asia/Tokyo")));
        ways.put("midnight", () -> clock = Clock.offset(clock, Duration.ofDays(1)));
        ways.put("settings", () -> Files.writeString(settings, dice.nextBoolean() ? "period = true\n" : "\n"));
        ways.put("restored", () -> assertEquals(0, run("restore", "copy.db", "--force")));
        ways.put("moved over", () -> {
            run("add", "2", "Soup");
            Path other = Files.copy(folder.resolve("copy.db"), folder.resolve("other.db"));
            Files.setLastModifiedTime(other, Files.getLastModifiedTime(ledger));
            Files.move(other, ledger, StandardCopyOption.REPLACE_EXISTING);
        });
        ways.put("copied over", () -> {
            FileTime before = Files.getLastModifiedTime(ledger);
            Files.write(ledger, Files.readAllBytes(folder.resolve("copy.db")));
            Files.setLastModifiedTime(ledger, before);
        });
        ways.put("by hand", () -> byHand("update ledger_entry set day = day - 1", false));
        ways.put("by hand, in the log only", () -> byHand("update ledger_entry set day = day - 1", true));
        ways.put("link to another", () -> {
            Files.delete(folder.resolve("linked.db"));
            Files.createSymbolicLink(
                    folder.resolve("linked.db"), folder.resolve(dice.nextBoolean() ? "copy.db" : "payweek.db"));
        });
        ways.put("service", () -> service(dice));
        return ways;
    }

    /** As somebody with SQLite's own shell would, who thereby damages the ledger, and takes it back. */
    @SuppressWarnings("try") // whether it is closed before or after the look is what is tried
    private void byHand(String sql, boolean stays) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement statement = connection.createStatement()) {
            String mode = stays ? "wal" : "delete";
            assertEquals(
                    mode,
                    statement.executeQuery("pragma journal_mode = " + mode).getString(1));
            assertTrue(statement.executeUpdate(sql) > 0);
            if (stays) {
                assertTrue(Files.exists(Path.of(ledger + "-wal")));
                check("in the log");
            } else {
                connection.close();
                check("by hand");
            }
        }
        Path copy = folder.resolve("copy.db");
        assertEquals(0, run("restore", copy.toString(), "--force"));
    }

    /** A service writes, is looked at beside, is asked, and ends. */
    @SuppressWarnings("try") // the door stands open while commands ask at it
    private void service(Random dice) {
        try (Budget budget = Budget.open("jdbc:sqlite:" + ledger, Access.READ_WRITE, clock);
                CommandListener door = CommandListener.open(
                        ledger, URI.create("http://127.0.0.1:1/"), caller(), new ServedLedger(budget, taken -> {}))) {
            for (int i = 0; i < 3; i++) {
                Money amount = Money.of(Integer.toString(1 + dice.nextInt(9)), "USD");
                budget.change(Budget.LOCAL, edit -> edit.add(EntryDraft.expense(amount, "Cake")));
                check("beside a service");
                String[] week = {"week", "--json"};
                Optional<Path> named = text(week).ledger();
                assertEquals(Optional.of(folder.resolve("payweek.db")), named, "kept is at least which ledger it is");
                Optional<String> answer = named.flatMap(CommandDoor::of)
                        .flatMap(service -> service.ask(folder, environment(), week))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
                assertEquals(computed(week), answer);
            }
        }
    }

    @Test
    void a_kept_week_is_never_another_than_the_computed_one() throws Exception {
        Random dice = new Random(20261130);
        Map<String, Change> changes = changes(dice);
        List<String> names = new ArrayList<>(changes.keySet());
        check("at first");
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = i < names.size() ? names.get(i) : names.get(dice.nextInt(names.size()));
            done.add(name);
            changes.getOrDefault(name, () -> {}).make();
            check(done.subList(Math.max(0, done.size() - 4), done.size()).toString());
        }
        assertTrue(found > 10 && upToDate > 1, found + " found, " + upToDate + " up to date");
    }

    @Test
    void what_another_process_adds_ends_it() throws Exception {
        check("at first");
        Process other = ServiceProcess.command(folder, "add", "3", "Tea", "--db", ledger.toString());
        assertEquals(0, other.waitFor());
        assertEquals(Optional.empty(), text(WEEKS.get(0)).find());
        check("another process");
    }
}
