package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DateOrderEvidence;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the lines above the header say: the IBAN of the account, if they name just one, and the statement's end. */
final class Preamble {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    private static final Pattern DAY = Pattern.compile(
            "\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}\\.? \\p{L}{3,10}\\.? \\d{4}|\\p{L}{3,10} \\d{1,2},? \\d{4}");

    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(?:19|20)\\d{2}(?![\\d.,]\\d|\\d)");

    /** An amount with decimals, and a word or sign before or behind it. */
    private static final Pattern BESIDE = Pattern.compile("-?\\d[\\d.,' ]*[.,]\\d{2,3} ?[^\\s\\d:()-]{1,4}(?!\\S)"
            + "|(?<!\\S)[^\\s\\d:()-]{1,4} ?-?\\d[\\d.,' ]*[.,]\\d{2,3}(?!\\d)");

    private Preamble() {}

    /** Returns the last day that any line names; of one that can be read in two ways, the later. */
    static Optional<LocalDate> lastDay(List<CsvRow> rows) {
        List<WrittenDate> found = days(rows);
        DateOrderEvidence evidence = new DateOrderEvidence();
        found.forEach(evidence::see);
        List<DateOrder> orders = evidence.order().map(List::of).orElse(List.of(DateOrder.values()));
        return found.stream()
                .flatMap(date -> orders.stream().flatMap(order -> date.under(order).stream()))
                .max(Comparator.naturalOrder());
    }

    /** Returns the days that lines name, in their order. */
    static List<WrittenDate> days(List<CsvRow> rows) {
        return rows.stream()
                .flatMap(row -> DAY.matcher(String.join(" ", row.cells())).results())
                .flatMap(match -> WrittenDate.of(match.group()).stream())
                .toList();
    }

    /** Returns the year that the lines name, if it is one or two that follow each other; of two the later. */
    static Optional<Integer> year(List<CsvRow> rows) {
        TreeSet<Integer> years = new TreeSet<>();
        rows.forEach(row -> YEAR.matcher(String.join(" ", row.cells()))
                .results()
                .forEach(match -> years.add(Integer.valueOf(match.group()))));
        return years.isEmpty() || years.last() - years.first() > 1 ? Optional.empty() : Optional.of(years.last());
    }

    /** Returns the currency that a line names behind a word for currency: {@code Currency: KWD}. */
    static Optional<Currency> currency(List<CsvRow> rows) {
        for (CsvRow row : rows) {
            List<String> words = row.cells().stream()
                    .flatMap(cell -> Stream.of(cell.split("[\\s:：()]+")))
                    .toList();
            boolean named =
                    words.stream().anyMatch(word -> Vocabulary.meanings(word).containsKey(ColumnRole.CURRENCY));
            Optional<Currency> found =
                    words.stream().flatMap(word -> Currencies.of(word).stream()).findFirst();
            if (named && found.isPresent()) {
                return found;
            }
        }
        return beside(rows);
    }

    /** {@code Opening balance: 6,160.82 AED}: the currency that stands beside amounts, if it is one. */
    private static Optional<Currency> beside(List<CsvRow> rows) {
        Set<Currency> found = new HashSet<>();
        for (CsvRow row : rows) {
            for (String cell : row.cells()) {
                BESIDE.matcher(cell)
                        .results()
                        .flatMap(match -> WrittenAmount.of(match.group()).stream())
                        .forEach(amount -> amount.currency().ifPresent(found::add));
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    static Optional<String> account(List<CsvRow> rows) {
        Set<String> found = new TreeSet<>();
        for (CsvRow row : rows) {
            for (String cell : row.cells()) {
                // Konto: DE89 3704 0044 0532 0130 00
                String compact = cell.substring(cell.indexOf(':') + 1).replace(" ", "");
                if (IBAN.matcher(compact).matches()) {
                    found.add(compact);
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
