package dev.payweek.surface;

import dev.payweek.ledger.Account;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** How public types can be called. */
final class Surface {

    private static final Set<Class<?>> ABSENCE = Set.of(Optional.class, OptionalInt.class, OptionalLong.class);
    private static final int MOST_ARGUMENTS = 5;

    private Surface() {}

    /** Returns the public types of one package of the core, nested ones too. */
    static List<Class<?>> publicTypes(String name) throws IOException, URISyntaxException {
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
            return Class.forName(name, false, Surface.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what takes an absence or too many arguments, but for canonical constructors. */
    static List<String> awkward(List<Class<?>> types) {
        return types.stream()
                .flatMap(Surface::callable)
                .filter(one -> !isCanonical(one) && isAwkward(one))
                .map(Executable::toString)
                .toList();
    }

    /**
     * Returns the records that can be made only by an awkward canonical constructor although something takes them:
     * those without another constructor, factory or constant to begin with, or without a method that gives the same
     * with something changed.
     */
    static List<String> recordsWithoutAnotherWay(List<Class<?>> types) {
        Set<Class<?>> handedIn = new HashSet<>();
        types.stream()
                .flatMap(Surface::callable)
                .filter(one -> !isCanonical(one))
                .flatMap(one -> Arrays.stream(one.getGenericParameterTypes()))
                .forEach(type -> addAll(handedIn, type));
        return types.stream()
                .filter(type -> type.isRecord() && handedIn.contains(type))
                .filter(type -> callable(type).anyMatch(one -> isCanonical(one) && isAwkward(one)))
                .filter(type -> !canBegin(type) || !canGoOn(type))
                .map(Class::getName)
                .toList();
    }

    private static boolean canBegin(Class<?> type) {
        return Arrays.stream(type.getFields()).anyMatch(constant -> constant.getType() == type)
                || callable(type)
                        .filter(one -> !isCanonical(one) && !isAwkward(one))
                        .anyMatch(one -> one instanceof Constructor<?>
                                || (one instanceof Method method
                                        && Modifier.isStatic(method.getModifiers())
                                        && gives(method).contains(type)));
    }

    private static boolean canGoOn(Class<?> type) {
        return callable(type)
                .filter(one -> !isAwkward(one) && one.getParameterCount() > 0)
                .anyMatch(one -> one instanceof Method method
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() == type);
    }

    private static Set<Class<?>> gives(Method method) {
        Set<Class<?>> given = new HashSet<>();
        addAll(given, method.getGenericReturnType());
        return given;
    }

    private static void addAll(Set<Class<?>> found, Type type) {
        if (type instanceof Class<?> plain) {
            found.add(plain.isArray() ? plain.getComponentType() : plain);
        } else if (type instanceof ParameterizedType several) {
            addAll(found, several.getRawType());
            Arrays.stream(several.getActualTypeArguments()).forEach(one -> addAll(found, one));
        } else if (type instanceof WildcardType any) {
            Arrays.stream(any.getUpperBounds()).forEach(one -> addAll(found, one));
        }
    }

    private static Stream<Executable> callable(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(one -> Modifier.isPublic(one.getModifiers()) && !one.isSynthetic());
    }

    private static boolean isAwkward(Executable one) {
        return one.getParameterCount() > MOST_ARGUMENTS
                || Arrays.stream(one.getParameterTypes()).anyMatch(ABSENCE::contains);
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
}
