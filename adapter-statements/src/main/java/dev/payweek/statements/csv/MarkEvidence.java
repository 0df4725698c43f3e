package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.DecimalMarkEvidence;
import dev.payweek.statements.cell.WrittenAmount;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Which mark stands between units and decimals. In the order of trust: the amounts; the balances beside them, which a
 * few banks write with another mark; where all amounts have three digits behind their only mark, how many decimals
 * their currency has and what other numbers of the file show; else a person.
 */
final class MarkEvidence {

    static final String PARAMETER = "decimal_mark";

    private static final int LONGEST_NUMBER = 16;
    private static final int USUAL_DECIMALS = 2;

    private final Layout layout;
    private final DecimalMarkEvidence amounts = new DecimalMarkEvidence();
    private final DecimalMarkEvidence balances = new DecimalMarkEvidence();
    private final DecimalMarkEvidence others = new DecimalMarkEvidence();
    private Optional<Currency> currency = Optional.empty();
    private boolean currencies;
    private int exampleLine;

    MarkEvidence(Layout layout) {
        this.layout = layout;
    }

    void seeAmount(WrittenAmount amount, int line) {
        amounts.see(amount);
        exampleLine = exampleLine == 0 && !amounts.example().isEmpty() ? line : exampleLine;
    }

    void seeBalance(WrittenAmount balance) {
        balances.see(balance);
    }

    void seeCurrency(Currency found) {
        currencies |= currency.filter(first -> !first.equals(found)).isPresent();
        currency = currency.or(() -> Optional.of(found));
    }

    /** Other numbers, such as a rate of 1.000000, show the mark too; they matter only while the amounts do not. */
    void seeOthers(CsvRow row) {
        if (!amounts.isOpen()) {
            return;
        }
        for (int column = 0; column < row.width(); column++) {
            String cell = row.cell(column);
            if (!cell.isEmpty() && cell.length() <= LONGEST_NUMBER && isOther(column)) {
                WrittenAmount.of(cell)
                        .filter(WrittenAmount::isMarked)
                        .filter(amount -> amount.number().indexOf('_') < 0)
                        .ifPresent(others::see);
            }
        }
    }

    private boolean isOther(int column) {
        return column != layout.columns().of(ColumnRole.DATE)
                && column != layout.columns().of(ColumnRole.BALANCE)
                && WrittenMoney.MONEY.stream()
                        .noneMatch(meaning -> layout.columns().of(meaning) == column);
    }

    /** Returns whether no later row can change the mark. */
    boolean isProven() {
        return amounts.isProven() || balances.isProven();
    }

    /** Returns the mark, as far as anything shows it; a guess where a person must. */
    DecimalMark mark(ReadOptions options) {
        return known(options).orElseGet(amounts::mark);
    }

    /** Returns whether a person must say. */
    boolean isOpen(ReadOptions options) {
        return known(options).isEmpty();
    }

    private Optional<DecimalMark> known(ReadOptions options) {
        if (!amounts.isOpen()) {
            return Optional.of(amounts.mark());
        }
        if (!balances.isOpen()) {
            return Optional.of(balances.mark());
        }
        if (!amounts.isAmbiguous()) {
            // With both open, thousands in the balances show that the comma is the decimal mark.
            return Optional.of(amounts.mark() == DecimalMark.COMMA ? DecimalMark.COMMA : balances.mark());
        }
        Optional<String> answer = options.answer(PARAMETER).map(String::strip);
        if (answer.isPresent()) {
            return Optional.of(answered(answer.get()));
        }
        return byCurrency()
                .or(this::byScript)
                .or(() -> others.isOpen() ? Optional.empty() : Optional.of(others.mark()));
    }

    private Optional<DecimalMark> byCurrency() {
        Optional<Currency> only = currencies ? Optional.empty() : currency.or(layout::currency);
        int decimals = only.map(Currency::getDefaultFractionDigits).orElse(USUAL_DECIMALS);
        if (decimals > USUAL_DECIMALS) {
            return Optional.of(amounts.withDecimals());
        }
        return decimals == 0 ? Optional.of(amounts.withThousands()) : Optional.empty();
    }

    /** In East Asia, Thailand and Israel a point is the decimal mark and nothing else. */
    private Optional<DecimalMark> byScript() {
        return layout.isEastern() ? Optional.of(DecimalMark.POINT) : Optional.empty();
    }

    private static DecimalMark answered(String answer) {
        return switch (answer) {
            case "point", "." -> DecimalMark.POINT;
            case "comma", "," -> DecimalMark.COMMA;
            default ->
                throw LedgerException.invalid(
                        PARAMETER, "unknown", "\"" + answer + "\" is no answer; point or comma is.");
        };
    }

    /** Returns the question to ask when {@link #isOpen}. */
    Question question() {
        return new Question(
                "decimal_mark",
                "Amounts such as " + amounts.example() + " in line " + exampleLine
                        + " may have three decimals or be thousands. Is the decimal mark a point or a comma?",
                PARAMETER,
                List.of("point", "comma"));
    }
}
