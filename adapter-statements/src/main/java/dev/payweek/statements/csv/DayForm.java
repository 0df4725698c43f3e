package dev.payweek.statements.csv;

import dev.payweek.statements.cell.YearlessDate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** In what form the days of a file stand in their cells. */
enum DayForm {
    /** As people write them. */
    WRITTEN,
    /** Without a year, which the statement's last day shows. */
    YEARLESS,
    /** As spreadsheets number days: 46106 is 25 March 2026; a fraction is the time of day. */
    SERIAL,
    /** As seconds or milliseconds since 1970. */
    EPOCH;

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
            case YEARLESS ->
                lastDay.flatMap(day -> YearlessDate.withYear(cell, day.getYear()))
                        .orElse(cell);
            case SERIAL -> serial(cell).map(LocalDate::toString).orElse(cell);
            case EPOCH -> epoch(cell).map(LocalDate::toString).orElse(cell);
        };
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
