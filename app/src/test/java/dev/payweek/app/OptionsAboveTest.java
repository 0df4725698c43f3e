package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An option between a command and the one below it is never passed over in silence. */
class OptionsAboveTest {

    @TempDir
    private Path folder = Path.of("");

    static Stream<List<String>> below() {
        return EveryCommand.having("--db").stream()
                .filter(line -> line.size() > 1)
                .filter(line -> Optional.ofNullable(
                                Payweek.commandLine().getSubcommands().get(line.get(0)))
                        .filter(above -> above.getSubcommands().containsKey(line.get(1))
                                && above.getCommandSpec().findOption("--db") != null)
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("below")
    void the_ledger_named_above_is_the_one_meant(List<String> line) {
        Path named = folder.resolve("missing/other.db");
        List<String> words = new ArrayList<>(line);
        words.addAll(1, List.of("--db", named.toString()));
        Commands.Ended ended = Commands.in(folder, "2026-11-22").runPlain(words.toArray(String[]::new));
        assertEquals(1, ended.code(), ended.out());
        assertTrue(ended.err().contains("missing"), ended.err());
    }

    @Test
    void the_one_below_may_have_its_own_and_need_not_have_those_above() {
        Commands commands = Commands.in(folder, "2026-11-22");
        String missing = folder.resolve("missing/other.db").toString();
        assertEquals(
                0, commands.run("settings", "--db", missing, "name", "Home").code());
        Commands.Ended ended = commands.run("settings", "--show-origin", "name", "Home");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("--show-origin is no option of payweek settings name"), ended.err());
    }
}
