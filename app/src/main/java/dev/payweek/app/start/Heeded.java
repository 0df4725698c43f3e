package dev.payweek.app.start;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an answer may depend on of the environment, and no more: the rest is nobody's business and may be secret. */
final class Heeded {

    /** Terminal, zone, and where settings are. */
    private static final Set<String> NAMES = Set.of("COLUMNS", "NO_COLOR", "LANG", "TZ", "HOME", "XDG_CONFIG_HOME");

    private Heeded() {}

    /** Returns the variables that count. */
    static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> heeded = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (NAMES.contains(name) || name.startsWith("PAYWEEK_") || name.startsWith("LC_")) {
                heeded.put(name, value);
            }
        });
        return heeded;
    }
}
