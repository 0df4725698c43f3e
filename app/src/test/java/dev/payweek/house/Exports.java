package dev.payweek.house;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the core lets others see, by its module descriptor. */
final class Exports {

    /** The packages that stores and statement formats implement; all others are the API. */
    static final List<String> SPI = List.of("statement", "store");

    private static final Pattern EXPORTED = Pattern.compile("(?m)^\\s*exports dev\\.payweek\\.(\\w+);");

    private Exports() {}

    /** Returns the last words of the names of the exported packages, in alphabetical order. */
    static List<String> of(String descriptor) {
        return EXPORTED.matcher(descriptor)
                .results()
                .map((MatchResult export) -> export.group(1))
                .sorted()
                .toList();
    }

    static List<String> ofCore() {
        return of(WorkingTree.ofProject().text("budget-core/src/main/java/module-info.java"));
    }

    static List<String> api(List<String> exported) {
        return exported.stream().filter(name -> !SPI.contains(name)).toList();
    }
}
