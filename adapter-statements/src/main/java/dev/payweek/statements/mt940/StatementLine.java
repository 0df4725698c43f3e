package dev.payweek.statements.mt940;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 61: value day, booking day, mark, amount, kind and references.
 *
 * @param day the booking day; the value day where the bank leaves it out
 * @param amount signed as in the bank's books
 * @param reference the customer's reference; empty when there is none
 * @param more what stands on the field's second line
 */
record StatementLine(LocalDate day, BigDecimal amount, String reference, String more) {

    private static final Pattern LINE = Pattern.compile(
            "(\\d{2})(\\d{2})(\\d{2})(\\d{4})?(R?[CD]|E[CD])[A-Z]?(\\d{1,15}(?:,\\d{0,6})?)(?:[NFS][A-Z0-9 ]{3}(.*))?",
            Pattern.DOTALL);
    private static final int CENTURY = 2000;
    private static final int BANKERS_MONTH = 30;
    private static final int HALF_A_YEAR = 183;

    static Optional<StatementLine> of(String value) {
        Matcher matcher = LINE.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate valued = valued(matcher);
            LocalDate booked = matcher.group(4) == null ? valued : booked(valued, matcher.group(4));
            String rest = matcher.group(7) == null ? "" : matcher.group(7);
            String first = rest.lines().findFirst().orElse("");
            String more = rest.length() > first.length()
                    ? rest.substring(first.length()).strip()
                    : "";
            return Optional.of(
                    new StatementLine(booked, amount(matcher.group(5), matcher.group(6)), reference(first), more));
        } catch (DateTimeException e) {
            // A day that no calendar has makes the whole line unreadable.
            return Optional.empty();
        }
    }

    /** Where months count thirty days, interest is of the 30th of February: the last day that month has. */
    private static LocalDate valued(Matcher matcher) {
        YearMonth month =
                YearMonth.of(CENTURY + Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        int day = Integer.parseInt(matcher.group(3));
        return day > month.lengthOfMonth() && day <= BANKERS_MONTH ? month.atEndOfMonth() : month.atDay(day);
    }

    /** The booking day has no year; it is the one that brings it nearest to the value day. */
    private static LocalDate booked(LocalDate valued, String monthAndDay) {
        int month = Integer.parseInt(monthAndDay.substring(0, 2));
        int day = Integer.parseInt(monthAndDay.substring(2));
        LocalDate booked = LocalDate.of(valued.getYear(), month, day);
        if (booked.isAfter(valued.plusDays(HALF_A_YEAR))) {
            return booked.minusYears(1);
        }
        return booked.isBefore(valued.minusDays(HALF_A_YEAR)) ? booked.plusYears(1) : booked;
    }

    /** The reversal of a credit takes money out, and that of a debit brings it back. */
    private static BigDecimal amount(String mark, String written) {
        BigDecimal amount = value(written);
        boolean out = switch (mark) {
            case "D", "RC", "ED" -> true;
            default -> false;
        };
        return out ? amount.negate() : amount;
    }

    /** Returns the value of digits with a decimal comma, behind which nothing need stand: {@code 45,}. */
    static BigDecimal value(String written) {
        String plain = written.replace(',', '.');
        return new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    }

    private static String reference(String written) {
        String own = written.split("//", 2)[0].strip();
        return own.equals("NONREF") ? "" : own;
    }
}
