package dev.payweek.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.ChildJvm;
import dev.payweek.persistence.migration.Migrations;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** That the driver's library is unpacked once, whole, and only where somebody wants it. */
class SqliteLibraryTest {

    @TempDir
    Path folder;

    @Test
    void it_is_unpacked_once() throws Exception {
        Path kept = SqliteLibrary.kept(folder).orElseThrow();
        Path first = kept.resolve(LibraryLoaderUtil.getNativeLibName());
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName())) {
            assertArrayEquals(packed.readAllBytes(), Files.readAllBytes(first));
        }
        Object made = Files.readAttributes(first, "unix:ino").get("ino");
        assertEquals(Optional.of(kept), SqliteLibrary.kept(folder));
        assertEquals(made, Files.readAttributes(first, "unix:ino").get("ino"));
        try (Stream<Path> files = Files.list(kept)) {
            assertEquals(List.of(first), files.toList());
        }
    }

    @Test
    void without_a_folder_to_write_to_the_driver_sees_to_itself() {
        assertEquals(Optional.empty(), SqliteLibrary.kept(folder.resolve("nowhere")));
    }

    @Test
    void a_kept_library_that_cannot_be_loaded_is_passed_over() throws Exception {
        Path kept = SqliteLibrary.kept(folder).orElseThrow();
        Files.write(kept.resolve(LibraryLoaderUtil.getNativeLibName()), new byte[0]);
        Process process = ChildJvm.startUnder(
                List.of("env", "JDK_JAVA_OPTIONS=-Dorg.sqlite.lib.path=" + kept),
                Opened.class,
                folder.resolve("a.db").toString());
        assertEquals(0, process.waitFor());
    }

    @Test
    void a_program_that_is_told_the_folder_uses_the_library_there() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process process = ChildJvm.startUnder(
                List.of("env", "JDK_JAVA_OPTIONS=-Djava.io.tmpdir=" + temporary),
                Opened.class,
                folder.resolve("a.db").toString());
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(
                told.contains(SqliteLibrary.kept(ChildJvm.LIBRARY).orElseThrow().toString()), told);
        try (Stream<Path> unpacked = Files.list(temporary)) {
            assertEquals(
                    List.of(),
                    unpacked.filter(file -> file.toString().contains("sqlite")).toList());
        }
    }

    /** Opens a file and tells which libraries the process holds. */
    static final class Opened {

        private Opened() {}

        public static void main(String[] arguments) throws Exception {
            SqliteFile.create(Path.of(arguments[0]), Migrations.CURRENT);
            try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
                maps.filter(line -> line.contains("sqlite")).forEach(System.out::println);
            }
        }
    }
}
