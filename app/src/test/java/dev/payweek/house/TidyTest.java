package dev.payweek.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyTest {

    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_FILE = 400;
    private static final Pattern LEFTOVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern LENGTH_OF_NAME = Pattern.compile("\\b80\\b");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern TAGGED =
            Pattern.compile("// tag::(\\w+)\\[]\\n(.*?)\\n\\s*// end::\\1\\[]", Pattern.DOTALL);

    private final WorkingTree tree = WorkingTree.ofProject();

    private static List<String> offendingLines(WorkingTree tree, Predicate<String> offends, String... endings) {
        List<String> found = new ArrayList<>();
        for (Path file : tree.files(endings)) {
            List<String> lines = WorkingTree.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (offends.test(lines.get(i))) {
                    found.add(tree.root().relativize(file) + ":" + (i + 1));
                }
            }
        }
        return found;
    }

    private static boolean isTooLong(String line) {
        return line.length() > LONGEST_LINE;
    }

    private static boolean isLeftover(String line) {
        return LEFTOVER.matcher(line).find();
    }

    private static List<String> packagesWithoutTour(WorkingTree tree) {
        return tree.files(".java").stream()
                .filter(file -> !file.getFileName().toString().equals("module-info.java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .filter(folder -> folder.toString().contains("src/main"))
                .map(folder -> tree.root().relativize(folder).toString())
                .toList();
    }

    @Test
    void lines_are_short_enough_to_read() {
        assertEquals(List.of(), offendingLines(tree, TidyTest::isTooLong, ".java", ".js", ".css", ".sh", ".sql"));
    }

    @Test
    void nothing_is_left_over() {
        assertEquals(
                List.of(),
                offendingLines(
                        tree, TidyTest::isLeftover, ".java", ".js", ".css", ".html", ".sql", ".tf", ".yml", ".md"));
    }

    @Test
    void files_are_short_enough_to_read() {
        List<String> tooLong = tree.files(".java", ".js", ".css").stream()
                .filter(file -> WorkingTree.text(file).lines().count() > LONGEST_FILE)
                .map(file -> tree.root().relativize(file).toString())
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void every_package_has_its_tour() {
        assertEquals(List.of(), packagesWithoutTour(tree));
    }

    private static List<String> lengthsOfNames(WorkingTree tree) {
        return tree.files(".java").stream()
                .map(file -> tree.root().relativize(file))
                .filter(file -> file.toString().contains("main"))
                // There it is a percentage and a number of days.
                .filter(file -> !file.toString().contains("discovery"))
                .flatMap(file -> JavaCode.bare(tree.text(file.toString()))
                        .lines()
                        .filter(line -> LENGTH_OF_NAME.matcher(line).find())
                        .map(line -> file.getFileName() + ": " + line.strip()))
                .toList();
    }

    /** So that a longer name is a change of one line. How much of a text a message repeats is another matter. */
    @Test
    void how_long_a_name_may_be_is_stated_once() {
        assertEquals(
                List.of(
                        "Validation.java: public static final int MAX_NAME = 80;",
                        "Validation.java: private static final int MAX_EXCERPT = 80;"),
                lengthsOfNames(tree));
    }

    @Test
    void the_documents_name_exactly_the_modules_that_exist() {
        Set<String> modules = new TreeSet<>();
        Matcher declared = MODULE.matcher(tree.text("pom.xml"));
        while (declared.find()) {
            modules.add(declared.group(1));
        }
        assertEquals(modules, modulesNamedIn(tree.text("ARCHITECTURE.md")));
        assertEquals(modules, modulesNamedIn(tree.text("README.md")));
    }

    @Test
    void the_code_map_names_exactly_the_packages_that_exist() {
        Set<String> existing = CodeMap.existing(tree);
        assertTrue(existing.size() >= 40, "only " + existing);
        assertEquals(existing, CodeMap.named(tree.text("ARCHITECTURE.md")));
    }

    @Test
    void a_package_the_code_map_lacks_and_one_that_is_gone_are_caught(@TempDir Path folder) throws Exception {
        for (String name : List.of("money", "money/coin")) {
            Path source = Files.createDirectories(
                    folder.resolve("core/src/main/java/dev/payweek").resolve(name));
            Files.writeString(source.resolve("package-info.java"), "/** A tour. */");
        }
        Path tests = Files.createDirectories(folder.resolve("core/src/test/java/dev/payweek/kit"));
        Files.writeString(tests.resolve("package-info.java"), "/** No main code. */");
        assertEquals(Set.of("core: money", "core: money.coin"), CodeMap.existing(new WorkingTree(folder)));
        assertEquals(
                Set.of("core: money", "core: money.gone", "web: page"),
                CodeMap.named("| `core/` | what | `money` (coins) → `.gone` |\n| `web/` | what | `page` |\n"));
    }

    /** A module is named as {@code `name/`} at the beginning of a table row. */
    private static Set<String> modulesNamedIn(String document) {
        Set<String> named = new TreeSet<>();
        Matcher rows = Pattern.compile("(?m)^\\| `([a-z-]+)/`").matcher(document);
        while (rows.find()) {
            named.add(rows.group(1));
        }
        return named;
    }

    @Test
    void the_readme_shows_code_that_is_compiled_and_run() {
        String readme = tree.text("README.md");
        List<String> tagged = new ArrayList<>();
        for (Path file : tree.files("Test.java")) {
            Matcher tag = TAGGED.matcher(WorkingTree.text(file));
            while (tag.find()) {
                tagged.add(unindented(tag.group(2)));
            }
        }
        assertFalse(tagged.isEmpty());
        for (String code : tagged) {
            assertTrue(readme.contains(code), "README.md lacks this code of the tests:\n" + code);
        }
    }

    private static String unindented(String code) {
        return code.stripIndent().strip();
    }

    @Test
    void every_test_that_architecture_md_names_exists() {
        Matcher named = Pattern.compile("`(\\w+Test)`").matcher(tree.text("ARCHITECTURE.md"));
        List<String> missing = new ArrayList<>();
        int count = 0;
        while (named.find()) {
            count++;
            String file = named.group(1) + ".java";
            if (tree.files(file).isEmpty()) {
                missing.add(file);
            }
        }
        assertTrue(count >= 10, "only " + count + " invariants name their test");
        assertEquals(List.of(), missing);
    }

    @Test
    void planted_offenders_are_caught(@TempDir Path folder) throws Exception {
        Path source = Files.createDirectories(folder.resolve("src/main/java/somewhere"));
        Files.writeString(source.resolve("Long.java"), "x".repeat(LONGEST_LINE + 1) + "\n// TO" + "DO later\n");
        WorkingTree planted = new WorkingTree(folder);
        assertEquals(
                List.of("src/main/java/somewhere/Long.java:1"), offendingLines(planted, TidyTest::isTooLong, ".java"));
        assertEquals(
                List.of("src/main/java/somewhere/Long.java:2"), offendingLines(planted, TidyTest::isLeftover, ".java"));
        assertEquals(List.of("src/main/java/somewhere"), packagesWithoutTour(planted));
        Files.writeString(source.resolve("Name.java"), "int most = 80; // not 80\nint less = 8_0 - 180;\n");
        assertEquals(List.of("Name.java: int most = 80;"), lengthsOfNames(planted));
    }
}
