package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that starts Payweek on Windows, read as Windows would: nobody here can run it. */
class WindowsScriptTest {

    private static final Path ROOT = Path.of(System.getProperty("payweek.root", ".."));

    private static final Pattern LABEL = Pattern.compile("^:(\\w+)$");
    private static final Pattern JUMP = Pattern.compile("(?i)\\bgoto\\s+:?(\\w+)");
    private static final Pattern SET = Pattern.compile("(?i)\\bset\\s+(.*)$");
    private static final Pattern GOOD_SET = Pattern.compile("\"(\\w+)=[^\"]*\"");
    private static final Pattern READ = Pattern.compile("%(\\w+)%|(?i)\\bdefined\\s+(\\w+)");

    /** What Windows itself sets. */
    private static final Set<String> OF_WINDOWS = Set.of("JAVA_HOME", "ERRORLEVEL");

    private static String script() throws IOException {
        return Files.readString(ROOT.resolve("payweek.cmd"), StandardCharsets.US_ASCII);
    }

    /** Returns everything that Windows would stumble over. */
    private static List<String> faults(String script) {
        List<String> faults = new ArrayList<>();
        if (!script.replace("\r\n", "").chars().allMatch(c -> c >= ' ' && c <= '~') || !script.endsWith("\r\n")) {
            faults.add("lines end with CR LF and hold ASCII only");
        }
        List<String> lines = script.lines().toList();
        List<String> labels = new ArrayList<>();
        Set<String> jumps = new HashSet<>();
        Set<String> set = new HashSet<>(OF_WINDOWS);
        String before = "";
        for (String line : lines) {
            if (line.startsWith("rem ")) {
                continue;
            }
            Matcher label = LABEL.matcher(line);
            if (label.matches()) {
                labels.add(label.group(1));
            }
            JUMP.matcher(line).results().forEach(jump -> jumps.add(jump.group(1)));
            READ.matcher(line).results().forEach(read -> {
                String name = read.group(1) == null ? read.group(2) : read.group(1);
                if (!set.contains(name)) {
                    faults.add("read before it is set: " + line);
                }
            });
            Matcher setting = SET.matcher(line);
            if (setting.find()) {
                Matcher good = GOOD_SET.matcher(setting.group(1));
                if (good.matches()) {
                    set.add(good.group(1));
                } else {
                    faults.add("set \"name=value\" is the form that takes every value: " + line);
                }
            }
            if (line.chars().filter(c -> c == '"').count() % 2 != 0) {
                faults.add("a quote is open: " + line);
            }
            if (bare(line).matches(".*%(here|lib|launcher|jar|java|options)%.*")) {
                faults.add("a path outside of quotes: " + line);
            }
            if (label.matches()
                    && !before.startsWith("exit /b")
                    && !label.group(1).matches("found|run")) {
                faults.add("runs into :" + label.group(1));
            }
            before = line.isEmpty() ? before : line;
        }
        if (!new HashSet<>(labels).equals(jumps) || labels.size() != jumps.size()) {
            faults.add("labels " + labels + ", jumps " + jumps);
        }
        if (bare(script).contains("(") && !bare(script).contains("in (")) {
            faults.add("what stands in brackets is expanded before it runs");
        }
        if (!before.startsWith("exit /b")) {
            faults.add("the last line ends with a code");
        }
        return faults;
    }

    private static String bare(String text) {
        return text.replaceAll("\"[^\"]*\"", "");
    }

    @Test
    void windows_finds_every_label_value_and_quote() throws IOException {
        assertEquals(List.of(), faults(script()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    goto :run|goto :runs|labels
                    set "code=%ERRORLEVEL%"|set code=%ERRORLEVEL%|set "name=value"
                    exit /b %code%|exit /b %cod%|read before
                    -jar "%jar%"|-jar %jar%|outside of quotes
                    pushd "%here%"|pushd "%here%|open
                    exit /b %code%|echo|runs into :nojava
                    """)
    void a_planted_fault_is_found(String good, String bad, String fault) throws IOException {
        String script = script();
        assertTrue(script.contains(good), good);
        String faults = String.join("\n", faults(script.replace(good, bad)));
        assertTrue(faults.toLowerCase(Locale.ROOT).contains(fault), faults);
        assertTrue(faults(script.replace("\r\n", "\n")).get(0).contains("CR LF"));
    }

    /** So that Windows does not fall behind: the same build, the same folders, the same options of Java. */
    @Test
    void it_does_what_the_script_of_other_systems_does() throws IOException {
        String unix = Files.readString(ROOT.resolve("payweek"));
        String windows = script().replace('\\', '/');
        for (String same : List.of(
                "-q -B -ntp -Dstyle.color=never -Pfast -pl app -am package",
                "-Dpayweek.library=",
                "short.args",
                "import.args",
                "serve.args",
                "app/target",
                "app/launcher",
                "17 or newer",
                "3.8.7")) {
            String needs = Files.readString(ROOT.resolve(".ci/needs"));
            assertTrue((unix + needs).contains(same), same);
            assertTrue(windows.contains(same), same);
        }
        assertTrue(windows.contains("nobody has run it on Windows yet"));
    }
}
