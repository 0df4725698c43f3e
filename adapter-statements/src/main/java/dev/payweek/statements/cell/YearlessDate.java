package dev.payweek.statements.cell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days without a year, as statements of one period write them: {@code 14 Jan}, {@code Jan 14}, {@code 14.01.}. */
public final class YearlessDate {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2?");
    private static final Pattern NAMED = Pattern.compile("\\d{1,2}\\.?[ -]?\\p{L}{3,10}\\.?|\\p{L}{3,10}\\.? \\d{1,2}");

    private static final Pattern WORDED = Pattern.compile("(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]?");

    private YearlessDate() {}

    /** Returns the day with the year behind it, as {@link WrittenDate} reads it; nothing if the cell is no such day. */
    public static Optional<String> withYear(String cell, int year) {
        String text = Digits.plain(cell);
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            String mark = numbers.group(2);
            return Optional.of(numbers.group(1) + mark + numbers.group(3) + mark + year);
        }
        Matcher worded = WORDED.matcher(text);
        if (worded.matches()) {
            return Optional.of(year + "-" + worded.group(1) + "-" + worded.group(2));
        }
        return NAMED.matcher(text).matches() ? Optional.of(text + " " + year) : Optional.empty();
    }
}
