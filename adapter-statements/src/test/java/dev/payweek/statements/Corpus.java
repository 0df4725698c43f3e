package dev.payweek.statements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder of real bank files with verified details, which is not part of the project. */
final class Corpus {

    static final Path FOLDER = Path.of(System.getProperty("payweek.corpus", "corpus"));

    private Corpus() {}

    static boolean isThere() {
        return Files.isRegularFile(FOLDER.resolve("expected.json"));
    }

    /** One file of the corpus and what is known of it. */
    record Sample(String path, JsonNode details) {

        byte[] bytes() throws IOException {
            return Files.readAllBytes(FOLDER.resolve(path));
        }

        boolean isStatement() {
            return details.path("kind").asText().equals("statement");
        }

        JsonNode expect() {
            return details.path("expect");
        }
    }

    /** Returns the files of the formats named, in the order of the list. */
    static List<Sample> samples(List<String> formats) throws IOException {
        JsonNode all =
                new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
        List<Sample> samples = new ArrayList<>();
        all.properties().forEach(entry -> {
            if (formats.contains(entry.getValue().path("format").asText())) {
                samples.add(new Sample(entry.getKey(), entry.getValue()));
            }
        });
        return samples;
    }
}
