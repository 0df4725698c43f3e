package dev.payweek.discovery;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** Names what is suggested: the same for the same text on every machine; of two alike the later has a number. */
final class Ids {

    private final Set<String> given = new HashSet<>();

    String of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        String plain = HexFormat.of().toHexDigits(hash).substring(4);
        String id = plain;
        for (int n = 2; !given.add(id); n++) {
            id = plain + "-" + n;
        }
        return id;
    }
}
