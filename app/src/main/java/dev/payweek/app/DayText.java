package dev.payweek.app;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Days as they are typed: {@code 2026-11-28}, {@code today}, {@code yesterday}, {@code -3d}, {@code 28.11.2026}. With
 * slashes the order of day and month is not known, so such a day is taken only where one of them is above 12.
 */
final class DayText implements ITypeConverter<LocalDate> {

    private static final Pattern AGO = Pattern.compile("-([0-9]{1,5})d");
    private static final Pattern PARTS = Pattern.compile("([0-9]{1,2})([./])([0-9]{1,2})\\2([0-9]{4})");
    private static final int MONTHS = 12;

    private final Clock clock;

    DayText(Clock clock) {
        this.clock = clock;
    }

    @Override
    public LocalDate convert(String text) {
        LocalDate today = LocalDate.now(clock);
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            case "tomorrow" -> today.plusDays(1);
            default -> day(text.strip(), today);
        };
    }

    private static LocalDate day(String text, LocalDate today) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return today.minusDays(Long.parseLong(ago.group(1)));
        }
        try {
            Matcher parts = PARTS.matcher(text);
            return parts.matches() ? day(parts, text) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no day; say it as 2026-11-28, 28.11.2026, today, yesterday or -3d");
        }
    }

    private static LocalDate day(Matcher parts, String text) {
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(3));
        int year = Integer.parseInt(parts.group(4));
        if (parts.group(2).equals(".") || first > MONTHS) {
            return LocalDate.of(year, second, first);
        }
        if (second > MONTHS || first == second) {
            return LocalDate.of(year, first, second);
        }
        throw new TypeConversionException("\"" + text + "\" may be two days; say it as "
                + LocalDate.of(year, first, second) + " or " + LocalDate.of(year, second, first));
    }
}
