package dev.payweek.statements.ofx;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves entities. What is no entity, such as the ampersand in a name, stays as it is. */
final class Entities {

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final Pattern ENTITY = Pattern.compile("&(?:([a-z]{2,4})|#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));");

    private Entities() {}

    static String resolve(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(meaning(match.group(), match)));
    }

    private static String meaning(String whole, MatchResult match) {
        if (match.group(1) != null) {
            return NAMED.getOrDefault(match.group(1), whole);
        }
        int codePoint =
                match.group(2) != null ? Integer.parseInt(match.group(2)) : Integer.parseInt(match.group(3), 16);
        boolean printable = Character.isValidCodePoint(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
        return printable ? Character.toString(codePoint) : " ";
    }
}
