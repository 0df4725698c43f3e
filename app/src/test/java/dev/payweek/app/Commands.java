package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs commands as a shell would, each on the ledger of one folder.
 *
 * @param folder where the ledger is
 * @param clock what the commands go by
 */
record Commands(Path folder, Clock clock) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /** What a command left behind. */
    record Ended(int code, String out, String err) {}

    /** Returns commands that run at noon of a day. */
    static Commands in(Path folder, String day) {
        return new Commands(
                folder,
                Clock.fixed(LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    /** Returns the words of a line as a shell would cut it, without what quotes them. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(Stream.of(1, 2, 3)
                    .map(word::group)
                    .filter(text -> text != null)
                    .findFirst()
                    .orElseThrow());
        }
        return words;
    }

    /** Runs a command on the folder's ledger. */
    Ended run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--db");
        arguments.add("jdbc:sqlite:" + folder.resolve("payweek.db"));
        return runPlain(arguments.toArray(String[]::new));
    }

    /** Runs a command that has to succeed, and returns what it printed. */
    String printed(String... words) {
        return printed(run(words));
    }

    /** Runs a command as it is, which has to succeed, and returns what it printed. */
    String printedPlain(String... words) {
        return printed(runPlain(words));
    }

    private static String printed(Ended ended) {
        assertEquals("", ended.err());
        assertEquals(0, ended.code());
        return ended.out();
    }

    /** Runs a command that has to fail, and returns what it said. */
    String refusal(String... words) {
        Ended ended = run(words);
        assertEquals("", ended.out());
        assertEquals(1, ended.code(), ended.err());
        return ended.err();
    }

    /** Whoever runs the tests lives anywhere. */
    private Caller caller() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeAll(Set.of("LC_ALL", "LC_MONETARY"));
        environment.put("LANG", "C.UTF-8");
        return new Caller(clock, environment, Path.of(""), System.in, Optional.empty());
    }

    /** Runs a command as it is. */
    Ended runPlain(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Payweek.commandLine(caller(), arguments);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int code = command.execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
