package dev.payweek.suggest;

import dev.payweek.ledger.CaseFolding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who was paid, beneath what banks and card terminals write around the name.
 *
 * <pre>{@code
 * MerchantName.of("TESCO STORE 2296 LONDON GB").key();     // "tesco"
 * MerchantName.of("SQ *Corner Coffee 4711").key();         // "corner coffee"
 * }</pre>
 *
 * Letter case and accents are dropped, and so are the names of payment processors before a star, words that hold a
 * digit (store numbers, telephone numbers, dates, references), what follows a longer number (mostly a town), and words
 * that any merchant may have, such as <em>Ltd</em>. A name of which nothing would be left keeps all its words.
 *
 * @param words the words that identify it, in their order; at least one unless the text has neither letter nor digit
 */
public record MerchantName(List<String> words) {

    private static final Pattern PROCESSOR = Pattern.compile(
            "^(?:sq|sqr|sumup|zettle|izettle|iz|paypal|pp|ppl|stripe|tst|toast|sp|shopify|google|goog|apl|crv|klarna"
                    + "|wpy|2co|dlo|eb|fs|mpos|nyx|adyen|mollie|payu|cko|rvt|viva|ec|pos)\\s*\\*+\\s*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019`´]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final Set<String> ANY_MERCHANTS = Set.of("""
            store stores shop shops superstore supermarket ltd limited plc llc inc corp gmbh ag kg sa sas sarl srl spa \
            bv nv ab as oy sl sp zoo co company www com http https net org uk gb eu us usa the of and und et card \
            payment purchase pos visa mastercard maestro debit contactless online kartenzahlung lastschrift einkauf \
            achat cb paiement betaling compra pago acquisto pagamento to an at bei""".split(" "));
    private static final int LONG_NUMBER = 3;

    /** Creates a name. */
    public MerchantName {
        words = List.copyOf(words);
    }

    /** Returns the name within a bank's words or a title. */
    public static MerchantName of(String text) {
        String folded = fold(text);
        List<String> all = new ArrayList<>();
        List<String> identifying = new ArrayList<>();
        boolean past = false;
        Matcher matcher = WORD.matcher(PROCESSOR.matcher(folded).replaceFirst(""));
        while (matcher.find()) {
            String word = matcher.group();
            all.add(word);
            if (hasDigit(word)) {
                past |= !identifying.isEmpty() && word.length() >= LONG_NUMBER;
            } else if (!past && word.length() > 1 && !ANY_MERCHANTS.contains(word)) {
                identifying.add(word);
            }
        }
        return new MerchantName(identifying.isEmpty() ? all : identifying);
    }

    private static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return APOSTROPHES.matcher(CaseFolding.fold(bare).strip()).replaceAll("");
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** Returns the words as one text, the same for all writings of the merchant; possibly empty. */
    public String key() {
        return String.join(" ", words);
    }

    /** Returns the name cut after so many words, at least 1: {@code "shell"} of {@code "shell penhale"}. */
    MerchantName beginning(int count) {
        return new MerchantName(words.subList(0, Math.min(count, words.size())));
    }
}
