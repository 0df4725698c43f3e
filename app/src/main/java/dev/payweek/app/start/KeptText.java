package dev.payweek.app.start;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What a command printed, kept in the user's folder for such things until something it depends on changes: the same
 * words, asked again in the same folder and environment, are then answered without opening the ledger.
 *
 * <p>A text is given out only if every file it depends on is the very one it was ({@link FileStamp}), and only within
 * the time it is true for. It is kept only if any change since it began must show in those stamps: the clock of the
 * file system had moved on since the last change, and SQLite's log was empty, in which a change lies before it counts.
 * Where any of this cannot be found out, nothing is kept but which ledger it was, so that its service can be asked.
 *
 * <p>A command that writes brings what it made untrue up to date before it ends, since all that this takes is loaded
 * then. What nobody asks for meanwhile is not brought up to date for long.
 *
 * <p>For use by one thread.
 */
public final class KeptText {

    private static final int MOST_TEXTS = 20;
    private static final int MOST_BROUGHT_UP_TO_DATE = 3;
    private static final int MOST_UNASKED = 10;
    private static final int MOST_LOOKS = 5;
    private static final long NANOS_BETWEEN_LOOKS = 4_000_000;

    /** A change that is older shows by any clock, that of another device or machine included. */
    private static final long OLD_MILLIS = 3_000;

    /** What the machine's time zone depends on, and so what today is. */
    private static final List<Path> ZONE = List.of(
            Path.of("/etc/localtime"),
            Path.of("/etc/timezone"),
            Path.of(System.getProperty("java.home", ""), "lib", "tzdb.dat"));

    /** Where Java itself takes options from. */
    private static final List<String> JAVA_READS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Path folder;
    private final String place;
    private final List<Path> program;
    private final List<String> words;
    private final Instant begun;
    private final int ahead;
    private final Map<Path, String> stamps = new LinkedHashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Instant until = Instant.MIN;
    private boolean exact;
    private boolean ledgerWritten;

    /**
     * @param folder where texts are kept, which need not be there yet
     * @param program the files of the program itself
     * @param now when the command begins
     */
    public KeptText(Path folder, List<Path> program, Instant now, Map<String, String> environment, String... words) {
        this(folder, hash(place(environment)), absolute(program), now, 0, List.of(words));
    }

    private KeptText(Path folder, String place, List<Path> program, Instant now, int ahead, List<String> words) {
        this.folder = folder;
        this.place = place;
        this.program = program;
        this.begun = now;
        this.ahead = ahead;
        this.words = words;
    }

    /** Returns what is kept of a command that this process runs, which begins now. */
    public static KeptText of(Map<String, String> environment, Instant now, String... words) {
        String home = environment.getOrDefault("HOME", "");
        String folder = environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache");
        return new KeptText(Path.of(folder, "payweek"), program(), now, environment, words);
    }

    /** Returns the files of the program that this process runs. */
    public static List<Path> program() {
        return absolute(Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList());
    }

    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(Path::toAbsolutePath).toList();
    }

    private static String place(Map<String, String> environment) {
        return String.join(
                "\0",
                System.getProperty("user.dir", ""),
                System.getProperty("java.home", ""),
                Heeded.of(environment).toString(),
                JAVA_READS.stream()
                        .map(name -> environment.getOrDefault(name, ""))
                        .toList()
                        .toString());
    }

    private static String hash(String text) {
        return KeptForm.hash(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private Path file() {
        return folder.resolve("text-" + place + "-" + hash(String.join("\0", words)));
    }

    /** Returns the text, if it is still true. */
    public Optional<byte[]> find() {
        Optional<KeptForm> found = KeptForm.read(file()).filter(form -> form.isTrue(begun));
        // So that the text is known to be asked for; who cannot set the time finds it brought up to date less often.
        found.ifPresent(form -> file().toFile().setLastModified(begun.toEpochMilli()));
        return found.map(form -> form.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the ledger of a text that is no longer true only because the ledger has changed, or the day. */
    public Optional<Path> ledger() {
        return KeptForm.read(file()).flatMap(form -> {
            List<Path> all = List.copyOf(form.stamps().keySet());
            boolean same = all.size() > 2 && form.stand(all.subList(2, all.size()));
            return same ? Optional.of(all.get(0)) : Optional.empty();
        });
    }

    /**
     * Takes note of what is printed depends on. To be called before any of it is read.
     *
     * @param ledger SQLite's file, beside which its log is
     * @param settings other files
     */
    public void dependsOn(Path ledger, Path settings) {
        try {
            Files.createDirectories(folder);
            for (int looks = 0; looks < MOST_LOOKS && !exact; looks++) {
                if (looks > 0) {
                    LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
                }
                look(ledger, settings);
            }
        } catch (IOException | RuntimeException unknown) {
            // A system that does not say when a file was changed last keeps nothing.
            stamps.clear();
        }
    }

    private void look(Path ledger, Path settings) throws IOException {
        String now = FileStamp.ofNow(folder);
        Instant old = begun.minusMillis(OLD_MILLIS);
        // The log lies beside the file itself, whatever links lead to it.
        Path log = Path.of(ledger.toRealPath() + "-wal");
        stamps.clear();
        Stream.of(List.of(ledger, log, settings), program, ZONE)
                .flatMap(List::stream)
                .map(Path::toAbsolutePath)
                .forEach(path -> stamps.put(path, FileStamp.of(path)));
        exact = FileStamp.of(log).equals(FileStamp.NOTHING)
                && stamps.values().stream().allMatch(stamp -> FileStamp.isSettled(stamp, now, old));
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
        if (printed.size() + length > KeptForm.MOST_BYTES / 2) {
            until = Instant.MIN;
        } else {
            printed.write(bytes, from, length);
        }
    }

    /** Keeps what the command printed, if it may be kept and nothing it depends on has changed meanwhile. */
    public void keep(Instant now) {
        if (stamps.isEmpty() || !now.isBefore(until) || !program.stream().allMatch(Files::isRegularFile)) {
            return;
        }
        boolean lasts = exact
                && stamps.entrySet().stream()
                        .allMatch(one -> FileStamp.of(one.getKey()).equals(one.getValue()));
        String text = lasts ? printed.toString(StandardCharsets.UTF_8) : "";
        new KeptForm(now, lasts ? until : now, ahead, words, stamps, text)
                .bytes()
                .ifPresent(this::write);
    }

    private void write(byte[] form) {
        try {
            Path draft = folder.resolve("draft-" + Long.toHexString(System.nanoTime()));
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.write(draft, form);
                if (ahead > 0) {
                    Files.setLastModifiedTime(draft, asked(file()));
                }
                Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            forgetOldest();
        } catch (IOException | RuntimeException unwritable) {
            // Then the next command takes as long as this one.
            until = Instant.MIN;
        }
    }

    /** Says that this command has the ledger open for writing, so that texts may no longer be true. */
    public void ledgerIsWritten() {
        ledgerWritten = true;
    }

    /** Returns the command. */
    public String[] words() {
        return words.toArray(String[]::new);
    }

    /** Returns what this command has made untrue, to be printed and kept again by who asks, from now on. */
    public List<KeptText> due(Instant now) {
        try {
            return ledgerWritten ? untrue(now) : List.of();
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    private List<KeptText> untrue(Instant now) throws IOException {
        List<KeptText> due = new ArrayList<>();
        for (Path file : lastAskedFirst("text-" + place + "-")) {
            KeptForm.read(file)
                    .filter(form -> form.stand(program) && !form.isTrue(now))
                    .map(form -> new KeptText(folder, place, program, now, ahead(file, form), form.words()))
                    .filter(text -> text.ahead <= MOST_UNASKED && due.size() < MOST_BROUGHT_UP_TO_DATE)
                    .ifPresent(due::add);
        }
        return due;
    }

    private static int ahead(Path file, KeptForm form) {
        boolean asked = asked(file).toInstant().isAfter(form.kept());
        return asked ? 1 : form.ahead() + 1;
    }

    /** A text's file says by its time when somebody asked for it last. */
    private static FileTime asked(Path file) {
        return FileTime.fromMillis(file.toFile().lastModified());
    }

    private List<Path> lastAskedFirst(String names) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith(names))
                    .sorted(Comparator.comparing(KeptText::asked).reversed())
                    .toList();
        }
    }

    private void forgetOldest() throws IOException {
        List<Path> all = lastAskedFirst("text-");
        for (Path old : all.subList(Math.min(MOST_TEXTS, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
    }
}
