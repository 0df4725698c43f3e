package dev.payweek.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line as somebody is typing it into a shell.
 *
 * @param words the whole words after the program's name, without quotes
 * @param last the word that is being typed, without quotes; possibly empty
 * @param quote the quote that is still open, or a blank
 * @param kept how much of the last word bash takes for words of their own, since it splits at {@code :} and {@code =}
 */
record TypedLine(List<String> words, String last, char quote, int kept) {

    private static final char NONE = ' ';
    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_./:=@%+,~-]");

    TypedLine {
        words = List.copyOf(words);
    }

    /** Reads a line up to the cursor. */
    static TypedLine of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = NONE;
        int kept = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                begun = true;
            } else if (quote != NONE) {
                if (c == quote) {
                    quote = NONE;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                begun = true;
            } else if (Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                begun = false;
                kept = 0;
            } else {
                word.append(c);
                begun = true;
                kept = c == ':' || c == '=' ? word.length() : kept;
            }
        }
        return new TypedLine(
                words.isEmpty() ? List.of() : words.subList(1, words.size()), word.toString(), quote, kept);
    }

    /** Returns whether a word has what bash keeps of the typed one, large letters and small as they are. */
    boolean keeps(String whole) {
        return quote != NONE || whole.startsWith(last.substring(0, kept));
    }

    /** Returns what bash puts in the place of what it takes for the last word, written as bash reads it. */
    String ending(String whole) {
        String rest = whole.substring(Math.min(kept, whole.length()));
        return quote == NONE ? SPECIAL.matcher(rest).replaceAll("\\\\$0") : rest;
    }
}
