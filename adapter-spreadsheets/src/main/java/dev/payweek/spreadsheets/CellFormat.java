package dev.payweek.spreadsheets;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a workbook's number format says of a number: that it is a day, a share, or how many decimals it shows.
 *
 * @param kind what kind of thing the number is
 * @param decimals how many decimals are always shown
 * @param currency a currency's sign or code in the format; possibly empty
 */
record CellFormat(Kind kind, int decimals, String currency) {

    /** What a number stands for. */
    enum Kind {
        NUMBER,
        PERCENT,
        DAY,
        TIME,
        DAY_AND_TIME
    }

    static final CellFormat GENERAL = new CellFormat(Kind.NUMBER, 0, "");

    private static final int MOST_DECIMALS = 10;
    private static final int LONGEST = 500;

    /** The first of its parts, which stand between semicolons that are not quoted. */
    private static final Pattern FIRST = Pattern.compile("(?:\"[^\"]*\"?|\\\\.|[^;\"\\\\])*");

    /** A currency in brackets with a locale, a text in quotes, a character that stands for itself, a filler. */
    private static final Pattern LITERAL = Pattern.compile("\\[\\$([^\\]-]*)[^\\]]*]|\"([^\"]*)\"?|\\\\(.)|[_*].");

    private static final Pattern ELAPSED = Pattern.compile("\\[(?:h+|m+|s+)]", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern AM_PM = Pattern.compile("am/pm|a/p", Pattern.CASE_INSENSITIVE);

    /** Returns what the code of a format says; its first part is the one for positive numbers. */
    static CellFormat of(String written) {
        Matcher first = FIRST.matcher(written.substring(0, Math.min(written.length(), LONGEST)));
        String code = first.lookingAt() ? first.group() : "";
        StringBuilder currency = new StringBuilder();
        Matcher literals = LITERAL.matcher(code);
        StringBuilder rest = new StringBuilder();
        while (literals.find()) {
            for (int group = 1; group <= literals.groupCount(); group++) {
                currency.append(literals.group(group) == null ? "" : literals.group(group));
            }
            literals.appendReplacement(rest, "");
        }
        literals.appendTail(rest);
        String plain = rest.toString();
        boolean elapsed = ELAPSED.matcher(plain).find();
        String bare = BRACKETS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        if (bare.strip().equals("general") || bare.contains("@")) {
            return GENERAL;
        }
        Kind kind = kind(AM_PM.matcher(bare).replaceAll("h"), elapsed);
        return new CellFormat(kind, decimals(bare), currency(currency + bare.replaceAll("[^\\p{Sc}]", "")));
    }

    private static Kind kind(String bare, boolean elapsed) {
        boolean time = elapsed || bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        boolean day = bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || (bare.indexOf('m') >= 0 && !time);
        if (day || time) {
            return day && time ? Kind.DAY_AND_TIME : day ? Kind.DAY : Kind.TIME;
        }
        return bare.indexOf('%') >= 0 ? Kind.PERCENT : Kind.NUMBER;
    }

    private static int decimals(String bare) {
        int point = bare.indexOf('.');
        int shown = 0;
        while (point >= 0 && point + shown + 1 < bare.length() && bare.charAt(point + shown + 1) == '0') {
            shown++;
        }
        return Math.min(shown, MOST_DECIMALS);
    }

    private static String currency(String literals) {
        String one = literals.strip();
        return one.matches("\\p{Sc}|[A-Z]{3}") ? one : "";
    }

    /** Returns the format of a number that every workbook knows without writing its code. */
    static CellFormat builtIn(int id) {
        return switch (id) {
            case 2, 4, 7, 8, 39, 40, 43, 44 -> new CellFormat(Kind.NUMBER, 2, "");
            case 9 -> new CellFormat(Kind.PERCENT, 0, "");
            case 10 -> new CellFormat(Kind.PERCENT, 2, "");
            case 22 -> new CellFormat(Kind.DAY_AND_TIME, 0, "");
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> new CellFormat(Kind.TIME, 0, "");
            default ->
                (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)
                        ? new CellFormat(Kind.DAY, 0, "")
                        : GENERAL;
        };
    }
}
