package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.DecimalMarkEvidence;
import dev.payweek.statements.cell.WrittenAmount;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the columns of money: the amount, or money in and out, with the balance, the fee and the currency beside. */
final class MoneyColumns {

    private final SampleTable table;
    private final Optional<OwnSide> own;
    private final Map<ColumnRole, Integer> columns;
    private boolean sidesNamed = true;

    private MoneyColumns(SampleTable table, Optional<OwnSide> own, Map<ColumnRole, Integer> columns) {
        this.table = table;
        this.own = own;
        this.columns = columns;
    }

    /**
     * Adds the columns of money to those found so far; returns whether it is known which side is which.
     *
     * @throws LedgerException if no column holds amounts
     */
    static boolean find(SampleTable table, Optional<OwnSide> own, Map<ColumnRole, Integer> columns) {
        MoneyColumns money = new MoneyColumns(table, own, columns);
        money.find();
        return money.sidesNamed;
    }

    private void find() {
        Optional<Integer> amount = own.map(side -> side.amount(table))
                .or(() -> named(ColumnRole.AMOUNT).map(this::ofAccount));
        Optional<Integer> in = named(ColumnRole.MONEY_IN);
        Optional<Integer> out = named(ColumnRole.MONEY_OUT);
        boolean sides = in.isPresent() && out.isPresent();
        put(ColumnRole.BALANCE);
        put(ColumnRole.DIRECTION);
        // Where both are, the sides show what an amount without a sign leaves open.
        if (amount.isPresent() && (!sides || table.profile(amount.get()).holdsNegatives())) {
            columns.put(ColumnRole.AMOUNT, provenOf(amount.get()));
            currencyBeside(columns.getOrDefault(ColumnRole.AMOUNT, -1))
                    .ifPresent(column -> columns.put(ColumnRole.CURRENCY, column));
        } else if (sides || in.isPresent() || out.isPresent()) {
            in.or(() -> otherSide(out)).ifPresent(column -> columns.put(ColumnRole.MONEY_IN, column));
            out.or(() -> otherSide(in)).ifPresent(column -> columns.put(ColumnRole.MONEY_OUT, column));
        } else {
            guess();
        }
        put(ColumnRole.FEE);
        if (isFeeIncluded()) {
            columns.remove(ColumnRole.FEE);
        }
    }

    /** {@code Gross, Fee, Net}: where the amount is always another one and the fee, nothing is left to be taken off. */
    private boolean isFeeIncluded() {
        Integer amount = columns.get(ColumnRole.AMOUNT);
        Integer fee = columns.get(ColumnRole.FEE);
        if (amount == null || fee == null) {
            return false;
        }
        DecimalMark mark = mark();
        List<CsvRow> withFee = table.body().stream()
                .filter(row -> value(row, fee, mark)
                        .filter(value -> value.signum() != 0)
                        .isPresent())
                .toList();
        return !withFee.isEmpty()
                && amounts().anyMatch(gross -> withFee.stream().allMatch(row -> isSum(row, amount, gross, fee, mark)));
    }

    private static boolean isSum(CsvRow row, int amount, int gross, int fee, DecimalMark mark) {
        Optional<BigDecimal> change = value(row, amount, mark)
                .flatMap(net -> value(row, gross, mark).map(net::subtract))
                .map(BigDecimal::abs);
        return change.isPresent()
                && value(row, fee, mark)
                        .filter(value -> value.abs().compareTo(change.get()) == 0)
                        .isPresent();
    }

    private void put(ColumnRole meaning) {
        named(meaning).ifPresent(column -> columns.put(meaning, column));
    }

    private Optional<Integer> named(ColumnRole meaning) {
        return table.named(meaning, columns.values());
    }

    /**
     * Returns the amount in the currency of the account. Of two amounts with a currency each, the account's is the one
     * whose currency is the same in every row; purchases are in many.
     */
    private Integer ofAccount(Integer amount) {
        Optional<Integer> own = currencyBeside(amount);
        if (own.isEmpty() || table.profile(own.get()).isConstant()) {
            return amount;
        }
        return amounts()
                .filter(other -> !other.equals(amount))
                .filter(other -> currencyBeside(other)
                        .filter(currency -> !own.get().equals(currency)
                                && table.profile(currency).isConstant())
                        .isPresent())
                .findFirst()
                .orElse(amount);
    }

    /** Of several amounts the one that the running balance follows from, if only another one does not. */
    private Integer provenOf(Integer amount) {
        Integer balance = columns.get(ColumnRole.BALANCE);
        if (balance == null || amounts().count() < 2 || isProven(amount, balance)) {
            return amount;
        }
        return amounts().filter(other -> isProven(other, balance)).findFirst().orElse(amount);
    }

    private boolean isProven(int amount, int balance) {
        DecimalMark mark = mark();
        BalanceProof proof = new BalanceProof();
        table.body().forEach(row -> proof.see(row.line(), value(row, amount, mark), value(row, balance, mark)));
        return proof.isAsWritten().isPresent();
    }

    private DecimalMark mark() {
        DecimalMarkEvidence evidence = new DecimalMarkEvidence();
        table.body()
                .forEach(row -> amounts()
                        .forEach(column -> WrittenAmount.of(row.cell(column)).ifPresent(evidence::see)));
        return evidence.mark();
    }

    private static Optional<BigDecimal> value(CsvRow row, int column, DecimalMark mark) {
        return WrittenAmount.value(row.cell(column), mark);
    }

    /** Returns the columns that may hold the amount of a movement, from left to right. */
    private Stream<Integer> amounts() {
        return table.columns()
                .filter(column -> table.meanings(column).isEmpty()
                        || table.meanings(column).containsKey(ColumnRole.AMOUNT)
                        || table.meanings(column).containsKey(ColumnRole.OTHER_AMOUNT))
                .filter(column -> table.profile(column).holdsMoney() && !columns.containsValue(column))
                .boxed();
    }

    /** Between two currencies, the amount's is the one called so, or else the one beside no other amount. */
    private Optional<Integer> currencyBeside(int amount) {
        return Stream.of(1, -1)
                .filter(step -> isColumn(amount + step)
                        && !columns.containsValue(amount + step)
                        && table.profile(amount + step).holdsCurrencies())
                .min(Comparator.comparing((Integer step) -> !isCalledCurrency(amount + step))
                        .thenComparing(step -> isColumn(amount + 2 * step) && holdsMoney(amount + 2 * step)))
                .map(step -> amount + step);
    }

    private boolean isColumn(int column) {
        return column >= 0 && column < table.width();
    }

    private boolean isCalledCurrency(int column) {
        return table.meanings(column).containsKey(ColumnRole.CURRENCY);
    }

    /**
     * Where only one side has a heading that is known, the other is the column filled in just the rows it leaves out.
     */
    private Optional<Integer> otherSide(Optional<Integer> side) {
        return table.columns()
                .filter(column -> table.meanings(column).isEmpty() && !columns.containsValue(column))
                .filter(column -> table.profile(column).holdsAmounts() && !side.equals(Optional.of(column)))
                .filter(column -> side.isPresent()
                        && table.body().stream().allMatch(row -> isEither(row, side.get(), column))
                        && table.body().stream().anyMatch(row -> !isNothing(row.cell(column))))
                .boxed()
                .findFirst();
    }

    private static boolean isEither(CsvRow row, int one, int other) {
        return isNothing(row.cell(one)) || isNothing(row.cell(other));
    }

    /** A side may be filled with a zero to say that there is nothing. */
    private static boolean isNothing(String cell) {
        return WrittenMoney.isNothing(cell) || cell.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
    }

    private void guess() {
        List<Integer> unknown = open(false);
        // A column for each currency: they leave each other empty as money in and out do.
        Optional<Integer> perCurrency = unknown.stream()
                .filter(column -> Currencies.of(table.heading(column)).isPresent()
                        && table.profile(column).holdsMoney())
                .reduce((most, next) ->
                        table.profile(next).filled() > table.profile(most).filled() ? next : most);
        if (perCurrency.isPresent()) {
            columns.put(ColumnRole.AMOUNT, perCurrency.get());
            return;
        }
        // Money with decimals under a heading of a side issue is likelier than whole numbers under an unknown one.
        List<Integer> all = open(true);
        boolean others =
                unknown.stream().noneMatch(this::holdsMoney) && all.stream().anyMatch(this::holdsMoney);
        MoneyGuess guess = (others
                        ? Optional.<MoneyGuess>empty()
                        : MoneyGuess.of(table.body(), table.profiles(), unknown))
                .or(() -> MoneyGuess.of(table.body(), table.profiles(), all))
                .orElseThrow(MoneyColumns::noAmounts);
        columns.putAll(guess.columns());
        sidesNamed = !guess.hasSides();
    }

    /** Returns the columns of which nothing is known; or those too that a better one may have made a side issue. */
    private List<Integer> open(boolean othersToo) {
        return table.columns()
                .filter(column -> table.meanings(column).isEmpty()
                        || (othersToo && table.meanings(column).containsKey(ColumnRole.OTHER_AMOUNT)))
                .filter(column -> !columns.containsValue(column))
                .boxed()
                .toList();
    }

    private boolean holdsMoney(int column) {
        return table.profile(column).holdsMoney();
    }

    private static LedgerException noAmounts() {
        return LedgerException.invalid(
                "amount",
                "no_amounts",
                "No column of the file holds amounts, so it cannot be read as a bank statement.");
    }
}
