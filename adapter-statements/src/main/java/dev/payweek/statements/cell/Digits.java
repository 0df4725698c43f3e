package dev.payweek.statements.cell;

import java.text.Normalizer;

/** Digits and punctuation of other scripts as those of ours: {@code ٢٠٢٦-٠٣-٢٥} and {@code ２０２６／０３／２５}. */
final class Digits {

    private static final char FULL_WIDTH = '\uFF00';
    private static final char PAST_FULL_WIDTH = '\uFFEF';

    private Digits() {}

    /** Returns the text with plain digits; the same text where it has no others. */
    static String plain(String text) {
        boolean wide = false;
        boolean foreign = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide |= c >= FULL_WIDTH && c <= PAST_FULL_WIDTH;
            foreign |= c >= 0x80 && (Character.isDigit(c) || Character.getType(c) == Character.FORMAT);
        }
        String narrow = wide ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
        return foreign ? ascii(narrow) : narrow;
    }

    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (c < 0x80 || Character.getType(c) != Character.FORMAT) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
