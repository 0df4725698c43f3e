package dev.payweek.statements.camt;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementPart;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One entry while it is being read: a movement of the account, with the payments that the bank has bundled in it. */
final class CamtEntry {

    /** Bundles may hold thousands of payments; so many words are enough to know them by. */
    private static final int MOST_WORDS = 40;

    /** The payments that are listed one by one; a bundle of more is one movement and no more. */
    private static final int MOST_PAYMENTS = 1_000;

    /** What banks write where a reference is wanted and they have none. */
    private static final Set<String> NO_REFERENCES = Set.of("NOTPROVIDED", "NONREF", "NOREF", "N/A");

    /** A shorter one counts the entries of the file and is another number in the next file. */
    private static final int SHORTEST_ENTRY_REFERENCE = 8;

    private final int line;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private final Set<String> creditors = new LinkedHashSet<>();
    private final Set<String> debtors = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> purposes = new LinkedHashSet<>();
    private final List<Payment> payments = new ArrayList<>();
    private int paymentCount;
    private String currency = "";

    CamtEntry(int line) {
        this.line = line;
    }

    /** Takes a value that stands directly in the entry. */
    void take(String path, String text, String currencyOfText) {
        values.putIfAbsent(path, text);
        if (path.equals("Amt") && currency.isEmpty()) {
            currency = currencyOfText;
        }
    }

    /** Begins the next of its payments. */
    void beginPayment() {
        paymentCount++;
        if (paymentCount <= MOST_PAYMENTS) {
            payments.add(new Payment());
        }
    }

    /** Takes a value of the payment that has begun last. */
    void takeOfPayment(String path, String text, String currencyOfText) {
        if (paymentCount == payments.size()) {
            payments.get(paymentCount - 1).take(path, text, currencyOfText.equals(currency));
        }
        if (path.startsWith("Rltd") && path.endsWith("/Nm")) {
            keep(names, text);
        }
        switch (path) {
            case "RltdPties/Cdtr/Nm", "RltdPties/Cdtr/Pty/Nm", "RltdPties/UltmtCdtr/Nm", "RltdPties/UltmtCdtr/Pty/Nm" ->
                keep(creditors, text);
            case "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm", "RltdPties/UltmtDbtr/Nm", "RltdPties/UltmtDbtr/Pty/Nm" ->
                keep(debtors, text);
            case "RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf" ->
                keep(purposes, text);
            default -> {
                if (path.startsWith("Refs/") && !NO_REFERENCES.contains(text)) {
                    references.putIfAbsent(path.substring("Refs/".length()), text);
                }
            }
        }
    }

    private static void keep(Set<String> words, String text) {
        if (words.size() < MOST_WORDS) {
            words.add(text);
        }
    }

    boolean isBooked() {
        return status().equals("BOOK");
    }

    String currency() {
        return currency;
    }

    /** Gives the entry to the sink; returns its signed amount if it was a movement that makes sense. */
    Optional<BigDecimal> give(StatementSink sink, String owner, Optional<LocalDate> closingDay) {
        if (!isBooked()) {
            sink.skipped(
                    line,
                    status().equals("PDNG")
                            ? "A pending movement, not booked yet."
                            : "An entry that is not booked: " + status() + ".");
            return Optional.empty();
        }
        Optional<BigDecimal> amount = value("Amt").flatMap(CamtValues::amount);
        String way = value("CdtDbtInd").orElse("");
        Optional<LocalDate> day = day(closingDay);
        if (amount.isEmpty()) {
            reject(sink, "amount", "bad_amount", "Amt", "amount");
        } else if (!way.equals("CRDT") && !way.equals("DBIT")) {
            reject(sink, "direction", "bad_direction", "CdtDbtInd", "CRDT or DBIT");
        } else if (day.isEmpty()) {
            reject(sink, "date", "bad_date", values.containsKey("BookgDt/DtTm") ? "BookgDt/DtTm" : "BookgDt/Dt", "day");
        } else {
            boolean out = way.equals("DBIT");
            BigDecimal signed = out ? amount.get().negate() : amount.get();
            List<StatementPart> parts = parts(out, owner);
            sink.row(row(signed, day.get(), out, owner).withParts(parts));
            remark(sink, signed, parts);
            return Optional.of(signed);
        }
        return Optional.empty();
    }

    /** Returns the payments of a bundle, if the file gives the amount of every one. */
    private List<StatementPart> parts(boolean out, String owner) {
        boolean listed = paymentCount > 1
                && paymentCount == payments.size()
                && payments.stream().allMatch(payment -> payment.signed(out).isPresent());
        return listed
                ? payments.stream().map(payment -> payment.part(out, owner)).toList()
                : List.of();
    }

    private void remark(StatementSink sink, BigDecimal signed, List<StatementPart> parts) {
        BigDecimal sum =
                parts.stream().flatMap(part -> part.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!parts.isEmpty() && sum.compareTo(signed) != 0) {
            sink.skipped(
                    line,
                    "The " + parts.size() + " payments of the entry (TxDtls) come to " + sum.toPlainString()
                            + ", not to its amount of " + signed.toPlainString() + "; it is taken whole.");
        }
    }

    private StatementRow row(BigDecimal signed, LocalDate day, boolean out, String owner) {
        Set<String> others = others(out, owner);
        Set<String> words = new LinkedHashSet<>(others);
        words.addAll(purposes);
        value("AddtlNtryInf").ifPresent(words::add);
        // The own name and the banks last: they are among the bank's words, but distinguish no movement from another.
        words.addAll(names);
        String title = words.stream().findFirst().orElse("").replaceAll("\\s+", " ");
        return new StatementRow(
                line,
                day,
                signed,
                Currencies.of(currency),
                title,
                String.join(" ", words),
                sourceId(),
                Optional.empty(),
                false,
                List.of());
    }

    /**
     * Returns who the money went to or came from. A reversal keeps the roles of what it reverses, so the side that is
     * the account's owner is never the other side.
     */
    private Set<String> others(boolean out, String owner) {
        Set<String> expected = new LinkedHashSet<>(out ? creditors : debtors);
        Set<String> opposite = new LinkedHashSet<>(out ? debtors : creditors);
        expected.remove(owner);
        opposite.remove(owner);
        boolean reversed = value("RvslInd").filter("true"::equals).isPresent();
        return expected.isEmpty() && (reversed || !owner.isEmpty()) ? opposite : expected;
    }

    private Optional<String> sourceId() {
        return Stream.of(
                        value("AcctSvcrRef").filter(text -> !NO_REFERENCES.contains(text)),
                        value("NtryRef").filter(text -> text.length() >= SHORTEST_ENTRY_REFERENCE),
                        Optional.ofNullable(references.get("AcctSvcrRef")),
                        Optional.ofNullable(references.get("TxId")),
                        Optional.ofNullable(references.get("EndToEndId")),
                        Optional.ofNullable(references.get("InstrId")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the day it was booked on, as far as the file says. */
    Optional<LocalDate> day(Optional<LocalDate> closingDay) {
        Optional<String> booked = value("BookgDt/Dt").or(() -> value("BookgDt/DtTm"));
        // A day that makes no sense is not replaced by another one in silence.
        if (booked.isPresent()) {
            return booked.flatMap(CamtValues::day);
        }
        return value("ValDt/Dt")
                .or(() -> value("ValDt/DtTm"))
                .flatMap(CamtValues::day)
                .or(() -> closingDay);
    }

    /** Returns the status; up to version 6 it is a text of its own, later a code inside, and a few leave it out. */
    private String status() {
        return value("Sts")
                .or(() -> value("Sts/Cd"))
                .or(() -> value("Sts/Prtry"))
                .orElse("BOOK");
    }

    private Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path));
    }

    private void reject(StatementSink sink, String field, String code, String path, String meant) {
        String message = value(path)
                .map(found -> path + " \"" + found + "\" is no " + meant + ".")
                .orElse("The entry has no " + path + ".");
        sink.rejected(new RejectedRow(line, field, code, message));
    }
}
