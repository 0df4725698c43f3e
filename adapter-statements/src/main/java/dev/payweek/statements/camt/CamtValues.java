package dev.payweek.statements.camt;

import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.WrittenDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Single values as ISO 20022 writes them. */
final class CamtValues {

    private static final Pattern AMOUNT = Pattern.compile("\\+?\\d{1,25}(?:[.,]\\d{1,10})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private CamtValues() {}

    /** Returns the amount, which never has a sign. A decimal comma is against the rules and yet clear. */
    static Optional<BigDecimal> amount(String text) {
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    /** Returns the day of a date or of a time; hours and zone would only move it from the day the bank means. */
    static Optional<LocalDate> day(String text) {
        return DAY.matcher(text).matches()
                ? WrittenDate.of(text.substring(0, 10)).flatMap(date -> date.under(DateOrder.YMD))
                : Optional.empty();
    }
}
