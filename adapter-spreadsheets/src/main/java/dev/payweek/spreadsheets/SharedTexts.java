package dev.payweek.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of a workbook, which its cells name by their place.
 *
 * @param texts all of them
 */
record SharedTexts(List<String> texts) {

    static final SharedTexts NONE = new SharedTexts(List.of());

    private static final int MOST_CHARACTERS = 1 << 25;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    static SharedTexts of(InputStream part) throws IOException {
        List<String> texts = new ArrayList<>();
        int characters = 0;
        try (XmlPart xml = new XmlPart(part)) {
            while (xml.nextBegin()) {
                if (xml.begins("si")) {
                    String text = text(xml, "si");
                    texts.add(text);
                    characters += text.length() + 1;
                    if (characters > MOST_CHARACTERS) {
                        throw SheetBuilder.tooLarge();
                    }
                }
            }
        }
        return new SharedTexts(texts);
    }

    /** Returns the text up to the end of an element: that of its runs, without what says how they are spoken. */
    static String text(XmlPart xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        while (xml.next() && !xml.ends(element)) {
            if (xml.begins("rPh")) {
                xml.text();
            } else if (xml.begins("t")) {
                text.append(xml.text());
            }
        }
        return unescaped(text.toString());
    }

    /** Writes {@code _x000D_} as the character that it stands for. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text).replaceAll(found -> {
            char c = (char) Integer.parseInt(found.group(1), 16);
            return Matcher.quoteReplacement(Character.isSurrogate(c) ? "" : String.valueOf(c));
        });
    }

    /** Returns a text by its place; nothing for a place that there is not. */
    String at(String place) {
        if (!place.matches("\\d{1,9}")) {
            return "";
        }
        int index = Integer.parseInt(place);
        return index < texts.size() ? texts.get(index) : "";
    }
}
