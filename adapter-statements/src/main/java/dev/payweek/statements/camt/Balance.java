package dev.payweek.statements.camt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A balance of a statement: which one it is, of which day, and how much. */
final class Balance {

    private String code = "";
    private String currency = "";
    private boolean owed;
    private Optional<BigDecimal> amount = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();

    void take(String path, String text, String currencyOfText) {
        switch (path) {
            case "Tp/CdOrPrtry/Cd" -> code = text;
            case "Amt" -> {
                amount = CamtValues.amount(text);
                currency = currencyOfText;
            }
            // Some banks leave it out of positive balances.
            case "CdtDbtInd" -> owed = text.equals("DBIT");
            case "Dt/Dt", "Dt/DtTm" -> day = CamtValues.day(text);
            default -> {}
        }
    }

    boolean isOpening() {
        return code.equals("OPBD") || code.equals("PRCD");
    }

    boolean isClosing() {
        return code.equals("CLBD");
    }

    String currency() {
        return currency;
    }

    Optional<BigDecimal> amount() {
        return amount.map(written -> owed ? written.negate() : written);
    }

    Optional<LocalDate> day() {
        return day;
    }
}
