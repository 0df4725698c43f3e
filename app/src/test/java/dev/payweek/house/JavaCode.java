package dev.payweek.house;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java as the compiler sees it. */
final class JavaCode {

    private static final Pattern NOT_CODE = Pattern.compile("/\\*(?s:.*?)\\*/|//.*"
            + "|\"\"\"(?s:(?:\\\\.|(?!\"\"\").)*+)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])+'");

    private JavaCode() {}

    /** Returns a source without comments and with every text empty, on the lines where it stands. */
    static String bare(String source) {
        return NOT_CODE.matcher(source).replaceAll(found -> {
            String lines = "\n"
                    .repeat((int) found.group().chars().filter(c -> c == '\n').count());
            return Matcher.quoteReplacement(found.group().startsWith("/") ? " " + lines : "\"\"" + lines);
        });
    }
}
