package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformTest {
    private static final Path ORIGINAL = Terraform.root("app");

    @TempDir
    private static Path initialised;

    private static Provider provider;

    @TempDir
    private Path folder;

    @BeforeAll
    static void initialise_once() throws Exception {
        Tool.TERRAFORM.require();
        Terraform.copy(ORIGINAL, initialised);
        Terraform.initialise(initialised);
        provider = Provider.start(Terraform.DATA, initialised, Command.of());
    }

    @AfterAll
    static void stop() {
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void files_are_formatted() {
        Finished fmt = Terraform.run(ORIGINAL, "fmt", "-check", "-recursive", "-diff");
        assertEquals(0, fmt.exit(), fmt.output());
    }

    @Test
    void a_misaligned_line_is_refused() throws IOException {
        Terraform.copy(ORIGINAL, folder);
        Tree.spoil(folder.resolve("logs.tf"), "  name   = \"EntireBucket\"", "    name = \"EntireBucket\"");
        assertNotEquals(0, Terraform.run(folder, "fmt", "-check", "-recursive").exit());
    }

    @Test
    void the_root_is_valid() {
        Finished validate = run(initialised, "validate");
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
        Terraform.copy(initialised, folder);
        Tree.spoil(folder.resolve("monitoring.tf"), right, wrong);
        Terraform.assertRefused(run(folder, "validate"), complaint);
    }

    @Test
    void the_root_does_what_its_tests_say() {
        Finished test = run(initialised, "test");
        assertEquals(0, test.exit(), test.output());
        assertTrue(test.output().contains("7 passed, 0 failed"), test.output());
    }

    @Test
    void an_alarm_on_another_filter_is_refused() throws IOException {
        Terraform.copy(initialised, folder);
        Tree.spoil(
                folder.resolve("monitoring.tf"),
                "    FilterId   = aws_s3_bucket_metric.requests.name",
                "    FilterId   = \"Entire\"");
        Terraform.assertRefused(test("monitoring"), "it would never fire");
    }

    @Test
    void a_graph_of_another_filter_is_refused() throws IOException {
        Terraform.copy(initialised, folder);
        Tree.spoil(
                folder.resolve("monitoring.tf"),
                "\"FilterId\", aws_s3_bucket_metric.requests.name",
                "\"FilterId\", \"Entire\"");
        Terraform.assertRefused(test("monitoring"), "it would stay empty");
    }

    @Test
    void stages_with_the_same_names_are_refused() throws IOException {
        Terraform.copy(initialised, folder);
        Tree.spoil(folder.resolve("variables.tf"), "\"-${var.stage}\"", "\"\"");
        Terraform.assertRefused(test("monitoring"), "or one account cannot hold both");
    }

    @Test
    void a_bucket_policy_that_does_not_ask_for_tls_is_refused() throws IOException {
        Terraform.copy(initialised, folder);
        Tree.spoil(
                folder.resolve("logs.tf"), "\"aws:SecureTransport\" = \"false\"", "\"aws:SecureTransport\" = \"true\"");
        Terraform.assertRefused(test("logs"), "must refuse every request without TLS");
    }

    /** Once, by hand, with an administrator's rights: what it makes decides what everything after it may do. */
    @Test
    void the_bootstrap_root_does_what_its_tests_say_and_its_trust_cannot_be_widened() throws IOException {
        Path root = Terraform.root("bootstrap");
        assertEquals(
                0, Terraform.run(root, "fmt", "-check", "-recursive", "-diff").exit());
        Terraform.copy(root, folder);
        Terraform.initialise(folder);
        Finished test = run(folder, "test");
        assertEquals(0, test.exit(), test.output());
        assertTrue(test.output().contains("8 passed, 0 failed"), test.output());
        Tree.spoil(folder.resolve("roles.tf"), ":environment:${each.key}", ":*");
        Terraform.assertRefused(run(folder, "test"), "must trust exactly one subject");
        Tree.spoil(folder.resolve("roles.tf"), "\"s3:ListBucket\"]", "\"s3:*\"]");
        Terraform.assertRefused(run(folder, "test"), "No action and no resource may be everything");
    }

    /** Seed 1 as a machine of its own: what would open it to the world, or lose its ledger, is refused. */
    @Test
    void the_service_root_does_what_its_tests_say_and_cannot_be_opened() throws IOException {
        Path root = Terraform.root("service");
        assertEquals(
                0, Terraform.run(root, "fmt", "-check", "-recursive", "-diff").exit());
        Terraform.copy(root, folder);
        Terraform.initialise(folder);
        Finished test = run(folder, "test");
        assertEquals(0, test.exit(), test.output());
        assertTrue(test.output().contains("5 passed, 0 failed"), test.output());
        Tree.spoil(
                folder.resolve("network.tf"),
                "prefix_list_ids = [data.aws_ec2_managed_prefix_list.cloudfront.id]",
                "cidr_blocks = [\"0.0.0.0/0\"]");
        Terraform.assertRefused(run(folder, "test"), "One door, and CloudFront behind it.");
        Tree.spoil(
                folder.resolve("network.tf"), "cidr_blocks = [\"0.0.0.0/0\"]", "prefix_list_ids = [\"pl-cloudfront\"]");
        Tree.spoil(folder.resolve("machine.tf"), "final_snapshot    = true", "final_snapshot    = false");
        Terraform.assertRefused(run(folder, "test"), "kept as a snapshot at the end");
    }

    private Finished test(String name) {
        return run(folder, "test", "-filter=tests/" + name + ".tftest.hcl");
    }

    private static Finished run(Path folder, String... words) {
        return Terraform.plain(provider.before(Terraform.command(words)).run(folder));
    }
}
