package dev.payweek.statements.csv;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the lines above the header tell: the IBAN of the account, if they name just one. */
final class Preamble {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    private Preamble() {}

    static Optional<String> account(List<CsvRow> rows) {
        Set<String> found = new TreeSet<>();
        for (CsvRow row : rows) {
            for (String cell : row.cells()) {
                String compact = cell.replace(" ", "");
                if (IBAN.matcher(compact).matches()) {
                    found.add(compact);
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
