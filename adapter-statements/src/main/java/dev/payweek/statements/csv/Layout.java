package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in the rows of a file everything stands.
 *
 * @param header the row of headings; absent when the file has none
 * @param width how many cells a regular row has
 * @param columns the one column chosen for each meaning that the file has; the day is under {@link ColumnRole#DATE}
 * @param titles columns whose first filled cell is a movement's title, the best first
 * @param words all columns that hold the bank's words, from left to right
 * @param owner the customer's own name, where it stands in each row in one of several columns of names; else empty
 * @param sidesNamed whether it is known which of the columns for money in and out is which
 * @param currency the currency that a heading names
 * @param spoken the currencies of the countries that speak the language of the headings
 * @param account the account that the preamble names
 * @param ofCard whether headings or the preamble say that the file is of a card
 * @param days where the day stands, and in what form
 * @param openWays a column of a few words that may be which way money goes, where nothing known says it
 * @param ownSide where rows have a source and a target, which of them is the account
 * @param tornAmounts whether a comma before decimals, without quotes around it, has torn each amount in two cells
 */
record Layout(
        Optional<CsvRow> header,
        int width,
        Columns columns,
        List<Integer> titles,
        List<Integer> words,
        String owner,
        boolean sidesNamed,
        Optional<Currency> currency,
        List<Currency> spoken,
        Optional<String> account,
        boolean ofCard,
        DayColumn days,
        Optional<OpenWays> openWays,
        Optional<OwnSide> ownSide,
        boolean tornAmounts) {

    private static final Set<Character.UnicodeScript> EASTERN = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.HEBREW,
            Character.UnicodeScript.DEVANAGARI);

    boolean has(ColumnRole meaning) {
        return columns.has(meaning);
    }

    /** Returns whether money in and money out stand in columns of their own. */
    boolean hasSides() {
        return has(ColumnRole.MONEY_IN) || has(ColumnRole.MONEY_OUT);
    }

    String cell(CsvRow row, ColumnRole meaning) {
        return row.cell(columns.of(meaning));
    }

    /** Returns which way money goes by who pays, the customer or somebody else, where both sides have a column. */
    Optional<Direction> wayOfOwner(CsvRow row) {
        return owner.isEmpty() || !has(ColumnRole.PAYER)
                ? Optional.empty()
                : Optional.of(cell(row, ColumnRole.PAYER).equals(owner) ? Direction.OUT : Direction.IN);
    }

    /** Returns the cell of the day as people write days, with the year that it may lack. */
    String day(CsvRow row) {
        String cell = cell(row, ColumnRole.DATE);
        return days.form() == DayForm.WRITTEN ? cell : days.form().written(cell, days.lastDay());
    }

    /** Returns whether days are written in full. */
    boolean hasPlainDays() {
        return days.form() == DayForm.WRITTEN;
    }

    /** Returns the day in the year before, if with the statement's own year it would lie behind its end. */
    LocalDate settled(LocalDate day) {
        return days.lastDay().filter(day::isAfter).isPresent() ? day.minusYears(1) : day;
    }

    /** Returns whether the headings are in a script whose countries all write a point before decimals. */
    boolean isEastern() {
        return header.filter(row -> row.cells().stream()
                        .flatMapToInt(String::codePoints)
                        .mapToObj(Character.UnicodeScript::of)
                        .anyMatch(EASTERN::contains))
                .isPresent();
    }

    /** Returns whether one of the headings is one of the phrases. */
    boolean hasHeading(Phrases phrases) {
        return header.filter(row -> row.cells().stream().anyMatch(phrases::is)).isPresent();
    }

    /** Returns how people may know a column: by its heading, else by its place from 1. */
    String nameOf(ColumnRole meaning) {
        int column = columns.of(meaning);
        return header.map(row -> row.cell(column))
                .filter(name -> !name.isEmpty())
                .orElse("column " + (column + 1));
    }

    /**
     * Returns the row as it was meant. A delimiter in a text without quotes makes a row too wide and shifts what
     * follows; it is mended by joining the cells that make the day, the amount and the currency stand where they
     * belong.
     */
    CsvRow aligned(CsvRow row, char delimiter) {
        if (tornAmounts && delimiter == ',' && row.width() == width) {
            return row.joined(columns.of(ColumnRole.AMOUNT), 2, delimiter);
        }
        int excess = row.width() - width;
        if (excess <= 0 || fits(row)) {
            return row;
        }
        for (int column : words) {
            if (column + excess < row.width()) {
                CsvRow mended = row.joined(column, excess + 1, delimiter);
                if (fits(mended)) {
                    return mended;
                }
            }
        }
        return row;
    }

    /** Returns the row with the account's own amount, currency and other side where those of the layout are. */
    CsvRow own(CsvRow row) {
        return ownSide.isPresent() ? ownSide.get().turned(row) : row;
    }

    private boolean fits(CsvRow row) {
        boolean currencyFits = !has(ColumnRole.CURRENCY)
                || Currencies.of(cell(row, ColumnRole.CURRENCY)).isPresent();
        return WrittenDate.of(day(row)).isPresent() && moneyFits(row) && currencyFits;
    }

    private boolean moneyFits(CsvRow row) {
        boolean any = false;
        for (ColumnRole meaning :
                List.of(ColumnRole.AMOUNT, ColumnRole.MONEY_IN, ColumnRole.MONEY_OUT, ColumnRole.BALANCE)) {
            String cell = cell(row, meaning);
            if (!cell.isEmpty() && WrittenAmount.of(cell).isEmpty()) {
                return false;
            }
            any |= !cell.isEmpty() && meaning.isMoney();
        }
        return any;
    }
}
