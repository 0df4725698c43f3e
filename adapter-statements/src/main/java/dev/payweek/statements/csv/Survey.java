package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DateOrderEvidence;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rows of a file say about how its dates and amounts are written; keeps counts and no rows. Every decision is
 * for the whole file; a row never decides for itself.
 */
final class Survey {

    /** After how many rows a proof counts, and is asked for again. */
    private static final int ENOUGH = 1_000;

    /** More different days than a person lives through are no days; they need not be remembered. */
    private static final int MOST_DAYS = 40_000;

    private static final int LONGEST_DAY = 32;

    private final Layout layout;
    private final DateOrderEvidence dates = new DateOrderEvidence();
    private final MarkEvidence marks;
    private final UnitEvidence units;
    private final Statuses statuses;
    private final Map<DecimalMark, SignEvidence> signs = new EnumMap<>(DecimalMark.class);
    private final Map<Currency, Integer> currencies = new LinkedHashMap<>();
    private final Map<String, Boolean> days = new HashMap<>();
    private int rows;
    private String lastDay = "";
    private boolean lastIsDate;
    private boolean moneyProven;
    private String unreadable = "";

    Survey(Layout layout) {
        this.layout = layout;
        this.units = new UnitEvidence(layout);
        this.marks = new MarkEvidence(layout);
        this.statuses = new Statuses(layout);
        // Which mark is right shows only at the end, so signs and balances are followed under both.
        for (DecimalMark mark : DecimalMark.values()) {
            signs.put(mark, new SignEvidence(layout));
        }
    }

    /** Takes the next row below the header. */
    void see(CsvRow row) {
        rows++;
        String day = layout.day(row);
        if (!day.equals(lastDay)) {
            lastDay = day;
            lastIsDate = isDate(day);
        }
        // A balance is no movement, but its date is written like all others.
        if (!moneyProven) {
            seeOthers(row);
        }
    }

    private void seeOthers(CsvRow row) {
        boolean movement = lastIsDate && RowFilter.reasonToSkip(row, layout).isEmpty();
        if (!movement) {
            seeStated(row);
        }
        if (lastIsDate && layout.has(ColumnRole.STATUS)) {
            // What is not booked is no movement, but its word shows what the others are about.
            statuses.see(row);
        }
        if (movement && seeMoney(row)) {
            WrittenAmount.of(layout.cell(row, ColumnRole.BALANCE)).ifPresent(this::seeBalance);
            Currencies.of(layout.cell(row, ColumnRole.CURRENCY))
                    .or(() -> new WrittenMoney(row, layout, DecimalMark.POINT).currency())
                    .ifPresent(this::seeCurrency);
            marks.seeOthers(row);
            for (Map.Entry<DecimalMark, SignEvidence> sign : signs.entrySet()) {
                sign.getValue().see(row, new WrittenMoney(row, layout, sign.getKey()));
            }
        }
    }

    /** Takes a row above the header or one that is no movement: it may state a balance. */
    void seeStated(CsvRow row) {
        signs.forEach((mark, evidence) -> evidence.seeStated(row, mark));
    }

    /** Even a long file has few days, and the second time a day says nothing new. */
    private boolean isDate(String day) {
        Boolean known = days.get(day);
        if (known != null) {
            return known;
        }
        Optional<WrittenDate> date = WrittenDate.of(day);
        date.ifPresent(dates::see);
        if (days.size() < MOST_DAYS && day.length() <= LONGEST_DAY) {
            days.put(day, date.isPresent());
        }
        return date.isPresent();
    }

    private boolean seeMoney(CsvRow row) {
        boolean any = false;
        for (ColumnRole meaning : WrittenMoney.MONEY) {
            String cell = layout.cell(row, meaning);
            Optional<WrittenAmount> amount = WrittenMoney.isNothing(cell) ? Optional.empty() : WrittenAmount.of(cell);
            if (amount.isPresent()) {
                marks.seeAmount(amount.get(), row.line());
                units.see(amount.get());
                any = true;
            } else if (!WrittenMoney.isNothing(cell) && unreadable.isEmpty()) {
                unreadable = " Besides, line " + row.line() + " holds \"" + cell + "\", which is no amount.";
            }
        }
        return any;
    }

    private void seeBalance(WrittenAmount balance) {
        marks.seeBalance(balance);
        units.see(balance);
    }

    private void seeCurrency(Currency currency) {
        marks.seeCurrency(currency);
        units.seeCurrency(currency);
        currencies.merge(currency, 1, Integer::sum);
    }

    /** Returns what a person must be asked before the rows can be read; empty when everything is clear. */
    List<Question> questions(ReadOptions options) {
        List<Question> questions = new ArrayList<>();
        layout.days().openYear().ifPresent(questions::add);
        if (order(options).isEmpty()) {
            questions.add(dates.question());
        }
        if (marks.isOpen(options)) {
            questions.add(marks.question());
        }
        SignEvidence sign = sign(options);
        if (sign.rule(options).isEmpty()) {
            Question question = sign.question();
            // An amount that cannot be read may be the very one that has the sign.
            questions.add(new Question(
                    question.code(), question.message() + unreadable, question.parameter(), question.options()));
        }
        if (units.places(options).isEmpty()) {
            questions.add(units.question());
        }
        statuses.question(options).ifPresent(questions::add);
        return questions;
    }

    /**
     * Returns whether the rows so far decide everything in a way that no later row can change. A long file need not be
     * surveyed further; a row that contradicts the proof will be rejected.
     */
    boolean isProven(ReadOptions options) {
        if (rows % ENOUGH == 0) {
            moneyProven |= marks.isProven()
                    && sign(options).isProven()
                    && sign(options).rule(options).isPresent()
                    && units.places(options).isPresent();
        }
        return moneyProven && rows % ENOUGH == 0 && dates.isProven();
    }

    /** Returns remarks on what is assumed where the file leaves too little to ask about. */
    List<String> assumptions(ReadOptions options) {
        List<String> remarks = new ArrayList<>();
        sign(options).assumption(options).ifPresent(remarks::add);
        statuses.assumption(options).ifPresent(remarks::add);
        FeeProof fees = sign(options).fees();
        if (fees.isAssumed()) {
            remarks.add("No balance shows whether the amounts include what stands in " + layout.nameOf(ColumnRole.FEE)
                    + "; it is " + (fees.isOnTop() ? "taken off them." : "left out."));
        }
        return remarks;
    }

    /**
     * Returns whether all that is still open shows in the cells of the day alone, and in every row in the same place.
     */
    boolean needsOnlyDays() {
        int day = layout.columns().of(ColumnRole.DATE);
        return moneyProven && layout.hasPlainDays() && layout.words().stream().noneMatch(column -> column < day);
    }

    /** Returns how the file is written, once there are no questions left. */
    Dialect dialect(ReadOptions options) {
        SignEvidence sign = sign(options);
        return new Dialect(
                order(options).orElse(DateOrder.YMD),
                marks.mark(options),
                sign.rule(options).orElse(SignRule.AS_WRITTEN),
                units.places(options).orElse(0),
                sign.fees().isOnTop(),
                currency(),
                sign.balanceSigns(),
                statuses.booked(options),
                sign.outWords(options));
    }

    /** The currency of most rows is the account's; of equals the first. */
    private Optional<Currency> currency() {
        return currencies.entrySet().stream()
                .reduce((most, next) -> next.getValue() > most.getValue() ? next : most)
                .map(Map.Entry::getKey)
                .or(layout::currency);
    }

    private Optional<DateOrder> order(ReadOptions options) {
        Optional<DateOrder> decided = dates.order();
        Optional<String> answer = options.answer(DateOrderEvidence.PARAMETER);
        // What the dates themselves prove, no answer can change: a saved answer may meet a file of another bank.
        if (decided.isPresent() || answer.isEmpty()) {
            return decided;
        }
        return Optional.of(DateOrder.ofLabel(answer.get())
                .orElseThrow(() -> LedgerException.invalid(
                        DateOrderEvidence.PARAMETER,
                        "unknown",
                        "\"" + answer.get() + "\" is no order of dates like D/M/Y, M/D/Y or Y/M/D.")));
    }

    private SignEvidence sign(ReadOptions options) {
        SignEvidence evidence = signs.get(marks.mark(options));
        return evidence == null ? new SignEvidence(layout) : evidence;
    }
}
