package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployScriptTest {
    private static final String FORMER = "payweek@sha256:" + "a".repeat(64);
    private static final String NEW = "payweek@sha256:" + "b".repeat(64);
    private static final String DEPLOY = "aws cloudformation deploy ";

    @TempDir
    private Path folder;

    private StandIns standIns;
    private Endpoint endpoint;

    @BeforeEach
    void stand_in_for_aws() throws IOException {
        Tool.BASH.require();
        Tool.CURL.require();
        standIns = new StandIns(folder);
        endpoint = Endpoint.healthy();
        aws("echo " + FORMER, "exit 0");
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void an_accepted_image_stays() {
        Finished deployed = deploy();
        assertEquals(0, deployed.exit(), deployed.output());
        assertEquals(List.of(NEW), images());
        assertTrue(deployed.output().contains("accepted: " + endpoint.url()), deployed.output());
    }

    @Test
    void what_happened_is_recorded_in_the_logs_bucket() {
        deploy();
        List<String> records = standIns.calls("aws s3 cp - s3://a-bucket/deployments/");
        assertEquals(1, records.size());
        assertTrue(
                Tree.text(folder.resolve("record")).endsWith("\"image\":\"" + NEW + "\",\"outcome\":\"accepted\"}\n"));
    }

    @Test
    void aws_is_given_the_tokens_hash_and_not_the_token() {
        deploy();
        String call = standIns.calls(DEPLOY).get(0);
        // printf a-token-nobody-uses | sha256sum
        assertTrue(
                call.contains(" TokenSha256=4dfa0d0190a3668ff9e16aec6d891d7831e0fcf186bdaf7633a10a9bbbd761bc "), call);
        assertTrue(standIns.calls("aws").stream().noneMatch(line -> line.contains(Endpoint.TOKEN)));
    }

    @Test
    void an_image_that_is_not_accepted_gives_way_to_the_former_one() {
        endpoint.answer("/hello", 200, "{\"categories\":[]}");
        Finished deployed = deploy();
        assertEquals(1, deployed.exit(), deployed.output());
        assertEquals(List.of(NEW, FORMER), images());
        assertTrue(
                deployed.output().endsWith("::error::qa: not accepted; the former image is back\n"), deployed.output());
    }

    @Test
    void a_lost_record_does_not_block_the_way_back() {
        endpoint.answer("/health", 503, "{}");
        aws("echo " + FORMER, "exit 0", "exit 1");
        assertEquals(1, deploy().exit());
        assertEquals(List.of(NEW, FORMER), images());
    }

    @Test
    void the_first_deployment_has_no_way_back_and_says_so() {
        endpoint.answer("/health", 503, "{}");
        aws("echo 'Stack with id payweek-qa does not exist' >&2; exit 254", "exit 0");
        Finished deployed = deploy();
        assertEquals(1, deployed.exit(), deployed.output());
        assertEquals(List.of(NEW), images());
        assertTrue(deployed.output().contains("there is no former image to go back to"), deployed.output());
    }

    @Test
    void a_stack_that_cannot_be_read_is_not_taken_for_a_first_deployment() {
        aws("echo 'AccessDenied' >&2; exit 254", "exit 0");
        Finished deployed = deploy();
        assertEquals(1, deployed.exit(), deployed.output());
        assertEquals(List.of(), images());
    }

    @Test
    void a_refused_update_is_left_to_cloudformation() {
        aws("echo " + FORMER, "exit 1");
        Finished deployed = deploy();
        assertEquals(1, deployed.exit(), deployed.output());
        assertEquals(List.of(NEW), images());
        assertTrue(deployed.output().contains("CloudFormation went back by itself"), deployed.output());
    }

    @Test
    void another_setting_is_another_release() {
        deploy();
        run(command().with("SNAP_START", "on"));
        run(command().with("DATABASE_SECRET", "payweek/other"));
        run(command().with("IMAGE_URI", FORMER));
        assertEquals(4, releases().stream().distinct().count());
    }

    @Test
    void the_same_release_has_the_same_name() {
        deploy();
        deploy();
        assertEquals(1, releases().stream().distinct().count());
    }

    @Test
    void a_missing_setting_stops_before_anything_happens() {
        Finished deployed = run(command().with("DATABASE_SECRET", ""));
        assertEquals(2, deployed.exit());
        assertEquals("infra/bin/deploy: DATABASE_SECRET is not set\n", deployed.output());
        assertEquals(List.of(), standIns.calls("aws"));
    }

    @Test
    void the_template_takes_exactly_the_parameters_that_are_given() {
        deploy();
        String call = standIns.calls(DEPLOY).get(0);
        List<String> given =
                List.of(call.substring(call.indexOf("--parameter-overrides ") + 22)
                                .split(" ", -1))
                        .stream()
                        .map(pair -> pair.substring(0, pair.indexOf('=')))
                        .sorted()
                        .toList();
        List<String> taken = new java.util.ArrayList<>();
        Tree.yaml(Tree.text("infra/sam/template.yaml"))
                .path("Parameters")
                .fieldNames()
                .forEachRemaining(taken::add);
        assertEquals(taken.stream().sorted().toList(), given);
        assertFalse(given.isEmpty());
        assertNotEquals(-1, call.indexOf("--template-file"));
    }

    private void aws(String formerImage, String update) {
        aws(formerImage, update, "cat >\"$here/record\"");
    }

    private void aws(String formerImage, String update, String copy) {
        standIns.program("aws", """
                case "$*" in
                  *describe-stacks*ImageUri*) %s ;;
                  *describe-stacks*Url*) echo %s ;;
                  *cloudformation\\ deploy*) %s ;;
                  *s3\\ cp*) %s ;;
                esac
                """.formatted(formerImage, endpoint.url(), update, copy));
    }

    private Command command() {
        return standIns.before(Command.of(Tree.at("infra/bin/deploy").toString()))
                .with("STAGE", "qa")
                .with("IMAGE_URI", NEW)
                .with("DATABASE_SECRET", "payweek/qa")
                .with("PAYWEEK_TOKEN", Endpoint.TOKEN)
                .with("LOGS_BUCKET", "a-bucket")
                .with("ATTEMPTS", "1");
    }

    private Finished deploy() {
        return run(command());
    }

    private Finished run(Command command) {
        return command.run(folder);
    }

    private List<String> images() {
        return found("ImageUri=(\\S+)");
    }

    private List<String> releases() {
        return found("Release=([0-9a-f]{64}) ");
    }

    private List<String> found(String pattern) {
        return standIns.calls(DEPLOY).stream()
                .map(Pattern.compile(pattern)::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
    }
}
