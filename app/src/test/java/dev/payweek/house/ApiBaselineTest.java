package dev.payweek.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the core has promised in a release it does not take back; breaks are planted, since nothing is released yet. */
class ApiBaselineTest {

    private static final String MONEY = "public interface Purse { long units(); }";
    private static final String FORMAT = "public interface Format { String name(); }";

    private final WorkingTree tree = WorkingTree.ofProject();
    private final ApiBaseline baseline = ApiBaseline.in(tree.text("budget-core/pom.xml"));

    @TempDir
    private Path folder;

    @Test
    void exactly_the_exported_packages_are_compared() {
        assertEquals(
                Exports.ofCore().stream().map(name -> "dev.payweek." + name).toList(), baseline.packages());
    }

    @Test
    void a_comparison_is_skipped_just_as_long_as_there_is_no_release() {
        String parent = tree.text("pom.xml");
        assertEquals(
                property("baseline.version", parent).isEmpty(),
                property("baseline.skip", parent).equals("true"));
    }

    private static String property(String name, String pom) {
        Matcher value =
                Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)</").matcher(pom);
        if (!value.find()) {
            throw new IllegalArgumentException("no property " + name);
        }
        return value.group(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public interface Purse { int units(); }                                     | the type of an answer
            public interface Purse {}                                                   | a method that is gone
            public interface Purse { long units(); void add(long more); }               | a method to implement
            public interface Purse { long units() throws java.io.IOException; }         | an exception to catch
            interface Purse { long units(); }                                           | a type nobody sees any more
            """)
    void a_broken_promise_is_found(String after, String what) throws Exception {
        assertEquals(List.of("dev.payweek.money.Purse"), broken("money", MONEY, after), what);
    }

    @Test
    void a_broken_promise_to_a_statement_format_is_found() throws Exception {
        assertEquals(
                List.of("dev.payweek.statement.Format"),
                broken("statement", FORMAT, "public interface Format { String name(int length); }"));
    }

    @Test
    void what_is_only_added_breaks_nothing() throws Exception {
        assertEquals(
                List.of(),
                broken("money", MONEY, "public interface Purse { long units(); default long half() { return 0; } }"));
    }

    @Test
    void what_is_not_exported_may_change() throws Exception {
        assertEquals(List.of(), broken("edit", MONEY, "public interface Purse {}"));
    }

    private List<String> broken(String room, String before, String after) throws IOException {
        return baseline.broken(jar("before", room, before), jar("after", room, after));
    }

    private Path jar(String name, String room, String type) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(name));
        Path source = sources.resolve(type.replaceFirst("(public )?interface (\\w+).*", "$2") + ".java");
        Files.writeString(source, "package dev.payweek." + room + ";\n" + type);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", sources.toString(), source.toString());
        assertEquals(0, failed, type);
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                var entries = new JarOutputStream(file)) {
            for (Path compiled : new WorkingTree(sources).files(".class")) {
                entries.putNextEntry(new JarEntry(sources.relativize(compiled).toString()));
                Files.copy(compiled, entries);
            }
        }
        return jar;
    }
}
