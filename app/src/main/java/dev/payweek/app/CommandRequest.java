package dev.payweek.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command on its way to the service that runs it.
 *
 * @param secret shows that the caller could read the file that only the service's owner can
 * @param folder where the caller is
 * @param environment what commands heed of the caller's environment, and no more: the rest may be secret
 * @param words the command
 */
record CommandRequest(String secret, Path folder, Map<String, String> environment, List<String> words) {

    /** A command is typed; what is longer is no command. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_WORDS = 10_000;

    private static final List<String> HEEDED = List.of("COLUMNS", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG");

    CommandRequest {
        environment = Map.copyOf(environment);
        words = List.copyOf(words);
    }

    static CommandRequest of(String secret, Caller caller, String... words) {
        Map<String, String> heeded = new LinkedHashMap<>();
        caller.environment().forEach((name, value) -> {
            if (name.startsWith("PAYWEEK_") || HEEDED.contains(name)) {
                heeded.put(name, value);
            }
        });
        return new CommandRequest(secret, caller.folder().toAbsolutePath(), heeded, List.of(words));
    }

    void writeTo(DataOutputStream to) throws IOException {
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

    static CommandRequest readFrom(DataInputStream from) throws IOException {
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
    boolean opens(String door) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), door.getBytes(StandardCharsets.UTF_8));
    }

    private static int within(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("a command is not that long");
        }
        return length;
    }
}
