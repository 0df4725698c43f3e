package dev.payweek.statements.camt;

import dev.payweek.statement.StatementPart;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One of the payments that an entry consists of, while it is being read. */
final class Payment {

    /** What several payments of one entry need to be distinguished by; more words are in the entry's own text. */
    private static final int MOST_WORDS = 8;

    private final Set<String> creditors = new LinkedHashSet<>();
    private final Set<String> debtors = new LinkedHashSet<>();
    private final Set<String> purposes = new LinkedHashSet<>();
    private Optional<BigDecimal> amount = Optional.empty();
    private Optional<BigDecimal> amountInDetails = Optional.empty();
    private String way = "";

    /** Takes a value of it; an amount in another currency than the entry's is none of its amounts. */
    void take(String path, String text, boolean inOwnCurrency) {
        switch (path) {
            case "Amt" -> amount = amount.or(() -> CamtValues.amount(text).filter(any -> inOwnCurrency));
            case "AmtDtls/TxAmt/Amt" ->
                amountInDetails =
                        amountInDetails.or(() -> CamtValues.amount(text).filter(any -> inOwnCurrency));
            case "CdtDbtInd" -> way = text;
            case "RltdPties/Cdtr/Nm", "RltdPties/Cdtr/Pty/Nm" -> keep(creditors, text);
            case "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm" -> keep(debtors, text);
            case "RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf" ->
                keep(purposes, text);
            default -> {
                // Everything else is said of the entry as a whole.
            }
        }
    }

    private static void keep(Set<String> words, String text) {
        if (words.size() < MOST_WORDS) {
            words.add(text);
        }
    }

    /** Returns its amount, signed; a payment that does not say its way goes the way of the entry. */
    Optional<BigDecimal> signed(boolean entryIsOut) {
        boolean out = way.isEmpty() ? entryIsOut : way.equals("DBIT");
        return amount.or(() -> amountInDetails).map(value -> out ? value.negate() : value);
    }

    StatementPart part(boolean entryIsOut, String owner) {
        Set<String> words = others(entryIsOut ? creditors : debtors, owner);
        if (words.isEmpty()) {
            words = others(entryIsOut ? debtors : creditors, owner);
        }
        words.addAll(purposes);
        return new StatementPart(signed(entryIsOut), String.join(" ", words), Optional.empty());
    }

    private static Set<String> others(Set<String> names, String owner) {
        Set<String> others = new LinkedHashSet<>(names);
        others.remove(owner);
        return others;
    }
}
