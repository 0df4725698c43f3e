package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The title of a movement: who the other side is, else the first of the bank's words that says anything of it. */
final class RowTitles {

    /** {@code Nazwa odbiorcy: J. KOWALSKI}, {@code Lokalizacja: Adres: SHOP 12 Miasto: KRAKOW}. */
    private static final Pattern LABELLED = Pattern.compile(
            "(\\p{Lu}[\\p{L} /]{2,30}): ?(?:\\p{Lu}\\p{L}{2,20}: ?)?(.+?)(?: \\p{Lu}\\p{L}{2,20}: .*)?");

    private final Layout layout;
    private final int[] columns;
    private final int payer;

    RowTitles(Layout layout) {
        this.layout = layout;
        this.columns = layout.titles().stream().mapToInt(column -> column).toArray();
        // Looked up once here rather than in every row.
        this.payer = layout.columns().of(ColumnRole.PAYER);
    }

    /** Returns the title of a row whose amount is money in if it is positive. */
    String of(CsvRow row, BigDecimal amount) {
        if (payer >= 0 && amount.signum() > 0 && isName(row.cell(payer))) {
            return oneLine(row.cell(payer));
        }
        String own = "";
        for (int column : columns) {
            String cell = row.cell(column);
            if (isName(cell)) {
                return cell.indexOf(':') > 0 ? labelled(row).orElse(oneLine(cell)) : clean(row, column, cell);
            }
            own = own.isEmpty() && !WrittenMoney.isNothing(cell) ? cell : own;
        }
        return oneLine(own);
    }

    private static String clean(CsvRow row, int column, String cell) {
        return row.isClean(column) ? cell : oneLine(cell);
    }

    /** Where each cell begins with what it is, the other side's name is the cell that says so. */
    private Optional<String> labelled(CsvRow row) {
        for (int column : columns) {
            Matcher labelled = LABELLED.matcher(row.cell(column));
            if (labelled.matches()
                    && Vocabulary.meanings(labelled.group(1)).containsKey(ColumnRole.PAYEE)
                    && isName(labelled.group(2))) {
                return Optional.of(oneLine(labelled.group(2)));
            }
        }
        return Optional.empty();
    }

    private boolean isName(String cell) {
        return isOther(cell) && !ColumnProfile.isAccountNumber(cell);
    }

    /** The customer's own name says nothing of a movement. */
    private boolean isOther(String cell) {
        return !WrittenMoney.isNothing(cell) && !cell.equals(layout.owner());
    }

    /** Returns a cell without line breaks and with single blanks. */
    static String oneLine(String cell) {
        char before = 'x';
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c <= ' ' ? c < ' ' || before == ' ' : c >= 0x80 && Character.isWhitespace(c)) {
                return cell.replaceAll("\\s+", " ");
            }
            before = c;
        }
        return cell;
    }
}
