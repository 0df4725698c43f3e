package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {
    private static final String DOCKERFILE = Tree.text("infra/lambda/Dockerfile");

    @Test
    void the_image_keeps_its_rules() {
        assertEquals(List.of(), ImageRules.faults(DOCKERFILE));
        assertEquals(3, ImageRules.copied(DOCKERFILE).size());
    }

    @Test
    void the_build_makes_what_the_image_takes() {
        assumeTrue(
                Files.isDirectory(Tree.at("adapter-lambda/src/main/java")),
                "adapter-lambda holds no source: nothing is made for the image.");
        assertTrue(Tree.text("pom.xml").contains("<module>adapter-lambda</module>"));
        assertTrue(Tree.text("adapter-lambda/pom.xml").contains("payweek-lambda"), "the shaded jar has another name");
        assertTrue(
                Tree.text("adapter-lambda/src/main/java/dev/payweek/lambda/PayweekHandler.java")
                        .contains(" handleRequest("),
                "the handler has no such method");
    }

    @Test
    void the_builder_is_sent_what_the_image_takes() {
        assertEquals(
                Stream.concat(
                                Stream.of("*"),
                                ImageRules.copied(DOCKERFILE).stream().map(source -> "!" + source))
                        .toList(),
                Tree.text("infra/lambda/Dockerfile.dockerignore")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ARG BASE_IMAGE | ARG BASE_IMAGE=java:latest | FROM takes an argument without default
                    COPY adapter | COPPY adapter | nobody knows COPPY here
                    target/payweek-lambda.jar | target/lambda.jar | the build makes no adapter-lambda/target/lambda.jar
                    WORKDIR /var/task | WORKDIR /opt | everything lies in /var/task
                    lambda.PayweekHandler | lambda.Handler | CMD names the handler, as a list
                    CMD [ | HEALTHCHECK [ | nobody knows HEALTHCHECK here, there is one CMD
                    "@/var/task/java.args"] | "-jar", "payweek-lambda.jar"] | Java is started as the archive was made
                    "-Xshare:dump", | "-XX:+AutoCreateSharedArchive", | the archive is made by the image's own Java
                    """)
    void a_broken_rule_is_named(String right, String wrong, String faults) {
        assertEquals(
                List.of(faults.split(", (?=there)", -1)), ImageRules.faults(Tree.spoilt(DOCKERFILE, right, wrong)));
    }
}
