package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that starts Payweek, with a Java that says how it was called and makes the archive it is asked for. */
class LauncherTest {

    private static final Path ROOT =
            Path.of(System.getProperty("payweek.root", "..")).toAbsolutePath();

    private static final String SPEAKING_JAVA = """
            #!/bin/sh
            echo "letters=${LC_ALL:-}/${LC_CTYPE:-}"
            echo "locale=${PAYWEEK_LOCALE:-}"
            echo "screen=${PAYWEEK_SCREEN-none}"
            for word; do
              echo "word=$word"
              case "$word" in -XX:ArchiveClassesAtExit=*) : >"${word#*=}" ;; esac
            done
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path checkout = Path.of("");

    @BeforeEach
    void make_a_checkout_with_a_jar() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        copy("payweek");
        copy(".ci/needs");
        copy("app/launcher/short.args");
        copy("app/launcher/import.args");
        copy("app/launcher/serve.args");
        write(checkout.resolve("pom.xml"), "<project/>", false);
        for (String module : List.of("budget-core", "adapter-http")) {
            Files.createDirectories(checkout.resolve(module));
        }
        write(checkout.resolve("jdk/release"), "JAVA_VERSION=\"17.0.13\"\n", false);
        write(checkout.resolve("jdk/bin/java"), SPEAKING_JAVA, true);
        write(checkout.resolve("app/target/payweek.jar"), "", false);
        write(checkout.resolve("app/target/payweek-start.jar"), "", false);
        write(checkout.resolve("app/target/payweek-java17.jsa"), "", false);
    }

    private static String classes(Path lib) {
        return lib.resolve("payweek-start.jar") + ":" + lib.resolve("payweek.jar");
    }

    private void copy(String file) throws IOException {
        Path to = checkout.resolve(file);
        Files.createDirectories(to.getParent());
        copy(file, to);
    }

    private static void copy(String file, Path to) throws IOException {
        Files.copy(ROOT.resolve(file), to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Path file, String text, boolean executable) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertTrue(!executable || file.toFile().setExecutable(true));
    }

    private List<String> start(Path launcher, Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("LC_ALL", "LC_CTYPE", "LANG").forEach(builder.environment()::remove);
        builder.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text.lines().toList();
    }

    @Test
    void java_gets_utf_8_for_letters_whatever_the_locale() throws Exception {
        for (Map<String, String> environment :
                List.of(Map.<String, String>of(), Map.of("LC_ALL", "C"), Map.of("LANG", "de_DE.ISO-8859-1"))) {
            List<String> said = start(checkout.resolve("payweek"), environment, "add", "3", "Müller Café");
            assertTrue(said.contains("letters=/C.UTF-8"), said.toString());
            assertTrue(said.contains("word=Müller Café"), said.toString());
        }
        assertTrue(start(checkout.resolve("payweek"), Map.of("LC_ALL", "C"), "week")
                .contains("locale=C"));
        List<String> utf8 = start(checkout.resolve("payweek"), Map.of("LC_ALL", "C.UTF-8"), "week");
        assertTrue(utf8.contains("letters=C.UTF-8/"), utf8.toString());
    }

    @Test
    void a_link_to_a_link_starts_it_too() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("one"), checkout.resolve("payweek"));
        Path relative = Files.createSymbolicLink(
                folder.resolve("two"), Path.of(link.getFileName().toString()));
        List<String> said = start(relative, Map.of(), "week");
        assertTrue(said.contains("word=" + classes(checkout.resolve("app/target"))), said.toString());
    }

    private Path handedOut() throws IOException {
        Path handedOut = Files.createDirectories(folder.resolve("payweek 1.0/lib"));
        copy("payweek", handedOut.resolveSibling("payweek"));
        copy(".ci/needs", handedOut.resolve("needs"));
        copy("app/launcher/short.args", handedOut.resolve("short.args"));
        write(handedOut.resolve("payweek.jar"), "", false);
        write(handedOut.resolve("payweek-start.jar"), "", false);
        write(handedOut.resolve("payweek-java17.jsa"), "", false);
        return handedOut;
    }

    @Test
    void what_is_handed_out_needs_no_sources() throws Exception {
        Path handedOut = handedOut();
        List<String> said = start(handedOut.resolveSibling("payweek"), Map.of(), "week");
        assertTrue(said.contains("word=" + classes(handedOut)), said.toString());
        assertTrue(said.contains("word=@" + handedOut.resolve("short.args")), said.toString());
    }

    /** Each program costs a tenth of what starting Java does. */
    @Test
    void the_version_and_the_help_start_two_programs_at_most_before_java() throws Exception {
        Path two = Files.createDirectories(folder.resolve("two"));
        for (String program : List.of("locale", "readlink")) {
            write(two.resolve(program), "#!/bin/sh\necho UTF-8\n", true);
        }
        for (String word : List.of("--version", "--help")) {
            List<String> said = start(handedOut().resolveSibling("payweek"), Map.of("PATH", two.toString()), word);
            assertTrue(said.contains("word=" + word), said.toString());
            assertTrue(said.stream().noneMatch(line -> line.contains("not found")), said.toString());
        }
    }

    @Test
    void the_tab_key_waits_for_no_build() throws Exception {
        Path source = checkout.resolve("app/src/main/java/New.java");
        write(source, "", false);
        assertTrue(source.toFile().setLastModified(System.currentTimeMillis() + 60_000));
        List<String> said = start(checkout.resolve("payweek"), Map.of(), "completion", "words", "bash", "payweek we");
        assertTrue(said.contains("word=payweek we"), said.toString());
        assertTrue(said.stream().noneMatch(line -> line.contains("building")), said.toString());
    }

    @ParameterizedTest
    @CsvSource({"week, short", "list, short", "import, import", "serve, serve"})
    void each_kind_of_command_has_its_options_of_java(String command, String options) throws Exception {
        List<String> said = start(checkout.resolve("payweek"), Map.of(), command);
        assertTrue(said.contains("word=@" + checkout.resolve("app/launcher/" + options + ".args")), said.toString());
    }

    @Test
    void without_a_terminal_it_says_so() throws Exception {
        assertTrue(start(checkout.resolve("payweek"), Map.of(), "week").contains("screen="));
    }

    @Test
    void a_jar_from_a_time_still_to_come_is_made_ready_once() throws Exception {
        Path archive = checkout.resolve("app/target/payweek-java17.jsa");
        Files.delete(archive);
        for (String jar : List.of("payweek.jar", "payweek-start.jar")) {
            assertTrue(checkout.resolve("app/target/" + jar)
                    .toFile()
                    .setLastModified(System.currentTimeMillis() + 3_600_000));
        }
        assertTrue(start(checkout.resolve("payweek"), Map.of(), "week").get(0).startsWith("payweek: getting ready"));
        assertTrue(start(checkout.resolve("payweek"), Map.of(), "week").stream()
                .noneMatch(line -> line.contains("getting ready")));
        assertTrue(
                start(checkout.resolve("payweek"), Map.of(), "week").contains("word=-XX:SharedArchiveFile=" + archive));
    }

    @Test
    void the_version_and_the_help_need_no_archive_and_nothing_else_is_started_without_one() throws Exception {
        Files.delete(checkout.resolve("app/target/payweek-java17.jsa"));
        for (String word : List.of("--version", "--help", "-V", "-h", "help")) {
            List<String> said = start(checkout.resolve("payweek"), Map.of(), word);
            assertTrue(said.contains("word=-Xshare:auto"), said.toString());
            assertTrue(said.stream().noneMatch(line -> line.contains("getting ready")), said.toString());
        }
        List<String> said = start(checkout.resolve("payweek"), Map.of(), "serve");
        assertTrue(said.get(0).startsWith("payweek: getting ready"), said.toString());
        try (var left = Files.list(checkout.resolve("app/target"))) {
            assertTrue(left.noneMatch(path -> path.getFileName().toString().startsWith("start.")));
        }
    }
}
