package dev.payweek.testkit;

import java.util.List;

/** Texts that are allowed and break things all the same: marks, escapes, scripts, letters of several characters. */
public final class NastyTexts {

    /** One to forty characters each, none with surrounding blanks, all different. */
    public static final List<String> SHORT = List.of(
            "a",
            "Corner Coffee",
            "O'Brien's \"Pub\"",
            "\\",
            "\\n",
            "back\\slash \\\" quote",
            "'; DROP TABLE entry; --",
            "100% _under_ 5*5?",
            "=1+1",
            "a=b=c",
            "title=other",
            "<b>&amp;</b>",
            "{\"a\": [1]}",
            "straße STRASSE ẞ",
            "İstanbul ıslak IŞIK",
            "ΟΔΟΣ οδός",
            "ﬁve ﬂoors",
            "e\u0301 é",
            "日本語 中文 한국어",
            "שלום مرحبا",
            "👩‍👩‍👧 💶 🇩🇪",
            "\uD83D\uDE00",
            "a\u00A0b\u2003c",
            "zero\u200Bwidth",
            "line\u2028separator",
            "null",
            "NaN",
            "-1e5");

    /** Like {@link #SHORT}, with line breaks and tabs within. */
    public static final List<String> BROKEN =
            List.of("two\nlines", "tab\there", "cr\rlf\r\nend", "\\n is not\na break", "a\n\n\nb", "k=v\nid=7\nkind=X");

    private NastyTexts() {}

    /** Returns one of the texts of one line. */
    public static String line(Dice dice) {
        return dice.percent(70) ? dice.oneOf(SHORT) : letters(dice, 30);
    }

    /** Returns one of the texts, possibly of several lines. */
    public static String any(Dice dice) {
        return dice.percent(30) ? dice.oneOf(BROKEN) : line(dice);
    }

    private static String letters(Dice dice, int most) {
        StringBuilder text = new StringBuilder();
        int size = dice.between(1, most);
        for (int i = 0; i < size; i++) {
            text.append((char) ('!' + dice.between(0, 93)));
        }
        return text.toString();
    }
}
