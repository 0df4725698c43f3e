package dev.payweek.app.start;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class KeptTextTest {

    /** Late enough for the files of the test to be old. */
    private final Instant begun = Instant.now().plusSeconds(3_600);

    private final Instant midnight = begun.plus(Duration.ofHours(3));
    private static final Map<String, String> HOME = Map.of("LANG", "de_DE", "SHLVL", "1");

    @TempDir
    private Path folder = Path.of("");

    private Path ledger = Path.of("");
    private Path log = Path.of("");
    private Path program = Path.of("");

    @BeforeEach
    void write_what_it_depends_on() throws IOException {
        ledger = Files.writeString(folder.resolve("a.db"), "ledger");
        log = Files.writeString(folder.resolve("a.db-wal"), "");
        program = Files.writeString(folder.resolve("payweek.jar"), "program");
    }

    /** Something that happens between two commands. */
    private interface Change {
        void make() throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> what_changes_a_file_ends_it() {
        return Stream.of(
                change("written to", () -> Files.writeString(ledger, "ledgers")),
                change("written in its place", () -> Files.writeString(ledger, "LEDGER")),
                change("written to, with its time set back", () -> {
                    FileTime before = Files.getLastModifiedTime(ledger);
                    Files.writeString(ledger, "LEDGER");
                    Files.setLastModifiedTime(ledger, before);
                }),
                change("another put in its place", () -> {
                    Path other = Files.writeString(folder.resolve("other"), "LEDGER");
                    Files.setLastModifiedTime(other, Files.getLastModifiedTime(ledger));
                    Files.move(other, ledger, StandardCopyOption.REPLACE_EXISTING);
                }),
                change("removed", () -> Files.delete(ledger)),
                change("its log written to", () -> Files.writeString(log, "log")),
                change("settings made", () -> Files.writeString(folder.resolve("config"), "db = b.db")),
                change("the program built again", () -> Files.writeString(program, "PROGRAM")));
    }

    private DynamicTest change(String name, Change change) {
        return DynamicTest.dynamicTest(name, () -> {
            write_what_it_depends_on();
            Files.deleteIfExists(folder.resolve("config"));
            keep("700.00 left");
            assertEquals(Optional.of("700.00 left"), found(begun, HOME, "week"));
            change.make();
            assertEquals(Optional.empty(), found(begun, HOME, "week"));
        });
    }

    @Test
    void what_has_nothing_in_it_may_come_and_go() throws IOException {
        keep("700.00 left");
        Files.delete(log);
        assertEquals(Optional.of("700.00 left"), found(begun, HOME, "week"));
    }

    @Test
    void it_is_for_the_same_words_in_the_same_environment_until_the_day_ends() {
        keep("700.00 left");
        assertEquals(Optional.of("700.00 left"), found(begun, Map.of("LANG", "de_DE", "SHLVL", "2"), "week"));
        assertEquals(Optional.empty(), found(begun, Map.of("LANG", "en_US"), "week"));
        assertEquals(Optional.empty(), found(begun, HOME));
        assertEquals(Optional.empty(), found(begun, HOME, "week", "--json"));
        assertEquals(Optional.empty(), found(begun.minusMillis(1), HOME, "week"));
        assertEquals(Optional.of("700.00 left"), found(midnight.minusMillis(1), HOME, "week"));
        assertEquals(Optional.empty(), found(midnight, HOME, "week"));
    }

    @Test
    void nothing_is_kept_of_files_that_were_changed_since_it_began() throws IOException {
        KeptText changed = text(begun, HOME, "week");
        changed.dependsOn(ledger, folder.resolve("config"));
        Files.writeString(ledger, "LEDGER");
        print(changed, "700.00 left");
        changed.keep(begun);
        KeptText unasked = text(begun, HOME, "week");
        print(unasked, "700.00 left");
        unasked.keep(begun);
        assertEquals(Optional.empty(), found(begun, HOME, "week"));
    }

    @Test
    void what_was_changed_a_moment_ago_is_kept_and_the_very_next_change_ends_it() throws IOException {
        for (int i = 0; i < 40; i++) {
            Files.writeString(ledger, i % 2 == 0 ? "ledger" : "LEDGER");
            Instant now = Instant.now();
            KeptText text = text(now, HOME, "week");
            text.dependsOn(ledger, folder.resolve("config"));
            print(text, "700.00 left");
            text.keep(now);
            Optional<String> kept = found(now, HOME, "week");
            Files.writeString(ledger, i % 2 == 0 ? "LEDGER" : "ledger");
            assertEquals(Optional.of("700.00 left"), kept);
            assertEquals(Optional.empty(), found(now, HOME, "week"));
        }
    }

    @Test
    void while_the_log_holds_changes_only_which_ledger_it_is_is_kept() throws IOException {
        Files.writeString(log, "frames that may not count yet");
        keep("700.00 left");
        assertEquals(Optional.empty(), found(begun, HOME, "week"));
        assertEquals(Optional.of(ledger), text(begun, HOME, "week").ledger());
        Files.writeString(folder.resolve("config"), "db = b.db");
        assertEquals(Optional.empty(), text(begun, HOME, "week").ledger());
    }

    @Test
    void the_log_is_the_one_beside_the_file_that_a_link_leads_to() throws IOException {
        Path away = Files.createDirectory(folder.resolve("away"));
        Path link = Files.createSymbolicLink(away.resolve("b.db"), ledger);
        KeptText text = text(begun, HOME, "week");
        text.dependsOn(link, folder.resolve("config"));
        print(text, "700.00 left");
        text.keep(begun);
        assertEquals(Optional.of("700.00 left"), found(begun, HOME, "week"));
        Files.writeString(log, "log");
        assertEquals(Optional.empty(), found(begun, HOME, "week"));
    }

    @Test
    void what_a_command_has_made_untrue_is_due_until_nobody_asks_for_it_any_more() throws IOException {
        keep("700.00 left");
        KeptText reader = text(begun, HOME, "list");
        KeptText writer = text(begun, HOME, "add");
        writer.ledgerIsWritten();
        assertEquals(List.of(), writer.due(begun));
        Instant now = begun;
        for (int i = 0; i < 25; i++) {
            now = now.plusSeconds(2);
            Files.writeString(ledger, "ledger " + i);
            assertEquals(List.of(), reader.due(now));
            List<KeptText> due = writer.due(now);
            assertEquals(i < 20 ? 1 : 0, due.size(), "change " + i);
            for (KeptText text : due) {
                assertArrayEquals(new String[] {"week"}, text.words());
                text.dependsOn(ledger, folder.resolve("config"));
                print(text, "left after " + i);
                text.keep(now);
            }
            if (i == 9) {
                assertEquals(Optional.of("left after 9"), found(now.plusSeconds(1), HOME, "week"));
            }
        }
        assertEquals(Optional.empty(), found(now, HOME, "week"));
    }

    @Test
    void what_is_no_answers_business_in_the_environment_parts_nothing() {
        keep("700.00 left");
        assertEquals(Optional.of("700.00 left"), found(begun, Map.of("LANG", "de_DE", "WINDOWID", "7"), "week"));
        for (String name : List.of("COLUMNS", "LC_ALL", "TZ", "PAYWEEK_DB", "NO_COLOR", "JAVA_TOOL_OPTIONS")) {
            assertEquals(Optional.empty(), found(begun, Map.of("LANG", "de_DE", name, "x"), "week"), name);
        }
    }

    @Test
    void what_is_damaged_or_cut_off_anywhere_is_nothing() throws IOException {
        keep("700.00 left");
        Path kept = kept().get(0);
        byte[] whole = Files.readAllBytes(kept);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(kept, damaged);
            assertEquals(Optional.empty(), found(begun, HOME, "week"), "byte " + i);
            Files.write(kept, Arrays.copyOf(whole, i));
            assertEquals(Optional.empty(), found(begun, HOME, "week"), "cut at " + i);
        }
        Files.write(kept, whole);
        assertEquals(Optional.of("700.00 left"), found(begun, HOME, "week"));
    }

    @Test
    void only_the_newest_stay_and_only_their_owner_reads_them() throws IOException {
        for (int i = 0; i < 25; i++) {
            keep("700.00 left", "week", "--on", "-" + i + "d");
        }
        assertEquals(20, kept().size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().get(0))));
    }

    @Test
    void a_folder_that_cannot_be_made_keeps_nothing() throws IOException {
        Files.writeString(folder.resolve("cache"), "no folder");
        keep("700.00 left");
        assertEquals(Optional.empty(), found(begun, HOME, "week"));
    }

    @Test
    void what_is_too_long_is_not_kept_in_part() {
        KeptText text = text(begun, HOME, "week");
        text.dependsOn(ledger, folder.resolve("config"));
        byte[] much = new byte[100_000];
        text.isTrueUntil(midnight);
        text.print(much, 0, much.length);
        text.print(much, 0, much.length);
        text.print(much, 0, 1);
        text.keep(begun);
        assertArrayEquals(new byte[0], text(begun, HOME, "week").find().orElse(new byte[0]));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
            return all.toList();
        }
    }

    private KeptText text(Instant now, Map<String, String> environment, String... words) {
        return new KeptText(folder.resolve("cache"), List.of(program), now, environment, words);
    }

    private void keep(String printed, String... words) {
        KeptText text = text(begun, HOME, words.length == 0 ? new String[] {"week"} : words);
        text.dependsOn(ledger, folder.resolve("config"));
        print(text, printed);
        text.keep(begun);
    }

    private void print(KeptText text, String printed) {
        byte[] bytes = printed.getBytes(StandardCharsets.UTF_8);
        text.isTrueUntil(midnight);
        text.print(bytes, 0, bytes.length);
    }

    private Optional<String> found(Instant now, Map<String, String> environment, String... words) {
        return text(now, environment, words).find().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
