package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in surroundings that do not suit them: nothing is lost in silence and nothing is left behind. */
class SurroundingsTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void keep_a_ledger() {
        Commands commands = Commands.in(folder, "2026-11-22");
        commands.printed("add", "4.50", "Müller Café", "--category", "Fun:Coffee");
        commands.printed("income", "1500.00", "Acme payroll", "--on", "2026-11-20");
        commands.printed("schedule", "every 2 weeks from 2026-11-20");
        commands.printed("limits", "set", "Fun", "120.00");
        commands.printed("bills", "set", "Rent", "monthly on 1", "--amount", "900.00");
        commands.printed("set-asides", "set", "Savings", "150.00");
        commands.printed("rules", "add", "coffee", "title contains \"coffee\"", "Fun:Coffee");
    }

    private Caller caller(Map<String, String> environment) {
        return new Caller(
                Commands.in(folder, "2026-11-22").clock(),
                environment,
                folder,
                InputStream.nullInputStream(),
                Optional.empty());
    }

    private int run(OutputStream out, StringWriter err, String command) {
        return Payweek.run(
                caller(Map.of()), Output.printer(new Output(out)), new PrintWriter(err, true), command.split(" "));
    }

    private static OutputStream ofReaderThatHasGone() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
    }

    /** Everything that prints, with a ledger that gives it something to print. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "week",
                "week --json",
                "week --history 2",
                "list",
                "list --json",
                "income",
                "schedule",
                "sources",
                "bills",
                "bills --json",
                "set-asides",
                "limits",
                "rules",
                "rules lint",
                "rules explain 1",
                "settings",
                "check",
                "export",
                "categories",
                "changes",
                "events",
                "completion bash",
                "completion fish",
                "--help",
                "--version",
                "help list",
                "list --help"
            })
    void what_cannot_be_written_ends_with_1_and_a_sentence_or_in_silence_for_a_reader_that_has_gone(String command)
            throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no device that is always full");
        StringWriter whole = new StringWriter();
        Payweek.execute(
                caller(Map.of()), new PrintWriter(whole), new PrintWriter(new StringWriter()), command.split(" "));
        assumeTrue(!whole.toString().isEmpty(), "it prints nothing");
        try (OutputStream disk = new FileOutputStream(full.toFile())) {
            StringWriter err = new StringWriter();
            assertEquals(1, run(disk, err, command));
            assertTrue(err.toString().contains("cannot be written"), err.toString());
            assertEquals(1, err.toString().lines().count(), err.toString());
        }
        StringWriter err = new StringWriter();
        assertEquals(1, run(ofReaderThatHasGone(), err, command));
        assertEquals("", err.toString());
    }

    @Test
    void an_export_that_fails_leaves_the_file_that_was_there_and_no_part_of_another() throws IOException {
        Path file = folder.resolve("a folder");
        Files.createDirectories(file.resolve("kept"));
        StringWriter err = new StringWriter();
        assertEquals(
                1,
                Payweek.run(
                        caller(Map.of()),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "export",
                        "-o",
                        "a folder"));
        assertTrue(err.toString().contains("cannot be written"), err.toString());
        assertTrue(Files.exists(file.resolve("kept")));
        assertFalse(Files.exists(folder.resolve("a folder.new")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"week", "list", "bills", "set-asides", "limits", "settings", "categories", "schedule"})
    void on_40_columns_no_line_is_longer(String command) {
        StringWriter out = new StringWriter();
        Payweek.execute(
                caller(Map.of("COLUMNS", "40")), new PrintWriter(out, true), new PrintWriter(out, true), command);
        out.toString().lines().forEach(line -> assertTrue(line.length() <= 40, line));
    }
}
