package dev.payweek.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the terminal can show.
 *
 * @param colour whether it shows colours
 * @param unicode whether it shows block characters
 * @param columns how wide it is, from 40 to 80: narrower ones wrap by themselves, wider lines are hard to read
 * @param errors whether errors go to a terminal, on which a line can be drawn again
 */
record Terminal(boolean colour, boolean unicode, int columns, boolean errors) {

    private static final int NARROWEST = 40;
    static final int WIDEST = 2 * NARROWEST;

    private static final String RESET = "\u001B[0m";

    /**
     * Looks at the environment as programs usually do: colours only on a terminal, and never against NO_COLOR. Java
     * does not know on every version whether it writes to a terminal, so the launcher says it; and which locale there
     * was before it saw to it that no letter is lost.
     */
    static Terminal of(Map<String, String> environment) {
        String locale = Stream.of("PAYWEEK_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        boolean unicode = locale.toUpperCase(Locale.ROOT).contains("UTF");
        List<String> screens =
                List.of(environment.getOrDefault("PAYWEEK_SCREEN", "").split(","));
        return new Terminal(
                screens.contains("out") && !environment.containsKey("NO_COLOR"),
                unicode,
                columns(environment.getOrDefault("COLUMNS", "")),
                screens.contains("err"));
    }

    /** Returns whether the width is known; what goes to a file or another program has none. */
    static boolean hasWidth(Map<String, String> environment) {
        return isWidth(environment.getOrDefault("COLUMNS", ""));
    }

    private static boolean isWidth(String number) {
        return number.matches("[1-9][0-9]{0,3}");
    }

    /** What is no number, or none a terminal has, says nothing. */
    private static int columns(String number) {
        return isWidth(number) ? Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(number))) : WIDEST;
    }

    String bold(String text) {
        return in("\u001B[1m", text);
    }

    String faint(String text) {
        return in("\u001B[2m", text);
    }

    String red(String text) {
        return in("\u001B[31m", text);
    }

    String yellow(String text) {
        return in("\u001B[33m", text);
    }

    String green(String text) {
        return in("\u001B[32m", text);
    }

    private String in(String code, String text) {
        return colour ? code + text + RESET : text;
    }

    /**
     * Returns a bar.
     *
     * @param part how much of the whole, which may be negative or more than it
     * @param whole above zero, else the bar is empty
     * @param width in characters
     */
    String bar(long part, long whole, int width) {
        int filled = whole <= 0 ? 0 : (int) Math.min(width, Math.max(0, Math.round((double) part / whole * width)));
        String full = unicode ? "█" : "#";
        String empty = unicode ? "░" : ".";
        return full.repeat(filled) + empty.repeat(width - filled);
    }
}
