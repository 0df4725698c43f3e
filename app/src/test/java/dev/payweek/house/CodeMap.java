package dev.payweek.house;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packages that ARCHITECTURE.md names in its code map, and those that there are. */
final class CodeMap {

    private static final String BASE = "dev.payweek.";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)/` \\|[^|\\n]*\\|([^|\\n]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`(\\.?[a-z0-9]+(?:\\.[a-z0-9]+)*)`");

    private CodeMap() {}

    /**
     * Returns {@code module: package} for each package that the last column of the table names, without {@code
     * dev.payweek} before it. A name that begins with a point goes on from the first part of the one before it: {@code
     * statements.csv}, {@code .ofx}.
     */
    static Set<String> named(String document) {
        Set<String> named = new TreeSet<>();
        ROW.matcher(document).results().forEach(row -> {
            String first = "";
            for (MatchResult name : NAME.matcher(row.group(2)).results().toList()) {
                String text = name.group(1).startsWith(".") ? first + name.group(1) : name.group(1);
                first = text.replaceFirst("\\..*", "");
                named.add(row.group(1) + ": " + text);
            }
        });
        return named;
    }

    /** Returns {@code module: package} for each package with a tour in the main code of a module. */
    static Set<String> existing(WorkingTree tree) {
        return tree.files("package-info.java").stream()
                .map(file -> tree.root().relativize(file))
                .filter(file -> file.subpath(1, 4).equals(Path.of("src", "main", "java")))
                .map(file -> file.getName(0) + ": " + packageOf(file))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String packageOf(Path file) {
        String name = file.subpath(4, file.getNameCount() - 1)
                .toString()
                .replace(file.getFileSystem().getSeparator(), ".");
        return name.startsWith(BASE) ? name.substring(BASE.length()) : name;
    }
}
