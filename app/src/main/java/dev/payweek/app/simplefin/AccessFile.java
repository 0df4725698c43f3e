package dev.payweek.app.simplefin;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the access URL is kept: a file of the person's alone (mode 0600), apart from the ledger, so that no backup or
 * export of the ledger holds it.
 *
 * @param path where it is
 */
public record AccessFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** Returns the usual place: {@code $XDG_CONFIG_HOME/payweek/simplefin}, else below {@code ~/.config}. */
    public static AccessFile usual(Map<String, String> environment, String home) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.isBlank() ? Path.of(home, ".config") : Path.of(config);
        return new AccessFile(folder.resolve("payweek").resolve("simplefin"));
    }

    /** Keeps the URL, in place of one kept before. */
    public void keep(AccessUrl access) {
        Path half = path.resolveSibling(path.getFileName() + ".new");
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.deleteIfExists(half);
            Files.createFile(half, ownerOnly());
            Files.writeString(
                    half, access.withSecret() + "\n", StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written: " + e.getMessage(), e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /**
     * Returns the URL kept.
     *
     * @throws LedgerException if there is none, or others than the owner may read the file
     */
    public AccessUrl read() {
        if (!Files.exists(path)) {
            throw new LedgerException(
                    Reason.NOT_FOUND,
                    "No SimpleFIN access has been claimed yet; payweek sync --claim TOKEN does it.",
                    List.of());
        }
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
                throw new LedgerException(
                        Reason.CONFLICT,
                        path + " may be read by others than its owner; chmod 600 it, and claim a new token.",
                        List.of());
            }
            return AccessUrl.of(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
