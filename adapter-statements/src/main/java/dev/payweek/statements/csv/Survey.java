package dev.payweek.statements.csv;

import dev.payweek.refusal.Refusal;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DateOrderEvidence;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.DecimalMarkEvidence;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What rows of a file, at best all of them, say about how it is written: gathers how dates and amounts are written, keeping counts and no rows. Every
 * decision is for the whole file; a row never decides for itself.
 */
final class Survey {

    private final Layout layout;
    private final DateOrderEvidence dates = new DateOrderEvidence();
    private final DecimalMarkEvidence marks = new DecimalMarkEvidence();
    private final UnitEvidence units;
    private final Map<DecimalMark, SignEvidence> signs = new EnumMap<>(DecimalMark.class);
    private final Set<Currency> currencies = new HashSet<>();

    Survey(Layout layout) {
        this.layout = layout;
        this.units = new UnitEvidence(layout);
        // Which mark is right shows only at the end, so signs and balances are followed under both.
        for (DecimalMark mark : DecimalMark.values()) {
            signs.put(mark, new SignEvidence(layout));
        }
    }

    /** Takes the next row below the header. */
    void see(CsvRow row) {
        Optional<WrittenDate> date = WrittenDate.of(layout.cell(row, Meaning.DATE));
        date.ifPresent(dates::see);
        // A balance is no movement, but its date is written like all others.
        if (Screening.reasonToSkip(row, layout).isPresent()) {
            return;
        }
        List<WrittenAmount> amounts = WrittenMoney.cells(row, layout)
                .flatMap(cell -> WrittenAmount.of(cell).stream())
                .toList();
        if (date.isEmpty() || amounts.isEmpty()) {
            return;
        }
        amounts.forEach(this::seeAmount);
        WrittenAmount.of(layout.cell(row, Meaning.BALANCE)).ifPresent(this::seeAmount);
        Currencies.of(layout.cell(row, Meaning.CURRENCY))
                .or(() -> amounts.get(0).currency())
                .ifPresent(this::seeCurrency);
        signs.forEach((mark, evidence) -> evidence.see(row, new WrittenMoney(row, layout, mark)));
    }

    private void seeAmount(WrittenAmount amount) {
        marks.see(amount);
        units.see(amount);
    }

    private void seeCurrency(Currency currency) {
        if (currencies.size() < 2) {
            currencies.add(currency);
        }
    }

    /** Returns what a person must be asked before the rows can be read; empty when everything is clear. */
    List<Question> questions(ReadOptions options) {
        List<Question> questions = new ArrayList<>();
        if (order(options).isEmpty()) {
            questions.add(dates.question());
        }
        SignEvidence sign = sign();
        if (sign.rule(options).isEmpty()) {
            questions.add(sign.question());
        }
        if (units.places(options).isEmpty()) {
            questions.add(units.question());
        }
        return questions;
    }

    /** Tells whether the rows so far decide everything in a way that no later row can change. */
    boolean isProven(ReadOptions options) {
        return dates.isProven()
                && marks.isProven()
                && sign().isProven()
                && questions(options).isEmpty();
    }

    /** Returns how the file is written, once there are no questions left. */
    Dialect dialect(ReadOptions options) {
        return new Dialect(
                order(options).orElse(DateOrder.YMD),
                marks.mark(),
                sign().rule(options).orElse(SignRule.AS_WRITTEN),
                units.places(options).orElse(0),
                currencies.size() == 1 ? Optional.of(currencies.iterator().next()) : layout.currency());
    }

    private Optional<DateOrder> order(ReadOptions options) {
        Optional<DateOrder> decided = dates.order();
        Optional<String> answer = options.answer(DateOrderEvidence.PARAMETER);
        // What the dates themselves prove, no answer can change: a saved answer may meet a file of another bank.
        if (decided.isPresent() || answer.isEmpty()) {
            return decided;
        }
        return Optional.of(DateOrder.ofLabel(answer.get())
                .orElseThrow(() -> Refusal.invalid(
                        DateOrderEvidence.PARAMETER,
                        "unknown",
                        "\"" + answer.get() + "\" is no order of dates like D/M/Y, M/D/Y or Y/M/D.")));
    }

    private SignEvidence sign() {
        SignEvidence evidence = signs.get(marks.mark());
        return evidence == null ? new SignEvidence(layout) : evidence;
    }
}
