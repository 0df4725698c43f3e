package dev.payweek.spreadsheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** The numbers of a workbook as text that can be understood in one way only: a point for the decimals, ISO for days. */
final class CellText {

    /** Workbooks count with 15 digits; what they write beyond is an echo of binary fractions: 1.1000000000000001. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    /** What adding up leaves behind in binary fractions is smaller than this. */
    private static final BigDecimal NOISE = new BigDecimal("0.00000001");

    private static final int MONEY_DECIMALS = 4;
    private static final int MOST_DIGITS = 30;
    private static final int LONGEST_NUMBER = 60;
    private static final int DAYS_TO_1904 = 1462;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** The 29th of February 1900, which there was not, is the 60th day of workbooks. */
    private static final int FIRST_SOUND_DAY = 61;

    private static final int LAST_DAY = 2_958_465;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private final boolean since1904;

    CellText(boolean since1904) {
        this.since1904 = since1904;
    }

    /** Returns a number as its format means it; one beyond all money as it is. */
    String of(BigDecimal value, CellFormat format) {
        if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() - (long) value.scale() > MOST_DIGITS) {
            return value.toString();
        }
        return switch (format.kind()) {
            case NUMBER -> number(value, format);
            case PERCENT -> number(value.movePointRight(2), format) + "%";
            case DAY, TIME, DAY_AND_TIME -> day(value, format.kind()).orElseGet(() -> number(value, format));
        };
    }

    /** Returns a number as the file writes it; text that is none stays as it is. */
    String of(String written, CellFormat format) {
        if (written.length() > LONGEST_NUMBER) {
            return written;
        }
        try {
            return of(new BigDecimal(written.strip()), format);
        } catch (NumberFormatException e) {
            // Not every program writes numbers where it says so; whoever reads the column judges the text.
            return written;
        }
    }

    private static String number(BigDecimal value, CellFormat format) {
        BigDecimal exact = value.round(DIGITS);
        BigDecimal rounded = exact.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal sound = (exact.subtract(rounded).abs().compareTo(NOISE) < 0 ? rounded : exact).stripTrailingZeros();
        int decimals = Math.max(Math.max(sound.scale(), 0), format.decimals());
        // Three decimals alone could be taken for a group of thousands.
        String digits = sound.setScale(decimals == 3 ? 4 : decimals, RoundingMode.UNNECESSARY)
                .toPlainString();
        return format.currency().isEmpty() ? digits : digits + " " + format.currency();
    }

    private Optional<String> day(BigDecimal value, CellFormat.Kind kind) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return Optional.empty();
        }
        BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
        long seconds = value.subtract(whole)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        // A fraction next to a whole day is that day, not 24 o'clock of the one before.
        LocalDate day = date(whole.intValueExact()).plusDays(seconds / SECONDS.intValueExact());
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS.intValueExact());
        if (kind == CellFormat.Kind.TIME && whole.signum() == 0) {
            return Optional.of(time.toString());
        }
        return Optional.of(time.equals(LocalTime.MIDNIGHT) ? day.toString() : day + " " + time);
    }

    private LocalDate date(int serial) {
        if (since1904) {
            return DAY_ZERO.plusDays((long) serial + DAYS_TO_1904);
        }
        return DAY_ZERO.plusDays(serial < FIRST_SOUND_DAY ? serial + 1L : serial);
    }
}
