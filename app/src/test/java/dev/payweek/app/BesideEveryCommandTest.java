package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole evening at the terminal gives the same whether or not a service has the ledger open meanwhile. */
class BesideEveryCommandTest {

    private static final String STATEMENT =
            "Date,Description,Amount\n2026-11-20,Corner Coffee,-4.50\n2026-11-21,Noodle Bar,-12.00\n";

    /** A tilde is a space within a word. */
    private static final List<String> COMMANDS = """
            settings zone Europe/Berlin
            add 3 Tea --on 2026-11-20
            add 12.50 Soup --on 2026-11-21 --category Fun
            add much Tea
            income 1500 Acme --on 2026-11-20
            import bank.csv
            import bank.csv
            import --dry-run bank.csv --json
            import -
            import nowhere.csv
            limits set Fun 120.00 --from 2026-11-20
            limits
            limits --json
            rules add coffee title~contains~"coffee" Fun:Coffee
            rules
            rules lint
            schedule every~2~weeks~from~2026-11-20
            schedule
            settings name Home
            settings
            settings --show-origin
            merge
            merge --apart 1 2
            categories set Home --fixed
            categories
            categories --json
            bills
            sources
            set-asides
            discover
            accounts
            week --on 2026-11-22
            week --on 2026-11-22 --json
            list
            list --q Tea
            list --json
            export --format csv
            export --format hledger
            export --format beancount
            check
            backup copy.db
            edit 4711 --title Cake --json
            delete 4711
            changes
            undo 1
            completion bash
            completion words bash payweek~list~--category~
            man week
            list
            --on 2026-11-22
            nonsense
            """.lines().toList();

    @TempDir
    private Path folder = Path.of("");

    /** What a command left behind, but for numbers and times, which a service's own news moves on. */
    private record Ended(String command, int code, String out, String err) {
        static Ended of(String command, int code, String out, String err) {
            return new Ended(command, code, masked(out), masked(err));
        }

        private static String masked(String text) {
            return text.replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z|\\b\\d{1,2}:\\d{2}(:\\d{2})?\\b", "TIME")
                    .replaceAll("(?m)^(expense|income|transfer),\\d+,", "$1,#,")
                    .replaceAll("(?<![\\d.-])\\d{1,3}(?!\\d|[.,-]\\d)", "#")
                    .replaceAll(" +", " ");
        }
    }

    private static List<Ended> evening(Path place) throws Exception {
        Files.writeString(place.resolve("bank.csv"), STATEMENT);
        List<Ended> ended = new ArrayList<>();
        List<List<String>> lines = new ArrayList<>();
        COMMANDS.forEach(command -> lines.add(Stream.of(command.split(" ", -1))
                .map(word -> word.replace('~', ' '))
                .toList()));
        // Without a service there is no page to open, its news takes numbers that entries have else, and it notices
        // at once what the terminal notices when it is asked.
        EveryCommand.lines().stream()
                .filter(words -> Collections.disjoint(words, List.of("open", "events", "1")))
                .forEach(lines::add);
        for (List<String> line : lines) {
            String command = String.join(" ", line);
            String[] words = line.toArray(String[]::new);
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            byte[] input = STATEMENT.getBytes(StandardCharsets.UTF_8);
            Caller caller = new Caller(
                    Caller.ofProcess().clock(), Map.of(), place, new ByteArrayInputStream(input), Optional.empty());
            int code = Payweek.execute(caller, new PrintWriter(out, true), new PrintWriter(err, true), words);
            ended.add(Ended.of(command, code, out.toString(), err.toString()));
        }
        return ended;
    }

    @Test
    void every_command_prints_and_ends_beside_a_service_as_it_does_alone() throws Exception {
        List<Ended> alone = evening(Files.createDirectory(folder.resolve("alone")));
        Path beside = Files.createDirectory(folder.resolve("beside"));
        try (ServiceProcess service = ServiceProcess.in(beside)) {
            List<Ended> served = evening(beside);
            for (int i = 0; i < alone.size(); i++) {
                assertEquals(alone.get(i).toString(), served.get(i).toString());
            }
            assertTrue(service.process().isAlive());
        }
        assertTrue(alone.stream().filter(one -> one.code() == 0).count() >= 35, alone.toString());
    }
}
