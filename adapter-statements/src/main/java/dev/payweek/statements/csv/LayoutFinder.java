package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.WrittenDate;
import dev.payweek.statements.cell.YearlessDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds out what the columns of a file mean, from the headings and from what stands below them. A heading alone decides
 * nothing: the cells must bear it out, so that {@code Valuta} is a day in one file and a currency in another.
 */
final class LayoutFinder {

    private static final List<ColumnRole> DAYS =
            List.of(ColumnRole.BOOKING_DATE, ColumnRole.DATE, ColumnRole.TRANSACTION_DATE, ColumnRole.VALUE_DATE);
    private static final List<ColumnRole> WORDS =
            List.of(ColumnRole.PAYEE, ColumnRole.PAYER, ColumnRole.PURPOSE, ColumnRole.KIND);

    private static final int LEAP_YEAR = 2024;

    private final List<CsvRow> preamble;
    private final Optional<CsvRow> header;
    private final List<CsvRow> body;
    private final int width;
    private final List<ColumnProfile> profiles;
    private final List<Map<ColumnRole, Integer>> meanings = new ArrayList<>();
    private final Map<ColumnRole, Integer> columns = new EnumMap<>(ColumnRole.class);
    private boolean sidesNamed = true;
    private Optional<LocalDate> lastDay = Optional.empty();

    private LayoutFinder(List<CsvRow> sample) {
        Optional<Integer> place = Header.find(sample);
        header = place.map(sample::get);
        preamble = sample.subList(0, place.orElse(0));
        List<CsvRow> below = sample.subList(place.map(i -> i + 1).orElse(0), sample.size());
        width = Math.max(regularWidth(below), header.map(CsvRow::width).orElse(0));
        body = regular(below);
        profiles = IntStream.range(0, width)
                .mapToObj(column -> ColumnProfile.of(body, column))
                .toList();
        for (int column = 0; column < width; column++) {
            meanings.add(header.isPresent() ? Vocabulary.meanings(header.get().cell(column)) : Map.of());
        }
    }

    /**
     * Returns the layout.
     *
     * @param sample the first rows of the file
     * @throws LedgerException if no column holds dates or none holds amounts
     */
    static Layout find(List<CsvRow> sample, ReadOptions options) {
        return new LayoutFinder(sample).layout(options);
    }

    private Layout layout(ReadOptions options) {
        header.ifPresent(LayoutFinder::refuseJournal);
        findDay(options);
        findMoney();
        for (ColumnRole meaning : List.of(
                ColumnRole.CURRENCY,
                ColumnRole.CATEGORY,
                ColumnRole.ID,
                ColumnRole.OWN_ACCOUNT,
                ColumnRole.ACCOUNT_NAME,
                ColumnRole.STATUS)) {
            named(meaning).ifPresent(column -> columns.put(meaning, column));
        }
        findUnnamed();
        List<Integer> words = words();
        // Only now, for the payer's name is one of the words as well.
        named(ColumnRole.PAYER).ifPresent(column -> columns.put(ColumnRole.PAYER, column));
        return new Layout(
                header,
                width,
                new Columns(columns),
                titles(words),
                words,
                sidesNamed,
                currencyOfHeading(),
                Preamble.account(preamble),
                lastDay);
    }

    /** The lines of a journal are halves of bookings between accounts; read as movements they would be nonsense. */
    private static void refuseJournal(CsvRow header) {
        header.cells().stream()
                .filter(heading -> Vocabulary.JOURNALS.is(heading))
                .findFirst()
                .ifPresent(heading -> {
                    throw LedgerException.invalid(
                            "file",
                            "journal",
                            "The file is an accounting journal, as its column \"" + heading
                                    + "\" shows, and no bank statement.");
                });
    }

    private void findDay(ReadOptions options) {
        Optional<Integer> answered = options.answer("date_column").map(this::columnNamed);
        Optional<Integer> named =
                DAYS.stream().flatMap(day -> named(day).stream()).findFirst();
        Optional<Integer> found = answered.or(() -> named)
                .or(() -> IntStream.range(0, width)
                        .filter(column -> profiles.get(column).holdsDates()
                                && profiles.get(column).filled() * 2 >= body.size())
                        .boxed()
                        .findFirst());
        columns.put(ColumnRole.DATE, found.or(() -> yearless(options)).orElseThrow(this::noDates));
    }

    /** Finds the column whose heading speaks of a day and whose days lack the year, which must come from elsewhere. */
    private Optional<Integer> yearless(ReadOptions options) {
        Optional<Integer> column = IntStream.range(0, width)
                .filter(place -> meanings.get(place).keySet().stream().anyMatch(ColumnRole::isDate))
                .filter(place -> body.stream()
                                .filter(row -> YearlessDate.withYear(row.cell(place), LEAP_YEAR)
                                        .flatMap(WrittenDate::of)
                                        .isPresent())
                                .count()
                        > body.size() / 2)
                .boxed()
                .findFirst();
        if (column.isPresent()) {
            lastDay = options.answer("year")
                    .map(LayoutFinder::endOf)
                    .or(() -> Preamble.lastDay(preamble))
                    .or(() -> {
                        throw LedgerException.invalid(
                                "year",
                                "missing",
                                "The days of the file, such as \"" + body.get(0).cell(column.get()) + "\" in line "
                                        + body.get(0).line() + ", have no year; the parameter year gives it.");
                    });
        }
        return column;
    }

    private static LocalDate endOf(String year) {
        if (!year.strip().matches("(?:19|20)\\d{2}")) {
            throw LedgerException.invalid("year", "unknown", "\"" + year + "\" is no year.");
        }
        return LocalDate.of(Integer.parseInt(year.strip()), 12, 31);
    }

    private Integer columnNamed(String name) {
        for (int column = 0; column < width; column++) {
            int place = column;
            if (name.equals(Integer.toString(column + 1))
                    || header.filter(row -> row.cell(place).equalsIgnoreCase(name.strip()))
                            .isPresent()) {
                return column;
            }
        }
        throw LedgerException.invalid("date_column", "unknown", "The file has no column \"" + name + "\".");
    }

    private void findMoney() {
        Optional<Integer> amount = named(ColumnRole.AMOUNT);
        Optional<Integer> in = named(ColumnRole.MONEY_IN);
        Optional<Integer> out = named(ColumnRole.MONEY_OUT);
        boolean sides = in.isPresent() && out.isPresent();
        named(ColumnRole.BALANCE).ifPresent(column -> columns.put(ColumnRole.BALANCE, column));
        named(ColumnRole.DIRECTION).ifPresent(column -> columns.put(ColumnRole.DIRECTION, column));
        // Where both are, the sides decide what an amount without a sign leaves open.
        if (amount.isPresent() && (!sides || profiles.get(amount.get()).holdsNegatives())) {
            columns.put(ColumnRole.AMOUNT, amount.get());
        } else if (sides || in.isPresent() || out.isPresent()) {
            in.or(() -> otherSide(out)).ifPresent(column -> columns.put(ColumnRole.MONEY_IN, column));
            out.or(() -> otherSide(in)).ifPresent(column -> columns.put(ColumnRole.MONEY_OUT, column));
        } else {
            guessMoney();
        }
    }

    /**
     * Where only one side has a heading that is known, the other is the column filled in just the rows it leaves out.
     */
    private Optional<Integer> otherSide(Optional<Integer> side) {
        return IntStream.range(0, width)
                .filter(column -> meanings.get(column).isEmpty() && !columns.containsValue(column))
                .filter(column -> profiles.get(column).holdsMoney())
                .filter(column -> side.isPresent() && body.stream().allMatch(row -> isEither(row, side.get(), column)))
                .boxed()
                .findFirst();
    }

    private static boolean isEither(CsvRow row, int one, int other) {
        return WrittenMoney.isNothing(row.cell(one)) || WrittenMoney.isNothing(row.cell(other));
    }

    private void guessMoney() {
        List<Integer> open = IntStream.range(0, width)
                .filter(column -> meanings.get(column).isEmpty() && column != columns.getOrDefault(ColumnRole.DATE, -1))
                .boxed()
                .toList();
        MoneyGuess guess = MoneyGuess.of(body, profiles, open).orElseThrow(this::noAmounts);
        columns.putAll(guess.columns());
        sidesNamed = !guess.hasSides();
    }

    /** What a file without headings, or with unknown ones, can still show by its cells. */
    private void findUnnamed() {
        for (int column = 0; column < width; column++) {
            if (!meanings.get(column).isEmpty() || columns.containsValue(column)) {
                continue;
            }
            ColumnProfile profile = profiles.get(column);
            if (profile.holdsCurrencies()) {
                columns.putIfAbsent(ColumnRole.CURRENCY, column);
            } else if (profile.holdsWays() && tellsWays(profile)) {
                columns.putIfAbsent(ColumnRole.DIRECTION, column);
            }
        }
    }

    /** A lone letter D may mean anything; D and C in one column, or a whole word, mean the way of the money. */
    private static boolean tellsWays(ColumnProfile profile) {
        return profile.holdsBothWays() || profile.values().stream().allMatch(value -> value.length() > 1);
    }

    private boolean isRegular(int column) {
        return profiles.get(column).filled() * 2 > body.size();
    }

    private Optional<Integer> named(ColumnRole meaning) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int column = 0; column < width; column++) {
            int rank = rank(column, meaning);
            if (rank < bestRank && isBorneOut(column, meaning) && !columns.containsValue(column)) {
                best = column;
                bestRank = rank;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    private int rank(int column, ColumnRole meaning) {
        Map<ColumnRole, Integer> own = meanings.get(column);
        if (meaning == ColumnRole.OWN_ACCOUNT && column == 0 && own.containsKey(ColumnRole.FIRST_ACCOUNT)) {
            // Konto and IBAN may be the other side's, but the first column of a file is about the customer.
            return 1000;
        }
        return own.getOrDefault(meaning, Integer.MAX_VALUE);
    }

    private boolean isBorneOut(int column, ColumnRole meaning) {
        ColumnProfile profile = profiles.get(column);
        if (body.isEmpty()) {
            return true;
        }
        return switch (meaning) {
            case BOOKING_DATE, DATE, TRANSACTION_DATE, VALUE_DATE -> profile.holdsDates();
            case AMOUNT, BALANCE -> profile.holdsAmounts();
            case MONEY_IN, MONEY_OUT -> profile.holdsAmounts() || profile.filled() == 0;
            case DIRECTION -> profile.holdsWays();
            case CURRENCY -> profile.holdsCurrencies();
            default -> true;
        };
    }

    private List<Integer> words() {
        List<Integer> named = IntStream.range(0, width)
                .filter(column -> !columns.containsValue(column))
                .filter(column -> WORDS.stream().anyMatch(meanings.get(column)::containsKey))
                .boxed()
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return IntStream.range(0, width)
                .filter(column -> !columns.containsValue(column))
                .filter(column -> profiles.get(column).holdsWords())
                .boxed()
                .toList();
    }

    /**
     * The other side's name first, then what it was for; what is the same in every row distinguishes no movement.
     */
    private List<Integer> titles(List<Integer> words) {
        Map<Integer, Integer> order = new HashMap<>();
        for (int column : words) {
            int place = WORDS.size();
            for (int i = WORDS.size() - 1; i >= 0; i--) {
                place = meanings.get(column).containsKey(WORDS.get(i)) ? i : place;
            }
            boolean tellsNothing = (body.size() > 2 && profiles.get(column).isConstant() && isRegular(column))
                    || profiles.get(column).holdsWays();
            order.put(column, place + (tellsNothing ? WORDS.size() + 1 : 0));
        }
        List<Integer> titles = new ArrayList<>(words);
        titles.sort(Comparator.comparingInt(column -> order.getOrDefault(column, 0)));
        return List.copyOf(titles);
    }

    private Optional<Currency> currencyOfHeading() {
        int column = columns.getOrDefault(ColumnRole.AMOUNT, columns.getOrDefault(ColumnRole.MONEY_OUT, -1));
        String heading = header.map(row -> row.cell(column)).orElse("");
        for (String word : heading.split("[\\s()\\[\\]]+")) {
            Optional<Currency> currency = Currencies.of(word);
            if (currency.isPresent() && !word.equals(heading)) {
                return currency;
            }
        }
        return Optional.empty();
    }

    private List<CsvRow> regular(List<CsvRow> rows) {
        int usual = regularWidth(rows);
        List<CsvRow> regular = rows.stream().filter(row -> row.width() == usual).toList();
        return regular.size() * 5 >= rows.size() * 3 ? regular : rows;
    }

    private static int regularWidth(List<CsvRow> rows) {
        Map<Integer, Integer> count = new HashMap<>();
        rows.forEach(row -> count.merge(row.width(), 1, Integer::sum));
        return count.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private LedgerException noDates() {
        String message = "No column of the file holds dates, so it cannot be read as a bank statement.";
        for (int column = 0; column < width; column++) {
            int place = column;
            Optional<CsvRow> wrong =
                    body.stream().filter(row -> !row.cell(place).isEmpty()).findFirst();
            if (meanings.get(column).keySet().stream().anyMatch(ColumnRole::isDate) && wrong.isPresent()) {
                message = "The column \"" + header.map(row -> row.cell(place)).orElse("") + "\" holds no dates: \""
                        + wrong.get().cell(column) + "\" in line " + wrong.get().line() + " is none.";
            }
        }
        return LedgerException.invalid("date", "no_dates", message);
    }

    private LedgerException noAmounts() {
        return LedgerException.invalid(
                "amount",
                "no_amounts",
                "No column of the file holds amounts, so it cannot be read as a bank statement.");
    }
}
