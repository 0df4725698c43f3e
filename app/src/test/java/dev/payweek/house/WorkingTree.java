package dev.payweek.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project as they lie on disk, without what a build makes. */
final class WorkingTree {

    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".terraform", "node_modules", ".idea", "build");

    private final Path root;

    WorkingTree(Path root) {
        this.root = root;
    }

    static WorkingTree ofProject() {
        String root = System.getProperty("payweek.root", "..");
        return new WorkingTree(Path.of(root).toAbsolutePath().normalize());
    }

    Path root() {
        return root;
    }

    String text(String name) {
        return text(root.resolve(name));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    List<Path> files(String... endings) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(this::isOurs)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be listed", e);
        }
    }

    private boolean isOurs(Path file) {
        for (Path part : root.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
