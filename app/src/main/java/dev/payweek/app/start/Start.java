package dev.payweek.app.start;

import dev.payweek.app.Payweek;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs the {@code payweek} command. What is the same every time, the version and the help, and the week as long as
 * nothing it depends on changes, is kept as text and costs little more than starting Java. A week that has changed is
 * asked of the service that has its ledger open; everything else is {@link Payweek}'s.
 */
public final class Start {

    /** As wide as the kept help. */
    private static final int WIDTH = 2 * 40;

    private static final int MOST_DIGITS = 4;

    private Start() {}

    /** Runs the command and ends the process. */
    public static void main(String[] words) throws IOException {
        if (!printed(words)) {
            Payweek.main(words);
        }
    }

    private static boolean printed(String... words) throws IOException {
        if (words.length == 0 || words[0].equals("week")) {
            KeptText kept = KeptText.of(System.getenv(), Instant.now(), words);
            Optional<byte[]> week = kept.find()
                    .or(() -> kept.ledger()
                            .flatMap(CommandDoor::of)
                            .flatMap(service -> service.ask(Path.of(""), System.getenv(), words)));
            return week.isPresent() && printed(week.get());
        }
        String name = name(words);
        if (name.isEmpty()) {
            return false;
        }
        try (InputStream in = Start.class.getResourceAsStream(name)) {
            return in != null && printed(in.readAllBytes());
        }
    }

    private static String name(String... words) {
        String asked = words.length == 1 ? words[0] : "";
        return switch (asked) {
            case "--version", "-V" -> "version.txt";
            case "--help", "-h", "help" -> isNarrow(System.getenv().getOrDefault("COLUMNS", "")) ? "" : "help.txt";
            default -> "";
        };
    }

    /** A width that is no number is left to who looks closer. */
    private static boolean isNarrow(String columns) {
        boolean number = columns.length() <= MOST_DIGITS && columns.chars().allMatch(c -> c >= '0' && c <= '9');
        return !columns.isEmpty() && (!number || Integer.parseInt(columns) < WIDTH);
    }

    /** Prints a kept text; where that is not possible, the whole program fails at it and says why. */
    private static boolean printed(byte[] text) {
        try {
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            out.write(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
