package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's working tree, read only; faults are planted in copies of it. */
final class Tree {
    static final Path ROOT = Path.of(System.getProperty("payweek.root", "..")).toAbsolutePath();

    // A key written twice is legal to most readers, and the second silently wins.
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Tree() {}

    static Path at(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) {
        return text(at(path));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads YAML. CloudFormation's short forms are read as their bare argument: {@code !Ref Api} is {@code "Api"}. */
    static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder, by name, without those of its subfolders. */
    static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copyFiles(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (Path file : files(from)) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plants a fault. The text to be spoilt must be there, or the check after it would prove nothing. */
    static String spoilt(String text, String right, String wrong) {
        assertTrue(text.contains(right), () -> "nothing to spoil: " + right);
        return text.replace(right, wrong);
    }

    static void spoil(Path file, String right, String wrong) {
        write(file, spoilt(text(file), right, wrong));
    }
}
