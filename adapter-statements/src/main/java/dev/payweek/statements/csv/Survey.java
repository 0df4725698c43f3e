package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final DecimalMarkEvidence marks = new DecimalMarkEvidence();
    private final DecimalMarkEvidence balanceMarks = new DecimalMarkEvidence();
    private final UnitEvidence units;
    private final Map<DecimalMark, SignEvidence> signs = new EnumMap<>(DecimalMark.class);
    private final Set<Currency> currencies = new HashSet<>();
    private final Map<String, Boolean> days = new HashMap<>();
    private int rows;
    private String lastDay = "";
    private boolean lastIsDate;
    private boolean moneyProven;
    private String unreadable = "";

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
        rows++;
        String day = layout.day(row);
        if (!day.equals(lastDay)) {
            lastDay = day;
            lastIsDate = isDate(day);
        }
        // A balance is no movement, but its date is written like all others.
        if (moneyProven || !lastIsDate || RowFilter.reasonToSkip(row, layout).isPresent()) {
            return;
        }
        if (seeMoney(row)) {
            WrittenAmount.of(layout.cell(row, ColumnRole.BALANCE)).ifPresent(this::seeBalance);
            Currencies.of(layout.cell(row, ColumnRole.CURRENCY))
                    .or(() -> new WrittenMoney(row, layout, DecimalMark.POINT).currency())
                    .ifPresent(this::seeCurrency);
            for (Map.Entry<DecimalMark, SignEvidence> sign : signs.entrySet()) {
                sign.getValue().see(row, new WrittenMoney(row, layout, sign.getKey()));
            }
        }
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
                seeAmount(amount.get());
                any = true;
            } else if (!WrittenMoney.isNothing(cell) && unreadable.isEmpty()) {
                unreadable = " Besides, line " + row.line() + " holds \"" + cell + "\", which is no amount.";
            }
        }
        return any;
    }

    private void seeAmount(WrittenAmount amount) {
        marks.see(amount);
        units.see(amount);
    }

    private void seeBalance(WrittenAmount balance) {
        balanceMarks.see(balance);
        units.see(balance);
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
            Question question = sign.question();
            // An amount that cannot be read may be the very one that has the sign.
            questions.add(new Question(
                    question.code(), question.message() + unreadable, question.parameter(), question.options()));
        }
        if (units.places(options).isEmpty()) {
            questions.add(units.question());
        }
        return questions;
    }

    /**
     * Returns whether the rows so far decide everything in a way that no later row can change. A long file need not be
     * surveyed further; a row that contradicts the proof will be rejected.
     */
    boolean isProven(ReadOptions options) {
        if (rows % ENOUGH == 0) {
            moneyProven |= (marks.isProven() || balanceMarks.isProven())
                    && sign().isProven()
                    && sign().rule(options).isPresent()
                    && units.places(options).isPresent();
        }
        return moneyProven && rows % ENOUGH == 0 && dates.isProven();
    }

    /** Returns a remark on what is assumed where the file leaves too little to ask about. */
    Optional<String> assumption(ReadOptions options) {
        return sign().assumption(options);
    }

    /**
     * Returns whether all that is still open shows in the cells of the day alone, and in every row in the same place.
     */
    boolean needsOnlyDays() {
        int day = layout.columns().of(ColumnRole.DATE);
        return moneyProven
                && layout.lastDay().isEmpty()
                && layout.words().stream().noneMatch(column -> column < day);
    }

    /** Returns how the file is written, once there are no questions left. */
    Dialect dialect(ReadOptions options) {
        return new Dialect(
                order(options).orElse(DateOrder.YMD),
                mark(),
                sign().rule(options).orElse(SignRule.AS_WRITTEN),
                units.places(options).orElse(0),
                currencies.size() == 1 ? Optional.of(currencies.iterator().next()) : layout.currency(),
                sign().balanceSigns());
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

    /** A few banks write balances with another mark than amounts; they count where the amounts leave it open. */
    private DecimalMark mark() {
        if (!marks.isOpen()) {
            return marks.mark();
        }
        // With both open, thousands behind a point anywhere show that the comma is the decimal mark.
        boolean comma = balanceMarks.isOpen() && marks.mark() == DecimalMark.COMMA;
        return comma ? DecimalMark.COMMA : balanceMarks.mark();
    }

    private SignEvidence sign() {
        SignEvidence evidence = signs.get(mark());
        return evidence == null ? new SignEvidence(layout) : evidence;
    }
}
