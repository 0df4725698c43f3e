package dev.payweek.statements.html;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts markup into tags and texts. Comments, scripts and styles are passed over; nothing is ever fetched. */
final class MarkupReader {

    private static final int END = -2;
    private static final int LONGEST_TAG = 1 << 13;
    private static final Pattern NAME = Pattern.compile("(/?)(?:\\w+:)?(\\w+)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?:\\w+:)?([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|\\w{1,8});?");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("euro", "€"),
            Map.entry("pound", "£"),
            Map.entry("yen", "¥"),
            Map.entry("minus", "\u2212"),
            Map.entry("ndash", "–"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"),
            Map.entry("Uuml", "Ü"),
            Map.entry("szlig", "ß"),
            Map.entry("aring", "å"),
            Map.entry("Aring", "Å"),
            Map.entry("aelig", "æ"),
            Map.entry("oslash", "ø"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"),
            Map.entry("agrave", "à"),
            Map.entry("aacute", "á"),
            Map.entry("iacute", "í"),
            Map.entry("oacute", "ó"),
            Map.entry("uacute", "ú"),
            Map.entry("ntilde", "ñ"),
            Map.entry("ccedil", "ç"));

    private final Reader reader;
    private String text = "";
    private String name = "";
    private String attributes = "";
    private boolean tag;
    private boolean closing;
    private int held = -1;

    MarkupReader(Reader reader) {
        this.reader = reader;
    }

    /** Goes to the next tag or text; returns whether there was one. */
    boolean next() throws IOException {
        int first = read();
        if (first < 0) {
            return false;
        }
        if (first != '<') {
            text(first);
            return true;
        }
        tag();
        return true;
    }

    boolean isTag() {
        return tag;
    }

    /** Returns the tag's name in small letters, without a prefix. */
    String name() {
        return name;
    }

    boolean isClosing() {
        return closing;
    }

    String text() {
        return text;
    }

    /** Returns the value of an attribute of the tag; empty when it has none. */
    String attribute(String wanted) {
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(wanted)) {
                for (int group = 2; group <= 4; group++) {
                    if (matcher.group(group) != null) {
                        return matcher.group(group);
                    }
                }
            }
        }
        return "";
    }

    private void text(int first) throws IOException {
        tag = false;
        StringBuilder raw = new StringBuilder();
        int c = first;
        while (c >= 0 && c != '<') {
            if (raw.length() < LONGEST_TAG) {
                raw.append((char) c);
            }
            c = read();
        }
        held = c;
        text = decoded(raw.toString());
    }

    private void tag() throws IOException {
        String raw = until(">");
        if (raw.startsWith("!--")) {
            // A comment may hold what looks like the end of a tag.
            skipComment(raw);
        }
        Matcher matcher = NAME.matcher(raw);
        boolean named = matcher.lookingAt();
        tag = true;
        name = named ? TableScanner.lower(matcher.group(2)) : "";
        closing = named && !matcher.group(1).isEmpty();
        attributes = named ? raw.substring(matcher.end()) : "";
        if (!closing && (name.equals("script") || name.equals("style"))) {
            skipTo("</" + name);
        }
    }

    private void skipComment(String raw) throws IOException {
        String end = raw;
        while (!end.endsWith("--") && held != END) {
            end = until(">");
        }
    }

    private String until(String mark) throws IOException {
        StringBuilder raw = new StringBuilder();
        int c = read();
        while (c >= 0 && c != mark.charAt(0)) {
            if (raw.length() < LONGEST_TAG) {
                raw.append((char) c);
            }
            c = read();
        }
        if (c < 0) {
            held = END;
        }
        return raw.toString();
    }

    private void skipTo(String closingTag) throws IOException {
        StringBuilder last = new StringBuilder();
        int c = read();
        while (c >= 0) {
            last.append((char) c);
            if (last.length() > closingTag.length()) {
                last.deleteCharAt(0);
            }
            if (last.toString().equalsIgnoreCase(closingTag)) {
                until(">");
                return;
            }
            c = read();
        }
    }

    private int read() throws IOException {
        if (held == END) {
            return -1;
        }
        if (held >= 0) {
            int c = held;
            held = -1;
            return c;
        }
        return reader.read();
    }

    private static String decoded(String raw) {
        return raw.indexOf('&') < 0
                ? raw
                : ENTITY.matcher(raw)
                        .replaceAll(match -> Matcher.quoteReplacement(entity(match.group(1), match.group())));
    }

    private static String entity(String name, String whole) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, whole);
        }
        boolean hex = name.startsWith("#x");
        String digits = name.substring(hex ? 2 : 1);
        if (digits.isEmpty() || (!hex && !digits.matches("\\d+"))) {
            return whole;
        }
        int code = Integer.parseInt(digits, hex ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
    }
}
