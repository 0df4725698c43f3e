package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Checking, backing up and restoring by the command. */
class BackupCommandTest {

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--db");
        arguments.add("jdbc:sqlite:" + folder.resolve("payweek.db"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Payweek.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int code = command.execute(arguments.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    @Test
    void what_was_backed_up_comes_back_after_damage() throws Exception {
        String copy = folder.resolve("copy.db").toString();
        assertEquals(0, run("add", "4.50", "Corner Coffee").code());
        assertEquals(0, run("backup", copy).code());
        Ended sound = run("check");
        assertEquals("All is sound: 1 ledger, 1 entry, 1 change, 0 findings.\n", sound.out());
        assertEquals(0, sound.code());

        damage();
        Ended damaged = run("check");
        assertEquals(1, damaged.code());
        assertTrue(damaged.out().startsWith("ledger 1: Entry 1 is damaged in the store"), damaged.out());
        Ended json = run("check", "--json");
        assertEquals(1, json.code());
        assertTrue(json.out().contains("\"findings\":[{\"place\":\"ledger 1\",\"problem\":\"Entry 1 is"), json.out());
        assertEquals(1, run("list").code());

        Ended careful = run("restore", copy);
        assertEquals(1, careful.code());
        assertTrue(careful.err().contains("--force replaces them"), careful.err());
        assertEquals(0, run("restore", copy, "--force").code());
        assertTrue(run("list").out().contains("Corner Coffee"));
        assertEquals(0, run("check").code());
    }

    @Test
    void a_backup_that_cannot_be_written_is_said_with_the_reason() {
        assertEquals(0, run("add", "4.50", "Corner Coffee").code());
        Path copy = folder.resolve("missing").resolve("copy.db");
        Ended refused = run("backup", copy.toString());
        assertEquals(1, refused.code());
        assertEquals("The backup cannot be written: " + copy + ": there is no such folder.\n", refused.err());
    }

    private void damage() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("payweek.db"));
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE ledger_entry SET day = day - 1"));
        }
    }
}
