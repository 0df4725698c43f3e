package dev.payweek.app.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kept text as it lies in its file: lines that say of what it is true, a blank one, the text.
 *
 * @param kept when
 * @param until from when on it is no longer true
 * @param ahead how often in a row it was kept before anybody asked
 * @param words the command
 * @param stamps of the files it depends on, the ledger first
 */
record KeptForm(Instant kept, Instant until, int ahead, List<String> words, Map<Path, String> stamps, String text) {

    static final int MOST_BYTES = 1 << 18;

    private static final String FORM = "payweek 2 ";
    private static final String WORD = "word ";

    /** Returns what a file holds; what is cut off, damaged or not of this form is nothing. */
    static Optional<KeptForm> read(Path file) {
        try {
            // A file that is not there is asked for by every first command, and an exception costs more than a look.
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return of(Files.readAllBytes(file));
        } catch (IOException | RuntimeException unreadable) {
            // It is only ever quicker to have it.
            return Optional.empty();
        }
    }

    private static Optional<KeptForm> of(byte[] bytes) {
        int place = 0;
        List<String> lines = new ArrayList<>();
        while (lines.isEmpty() || !lines.get(lines.size() - 1).isEmpty()) {
            int end = place;
            while (bytes[end] != '\n') {
                end++;
            }
            lines.add(new String(bytes, place, end - place, StandardCharsets.UTF_8));
            place = end + 1;
        }
        String first = lines.get(0);
        if (!first.equals(FORM + hash(bytes, first.length() + 1))) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Map<Path, String> stamps = new LinkedHashMap<>();
        for (String line : lines.subList(4, lines.size() - 1)) {
            if (line.startsWith(WORD)) {
                words.add(line.substring(WORD.length()));
            } else {
                int blank = line.indexOf(' ');
                stamps.put(Path.of(line.substring(blank + 1)), line.substring(0, blank));
            }
        }
        return Optional.of(new KeptForm(
                Instant.parse(lines.get(1)),
                Instant.parse(lines.get(2)),
                Integer.parseInt(lines.get(3)),
                words,
                stamps,
                new String(bytes, place, bytes.length - place, StandardCharsets.UTF_8)));
    }

    /** Returns the bytes of its file; empty where words or paths have lines themselves. */
    Optional<byte[]> bytes() {
        List<String> lines = new ArrayList<>(List.of(kept.toString(), until.toString(), Integer.toString(ahead)));
        words.forEach(word -> lines.add(WORD + word));
        stamps.forEach((path, stamp) -> lines.add(stamp + " " + path));
        if (lines.stream().anyMatch(line -> line.indexOf('\n') >= 0)) {
            return Optional.empty();
        }
        String all = String.join("\n", lines) + "\n\n" + text;
        String first = FORM + hash(all.getBytes(StandardCharsets.UTF_8), 0) + "\n";
        return Optional.of((first + all).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns whether these files are the very ones they were. */
    boolean stand(List<Path> files) {
        return files.stream().allMatch(file -> FileStamp.of(file).equals(stamps.get(file)));
    }

    /** Returns whether it is true at a moment. */
    boolean isTrue(Instant now) {
        return !now.isBefore(kept) && now.isBefore(until) && stand(List.copyOf(stamps.keySet()));
    }

    /** By FNV-1a: a digest of Java's would take longer to be found than everything else here does. */
    static String hash(byte[] bytes, int from) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < bytes.length; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }
}
