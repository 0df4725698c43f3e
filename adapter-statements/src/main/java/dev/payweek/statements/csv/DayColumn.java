package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.WrittenDate;
import dev.payweek.statements.cell.YearlessDate;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The column of the day and the form in which days stand there.
 *
 * @param place the column
 * @param form the form
 * @param lastDay the last day of the statement, present only where days have no year and need it
 * @param openYear what to ask where nothing says the year of that day; it stands in a leap year until then
 */
record DayColumn(int place, DayForm form, Optional<LocalDate> lastDay, Optional<Question> openYear) {

    private static final List<ColumnRole> DAYS =
            List.of(ColumnRole.BOOKING_DATE, ColumnRole.DATE, ColumnRole.TRANSACTION_DATE, ColumnRole.VALUE_DATE);
    private static final int LEAP_YEAR = 2024;
    private static final int OFFERED = 4;

    /**
     * Returns the column of the day.
     *
     * @throws LedgerException if no column holds days
     */
    static DayColumn of(SampleTable table, ReadOptions options) {
        Optional<Integer> answered = options.answer("date_column").map(name -> columnNamed(table, name));
        Optional<Integer> named = DAYS.stream()
                .flatMap(day -> table.named(day, Set.of()).stream())
                .findFirst();
        Optional<Integer> found = answered.or(() -> named)
                .or(() -> table.columns()
                        .filter(column -> table.profile(column).holdsDates()
                                && table.profile(column).filled() * 2
                                        >= table.body().size())
                        .boxed()
                        .findFirst());
        return found.map(place -> new DayColumn(place, written(table, place), Optional.empty(), Optional.empty()))
                .or(() -> numbered(
                        table, DayForm.SERIAL, cell -> DayForm.serial(cell).isPresent()))
                .or(() -> numbered(
                        table, DayForm.EPOCH, cell -> DayForm.epoch(cell).isPresent()))
                .or(() -> yearless(table, options))
                .orElseThrow(() -> noDates(table));
    }

    private static DayForm written(SampleTable table, int place) {
        boolean buddhist = table.headings().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI)
                && table.body().stream().anyMatch(row -> DayForm.isBuddhist(row.cell(place)));
        return buddhist ? DayForm.BUDDHIST : DayForm.WRITTEN;
    }

    private static Integer columnNamed(SampleTable table, String name) {
        for (int column = 0; column < table.width(); column++) {
            boolean same =
                    !table.heading(column).isEmpty() && table.heading(column).equalsIgnoreCase(name.strip());
            if (name.equals(Integer.toString(column + 1)) || same) {
                return column;
            }
        }
        throw LedgerException.invalid("date_column", "unknown", "The file has no column \"" + name + "\".");
    }

    /** Numbers are days only under a heading that speaks of a day, and only if all of them are. */
    private static Optional<DayColumn> numbered(SampleTable table, DayForm form, Predicate<String> fits) {
        return table.columns()
                .filter(place -> isDay(table, place) && !table.body().isEmpty())
                .filter(place -> table.body().stream()
                        .map(row -> row.cell(place))
                        .allMatch(cell -> cell.isEmpty() || fits.test(cell)))
                .filter(table::isRegular)
                .mapToObj(place -> new DayColumn(place, form, Optional.empty(), Optional.empty()))
                .findFirst();
    }

    private static boolean isDay(SampleTable table, int place) {
        return table.meanings(place).keySet().stream().anyMatch(ColumnRole::isDate);
    }

    /** Finds the column whose heading speaks of a day and whose days lack the year, which must come from elsewhere. */
    private static Optional<DayColumn> yearless(SampleTable table, ReadOptions options) {
        Optional<Integer> column = table.columns()
                .filter(place -> isDay(table, place))
                .filter(place -> table.body().stream()
                                .filter(row -> YearlessDate.withYear(row.cell(place), LEAP_YEAR)
                                        .flatMap(WrittenDate::of)
                                        .isPresent())
                                .count()
                        > table.body().size() / 2)
                .boxed()
                .findFirst();
        return column.map(place -> {
            Optional<Integer> year =
                    options.answer("year").map(DayColumn::year).or(() -> Preamble.year(table.preamble()));
            Optional<LocalDate> lastDay =
                    options.answer("year").isPresent() ? Optional.empty() : Preamble.lastDay(table.preamble());
            return new DayColumn(
                    place,
                    DayForm.YEARLESS,
                    lastDay.or(() -> Optional.of(LastDay.of(table, place, year.orElse(LEAP_YEAR)))),
                    lastDay.isEmpty() && year.isEmpty()
                            ? table.example(place).map(row -> yearQuestion(row, place))
                            : Optional.empty());
        });
    }

    private static int year(String year) {
        if (!year.strip().matches("(?:19|20)\\d{2}")) {
            throw LedgerException.invalid("year", "unknown", "\"" + year + "\" is no year.");
        }
        return Integer.parseInt(year.strip());
    }

    /** Any year answers it, be it none of those offered. */
    private static Question yearQuestion(CsvRow example, int place) {
        int thisYear = Year.now(ZoneOffset.UTC).getValue();
        List<String> years = IntStream.range(0, OFFERED)
                .mapToObj(back -> Integer.toString(thisYear - back))
                .toList();
        return new Question(
                "year",
                "The days of the file, such as \"" + example.cell(place) + "\" in line " + example.line()
                        + ", have no year. Of which year is the last of them?",
                "year",
                years);
    }

    private static LedgerException noDates(SampleTable table) {
        String message = "No column of the file holds dates, so it cannot be read as a bank statement.";
        for (int column = 0; column < table.width(); column++) {
            Optional<CsvRow> wrong = table.example(column);
            if (isDay(table, column) && wrong.isPresent()) {
                message = "The column \"" + table.heading(column) + "\" holds no dates: \""
                        + wrong.get().cell(column) + "\" in line " + wrong.get().line() + " is none.";
            }
        }
        return LedgerException.invalid("date", "no_dates", message);
    }
}
