package dev.payweek.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody who embeds the core meets of it.
 *
 * <p>Nothing public takes an absence or more than five arguments one by one. A record's canonical constructor may,
 * since it is how stores and formats make a thing of all its parts at once; but a record that anything takes from a
 * caller can then be begun in an easier way, with a factory, a constant or another constructor, and gone on with by
 * methods such as {@code withNote}. What the core only hands out, as a report, nobody needs to make.
 */
class SurfaceTest {

    private static final List<String> ROOMS = List.of(
            "budget",
            "category",
            "ledger",
            "match",
            "money",
            "period",
            "plan",
            "refusal",
            "report",
            "rule",
            "statement",
            "store");

    private static final Pattern EXPORTED = Pattern.compile("exports dev\\.payweek\\.(\\w+);");
    private static final Pattern SAFE = Pattern.compile("(?s).*/\\*\\*.*[Ss]afe\\s.*threads?.*");

    static List<String> packages() {
        return ROOMS;
    }

    @Test
    void every_exported_package_is_looked_at() throws Exception {
        List<String> exported = EXPORTED.matcher(Files.readString(Path.of("src/main/java/module-info.java")))
                .results()
                .map((MatchResult export) -> export.group(1))
                .toList();
        assertEquals(11, exported.size());
        assertEquals(
                List.of(),
                exported.stream().filter(name -> !ROOMS.contains(name)).toList());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void nothing_public_takes_an_optional_or_more_than_five_arguments(String name) throws Exception {
        List<Class<?>> types = Surface.publicTypes(name);
        assertFalse(types.isEmpty());
        assertEquals(List.of(), Surface.awkward(types));
    }

    @Test
    void a_record_that_callers_hand_in_can_be_made_without_all_its_parts() throws Exception {
        List<Class<?>> types = new ArrayList<>();
        for (String name : ROOMS) {
            types.addAll(Surface.publicTypes(name));
        }
        assertEquals(List.of(), Surface.recordsWithoutAnotherWay(types));
    }

    /** Offends on purpose. */
    public record Planted(Optional<String> name) {

        /** Takes an absence. */
        public Planted(Optional<String> name, int more) {
            this(more > 0 ? name : Optional.empty());
        }

        /** Takes six. */
        public static int sum(int one, int two, int three, int four, int five, int six) {
            return one + two + three + four + five + six;
        }

        /** Takes its like. */
        public boolean isLike(Planted other) {
            return equals(other);
        }
    }

    @Test
    void an_optional_and_a_sixth_argument_are_caught() {
        assertEquals(2, Surface.awkward(List.of(Planted.class)).size());
    }

    @Test
    void a_record_that_can_be_made_only_of_all_its_parts_is_caught() {
        assertEquals(List.of(Planted.class.getName()), Surface.recordsWithoutAnotherWay(List.of(Planted.class)));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void every_public_type_says_whether_threads_may_share_it(String name) throws Exception {
        Path sources = Path.of("src/main/java/dev/payweek").resolve(name);
        for (Class<?> type : Surface.publicTypes(name)) {
            if (type.getEnclosingClass() == null) {
                String text = Files.readString(sources.resolve(type.getSimpleName() + ".java"));
                assertTrue(saysWhetherThreadsMayShareIt(text), type.getName());
            }
        }
    }

    @Test
    void a_type_that_is_silent_about_threads_is_caught() {
        assertTrue(saysWhetherThreadsMayShareIt(
                "/** Kept. Not safe for use by several threads. */\npublic class Kept {}"));
        assertFalse(saysWhetherThreadsMayShareIt("/** Kept. */\npublic class Kept {} // safe for threads"));
    }

    private static boolean saysWhetherThreadsMayShareIt(String source) {
        String before = source.substring(0, source.indexOf("\npublic "));
        return SAFE.matcher(before).matches();
    }

    /** Whoever reads the annotations, as Kotlin and NullAway do, need not guess what may be null: nothing. */
    @ParameterizedTest
    @MethodSource("packages")
    void nothing_is_null_unless_it_says_so(String name) throws Exception {
        Class<?> tour = Class.forName("dev.payweek." + name + ".package-info");
        assertTrue(tour.isAnnotationPresent(NullMarked.class), name);
    }
}
