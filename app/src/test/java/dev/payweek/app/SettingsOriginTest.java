package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever wonders why Payweek does what it does is shown each setting with where it is from. */
class SettingsOriginTest {

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> environment = new HashMap<>();

    private Path file = Path.of("");

    @BeforeEach
    void have_a_settings_file() throws IOException {
        file = Files.createDirectories(folder.resolve("home/payweek")).resolve("config");
        Files.writeString(file, "");
        environment.put("XDG_CONFIG_HOME", folder.resolve("home").toString());
    }

    private String printed(String... words) {
        StringWriter out = new StringWriter();
        Caller caller = new Caller(
                Commands.in(folder, "2026-11-22").clock(),
                environment,
                folder,
                InputStream.nullInputStream(),
                Optional.empty());
        assertEquals(0, Payweek.execute(caller, new PrintWriter(out, true), new PrintWriter(out, true), words));
        return out.toString();
    }

    private String origins(String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "settings";
        words[1] = "--show-origin";
        System.arraycopy(more, 0, words, 2, more.length);
        return printed(words).replaceAll(" {2,}", " | ");
    }

    @Test
    void a_ledger_that_is_not_there_yet_has_defaults() {
        assertEquals("""
                name | Household | default
                currency | USD | default
                zone | Z | default
                carry | none | default
                db | payweek.db | default
                There is no ledger payweek.db yet; the first change makes it.
                """, origins());
        assertFalse(Files.exists(folder.resolve("payweek.db")));
    }

    @Test
    void what_was_set_is_the_ledgers() {
        printed("settings", "name", "Home");
        printed("settings", "carry", "both");
        assertEquals("""
                name | Home | ledger
                currency | USD | ledger
                zone | Z | ledger
                carry | both | ledger
                db | payweek.db | default
                """, origins());
    }

    @Test
    void options_of_all_commands_are_shown_where_environment_or_file_gives_them_and_no_secret() throws IOException {
        environment.put("PAYWEEK_PORT", "8001");
        environment.put("PAYWEEK_TOKEN_SHA256", "a".repeat(64));
        Files.writeString(file, "db = jdbc:sqlite:home.db\nport = 9000\naccount = giro\nacount = card\n");
        environment.put("PAYWEEK_PROT", "8002");
        environment.put("PAYWEEK_SCREEN", "out");
        String shown = origins();
        assertTrue(shown.contains("db | home.db | " + file + "\n"), shown);
        assertTrue(shown.contains("account | giro | " + file + "\n"), shown);
        assertTrue(shown.contains("port | 8001 | PAYWEEK_PORT\n"), shown);
        assertTrue(shown.contains("token-sha256 | (set) | PAYWEEK_TOKEN_SHA256\n"), shown);
        assertTrue(shown.contains("acount | (no option is called so) | " + file + "\n"), shown);
        assertTrue(shown.contains("PAYWEEK_PROT | (no option is called so) | environment\n"), shown);
        assertFalse(shown.contains("SCREEN"), shown);
        assertFalse(shown.contains("aaaa"), shown);
    }

    @Test
    void an_option_outranks_the_environment_which_outranks_the_file() throws IOException {
        Files.writeString(file, "db = jdbc:sqlite:file.db\n");
        assertTrue(origins().contains("db | file.db | " + file));
        environment.put("PAYWEEK_DB", "jdbc:sqlite:variable.db");
        assertTrue(origins().contains("db | variable.db | PAYWEEK_DB"));
        assertTrue(origins("--db", "jdbc:sqlite:option.db").contains("db | option.db | command line"));
    }

    @Test
    void scripts_get_the_same_as_json() {
        assertEquals(
                "{\"name\":\"db\",\"value\":\"payweek.db\",\"origin\":\"default\"}]\n",
                printed("settings", "--show-origin", "--json").replaceFirst("^.*(?=\\{\"name\":\"db\")", ""));
    }
}
