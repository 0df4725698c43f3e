package dev.payweek.statements.csv;

import dev.payweek.statements.cell.YearlessDate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In what form the days of a file stand in their cells. */
enum DayForm {
    /** As people write them. */
    WRITTEN,
    /** With the last two digits of a year of the Buddhist era: 27/11/69 is 2026. */
    BUDDHIST,
    /** Without a year, which the statement's last day shows. */
    YEARLESS,
    /** As spreadsheets number days: 46106 is 25 March 2026; a fraction is the time of day. */
    SERIAL,
    /** As seconds or milliseconds since 1970. */
    EPOCH;

    private static final Pattern SHORT_YEAR = Pattern.compile("^(\\d{1,2}[-./ ]\\d{1,2}[-./ ])(\\d{2})(?!\\d)");
    private static final int EARLIEST_SHORT_YEAR = 60;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 25_569;
    private static final int LAST_SERIAL = 73_050;
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLIS_DIGITS = 13;
    private static final long FIRST_SECOND = 946_684_800L;

    /** Returns the cell as a date that people write; the cell itself where it is none of this form. */
    String written(String cell, Optional<LocalDate> lastDay) {
        return switch (this) {
            case WRITTEN -> cell;
            case BUDDHIST -> SHORT_YEAR.matcher(cell).replaceFirst("$125$2");
            case YEARLESS ->
                lastDay.flatMap(day -> YearlessDate.withYear(cell, day.getYear()))
                        .orElse(cell);
            case SERIAL -> serial(cell).map(LocalDate::toString).orElse(cell);
            case EPOCH -> epoch(cell).map(LocalDate::toString).orElse(cell);
        };
    }

    /**
     * Returns whether a cell of a Thai bank is a day of the Buddhist era: a year such as 60 or later has not come yet,
     * and what is its 60 was 2017, longer ago than most statements.
     */
    static boolean isBuddhist(String cell) {
        Matcher written = SHORT_YEAR.matcher(cell);
        return written.find() && Integer.parseInt(written.group(2)) >= EARLIEST_SHORT_YEAR;
    }

    static Optional<LocalDate> serial(String cell) {
        if (!cell.matches("\\d{5}(?:[.,]\\d{1,12})?")) {
            return Optional.empty();
        }
        int number = new BigDecimal(cell.replace(',', '.')).intValue();
        return number < FIRST_SERIAL || number > LAST_SERIAL
                ? Optional.empty()
                : Optional.of(DAY_ZERO.plusDays(number));
    }

    static Optional<LocalDate> epoch(String cell) {
        if (!cell.matches("\\d{" + SECONDS_DIGITS + "}|\\d{" + MILLIS_DIGITS + "}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(cell);
        long seconds = cell.length() == MILLIS_DIGITS ? number / 1000 : number;
        return seconds < FIRST_SECOND
                ? Optional.empty()
                : Optional.of(
                        Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate());
    }
}
