package dev.payweek.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Account;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody who embeds the core meets of its values. */
class SurfaceTest {

    private static final Set<Class<?>> ABSENCE = Set.of(Optional.class, OptionalInt.class, OptionalLong.class);
    private static final int MOST_ARGUMENTS = 5;

    static Stream<String> packages() {
        return Stream.of("money", "period", "category", "ledger", "match", "rule", "plan", "report", "refusal");
    }

    private static List<Class<?>> publicTypes(String name) throws IOException, URISyntaxException {
        Path classes = Path.of(Account.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("dev/payweek").resolve(name))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .<Class<?>>map(file -> load("dev.payweek." + name + "." + file.substring(0, file.length() - 6)))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, SurfaceTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> awkward(List<Class<?>> types) {
        return types.stream()
                .flatMap(type -> Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors())))
                .filter(one -> Modifier.isPublic(one.getModifiers()) && !one.isSynthetic() && !isCanonical(one))
                .filter(one -> one.getParameterCount() > MOST_ARGUMENTS
                        || Arrays.stream(one.getParameterTypes()).anyMatch(ABSENCE::contains))
                .map(Executable::toString)
                .toList();
    }

    private static boolean isCanonical(Executable one) {
        return one instanceof Constructor<?> constructor
                && constructor.getDeclaringClass().isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(constructor.getDeclaringClass().getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void nothing_public_takes_an_optional_or_more_than_five_arguments(String name) throws Exception {
        List<Class<?>> types = publicTypes(name);
        assertFalse(types.isEmpty());
        assertEquals(List.of(), awkward(types));
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
    }

    @Test
    void an_optional_and_a_sixth_argument_are_caught() {
        assertEquals(2, awkward(List.of(Planted.class)).size());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void every_public_type_says_whether_threads_may_share_it(String name) throws Exception {
        Path sources = Path.of("src/main/java/dev/payweek").resolve(name);
        for (Class<?> type : publicTypes(name)) {
            if (type.getEnclosingClass() == null) {
                String text = Files.readString(sources.resolve(type.getSimpleName() + ".java"));
                String before = text.substring(0, text.indexOf("\npublic "));
                assertTrue(before.matches("(?s).*/\\*\\*.*[Ss]afe\\s.*threads.*"), type.getName());
            }
        }
    }
}
