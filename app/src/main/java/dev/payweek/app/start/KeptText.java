package dev.payweek.app.start;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a command printed, kept in the user's folder for such things until something it depends on changes: the same
 * words, asked again in the same folder and environment, are then answered without opening the ledger.
 *
 * <p>A text is given out only if every file it depends on is the very one it was, by number, size and the time of its
 * last change, which nobody can set; and only within the time it is true for. It is kept only if none of those files
 * has changed since some seconds before the command began, so that the clock of the file system cannot hide a change.
 * Where any of this cannot be found out, nothing is kept.
 *
 * <p>For use by one thread.
 */
public final class KeptText {

    private static final String FORM = "payweek 1 ";
    private static final String NOTHING = "-";
    private static final int MOST_BYTES = 1 << 18;
    private static final int MOST_TEXTS = 20;
    private static final long UNSEEN_CHANGE_MILLIS = 3_000;

    /** What differs from one start to the next and changes no answer. */
    private static final Set<String> PASSING = Set.of("_", "SHLVL", "OLDPWD");

    /** What the machine's time zone depends on, and so what today is. */
    private static final List<Path> ZONE = List.of(Path.of("/etc/localtime"), Path.of("/etc/timezone"));

    private final Path file;
    private final List<Path> program;
    private final Instant begun;
    private final Map<Path, String> stamps = new LinkedHashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Instant until = Instant.MIN;

    /**
     * @param folder where texts are kept, which need not be there yet
     * @param program the files of the program itself
     * @param now when the command begins
     */
    public KeptText(Path folder, List<Path> program, Instant now, Map<String, String> environment, String... words) {
        this.file = folder.resolve("text-" + name(environment, words));
        this.program = List.copyOf(program);
        this.begun = now;
    }

    /** Returns what is kept of a command that this process runs, which begins now. */
    public static KeptText of(Map<String, String> environment, Instant now, String... words) {
        List<Path> program = Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        String home = environment.getOrDefault("HOME", "");
        String folder = environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache");
        return new KeptText(Path.of(folder, "payweek"), program, now, environment, words);
    }

    private static String name(Map<String, String> environment, String... words) {
        Map<String, String> lasting = new TreeMap<>(environment);
        lasting.keySet().removeAll(PASSING);
        String all = String.join(
                "\0",
                System.getProperty("user.dir", ""),
                System.getProperty("java.home", ""),
                lasting.toString(),
                String.join("\0", words));
        byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
        return hash(bytes, 0);
    }

    /** By FNV-1a: a digest of Java's would take longer to be found than everything else here does. */
    private static String hash(byte[] bytes, int from) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < bytes.length; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }

    /** Returns the text, if it is still true. */
    public Optional<byte[]> find() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return text(Files.readAllBytes(file));
        } catch (IOException | RuntimeException unreadable) {
            // It is only ever quicker to have it.
            return Optional.empty();
        }
    }

    /** Reads what {@link #keep} wrote, in its order; what is cut off or not of this form is nothing. */
    private Optional<byte[]> text(byte[] bytes) throws IOException {
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
        if (!first.equals(FORM + hash(bytes, first.length() + 1))
                || begun.isBefore(Instant.parse(lines.get(1)))
                || !begun.isBefore(Instant.parse(lines.get(2)))) {
            return Optional.empty();
        }
        for (String line : lines.subList(3, lines.size() - 1)) {
            int blank = line.indexOf(' ');
            if (!line.substring(0, blank).equals(stamp(Path.of(line.substring(blank + 1))))) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOfRange(bytes, place, bytes.length));
    }

    /** Takes note of files that what is printed depends on. To be called before any of them is read. */
    public void dependsOn(List<Path> files) {
        try {
            Stream.of(program, ZONE, files)
                    .flatMap(List::stream)
                    .map(Path::toAbsolutePath)
                    .forEach(path -> stamps.put(path, stamp(path)));
        } catch (UnsupportedOperationException noSuchTimes) {
            // A system that does not say when a file was changed last keeps nothing.
            stamps.clear();
        }
    }

    /** Lets what is printed from now on be kept, and says from when on it is no longer true. */
    public void isTrueUntil(Instant end) {
        until = end;
    }

    /** Takes a copy of what the command prints. */
    public void print(byte[] bytes, int from, int length) {
        if (until.equals(Instant.MIN)) {
            return;
        }
        if (printed.size() + length > MOST_BYTES / 2) {
            until = Instant.MIN;
        } else {
            printed.write(bytes, from, length);
        }
    }

    /** Keeps what the command printed, if it may be kept and nothing it depends on has changed meanwhile. */
    public void keep(Instant now) {
        if (stamps.isEmpty() || !now.isBefore(until) || !isUnchanged()) {
            return;
        }
        StringBuilder head = new StringBuilder(now + "\n" + until + "\n");
        stamps.forEach(
                (path, stamp) -> head.append(stamp).append(' ').append(path).append('\n'));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(printed.toByteArray());
        byte[] checked = all.toByteArray();
        all.reset();
        all.writeBytes((FORM + hash(checked, 0) + "\n").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(checked);
        try {
            Path folder = Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(
                    folder,
                    "draft",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.write(draft, all.toByteArray());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            forgetOldest(folder);
        } catch (IOException | UnsupportedOperationException unwritable) {
            // Then the next command takes as long as this one.
            until = Instant.MIN;
        }
    }

    private boolean isUnchanged() {
        return program.stream().allMatch(Files::isRegularFile)
                && stamps.entrySet().stream()
                        .allMatch(one -> one.getKey().toString().indexOf('\n') < 0
                                && one.getValue().equals(stamp(one.getKey()))
                                && isOld(one.getValue()));
    }

    private boolean isOld(String stamp) {
        return stamp.equals(NOTHING)
                || Instant.parse(stamp.substring(0, stamp.indexOf('/')))
                        .isBefore(begun.minusMillis(UNSEEN_CHANGE_MILLIS));
    }

    /**
     * Returns what is never the same again once a file is written or replaced: time of the change, number, size. A file
     * with nothing in it is like none, such as the log that a reader of the ledger opens.
     */
    private static String stamp(Path path) {
        try {
            if (Files.size(path) == 0) {
                return NOTHING;
            }
            Map<String, Object> found = new TreeMap<>(Files.readAttributes(path, "unix:ctime,ino,size"));
            return found.values().stream().map(String::valueOf).collect(Collectors.joining("/"));
        } catch (IOException absent) {
            return NOTHING;
        }
    }

    private static void forgetOldest(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> newestFirst = all.filter(
                            path -> path.getFileName().toString().startsWith("text-"))
                    .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(MOST_TEXTS, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }
}
