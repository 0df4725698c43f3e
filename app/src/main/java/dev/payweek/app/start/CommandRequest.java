package dev.payweek.app.start;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command on its way to the service that runs it.
 *
 * @param secret shows that the caller could read the file that only the service's owner can
 * @param folder where the caller is
 * @param environment what commands heed of the caller's environment
 * @param words the command
 */
public record CommandRequest(String secret, Path folder, Map<String, String> environment, List<String> words) {

    /** A command is typed; what is longer is no command. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_WORDS = 10_000;

    private static final String ZONE = "TZ";

    /** Each is copied. */
    public CommandRequest {
        environment = Map.copyOf(environment);
        words = List.copyOf(words);
    }

    /** Returns a command of somebody in a folder and a zone, with what counts of the environment. */
    public static CommandRequest of(
            String secret, Path folder, ZoneId zone, Map<String, String> environment, String... words) {
        Map<String, String> heeded = Heeded.of(environment);
        heeded.put(ZONE, zone.getId());
        return new CommandRequest(secret, folder.toAbsolutePath(), heeded, List.of(words));
    }

    /** Returns a clock in the caller's zone, in which yesterday may be another day. */
    public Clock clock(Clock clock) {
        try {
            return Optional.ofNullable(environment.get(ZONE))
                    .map(zone -> clock.withZone(ZoneId.of(zone)))
                    .orElse(clock);
        } catch (DateTimeException unknownHere) {
            return clock;
        }
    }

    /** Sends it. */
    public void writeTo(DataOutputStream to) throws IOException {
        List<String> texts = new ArrayList<>(List.of(secret, folder.toString()));
        environment.forEach((name, value) -> texts.add(name + "=" + value));
        texts.add("");
        texts.addAll(words);
        to.writeInt(texts.size());
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            to.writeInt(bytes.length);
            to.write(bytes);
        }
        to.flush();
    }

    /** Returns what somebody sends. */
    public static CommandRequest readFrom(DataInputStream from) throws IOException {
        int count = within(from.readInt(), MOST_WORDS);
        List<String> texts = new ArrayList<>();
        int left = MOST_BYTES;
        for (int i = 0; i < count; i++) {
            int length = within(from.readInt(), left);
            left -= length;
            byte[] bytes = from.readNBytes(length);
            texts.add(new String(bytes, StandardCharsets.UTF_8));
        }
        int gap = texts.subList(Math.min(2, count), count).indexOf("") + 2;
        if (gap < 2) {
            throw new IOException("no command");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : texts.subList(2, gap)) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[parts.length - 1]);
        }
        return new CommandRequest(
                texts.get(0), Path.of(texts.get(1)), environment, texts.subList(gap + 1, texts.size()));
    }

    /** Compares in the same time whatever was sent, so that a secret cannot be found letter by letter. */
    public boolean opens(String door) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), door.getBytes(StandardCharsets.UTF_8));
    }

    private static int within(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("a command is not that long");
        }
        return length;
    }
}
