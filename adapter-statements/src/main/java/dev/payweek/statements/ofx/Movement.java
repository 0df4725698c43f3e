package dev.payweek.statements.ofx;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One STMTTRN while it is being read: its tags and what they come to. */
final class Movement {

    private final int line;
    private final Map<String, String> tags = new HashMap<>();

    Movement(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    /** Takes a leaf. The first of a name counts: NAME stands before the NAME of a payee that repeats it. */
    void take(String tag, String text) {
        if (!text.isEmpty()) {
            tags.putIfAbsent(tag, text);
        }
    }

    /** Gives the movement to the sink: as a row, or as what is wrong with it. */
    void give(StatementSink sink) {
        if (tag("CORRECTACTION").filter("DELETE"::equalsIgnoreCase).isPresent()) {
            sink.skipped(
                    line,
                    "The bank withdraws its movement " + tag("CORRECTFITID").orElse("") + ".");
            return;
        }
        Optional<LocalDate> date = tag("DTPOSTED").flatMap(Movement::day);
        Optional<BigDecimal> amount = tag("TRNAMT").flatMap(Movement::amount);
        if (date.isEmpty()) {
            sink.rejected(new RejectedRow(line, "date", "bad_date", found("DTPOSTED", "day")));
        } else if (amount.isEmpty()) {
            sink.rejected(new RejectedRow(line, "amount", "bad_amount", found("TRNAMT", "amount")));
        } else {
            sink.row(new StatementRow(
                    line,
                    date.get(),
                    amount.get(),
                    tag("CURSYM").flatMap(Currencies::of),
                    title(),
                    text(),
                    tag("FITID"),
                    Optional.empty(),
                    false,
                    List.of()));
        }
    }

    private String title() {
        return tag("NAME").or(() -> tag("MEMO")).orElse("").replaceAll("\\s+", " ");
    }

    private String text() {
        String name = tag("NAME").orElse("");
        String memo = tag("MEMO").orElse("");
        if (name.isEmpty() || memo.isEmpty() || name.equals(memo)) {
            return name.isEmpty() ? memo : name;
        }
        return name + " " + memo;
    }

    private Optional<String> tag(String name) {
        return Optional.ofNullable(tags.get(name));
    }

    private String found(String name, String meant) {
        return tag(name)
                .map(text -> name + " \"" + text + "\" is no " + meant + ".")
                .orElse("The movement has no " + name + ".");
    }

    /**
     * The first eight digits are the day as the bank's customer knows it; hours and zone would only move it. A few
     * banks write the day with marks, as it is usual elsewhere.
     */
    static Optional<LocalDate> day(String text) {
        int length = text.matches("\\d{4}[-/.].*") ? 10 : 8;
        return text.length() < length
                ? Optional.empty()
                : WrittenDate.of(text.substring(0, length)).flatMap(date -> date.under(DateOrder.YMD));
    }

    /** The rules allow no thousands mark, so a lone comma is a decimal mark, and of two kinds the last one is. */
    static Optional<BigDecimal> amount(String text) {
        DecimalMark mark = text.lastIndexOf(',') > text.lastIndexOf('.') ? DecimalMark.COMMA : DecimalMark.POINT;
        return WrittenAmount.of(text).flatMap(amount -> amount.under(mark));
    }
}
