package dev.payweek.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a file is at a moment: device, number, size, and the time of its last change, which nobody can set. It is never
 * the same again once the file is written to or replaced, unless that happens at the very time of the change before.
 */
final class FileStamp {

    /** A file with nothing in it is like none, such as the log that a reader of the ledger opens. */
    static final String NOTHING = "-";

    private static final String ASKED = "unix:ctime,dev,ino,size";

    private FileStamp() {}

    /** Returns the stamp of a file; never with a blank in it. */
    static String of(Path file) {
        try {
            Map<String, Object> found = Files.readAttributes(file, ASKED);
            return Objects.equals(found.get("size"), 0L) ? NOTHING : text(found);
        } catch (IOException absent) {
            return NOTHING;
        }
    }

    /** Returns one for all files of a program; where the system knows no such stamps, nothing. */
    static String of(List<Path> program) {
        StringBuilder all = new StringBuilder();
        try {
            program.forEach(file -> all.append(of(file)).append(';'));
            return all.toString();
        } catch (UnsupportedOperationException noSuchTimes) {
            return NOTHING;
        }
    }

    /**
     * Returns the stamp of a file that is made now and removed again: a change of another file on its device that comes
     * later has a time that is not before this one's.
     */
    static String ofNow(Path folder) throws IOException {
        Path probe = folder.resolve("probe-" + Long.toHexString(System.nanoTime()));
        Files.newByteChannel(
                        probe,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                .close();
        try {
            return text(Files.readAttributes(probe, ASKED));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static String text(Map<String, Object> found) {
        return found.get("ctime") + "/" + found.get("dev") + "/" + found.get("ino") + "/" + found.get("size");
    }

    /**
     * Returns whether every change after a moment will show in a stamp that was taken after it.
     *
     * @param now the stamp of a file made at that moment
     * @param old a time before which a change shows by any clock
     */
    static boolean isSettled(String stamp, String now, Instant old) {
        if (stamp.equals(NOTHING)) {
            return true;
        }
        String[] parts = stamp.split("/", 3);
        String[] made = now.split("/", 3);
        Instant changed = Instant.parse(parts[0]);
        return changed.isBefore(old) || (parts[1].equals(made[1]) && changed.isBefore(Instant.parse(made[0])));
    }
}
