package dev.payweek.app;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as they are typed: {@code 4.50}, {@code 12,50} and {@code $12.50} in the ledger's currency, {@code 2400.00
 * EUR} or {@code €2400} in another. One mark before three digits, as in {@code 1,000}, is a thousand to some and one to
 * others; it is not guessed.
 */
final class AmountText {

    private static final Pattern SHAPE =
            Pattern.compile("(?<sign>[-\u2212+]?)(?<before>\\p{Sc}|[A-Za-z]{3})? ?(?<inner>[-\u2212]?)"
                    + "(?<number>[0-9][0-9.,' \u00A0\u202F\u2019]*)(?<after> ?\\p{Sc}| ?[A-Za-z]{3})?");

    private static final Pattern GROUP_OF_THREE = Pattern.compile("[0-9]{1,3}[.,][0-9]{3}");
    private static final Pattern GROUPED = Pattern.compile(
            "[0-9]{1,3}(?:(?<mark>[.,' \u00A0\u202F\u2019])[0-9]{3})(?:\\k<mark>[0-9]{3})*(?:[.,][0-9]+)?");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");

    /** Signs that one currency alone has; a dollar or a crown is the ledger's, where it has such a sign. */
    private static final Map<String, String> SIGNS =
            Map.of("€", "EUR", "£", "GBP", "₹", "INR", "₽", "RUB", "₺", "TRY", "₴", "UAH", "₩", "KRW", "₫", "VND");

    private AmountText() {}

    static Money in(BudgetView view, String text) {
        return in(view.settings().currency(), text);
    }

    /** Returns an amount of which only the number goes further; one in another currency would become the ledger's. */
    static Money ofLedger(BudgetView view, String text) {
        Currency own = view.settings().currency();
        Money money = in(own, text);
        if (!money.currency().equals(own)) {
            throw LedgerException.invalid(
                    "amount", "currency", "The ledger is in " + own + "; " + money + " does not fit.");
        }
        return money;
    }

    static Money in(Currency ledger, String text) {
        Matcher parts = SHAPE.matcher(text.strip());
        if (!parts.matches()) {
            return Money.of(text.strip(), ledger.getCurrencyCode());
        }
        String named = group(parts, "before") + group(parts, "after").strip();
        String code = named.isEmpty() ? ledger.getCurrencyCode() : code(named, ledger);
        String sign = group(parts, "sign") + group(parts, "inner");
        boolean negative = !sign.isEmpty() && !sign.equals("+");
        String number = number(parts.group("number").strip(), text, Money.currency(code));
        return Money.of((negative ? "-" : "") + number, code);
    }

    /** Returns what a part matched, empty where it is missing. */
    private static String group(Matcher parts, String name) {
        return Optional.ofNullable(parts.group(name)).orElse("");
    }

    private static String code(String named, Currency ledger) {
        if (named.length() == 3 && Character.isLetter(named.charAt(0))) {
            return named.toUpperCase(Locale.ROOT);
        }
        String own = ledger.getSymbol(Locale.ROOT) + ledger.getSymbol(Locale.US);
        boolean dollars = named.equals("$") && ledger.getCurrencyCode().endsWith("D");
        boolean yen = named.equals("¥") && (own.contains("JPY") || own.contains("CNY"));
        if (dollars || yen) {
            return ledger.getCurrencyCode();
        }
        String code = SIGNS.get(named);
        if (code == null) {
            throw LedgerException.invalid(
                    "amount",
                    "currency",
                    "The ledger is in " + ledger + "; of which currency \"" + named
                            + "\" is the sign is not known here." + " Write its three letters, such as 5.00 USD.");
        }
        return code;
    }

    private static String number(String number, String text, Currency currency) {
        if (GROUP_OF_THREE.matcher(number).matches()) {
            boolean asPrinted = number.contains(".") && currency.getDefaultFractionDigits() == 3;
            if (!asPrinted) {
                throw groupOfThree(number, text.strip(), currency);
            }
            return number;
        }
        Matcher grouped = GROUPED.matcher(number);
        if (grouped.matches()) {
            return number.replace(group(grouped, "mark"), "").replace(',', '.');
        }
        if (!PLAIN.matcher(number).matches()) {
            throw LedgerException.invalid(
                    "amount", "malformed", "\"" + text.strip() + "\" is no amount; write it such as 12.50 or 12,50.");
        }
        return number.replace(',', '.');
    }

    private static LedgerException groupOfThree(String number, String text, Currency currency) {
        String whole = number.replaceAll("[.,]", "");
        BigDecimal one = new BigDecimal(number.replace(',', '.')).stripTrailingZeros();
        return one.scale() > currency.getDefaultFractionDigits()
                ? LedgerException.invalid(
                        "amount",
                        "precision",
                        "\"" + text + "\": " + currency + " has " + currency.getDefaultFractionDigits()
                                + " decimals; if thousands are meant, write " + whole + ".")
                : LedgerException.invalid(
                        "amount",
                        "ambiguous",
                        "\"" + text + "\" is " + whole + " to some and " + one.toPlainString()
                                + " to others; write " + whole + " or "
                                + one.setScale(currency.getDefaultFractionDigits())
                                        .toPlainString() + ".");
    }

    /**
     * Makes the currency of what somebody plans the ledger's own, as long as nothing in it has an amount; later the
     * ledger refuses what does not fit.
     */
    static void adopt(BudgetEdit edit, Currency currency) {
        if (edit.settings().currency().equals(currency)) {
            return;
        }
        try {
            edit.change(edit.settings().withCurrency(currency));
        } catch (LedgerException e) {
            throw LedgerException.invalid(
                    "currency",
                    "currency",
                    "The ledger is in " + edit.settings().currency() + " and holds amounts; " + currency
                            + " does not fit.");
        }
    }
}
