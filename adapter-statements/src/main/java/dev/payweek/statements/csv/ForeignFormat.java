package dev.payweek.statements.csv;

import java.util.Locale;
import java.util.Optional;

/** Recognises files that are certainly no CSV by how they begin. */
final class ForeignFormat {

    private static final int WITHIN = 2_000;

    private ForeignFormat() {}

    /** Returns what kind of file it is instead, for a sentence. */
    static Optional<String> of(String head) {
        String start = head.substring(0, Math.min(head.length(), WITHIN)).strip();
        String upper = start.toUpperCase(Locale.ROOT);
        if (start.isEmpty()) {
            return Optional.of("empty");
        }
        if (upper.contains("<OFX>") || upper.startsWith("OFXHEADER")) {
            return Optional.of("OFX");
        }
        if (start.startsWith("<")) {
            return Optional.of("XML or HTML");
        }
        if (upper.startsWith("!TYPE:") || upper.startsWith("!ACCOUNT") || upper.startsWith("!OPTION:")) {
            return Optional.of("QIF");
        }
        if (start.startsWith("{") || start.startsWith("[{")) {
            return Optional.of("JSON");
        }
        if (start.startsWith("%PDF-")) {
            return Optional.of("PDF");
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK  ")) {
            return Optional.of("a packed file, such as a spreadsheet");
        }
        long strange = start.chars()
                .filter(c -> c == '\uFFFD' || (c >= 0x80 && c < 0xA0))
                .count();
        return strange * 10 > start.length() ? Optional.of("no text") : Optional.empty();
    }
}
