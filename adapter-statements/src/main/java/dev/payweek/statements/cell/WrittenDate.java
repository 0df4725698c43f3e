package dev.payweek.statements.cell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as written, before anybody knows which number is the month.
 *
 * <pre>{@code
 * WrittenDate.of("03/04/2026").flatMap(date -> date.under(DateOrder.DMY));     // 3 April
 * WrittenDate.of("03/04/2026").flatMap(date -> date.under(DateOrder.MDY));     // 4 March
 * }</pre>
 *
 * A time of day and a zone may follow; they are ignored, since banks mean the day they write.
 *
 * @param first the first number, as digits; the year if the month was named
 * @param second the second number; the month if it was named
 * @param third the third number; the day if the month was named
 * @param style how it is written
 */
public record WrittenDate(String first, String second, String third, Style style) {

    /** How a date is written. */
    public enum Style {
        /** Three numbers with marks between: 03/04/2026. */
        MARKED,
        /** Three numbers with points between, which nobody writes month first: 03.04.2026. */
        POINTED,
        /** Three numbers with dashes between, of which the first may be a year of two digits: 26-04-03. */
        DASHED,
        /** Eight digits: 20260403. */
        COMPACT,
        /** The month as a word, so that no order is open: 3 Apr 2026. */
        NAMED
    }

    private static final int LONGEST = 48;
    private static final String WORD = "[\\p{L}\\p{M}]";
    private static final String TIME =
            "(?: ?[rгр]\\.)?(?:(?:[ T,-]+)(?:(?:at|um|klo?\\.?|om|à|ore|a las|上午|下午|오전|오후) ?)?\\d{1,2}[:.h]\\d{2}.*"
                    + "|[ T]\\d{4}(?:\\d{2})?(?:\\D.*)?| \\(?\\p{L}{2,3}\\)?)?";
    private static final Pattern TIME_BEFORE = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?[ ,]+(?=\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,4})(?: ?([./-]) ?| )(\\d{1,2})(?: ?[./'-] ?| )(\\d{4}|\\d{1,2})\\.?" + TIME);
    private static final Pattern COLONS = Pattern.compile("((?:19|20)\\d{2}):(\\d{1,2}):(\\d{1,2})" + TIME);
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{8})(?:\\d{4}(?:\\d{2})?)?(?:[.:]\\d+)?(?:\\[[^\\]]*\\]?)?" + TIME);
    private static final Pattern DAY_NAMED =
            Pattern.compile("(?:" + WORD + "{2,12}[., ] ?)?(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: (?:de|of))?[ /.-]*" + "("
                    + WORD + "{3,12})\\.?(?: de)?[ /.,'-]*(\\d{4}|\\d{1,2})\\.?" + TIME);
    private static final Pattern NAMED_DAY = Pattern.compile("(?:" + WORD + "{2,12}\\.?, )?(" + WORD
            + "{3,12})\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?[, -] ?(\\d{4}|'\\d{2})" + TIME);
    private static final Pattern YEAR_NAMED =
            Pattern.compile("(\\d{4})[ /.-]+(" + WORD + "{3,12})[ /.-]+(\\d{1,2})\\.?" + TIME);

    /** The Thai calendar counts from 543 years earlier, and the Taiwanese from 1911 years later. */
    private static final int BUDDHIST = 543;

    private static final int EARLIEST_BUDDHIST = 2500;
    private static final int MINGUO = 1911;

    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 2099;

    /** Returns the date a cell holds, if it could be one in any order; dates before 1970 and after 2099 are none. */
    public static Optional<WrittenDate> of(String cell) {
        String text = Digits.plain(cell).strip();
        if (text.length() < 6 || text.length() > LONGEST) {
            return Optional.empty();
        }
        return Character.isDigit(text.charAt(0)) || Character.isLetter(text.charAt(0))
                ? parse(text).filter(WrittenDate::isPossible)
                : Optional.empty();
    }

    private static Optional<WrittenDate> parse(String text) {
        Optional<WrittenDate> usual = usual(text);
        if (usual.isPresent()) {
            return usual;
        }
        return Character.isDigit(text.charAt(0)) ? ofNumbers(text) : ofWords(text);
    }

    private static Optional<WrittenDate> ofNumbers(String whole) {
        String text = TIME_BEFORE.matcher(whole).replaceFirst("");
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            char mark = numbers.group(2) == null ? ' ' : numbers.group(2).charAt(0);
            return Optional.of(new WrittenDate(numbers.group(1), numbers.group(3), numbers.group(4), style(mark)));
        }
        Matcher colons = COLONS.matcher(text);
        if (colons.matches()) {
            return Optional.of(new WrittenDate(colons.group(1), colons.group(2), colons.group(3), Style.MARKED));
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return Optional.of(new WrittenDate(digits.group(1), "", "", Style.COMPACT));
        }
        return ofWords(text);
    }

    private static Optional<WrittenDate> ofWords(String text) {
        Optional<WrittenDate> eastern = EasternDate.of(text);
        if (eastern.isPresent()) {
            return eastern;
        }
        Matcher dayNamed = DAY_NAMED.matcher(text);
        if (dayNamed.matches()) {
            return named(dayNamed.group(3), dayNamed.group(2), dayNamed.group(1));
        }
        Matcher namedDay = NAMED_DAY.matcher(text);
        if (namedDay.matches()) {
            return named(namedDay.group(3).replace("'", ""), namedDay.group(1), namedDay.group(2));
        }
        Matcher yearNamed = YEAR_NAMED.matcher(text);
        return yearNamed.matches()
                ? named(yearNamed.group(1), yearNamed.group(2), yearNamed.group(3))
                : Optional.empty();
    }

    /** What most banks write, recognised without patterns: 31/12/2026, 31.12.26, 2026-12-31. */
    private static Optional<WrittenDate> usual(String text) {
        int first = digits(text, 0);
        int second = first + 1 + digits(text, first + 1);
        int end = second + 1 + digits(text, second + 1);
        boolean sized = first >= 1 && first <= 4 && second - first >= 2 && second - first <= 3 && end == text.length();
        if (!sized || !(end - second == 2 || end - second == 3 || end - second == 5)) {
            return Optional.empty();
        }
        char mark = text.charAt(first);
        if (mark != text.charAt(second) || (mark != '.' && mark != '/' && mark != '-')) {
            return Optional.empty();
        }
        return Optional.of(new WrittenDate(
                text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1), style(mark)));
    }

    private static Style style(char mark) {
        return switch (mark) {
            case '.' -> Style.POINTED;
            case '-' -> Style.DASHED;
            default -> Style.MARKED;
        };
    }

    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return Math.max(at - start, 0);
    }

    private static Optional<WrittenDate> named(String year, String month, String day) {
        int number = MonthNames.number(month);
        return number == 0
                ? Optional.empty()
                : Optional.of(new WrittenDate(year, Integer.toString(number), day, Style.NAMED));
    }

    /** Returns the day under an order, if there is such a day. */
    public Optional<LocalDate> under(DateOrder order) {
        return switch (style) {
            case NAMED -> day(first, second, third);
            case COMPACT -> compact(order);
            case MARKED, POINTED, DASHED -> marked(order);
        };
    }

    private Optional<LocalDate> compact(DateOrder order) {
        return switch (order) {
            case YMD -> day(first.substring(0, 4), first.substring(4, 6), first.substring(6));
            case DMY -> day(first.substring(4), first.substring(2, 4), first.substring(0, 2));
            case MDY -> day(first.substring(4), first.substring(0, 2), first.substring(2, 4));
        };
    }

    private Optional<LocalDate> marked(DateOrder order) {
        boolean yearFirst = first.length() > 2;
        return switch (order) {
            case YMD ->
                yearFirst || (first.length() == 2 && third.length() == 2)
                        ? day(first, second, third)
                        : Optional.empty();
            case DMY -> yearFirst ? Optional.empty() : day(third, second, first);
            case MDY -> yearFirst ? Optional.empty() : day(third, first, second);
        };
    }

    private boolean isPossible() {
        for (DateOrder order : DateOrder.values()) {
            if (under(order).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (year.length() <= 2) {
            // As spreadsheets and Quicken do: 70 to 99 are of the last century. A lone digit is of this one.
            y += y >= 70 ? 1900 : 2000;
        } else if (year.length() == 3) {
            y += MINGUO;
        } else if (y >= EARLIEST_BUDDHIST) {
            y -= BUDDHIST;
        }
        if (y < EARLIEST_YEAR || y > LATEST_YEAR) {
            return Optional.empty();
        }
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        boolean exists = m >= 1 && m <= 12 && d >= 1 && d <= YearMonth.of(y, m).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(y, m, d)) : Optional.empty();
    }
}
