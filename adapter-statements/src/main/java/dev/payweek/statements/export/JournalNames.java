package dev.payweek.statements.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Account names that a journal takes, one for each name of the ledger's. What had to be changed may make two names
 * alike; the later one then gets a number, so that no two accounts ever become one.
 */
final class JournalNames {

    private final UnaryOperator<String> spelling;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    JournalNames(UnaryOperator<String> spelling) {
        this.spelling = spelling;
    }

    /** Returns the name for a path of the ledger, such as {@code Expenses:Fun:Dining}. */
    String of(String path) {
        return known.computeIfAbsent(path, name -> {
            String spelled = spelling.apply(name);
            String free = spelled;
            // Some programs do not distinguish letter case.
            for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
                free = spelled + "-" + i;
            }
            return free;
        });
    }
}
