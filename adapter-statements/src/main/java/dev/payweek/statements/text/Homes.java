package dev.payweek.statements.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a file comes from, as its plain letters show: by words such as {@code Datums} or the country of its accounts. A
 * file with a single letter beyond ASCII shows its encoding by nothing else.
 */
final class Homes {

    private static final Pattern BETWEEN = Pattern.compile("[^a-z\\x80-\\xFF]+");
    private static final Pattern ACCOUNT = Pattern.compile("\\b([A-Z]{2})\\d{2}[A-Z0-9]{11,30}\\b");

    /** One encoding of each region; the others are its alternatives. */
    private static final Set<String> REGIONS = Set.of("windows-1250", "windows-1252", "windows-1254", "windows-1257");

    /** For each encoding the countries and words that speak for it, and the names that only it gives. */
    private static final Map<String, Set<String>> PLAIN = new HashMap<>();

    private static final Map<String, Set<String>> NAMES = new HashMap<>();

    static {
        load();
    }

    private final List<String> encodings = new ArrayList<>();

    private Homes(Set<String> shown) {
        Set<String> likely = new HashSet<>();
        PLAIN.forEach((encoding, words) -> {
            if (shown.stream().anyMatch(words::contains)) {
                likely.add(encoding);
            }
        });
        // Where words of several regions come together, they say nothing.
        if (likely.stream().filter(REGIONS::contains).count() == 1) {
            encodings.addAll(likely);
        }
    }

    static Homes of(byte[] head) {
        String plain = new String(head, StandardCharsets.ISO_8859_1);
        Set<String> shown = new HashSet<>(Arrays.asList(BETWEEN.split(plain.toLowerCase(Locale.ROOT))));
        ACCOUNT.matcher(plain).results().forEach(account -> shown.add(account.group(1)));
        return new Homes(shown);
    }

    /** Returns whether files from there are written in an encoding. */
    boolean write(String encoding) {
        return encodings.contains(encoding);
    }

    /** Returns how many known names a text in an encoding holds. */
    static long names(String text, String encoding) {
        Set<String> names = NAMES.getOrDefault(encoding, Set.of());
        return names.isEmpty()
                ? 0
                : Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                        .filter(names::contains)
                        .distinct()
                        .count();
    }

    private static void load() {
        try (InputStream in = Homes.class.getResourceAsStream("homes.txt")) {
            if (in == null) {
                throw new IllegalStateException("homes.txt is missing from the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    boolean names = line.startsWith("[names] ");
                    learn(names ? line.substring("[names] ".length()) : line, names ? NAMES : PLAIN);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void learn(String line, Map<String, Set<String>> words) {
        int colon = line.indexOf(':');
        for (String encoding : line.substring(0, colon).split(" ")) {
            words.computeIfAbsent(encoding, name -> new HashSet<>())
                    .addAll(Arrays.asList(line.substring(colon + 2).split(" ")));
        }
    }
}
