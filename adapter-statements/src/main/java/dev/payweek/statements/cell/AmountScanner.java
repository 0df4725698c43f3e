package dev.payweek.statements.cell;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Takes a cell apart into sign, number and currency, and gives up at the first thing that fits none of them. */
final class AmountScanner {

    private static final int LONGEST = 48;
    private static final int MOST_DIGITS = 20;
    private static final int LONGEST_WORD = 6;

    /** So many decimals a number may have that begins with its mark; more of them belong to an order number. */
    private static final int MOST_BEHIND_A_BARE_MARK = 4;

    private final StringBuilder number = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private int signs;
    private boolean minus;
    private boolean opened;
    private boolean closed;
    private boolean blank;
    private boolean wholeUnits;
    private int wordStart = -1;

    private AmountScanner() {}

    static Optional<WrittenAmount> scan(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String cell = Digits.plain(written);
        AmountScanner scanner = new AmountScanner();
        for (int i = 0; i < cell.length(); i++) {
            if (!scanner.take(cell.charAt(i))) {
                return Optional.empty();
            }
        }
        return scanner.result();
    }

    private boolean take(char c) {
        if (Character.getType(c) == Character.FORMAT) {
            return true;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            blank = true;
            return true;
        }
        boolean fits = Character.isDigit(c) ? digit(c) : other(c);
        blank = false;
        return fits;
    }

    private boolean digit(char c) {
        // Nothing but digits may follow digits: a word or a closing sign between them makes it something else.
        if (closed || (number.length() > 0 && (word.length() > 0 && !wordIsBefore()))) {
            return false;
        }
        if (blank && endsInDigit()) {
            number.append('_');
        }
        number.append((char) ('0' + Character.digit(c, 10)));
        return number.length() <= MOST_DIGITS;
    }

    private boolean other(char c) {
        return switch (c) {
            case '.', ',', '\u066B', '\u066C' -> mark(c);
            case '\'', '\u2019', '`' -> apostrophe();
            case '+', '-', '\u2212', '\u2013' -> sign(c != '+');
            case '\u25B2', '\u25B3' -> sign(true); // as accountants in Japan and Korea write a minus
            case '(' -> {
                boolean first = number.length() == 0 && !opened;
                opened = true;
                yield first;
            }
            case ')' -> {
                boolean fits = opened && !closed && number.length() > 0;
                closed = true;
                yield fits;
            }
            case '\\' -> number.length() == 0 && letter('\u00A5'); // the yen sign of Japanese encodings
            default -> letter(c);
        };
    }

    private boolean mark(char c) {
        if (word.length() > 0
                && Character.isLetter(word.charAt(word.length() - 1))
                && !(endsInDigit() && wordIsBefore())) {
            word.append(c);
            return c == '.';
        }
        number.append(c == '\u066B' ? ',' : c == '\u066C' ? '.' : c);
        return !closed;
    }

    private boolean apostrophe() {
        boolean fits = endsInDigit();
        number.append('_');
        return fits;
    }

    private boolean sign(boolean isMinus) {
        int last = number.length() - 1;
        // 100.- and 100,-- are whole francs and guilders, not negative ones.
        if (isMinus && last >= 0 && !Character.isDigit(number.charAt(last)) && signs == 0) {
            number.setLength(last);
            wholeUnits = true;
            return true;
        }
        if (isMinus && wholeUnits) {
            return true;
        }
        signs++;
        minus |= isMinus;
        closed |= last >= 0;
        return signs == 1;
    }

    private boolean letter(char c) {
        if (!Character.isLetter(c) && Character.getType(c) != Character.CURRENCY_SYMBOL) {
            return false;
        }
        if (word.length() == 0) {
            wordStart = number.length();
        } else if (wordStart != number.length()) {
            return false;
        }
        word.append(c);
        return word.length() <= LONGEST_WORD;
    }

    private boolean wordIsBefore() {
        return wordStart == 0;
    }

    private boolean endsInDigit() {
        return number.length() > 0 && Character.isDigit(number.charAt(number.length() - 1));
    }

    private Optional<WrittenAmount> result() {
        if (!holdsDigit() || (opened && !closed) || isTail()) {
            return Optional.empty();
        }
        if (word.length() == 0) {
            WrittenAmount bare =
                    new WrittenAmount(number.toString(), minus || opened, signs > 0 || opened, Optional.empty());
            return bare.isReadable() ? Optional.of(bare) : Optional.empty();
        }
        String unit = word.toString().toUpperCase(Locale.ROOT);
        boolean debit = unit.equals("DR") || isLetter(unit, "D") || isLetter(unit, "S");
        boolean credit = unit.equals("CR") || isLetter(unit, "C") || isLetter(unit, "H");
        boolean named = debit || credit;
        Optional<Currency> currency = Currencies.of(unit);
        if (!named && currency.isEmpty() && !Currencies.isVagueSign(unit)) {
            return Optional.empty();
        }
        WrittenAmount amount = new WrittenAmount(
                number.toString(), minus || opened || debit, signs > 0 || opened || debit || credit, currency);
        return Optional.of(amount).filter(WrittenAmount::isReadable);
    }

    /**
     * A lone D or C behind an amount is a debit or credit, S or H the same in German; behind a whole number it is part
     * of a code.
     */
    private boolean isLetter(String unit, String letter) {
        return unit.equals(letter) && !wordIsBefore() && (number.indexOf(".") > 0 || number.indexOf(",") > 0);
    }

    private boolean isTail() {
        char first = number.charAt(0);
        return (first == '.' || first == ',') && number.length() > MOST_BEHIND_A_BARE_MARK + 1;
    }

    private boolean holdsDigit() {
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) >= '0' && number.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
