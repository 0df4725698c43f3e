package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.WrittenAmount;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what the columns of a file mean, from the headings and from what stands below them. A heading alone decides
 * nothing: the cells must bear it out, so that {@code Valuta} is a day in one file and a currency in another.
 */
final class LayoutFinder {

    private static final List<ColumnRole> BY_NAME = List.of(
            ColumnRole.CURRENCY,
            ColumnRole.CATEGORY,
            ColumnRole.ID,
            ColumnRole.OWN_ACCOUNT,
            ColumnRole.ACCOUNT_NAME,
            ColumnRole.STATUS);

    /** Headings under which some banks say which way money goes. */
    private static final Set<ColumnRole> KINDS = Set.of(ColumnRole.KIND, ColumnRole.DIRECTION, ColumnRole.STATUS);

    private final SampleTable table;
    private final Optional<OwnSide> own;
    private final Map<ColumnRole, Integer> columns = new EnumMap<>(ColumnRole.class);
    private Optional<Currency> ofEqualAmounts = Optional.empty();

    private LayoutFinder(SampleTable table, Optional<OwnSide> own) {
        this.table = table;
        this.own = own;
    }

    /**
     * Returns the layout.
     *
     * @param sample the first rows of the file
     * @throws LedgerException if no column holds dates or none holds amounts
     */
    static Layout find(List<CsvRow> sample, ReadOptions options) {
        SampleTable asWritten = new SampleTable(sample);
        Optional<OwnSide> own = OwnSide.of(asWritten);
        SampleTable table = own.map(side ->
                        new SampleTable(sample.stream().map(side::turned).toList()))
                .orElse(asWritten);
        return new LayoutFinder(table, own).layout(options);
    }

    private Layout layout(ReadOptions options) {
        table.header().ifPresent(DoubleEntry::refuseHeadings);
        DayColumn day = DayColumn.of(table, options);
        columns.put(ColumnRole.DATE, day.place());
        boolean sidesNamed = MoneyColumns.find(table, own, columns);
        for (ColumnRole meaning : BY_NAME) {
            if (!columns.containsKey(meaning)) {
                named(meaning).ifPresent(column -> columns.put(meaning, column));
            }
        }
        findUnnamed();
        dropCurrencyOfPurchases();
        DoubleEntry.refuseHalves(table, new Columns(columns));
        List<Integer> words = WordColumns.all(table, columns.values());
        // Only now, for the payer's name is one of the words as well.
        named(ColumnRole.PAYER).ifPresent(column -> columns.put(ColumnRole.PAYER, column));
        return new Layout(
                table.header(),
                table.width(),
                new Columns(columns),
                WordColumns.titles(table, words),
                words,
                WordColumns.owner(table, words),
                sidesNamed,
                currencyOfHeading(),
                CurrencyOfLanguage.spoken(table),
                Preamble.account(table.preamble()),
                isOfCard(),
                day,
                OpenWays.of(table, columns),
                own,
                isAmountTorn());
    }

    /** The last heading stands above amounts without decimals, and what they lack stands under no heading. */
    private boolean isAmountTorn() {
        int amount = columns.getOrDefault(ColumnRole.AMOUNT, -1);
        return amount >= 0
                && amount == table.width() - 2
                && table.header().filter(row -> row.width() == amount + 1).isPresent()
                && table.body().size() > 1
                && table.body().stream()
                        .allMatch(row -> row.cell(amount).matches("[-+]?\\d[\\d.]*")
                                && row.cell(amount + 1).matches("\\d{2}"));
    }

    /**
     * Where the amount's heading names its currency, or the column of currencies stands behind another amount, that
     * column is about purchases abroad.
     */
    private void dropCurrencyOfPurchases() {
        int amount = amountColumn();
        int currency = columns.getOrDefault(ColumnRole.CURRENCY, -1);
        if (amount < 0 || currency < 1 || table.profile(currency).isConstant()) {
            return;
        }
        boolean beside = Math.abs(currency - amount) == 1;
        boolean behindOther = table.meanings(currency - 1).containsKey(ColumnRole.OTHER_AMOUNT);
        boolean between = behindOther && currency == amount - 1;
        if (between
                || (!beside
                        && (behindOther
                                || currencyNamedIn(table.heading(amount)).isPresent()))) {
            columns.remove(ColumnRole.CURRENCY);
            ofEqualAmounts = behindOther ? ofEqualAmounts(amount, currency) : Optional.empty();
        }
    }

    private int amountColumn() {
        return columns.getOrDefault(ColumnRole.AMOUNT, columns.getOrDefault(ColumnRole.MONEY_OUT, -1));
    }

    /** What costs the account just what it cost in the shop was paid in the currency of the account. */
    private Optional<Currency> ofEqualAmounts(int amount, int currency) {
        List<Currency> equal = table.body().stream()
                .filter(row ->
                        number(row, amount).isPresent() && number(row, amount).equals(number(row, currency - 1)))
                .flatMap(row -> Currencies.of(row.cell(currency)).stream())
                .distinct()
                .toList();
        return equal.size() == 1 ? Optional.of(equal.get(0)) : Optional.empty();
    }

    private static Optional<String> number(CsvRow row, int column) {
        return WrittenAmount.of(row.cell(column)).map(WrittenAmount::number);
    }

    /** What a file without headings, or with unknown ones, can still show by its cells. */
    private void findUnnamed() {
        for (int column = 0; column < table.width(); column++) {
            ColumnProfile profile = table.profile(column);
            boolean free = table.meanings(column).keySet().stream().allMatch(ColumnRole::isDate);
            if (free && !columns.containsValue(column) && Statuses.isAsked(table.heading(column), profile)) {
                columns.putIfAbsent(ColumnRole.STATUS, column);
                continue;
            }
            boolean kind = KINDS.containsAll(table.meanings(column).keySet());
            if (columns.containsValue(column) || !kind) {
                continue;
            }
            if (!table.meanings(column).isEmpty()) {
                if (profile.holdsWays() && profile.holdsBothWays()) {
                    columns.putIfAbsent(ColumnRole.DIRECTION, column);
                }
                continue;
            }
            if (profile.holdsCurrencies()) {
                columns.putIfAbsent(ColumnRole.CURRENCY, column);
            } else if (profile.holdsWays() && tellsWays(profile)) {
                columns.putIfAbsent(ColumnRole.DIRECTION, column);
            } else if (profile.holdsStates()) {
                columns.putIfAbsent(ColumnRole.STATUS, column);
            }
        }
    }

    /** A lone letter D may mean anything; D and C in one column, or a whole word, mean the way of the money. */
    private static boolean tellsWays(ColumnProfile profile) {
        return profile.holdsBothWays() || profile.values().stream().allMatch(value -> value.length() > 1);
    }

    private boolean isOfCard() {
        return table.header()
                        .filter(row -> row.cells().stream().anyMatch(Vocabulary.CARDS::is))
                        .isPresent()
                || table.preamble().stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(Vocabulary.CREDIT_CARDS::areIn);
    }

    private Optional<Integer> named(ColumnRole meaning) {
        return table.named(meaning, columns.values());
    }

    /** {@code Amount (EUR)}, {@code 金额(元)}: the heading of the amounts may name their currency. */
    private Optional<Currency> currencyOfHeading() {
        Optional<Currency> named =
                currencyNamedIn(table.heading(amountColumn())).or(() -> ofEqualAmounts);
        return named.isPresent() ? named : Preamble.currency(table.preamble()).or(() -> CurrencyOfLanguage.of(table));
    }

    private static Optional<Currency> currencyNamedIn(String heading) {
        for (String word : heading.split("[\\s()（）\\[\\]/:]+")) {
            Optional<Currency> currency = Currencies.of(word);
            if (currency.isPresent()) {
                return currency;
            }
        }
        return Optional.empty();
    }
}
