package dev.payweek.persistence.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Keeps the driver's native library unpacked in a folder that whoever starts the program names, as {@code ./payweek}
 * does. Otherwise each start unpacks and compares its 1 MB again, and one that is killed leaves it behind for good.
 */
public final class SqliteLibrary {

    /** The system property that names the folder. */
    public static final String FOLDER = "payweek.library";

    private static final String DRIVERS_FOLDER = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** Shows the driver where the library is; to be called before the first connection. */
    static void offer() {
        Optional<String> folder = Optional.ofNullable(System.getProperty(FOLDER));
        if (folder.isPresent() && System.getProperty(DRIVERS_FOLDER) == null) {
            kept(Path.of(folder.get())).ifPresent(kept -> System.setProperty(DRIVERS_FOLDER, kept.toString()));
        }
    }

    /**
     * Returns where in the folder the library lies, or nothing if there is none for this machine or it cannot be kept
     * there. It has the driver's own name, so that the driver unpacks it again if the kept one cannot be loaded.
     */
    static Optional<Path> kept(Path folder) {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resources = LibraryLoaderUtil.getNativeLibResourcePath();
        URL library = SQLiteJDBCLoader.class.getResource(resources + "/" + name);
        if (library == null) {
            return Optional.empty();
        }
        try {
            Path kept = folder.resolve("sqlite-" + mark(library));
            if (!Files.isDirectory(kept)) {
                Files.createDirectory(kept);
            }
            if (!Files.exists(kept.resolve(name))) {
                unpack(library, kept.resolve(name));
            }
            return Optional.of(kept);
        } catch (IOException e) {
            // The driver unpacks it by itself, as it does where no folder is named.
            return Optional.empty();
        }
    }

    /** A file under its name is whole, even after a power cut: it is on the disk before it gets the name. */
    private static void unpack(URL library, Path file) throws IOException {
        Path draft = Files.createTempFile(file.resolveSibling("."), "library", ".draft");
        try (InputStream packed = library.openStream();
                FileChannel disk = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            packed.transferTo(Channels.newOutputStream(disk));
            disk.force(true);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Returns what distinguishes this library from that of another version or machine: the checksum it has in its jar.
     */
    private static String mark(URL library) throws IOException {
        URLConnection connection = library.openConnection();
        if (connection instanceof JarURLConnection inJar) {
            return Long.toHexString(inJar.getJarEntry().getCrc());
        }
        return connection.getContentLengthLong() + "-" + connection.getLastModified();
    }
}
