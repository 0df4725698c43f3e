package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.app.start.KeptText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the week which is kept is never another than the one that would be computed, whatever was done in between. */
class WeekKeptTest {

    /** Late enough for the files of the test to be old. */
    private final Instant begun = Instant.now().plusSeconds(3_600);

    private static final Map<String, String> ENVIRONMENT = Map.of("LANG", "en_US.UTF-8");

    @TempDir
    private Path folder = Path.of("");

    private Path place = Path.of("");

    private Caller caller() {
        return new Caller(
                Clock.fixed(begun, ZoneOffset.UTC),
                ENVIRONMENT,
                place,
                InputStream.nullInputStream(),
                Optional.empty());
    }

    private KeptText text(String... words) {
        return new KeptText(folder.resolve("cache"), List.of(), begun, ENVIRONMENT, words);
    }

    private Optional<String> found(String... words) {
        return text(words).find().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Computes an answer, and keeps it as the program does. */
    private String computed(String... words) {
        KeptText kept = text(words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintWriter printer = Output.printer(new Output(out, Optional.of(kept)));
        assertEquals(0, Payweek.run(caller().keeping(kept), printer, new PrintWriter(Writer.nullWriter()), words));
        kept.keep(begun);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void no_command_leaves_a_week_behind_that_is_not_true_any_more() throws IOException {
        place = Files.createDirectories(folder.resolve("place"));
        EveryCommand.prepare(Commands.in(place, "2026-11-22"));
        List<String[]> weeks = List.of(new String[0], new String[] {"week"}, new String[] {"week", "--json"});
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int ended = 0;
        int lasted = 0;
        for (List<String> line : EveryCommand.lines()) {
            String[] week = weeks.get((ended + lasted) % weeks.size());
            assertEquals(Optional.of(computed(week)), found(week), line.toString());
            Payweek.run(caller(), nowhere, nowhere, line.toArray(String[]::new));
            Optional<String> left = found(week);
            if (left.isPresent()) {
                assertEquals(computed(week), left.get(), line.toString());
                lasted++;
            } else {
                ended++;
            }
        }
        assertTrue(ended > 10 && lasted > 10, ended + " ended, " + lasted + " lasted");
    }

    @Test
    void bank_files_and_ledgers_that_are_not_there_are_looked_at_again() throws IOException {
        place = Files.createDirectories(folder.resolve("place"));
        Files.writeString(place.resolve("bank.csv"), "Date,Description,Amount\n2026-11-20,Coffee,-4.50\n");
        computed("week");
        computed("week", "bank.csv");
        assertEquals(Optional.empty(), found("week"));
        assertEquals(Optional.empty(), found("week", "bank.csv"));
    }
}
