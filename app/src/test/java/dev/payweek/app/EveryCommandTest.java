package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.payweek.rest.json.Json;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of every command and every surrounding that may not suit it, but for a running service, which {@link
 * BesideEveryCommandTest} has. What the commands are the program says, so that a new one is here by itself.
 */
class EveryCommandTest {

    private static final Map<String, String> TERMINAL = Map.of("LANG", "en_US.UTF-8");

    @TempDir
    private static Path folder = Path.of("");

    /** What a command left behind. */
    private record Ended(int code, String out, String err) {}

    /** What each prints where nothing is special, found out once. */
    private static final Map<List<String>, Ended> PLAIN = new HashMap<>();

    private static Ended plain(List<String> line) {
        return PLAIN.computeIfAbsent(line, words -> run(freshly(), TERMINAL, words));
    }

    @BeforeAll
    static void keep_a_ledger() throws IOException {
        EveryCommand.prepare(Commands.in(Files.createDirectories(folder.resolve("kept")), "2026-11-22"));
    }

    private static Path freshly() {
        try {
            Path place = Files.createTempDirectory(folder, "place");
            for (String file : List.of("payweek.db", "bank.csv", "copy.db")) {
                Files.copy(
                        folder.resolve("kept").resolve(file), place.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Caller caller(Path place, Map<String, String> environment) {
        return new Caller(
                Commands.in(place, "2026-11-22").clock(),
                environment,
                place,
                InputStream.nullInputStream(),
                Optional.empty());
    }

    private static Ended run(Path place, Map<String, String> environment, List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Payweek.run(
                caller(place, environment),
                new PrintWriter(out),
                new PrintWriter(err, true),
                words.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    private static Ended into(OutputStream out, Path place, List<String> words) {
        StringWriter err = new StringWriter();
        int code = Payweek.run(
                caller(place, TERMINAL),
                Output.printer(new Output(out)),
                new PrintWriter(err, true),
                words.toArray(String[]::new));
        return new Ended(code, "", err.toString());
    }

    /** Collects what is wrong with each command, so that one run names them all. */
    private static void each(List<List<String>> lines, Function<List<String>, Optional<String>> fault) {
        List<String> faults = new ArrayList<>();
        for (List<String> line : lines) {
            fault.apply(line).ifPresent(words -> faults.add("payweek " + String.join(" ", line) + "\n" + words));
        }
        assertEquals("", String.join("\n", faults));
        assertTrue(lines.size() > 5, lines.toString());
    }

    private static Optional<String> unless(boolean good, Object what) {
        return good ? Optional.empty() : Optional.of(String.valueOf(what));
    }

    private static List<String> with(List<String> line, String... more) {
        return Stream.concat(line.stream(), Stream.of(more)).toList();
    }

    @Test
    void each_is_understood_or_refused_in_sentences() {
        each(EveryCommand.lines(), line -> {
            Ended ended = plain(line);
            boolean said = !(ended.out() + ended.err()).isBlank() || line.contains("words");
            return unless(
                    said
                            && ended.code() <= 2
                            && !(ended.out() + ended.err()).matches("(?s).*(Exception|\\bat java|null).*"),
                    ended);
        });
        long well = EveryCommand.lines().stream()
                .filter(line -> plain(line).code() == 0)
                .count();
        assertTrue(
                well >= EveryCommand.lines().size() * 3 / 5,
                well + " of " + EveryCommand.lines().size());
    }

    @Test
    void none_is_silent_about_a_ledger_that_holds_nothing() throws IOException {
        Path kept = folder.resolve("kept");
        each(EveryCommand.lines(), line -> {
            try {
                Path place = Files.createTempDirectory(folder, "empty");
                Files.copy(kept.resolve("bank.csv"), place.resolve("bank.csv"));
                Ended ended = run(place, TERMINAL, line);
                return unless(line.contains("words") || !(ended.out() + ended.err()).isBlank(), ended);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void a_full_disk_ends_each_with_1_and_one_sentence_and_a_closed_pipe_in_silence() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no device that is always full");
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        each(EveryCommand.lines(), line -> {
            if (plain(line).out().isEmpty()) {
                return Optional.empty();
            }
            Ended closed = into(gone, freshly(), line);
            try (OutputStream disk = new FileOutputStream(full.toFile())) {
                Ended ended = into(disk, freshly(), line);
                return unless(
                        ended.code() == 1
                                && ended.err()
                                                .lines()
                                                .filter(one -> one.contains("cannot be written"))
                                                .count()
                                        == 1
                                && closed.code() == 1
                                && !closed.err().contains("cannot be written"),
                        ended + " " + closed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void no_line_is_wider_than_the_terminal_and_none_wider_than_80() {
        for (int columns : List.of(40, 200)) {
            Map<String, String> environment =
                    Map.of("COLUMNS", String.valueOf(columns), "PAYWEEK_SCREEN", "out,err", "LANG", "en_US.UTF-8");
            each(EveryCommand.lines(), line -> {
                boolean forPrograms = line.stream().anyMatch(List.of("export", "man", "completion")::contains);
                Ended ended = run(freshly(), environment, line);
                Ended help =
                        run(freshly(), environment, with(line.stream().limit(2).toList(), "--help"));
                String text = (forPrograms ? "" : ended.out()) + ended.err() + help.out();
                List<String> wide = text.lines()
                        .map(one -> one.replaceAll("\u001B\\[[0-9;]*m", ""))
                        .filter(one -> one.length() > Math.min(80, columns)
                                && one.strip().contains(" "))
                        .toList();
                return unless(wide.isEmpty(), String.join("\n", wide));
            });
        }
    }

    @Test
    void without_a_terminal_there_are_no_colours_and_no_line_is_broken() {
        each(EveryCommand.lines(), line -> {
            Ended ended = plain(line);
            return unless(!(ended.out() + ended.err()).contains("\u001B"), ended);
        });
        Ended imported = run(freshly(), TERMINAL, List.of("import", "bank.csv"));
        assertTrue(imported.out().lines().anyMatch(line -> line.length() > 80), imported.out());
    }

    @Test
    void in_the_locale_c_no_letter_of_the_ledger_is_lost_and_none_is_drawn_with() {
        each(EveryCommand.lines(), line -> {
            Ended utf8 = plain(line);
            Ended c = run(freshly(), Map.of("LC_ALL", "C"), line);
            return unless(
                    c.code() == utf8.code()
                            && c.out().contains("Müller Café") == utf8.out().contains("Müller Café")
                            && !c.out().contains("\uFFFD")
                            && !c.out().matches("(?s).*[█░].*"),
                    c);
        });
    }

    @Test
    void json_is_json_on_the_output_and_a_problem_document_on_the_error_stream() {
        each(EveryCommand.having("--json"), line -> {
            Ended good = run(freshly(), Map.of("COLUMNS", "40"), with(line, "--json"));
            if (good.code() == 0) {
                good.out().lines().forEach(one -> Json.parse(one.getBytes(StandardCharsets.UTF_8)));
            }
            Ended bad = run(freshly(), Map.of("COLUMNS", "40"), with(line, "--json", "--db", "nowhere/ledger.db"));
            Ended slip = run(freshly(), Map.of("COLUMNS", "40"), with(line, "--json", "--nonsense"));
            return unless(
                    (good.code() != 0 || !good.out().isBlank()) && isProblem(bad) && isProblem(slip),
                    good + " " + bad + " " + slip);
        });
    }

    private static boolean isProblem(Ended ended) {
        return ended.code() == 1
                && ended.out().isEmpty()
                && ended.err().lines().count() == 1
                && Json.parse(ended.err().getBytes(StandardCharsets.UTF_8)).hasNonNull("detail");
    }

    @Test
    void in_a_folder_that_cannot_be_written_each_reads_or_says_so_and_leaves_nothing() throws IOException {
        Path place = freshly();
        assertTrue(place.toFile().setWritable(false));
        assertTrue(place.resolve("payweek.db").toFile().setWritable(false));
        assumeFalse(Files.isWritable(place), "whoever runs this may write everywhere");
        each(EveryCommand.lines(), line -> {
            Ended ended = run(place, TERMINAL, line);
            return unless(
                    ended.code() == 0
                            || (ended.code() == 1 && ended.err().lines().count() == 1),
                    ended);
        });
        try (Stream<Path> left = Files.list(place)) {
            assertEquals(3, left.count());
        }
        assertFalse(Files.isWritable(place));
    }
}
