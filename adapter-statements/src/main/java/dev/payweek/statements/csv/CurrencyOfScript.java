package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Currencies;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The currency of a file whose headings are in a script that one country's banks write: yen, won, and yuan where the
 * characters are the simplified ones. Amounts of such files seldom name it.
 */
final class CurrencyOfScript {

    /** Simplified characters that stand in the headings of money and days, unlike their traditional forms. */
    private static final String SIMPLIFIED = "额账时间务类说对贷转";

    /** What no Chinese bank calls its columns, though all of it is ideographs. */
    private static final List<String> JAPANESE = List.of("日付", "残高", "取引", "引出", "支払", "預入", "差引", "振込");

    private CurrencyOfScript() {}

    static Optional<Currency> of(SampleTable table) {
        boolean kana = false;
        boolean hangul = false;
        boolean simplified = false;
        boolean ideographs = false;
        for (int column = 0; column < table.width(); column++) {
            kana |= JAPANESE.stream().anyMatch(table.heading(column)::contains);
            for (char c : table.heading(column).toCharArray()) {
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                kana |= script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
                hangul |= script == Character.UnicodeScript.HANGUL;
                ideographs |= Character.isIdeographic(c);
                simplified |= SIMPLIFIED.indexOf(c) >= 0;
            }
        }
        if (hangul) {
            return Currencies.of("KRW");
        }
        if (kana) {
            return Currencies.of("JPY");
        }
        return ideographs && simplified ? Currencies.of("CNY") : Optional.empty();
    }
}
