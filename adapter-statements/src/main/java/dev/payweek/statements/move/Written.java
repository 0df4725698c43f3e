package dev.payweek.statements.move;

import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DateOrderEvidence;
import dev.payweek.statements.cell.DecimalMarkEvidence;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How days and amounts of a file are written, decided from all of its rows. */
final class Written {

    private final DateOrderEvidence days = new DateOrderEvidence();
    private final DecimalMarkEvidence marks = new DecimalMarkEvidence();
    private final Optional<DateOrder> answered;

    Written(ReadOptions options) {
        answered = options.answer(DateOrderEvidence.PARAMETER)
                .map(label -> DateOrder.ofLabel(label)
                        .orElseThrow(() -> LedgerException.invalid(
                                DateOrderEvidence.PARAMETER,
                                "unknown",
                                "\"" + label + "\" is no order of dates like D/M/Y, M/D/Y or Y/M/D.")));
    }

    void seeDay(String cell) {
        WrittenDate.of(cell).ifPresent(days::see);
    }

    void seeAmount(String cell) {
        WrittenAmount.of(cell).ifPresent(marks::see);
    }

    /** Returns what must be asked before days can be read. */
    List<Question> questions() {
        boolean open = !days.isEmpty() && days.order().isEmpty() && answered.isEmpty();
        return open ? List.of(days.question()) : List.of();
    }

    Optional<LocalDate> day(String cell) {
        DateOrder order = days.order().or(() -> answered).orElse(DateOrder.YMD);
        return WrittenDate.of(cell).flatMap(date -> date.under(order));
    }

    /** Returns an amount; an empty cell is nothing, and one that is no amount has no value. */
    Optional<BigDecimal> amount(String cell) {
        return cell.isEmpty() ? Optional.of(BigDecimal.ZERO) : WrittenAmount.value(cell, marks.mark());
    }

    /** Returns the code of the currency that an amount is written with; empty if it has none. */
    static String currency(String cell) {
        return WrittenAmount.of(cell)
                .flatMap(WrittenAmount::currency)
                .map(currency -> Money.currency(currency.getCurrencyCode()).getCurrencyCode())
                .orElse("");
    }
}
