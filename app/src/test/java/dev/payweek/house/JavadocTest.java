package dev.payweek.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocTest {

    private static final Pattern PUBLIC_TYPE = Pattern.compile("(?m)^public ");

    /** A word of code is a name; what is more than a name shows a value, or how something is called. */
    private static final Pattern SHOWN = Pattern.compile("\\{@code\\s+(?![A-Za-z_]\\w*})");

    private final WorkingTree core =
            new WorkingTree(WorkingTree.ofProject().root().resolve("budget-core/src/main/java"));

    private List<String> packages() {
        return core.files("package-info.java").stream()
                .map(file -> core.root().relativize(file.getParent()).toString().replace(File.separatorChar, '.'))
                .toList();
    }

    private static boolean lacksExample(String source) {
        Matcher type = PUBLIC_TYPE.matcher(source);
        if (!type.find()) {
            return false;
        }
        String above = source.substring(0, type.start());
        int javadoc = above.lastIndexOf("/**");
        return javadoc < 0 || !SHOWN.matcher(above.substring(javadoc)).find();
    }

    @Test
    void every_public_type_of_the_core_shows_an_example() {
        List<Path> types = core.files(".java").stream()
                .filter(file -> PUBLIC_TYPE.matcher(WorkingTree.text(file)).find())
                .toList();
        assertTrue(types.size() >= 90, "only " + types.size() + " public types found");
        List<String> without = types.stream()
                .filter(file -> lacksExample(WorkingTree.text(file)))
                .map(file -> file.getFileName().toString())
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void every_example_of_the_core_runs_and_gives_what_it_says(@TempDir Path folder) throws Exception {
        List<Example> examples = core.files(".java").stream()
                .flatMap(file -> Example.in(file.getFileName().toString(), WorkingTree.text(file)).stream())
                .toList();
        assertTrue(examples.size() >= 50, "only " + examples.size() + " examples found");
        assertEquals(List.of(), Example.faults(examples, packages(), folder));
    }

    @Test
    void a_type_without_an_example_is_caught() {
        assertTrue(lacksExample("public final class Bare {}"));
        assertTrue(lacksExample("/** Says {@code little}. */\npublic record Bare() {}"));
        assertTrue(lacksExample("/** Shows {@code 4.50}, of a part. */\n/** Bare. */\npublic enum Bare {}"));
        assertFalse(lacksExample("/** Such as {@code 4.50 USD}. */\npublic record Shown() {}"));
        assertFalse(lacksExample("/** Not public, so it need not. */\nfinal class Hidden {}"));
    }

    @Test
    void an_example_that_says_something_else_is_caught(@TempDir Path folder) throws Exception {
        String source = """
                /**
                 * <pre>{@code
                 * Money.of("4.50", "USD").negated();    // 4.50 USD
                 * }</pre>
                 */
                """;
        assertEquals(
                List.of("Wrong.java:2 java.lang.AssertionError: says \"4.50 USD\" and gives \"-4.50 USD\""),
                Example.faults(Example.in("Wrong.java", source), packages(), folder));
    }

    @Test
    void an_example_that_does_not_compile_is_caught(@TempDir Path folder) throws Exception {
        List<String> faults =
                Example.faults(List.of(new Example("Wrong.java:2", List.of("Money.gone();"))), packages(), folder);
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).endsWith(" in: Money.gone();"), faults.get(0));
    }
}
