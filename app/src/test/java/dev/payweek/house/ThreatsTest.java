package dev.payweek.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each line of docs/THREATS.md that says something is protected names a test, which is there and tests something. */
class ThreatsTest {

    private static final Pattern NAMED = Pattern.compile("\\| `(\\w+Test)` \\|$");
    private static final Path ROOT = WorkingTree.ofProject().root();

    @Test
    void every_protection_names_a_test_that_there_is() throws Exception {
        String page = Files.readString(ROOT.resolve("docs/THREATS.md"));
        String guarded = page.substring(page.indexOf("## Protected"), page.indexOf("## Not protected"));
        List<String> lines = guarded.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| from") && !line.startsWith("| ---"))
                .toList();
        assertTrue(lines.size() >= 20, lines.size() + " lines");
        Set<String> missing = new TreeSet<>();
        for (String line : lines) {
            Matcher named = NAMED.matcher(line);
            if (!named.find() || !isTest(named.group(1))) {
                missing.add(line);
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static boolean isTest(String name) throws Exception {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> found = files.filter(file -> file.endsWith(name + ".java"))
                    .filter(file -> file.toString().contains("src/test/java"))
                    .collect(Collectors.toList());
            return found.size() == 1
                    && Pattern.compile("@(Test|ParameterizedTest|TestFactory)\\b")
                            .matcher(Files.readString(found.get(0)))
                            .find();
        }
    }
}
