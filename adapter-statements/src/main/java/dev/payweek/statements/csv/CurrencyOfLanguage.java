package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.Folding;
import dev.payweek.statements.cell.WrittenAmount;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The currency of a file whose headings are in a script that one country's banks write: yen, won, and yuan where the
 * characters are the simplified ones; amounts of such files seldom name it. Beside amounts, {@code kr} is the krona or
 * krone of whose language the headings are, and {@code Rs} the rupee of most banks that write it, India's.
 */
final class CurrencyOfLanguage {

    /** Simplified characters that stand in the headings of money and days, unlike their traditional forms. */
    private static final String SIMPLIFIED = "额账时间务类说对贷转";

    /** What no Chinese bank calls its columns, though all of it is ideographs. */
    private static final List<String> JAPANESE = List.of("日付", "残高", "取引", "引出", "支払", "預入", "差引", "振込");

    private static final Pattern SIGN = Pattern.compile("(?<!\\p{L})(?i:kr|rs)(?!\\p{L})");

    /** How banks of each country head their amounts. */
    private static final Map<String, String> KRONER =
            Map.of("belopp", "SEK", "beløb", "DKK", "beløp", "NOK", "upphæð", "ISK");

    /** A folded word that only one language has in its headings, and the currencies of who speaks it. */
    private static final Map<String, List<Currency>> SPOKEN = new HashMap<>();

    /** {@code 1,11,800.00}: only around India are hundreds of thousands a group of their own. */
    private static final Pattern LAKHS = Pattern.compile("(?<![\\d,])\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)");

    private static final List<Currency> INDIAN = Stream.of("INR", "PKR", "BDT", "NPR", "LKR")
            .map(Currency::getInstance)
            .toList();

    static {
        speak("belopp bokforingsdag bokforingsdatum reskontradatum insattning", "SEK EUR");
        speak("belob bogfort bogforingsdato indbetaling", "DKK");
        speak("belop bokforingsdato innskudd", "NOK");
        speak("upphaed", "ISK");
        speak("kwota ksiegowania", "PLN");
        speak("castka zauctovani", "CZK");
        speak("osszeg konyveles", "HUF");
        speak("tranzactiei descriere", "RON MDL");
        speak("tutar bakiye", "TRY");
        speak("сумма", "RUB KZT BYN KGS UZS");
        speak("операціі залишок стан призначення", "UAH");
        speak("betrag buchungstag buchungsdatum umsatz verwendungszweck", "EUR CHF");
        speak("bedrag boekdatum boekingsdatum mededelingen", "EUR");
        speak("montant libelle", "EUR CHF CAD XOF XAF MAD TND DZD");
        speak("importo addebiti accrediti uscite entrate causale contabile", "EUR CHF");
        speak("kuupaev maara paiva paivamaara saaja kirjauspaiva arvopaiva ciastka znesek datums ποσο", "EUR");
        speak("iznos", "EUR BAM RSD MKD");
        speak("סכום תאריך", "ILS");
        speak("วนท จานวนเงน", "THB");
        speak("ngay tien", "VND");
        speak("tanggal mutasi", "IDR");
        speak("tarikh", "MYR BND");
        // Numbers of branches that only one country has.
        speak("sort", "GBP");
        speak("bsb", "AUD");
        speak("ifsc", "INR");
    }

    private CurrencyOfLanguage() {}

    private static void speak(String words, String codes) {
        List<Currency> currencies = Stream.of(codes.split(" ", -1))
                .flatMap(code -> Currencies.of(code).stream())
                .toList();
        Stream.of(words.split(" ", -1)).forEach(word -> SPOKEN.put(word, currencies));
    }

    /** Returns the currencies of the countries that speak the language of the headings, the likeliest first. */
    static List<Currency> spoken(SampleTable table) {
        Set<List<Currency>> found = table.columns()
                .mapToObj(table::heading)
                .flatMap(heading -> Stream.of(Folding.fold(heading).split(" ", -1)))
                .flatMap(word -> Stream.ofNullable(SPOKEN.get(word)))
                .collect(Collectors.toSet());
        if (found.isEmpty()
                && table.body().stream()
                        .anyMatch(row -> row.cells().stream()
                                .anyMatch(cell -> LAKHS.matcher(cell).find()))) {
            return INDIAN;
        }
        return found.size() == 1 ? found.iterator().next() : List.of();
    }

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
        return ideographs && simplified ? Currencies.of("CNY") : ofSign(table);
    }

    private static Optional<Currency> ofSign(SampleTable table) {
        Set<String> signs = Stream.concat(
                        table.header().stream().flatMap(row -> row.cells().stream()),
                        table.body().stream()
                                .flatMap(row -> row.cells().stream())
                                .filter(cell -> WrittenAmount.of(cell).isPresent()))
                .flatMap(cell -> SIGN.matcher(cell).results())
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (signs.equals(Set.of("rs"))) {
            return Currencies.of("INR");
        }
        return signs.equals(Set.of("kr"))
                ? table.columns()
                        .mapToObj(table::heading)
                        .flatMap(heading -> KRONER.entrySet().stream()
                                .filter(word -> heading.toLowerCase(Locale.ROOT).contains(word.getKey())))
                        .flatMap(word -> Currencies.of(word.getValue()).stream())
                        .findFirst()
                : Optional.empty();
    }
}
