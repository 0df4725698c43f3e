package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformTest {
    private static final Path ORIGINAL = Tree.at("infra/terraform/app");

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    @TempDir
    private static Path initialised;

    @TempDir
    private Path folder;

    @BeforeAll
    static void initialise_once() throws IOException {
        Tool.TERRAFORM.require();
        copyOf(ORIGINAL, initialised);
        List<String> words = new ArrayList<>(List.of("init", "-backend=false", "-input=false"));
        localProviders().ifPresent(mirror -> words.add("-plugin-dir=" + mirror));
        Finished init = terraform(initialised, words.toArray(String[]::new));
        if (init.output().contains("Failed to query available provider packages")
                || init.output().contains("Failed to install provider")) {
            Tool.missing(
                    "Terraform's AWS provider cannot be had: connect to the network, or name a folder that holds it in"
                            + " PAYWEEK_TERRAFORM_PLUGINS.",
                    Tool.inContinuousIntegration());
        }
        assertEquals(0, init.exit(), init.output());
    }

    @Test
    void files_are_formatted() {
        Finished fmt = terraform(ORIGINAL, "fmt", "-check", "-recursive", "-diff");
        assertEquals(0, fmt.exit(), fmt.output());
    }

    @Test
    void a_misaligned_line_is_refused() throws IOException {
        copyOf(ORIGINAL, folder);
        Tree.spoil(folder.resolve("logs.tf"), "  name   = \"EntireBucket\"", "    name = \"EntireBucket\"");
        assertNotEquals(0, terraform(folder, "fmt", "-check", "-recursive").exit());
    }

    @Test
    void the_root_is_valid() {
        Finished validate = terraform(initialised, "validate");
        assertEquals(0, validate.exit(), validate.output());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    statistic   = "Sum" | statistic   = "Summ" | expected statistic to be one of
                    period              = 300 | period              = 45 | period to be divisible by 60
                    alarm_name        = | alarm_nam         = | Unsupported argument
                    metric.requests.name | metric.all.name | Reference to undeclared resource
                    """)
    void an_invalid_root_is_refused(String right, String wrong, String complaint) throws IOException {
        copyOf(initialised, folder);
        Tree.spoil(folder.resolve("monitoring.tf"), right, wrong);
        assertRefused(terraform(folder, "validate"), complaint);
    }

    @Test
    void the_root_does_what_its_tests_say() {
        Finished test = terraform(initialised, "test");
        assertEquals(0, test.exit(), test.output());
        assertTrue(test.output().contains("7 passed, 0 failed"), test.output());
    }

    @Test
    void an_alarm_on_another_filter_is_refused() throws IOException {
        copyOf(initialised, folder);
        Tree.spoil(
                folder.resolve("monitoring.tf"),
                "    FilterId   = aws_s3_bucket_metric.requests.name",
                "    FilterId   = \"Entire\"");
        assertRefused(test("monitoring"), "it would never fire");
    }

    @Test
    void a_graph_of_another_filter_is_refused() throws IOException {
        copyOf(initialised, folder);
        Tree.spoil(
                folder.resolve("monitoring.tf"),
                "\"FilterId\", aws_s3_bucket_metric.requests.name",
                "\"FilterId\", \"Entire\"");
        assertRefused(test("monitoring"), "it would stay empty");
    }

    @Test
    void stages_with_the_same_names_are_refused() throws IOException {
        copyOf(initialised, folder);
        Tree.spoil(folder.resolve("variables.tf"), "\"-${var.stage}\"", "\"\"");
        assertRefused(test("monitoring"), "or one account cannot hold both");
    }

    @Test
    void a_bucket_policy_that_does_not_ask_for_tls_is_refused() throws IOException {
        copyOf(initialised, folder);
        Tree.spoil(
                folder.resolve("logs.tf"), "\"aws:SecureTransport\" = \"false\"", "\"aws:SecureTransport\" = \"true\"");
        assertRefused(test("logs"), "must refuse every request without TLS");
    }

    /** Once, by hand, with an administrator's rights: what it makes decides what everything after it may do. */
    @Test
    void the_bootstrap_root_does_what_its_tests_say_and_its_trust_cannot_be_widened() throws IOException {
        Path root = Tree.at("infra/terraform/bootstrap");
        assertEquals(0, terraform(root, "fmt", "-check", "-recursive", "-diff").exit());
        copyOf(root, folder);
        Files.deleteIfExists(folder.resolve(".terraform.lock.hcl"));
        List<String> words = new ArrayList<>(List.of("init", "-backend=false", "-input=false"));
        localProviders().ifPresent(mirror -> words.add("-plugin-dir=" + mirror));
        Finished init = terraform(folder, words.toArray(String[]::new));
        assertEquals(0, init.exit(), init.output());
        Finished test = terraform(folder, "test");
        assertEquals(0, test.exit(), test.output());
        assertTrue(test.output().contains("6 passed, 0 failed"), test.output());
        Tree.spoil(folder.resolve("roles.tf"), ":environment:${each.key}", ":*");
        assertRefused(terraform(folder, "test"), "must trust exactly one subject");
        Tree.spoil(folder.resolve("roles.tf"), "\"s3:ListBucket\"]", "\"s3:*\"]");
        assertRefused(terraform(folder, "test"), "No action and no resource may be everything");
    }

    private Finished test(String name) {
        return terraform(folder, "test", "-filter=tests/" + name + ".tftest.hcl");
    }

    /** Terraform wraps its messages, so line breaks count as blanks. */
    private static void assertRefused(Finished finished, String complaint) {
        assertFalse(finished.succeeded(), finished.output());
        String unwrapped = finished.output().replaceAll("[\\s│]+", " ");
        assertTrue(unwrapped.contains(complaint), finished.output());
    }

    private static Finished terraform(Path folder, String... words) {
        List<String> line = new ArrayList<>(List.of("terraform"));
        line.addAll(List.of(words));
        Command command = Command.of(line.toArray(String[]::new))
                .with("TF_IN_AUTOMATION", "1")
                .with("CHECKPOINT_DISABLE", "1")
                // One place for what `init` brings, so that the copies need not bring it again.
                .with("TF_DATA_DIR", Tree.at("infra/target/terraform").toString());
        String settings = System.getenv("TF_CLI_CONFIG_FILE");
        if (settings != null && !Files.exists(Path.of(settings))) {
            // Every command would warn of the absent file.
            command = command.with("TF_CLI_CONFIG_FILE", "");
        }
        Finished finished = command.run(folder);
        return new Finished(finished.exit(), COLOUR.matcher(finished.output()).replaceAll(""));
    }

    /** Copies the sources, and the lock file that `init` wrote if it ran there; a developer's own stays at home. */
    private static void copyOf(Path root, Path target) throws IOException {
        Tree.copyFiles(root, target);
        Tree.copyFiles(root.resolve("tests"), target.resolve("tests"));
        if (root.equals(ORIGINAL)) {
            Files.deleteIfExists(target.resolve(".terraform.lock.hcl"));
        }
    }

    /**
     * A folder that already holds the provider, in Terraform's mirror layout: HOST/hashicorp/aws/VERSION. Terraform
     * itself looks into few places; machines without a network tend to keep it in others.
     */
    private static Optional<Path> localProviders() throws IOException {
        String named = System.getenv("PAYWEEK_TERRAFORM_PLUGINS");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Matcher version =
                Pattern.compile("version = \"= ([0-9.]+)\"").matcher(Tree.text(ORIGINAL.resolve("versions.tf")));
        assertTrue(version.find(), "versions.tf must pin the provider to one version");
        Path provider = Path.of("hashicorp", "aws", version.group(1));
        Path home = Path.of(System.getProperty("user.home"));
        for (Path place : List.of(home.resolve(".terraform.d"), Path.of("/usr/local/share"), Path.of("/opt"))) {
            for (Path mirror : folders(place)) {
                for (Path host : folders(mirror)) {
                    if (Files.isDirectory(host.resolve(provider))) {
                        return Optional.of(mirror);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> folders(Path place) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isReadable(place)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, Files::isDirectory)) {
                entries.forEach(found::add);
            }
        }
        return found;
    }
}
