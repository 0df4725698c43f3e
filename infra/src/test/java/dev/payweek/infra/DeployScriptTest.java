package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole deployment, played against an account in a folder and broken on purpose at every step. */
class DeployScriptTest {
    private static final String DEPLOY = "aws cloudformation deploy --stack-name payweek-qa --";

    @TempDir
    private static Path common;

    /** Accounts that were deployed to once and twice: where most tests begin. */
    private static Account once;

    private static Account twice;

    @TempDir
    private Path folder;

    private Endpoint endpoint;
    private Account account;

    @BeforeAll
    static void deploy_once() throws IOException {
        Tool.BASH.require();
        Tool.CURL.require();
        try (Endpoint endpoint = Endpoint.healthy()) {
            once = new Account(common.resolve("once"), endpoint);
            assertDeployed(once);
            twice = new Account(common.resolve("twice"), endpoint);
            twice.copy(once);
            assertDeployed(twice);
        }
    }

    @BeforeEach
    void open_an_account() throws IOException {
        endpoint = Endpoint.healthy();
        account = new Account(folder, endpoint);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void the_first_deployment_makes_everything() {
        assertDeployed(account);
        assertEquals("1", account.get("live"));
        assertEquals(List.of("1"), account.versions());
        assertEquals(1, account.images().size());
        assertEquals("up to date", account.get("tables"));
        assertEquals(0, endpoint.leftBehind());
        assertTrue(account.get("record").endsWith("\"outcome\":\"accepted\"}"), account.get("record"));
    }

    @Test
    void a_second_one_takes_over_and_keeps_one_version_to_go_back_to() {
        account.copy(twice);
        assertDeployed(account);
        assertDeployed(account);
        assertEquals("4", account.get("live"));
        assertEquals(List.of("3", "4"), account.versions());
        Finished back = account.run(account.command(Tree.at("infra/bin/back").toString(), "qa", "3"));
        assertEquals("version 3 answers instead of 4\n", back.output());
        assertEquals("3", account.get("live"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ecr describe                     | 0 | 3 |
                    stack-name payweek-qa-migration --template | 1 | 2 | the migration could not be made ready
                    lambda invoke                    | 1 | 2 |
                    describe-stacks --stack-name payweek-qa -- | 1 | 2 | broken on purpose
                    lambda get-alias                 | 1 | 2 | broken on purpose
                    deploy --stack-name payweek-qa -- | 1 | 2 | CloudFormation went back by itself, version 2 answers
                    NextVersion                      | 1 | 2 | and what was published beside it was removed
                    ErrorsAlarmName                  | 1 | 2 | version 2 answers, and version 3 was removed
                    1:update-alias                   | 1 | 2 | version 2 answers, and version 3 was removed
                    3:deploy --stack-name            | 0 | 3 | the stack does not know yet that version 3 answers
                    s3 cp                            | 0 | 3 | the deployment was not recorded
                    lambda delete-function           | 0 | 3 | version 1 could not be removed
                    """)
    void wherever_it_breaks_a_version_answers_and_nothing_is_left(String step, int exit, String live, String said) {
        account.copy(twice);
        if (step.equals("lambda delete-function")) {
            account.set("versions/1", "");
        }
        account.breakAt(step);
        Finished deployed = account.deployAll();
        assertEquals(exit, deployed.exit(), deployed.output());
        assertEquals(live, account.get("live"), deployed.output());
        assertFalse(account.get("weights").contains("3="), account.get("weights"));
        if (said != null) {
            assertTrue(deployed.output().contains(said), deployed.output());
        }
        if (exit == 1) {
            assertEquals(List.of("1", "2"), account.versions());
        }
        account.mend();
        assertDeployed(account);
        assertEquals(account.get("next"), account.get("live"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/next", "/live"})
    void a_version_that_is_not_accepted_gives_way_at_once(String broken) {
        account.copy(once);
        endpoint.breakDown(broken);
        Finished deployed = account.deployAll();
        assertEquals(1, deployed.exit(), deployed.output());
        assertEquals("1", account.get("live"));
        assertEquals(List.of("1"), account.versions());
        assertTrue(account.get("record").endsWith("\"outcome\":\"rejected\"}"), account.get("record"));
        assertTrue(deployed.output().endsWith("; version 1 answers, and version 2 was removed\n"), deployed.output());
        // Nobody but the acceptance questions has met the version when it fails them.
        long moves = account.calls("aws lambda update-alias --function-name function-of-payweek-qa --name live")
                .size();
        assertEquals(broken.equals("/next") ? 2 : 3, moves);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    deploy --stack-name payweek-qa -- | the stack was not made, and its remains were removed
                    NextVersion                       | it was the first deployment, and its stack was removed
                    acceptance                        | it was the first deployment, and its stack was removed
                    """)
    void a_first_deployment_that_fails_leaves_nothing_and_can_be_tried_again(String step, String said) {
        if (step.equals("acceptance")) {
            endpoint.answer("GET /hello", 200, "{\"categories\":[]}");
        } else {
            account.breakAt(step);
        }
        Finished failed = account.deployAll();
        assertEquals(1, failed.exit(), failed.output());
        assertTrue(failed.output().contains(said), failed.output());
        assertEquals("", account.get("stack.payweek-qa"));
        assertEquals(List.of(), account.versions());
        assertEquals(List.of(), account.images());
        account.mend();
        endpoint.answer("GET /hello", 401, "{}");
        assertDeployed(account);
    }

    @Test
    void the_ruin_of_a_first_deployment_is_removed_before_the_next() {
        account.set("stack.payweek-qa", "ROLLBACK_COMPLETE");
        Finished deployed = account.deployAll();
        assertEquals(0, deployed.exit(), deployed.output());
        assertTrue(deployed.output().contains("payweek-qa is ROLLBACK_COMPLETE"), deployed.output());
    }

    @Test
    void a_first_apply_of_terraform_that_fails_is_taken_away() {
        account.set("apply", "1");
        Finished failed = account.deployAll();
        assertEquals(1, failed.exit(), failed.output());
        assertEquals("", account.get("terraform"));
        assertEquals(List.of(), account.images());
        assertEquals("", account.get("tables"));
    }

    @Test
    void a_canary_that_fails_ends_at_once_and_one_that_does_not_takes_over() {
        Command production = account.deployment().with("STAGE", "production").with("CANARY_SECONDS", "1");
        assertEquals(0, account.run(production).exit());
        Finished moved = account.run(production);
        assertEquals(0, moved.exit(), moved.output());
        assertEquals("2", account.get("live"));
        assertTrue(account.calls("aws lambda update-alias").stream()
                .anyMatch(call ->
                        call.endsWith("--function-version 1 --routing-config AdditionalVersionWeights={2=0.1}")));

        account.set("alarm", "ALARM");
        Finished ended = account.run(production.with("CANARY_SECONDS", "1"));
        assertEquals(1, ended.exit(), ended.output());
        assertEquals("2", account.get("live"));
        assertEquals("AdditionalVersionWeights={}", account.get("weights"));
        assertTrue(ended.output().endsWith("the new version fails; version 2 answers, and version 3 was removed\n"));
    }

    @Test
    void production_is_asked_nothing_that_writes() {
        assertEquals(
                0, account.run(account.deployment().with("STAGE", "production")).exit());
        assertEquals(0, endpoint.writes(""));
        assertEquals(0, account.deploy().exit());
        assertEquals(6, endpoint.writes("/next"));
        assertEquals(0, endpoint.writes("/live"));
    }

    @Test
    void aws_is_given_the_tokens_hash_and_not_the_token() {
        account.copy(once);
        String call = account.calls(DEPLOY).get(0);
        // printf a-token-nobody-uses | sha256sum
        assertTrue(
                call.contains(" TokenSha256=4dfa0d0190a3668ff9e16aec6d891d7831e0fcf186bdaf7633a10a9bbbd761bc "), call);
        assertTrue(account.calls("aws").stream().noneMatch(line -> line.contains(Endpoint.TOKEN)));
    }

    @Test
    void every_attempt_is_a_release_of_its_own_and_a_repetition_of_one_is_not() {
        Command first = account.deployment().with("ATTEMPT", "1.1");
        account.run(first);
        account.run(first);
        account.run(first.with("ATTEMPT", "1.2"));
        account.run(first.with("SNAP_START", "on"));
        account.run(first.with("DATABASE_SECRET", "payweek/other"));
        List<String> releases = new ArrayList<>();
        for (String call : account.calls(DEPLOY)) {
            Matcher release = Pattern.compile("Release=([0-9a-f]{64}) ").matcher(call);
            assertTrue(release.find(), call);
            releases.add(release.group(1));
        }
        assertEquals(4, releases.stream().distinct().count());
    }

    @Test
    void a_missing_setting_stops_before_anything_happens() {
        Finished deployed = account.run(account.deployment().with("DATABASE_SECRET", ""));
        assertEquals(2, deployed.exit());
        assertEquals("infra/bin/deploy: DATABASE_SECRET is not set\n", deployed.output());
        assertEquals(List.of(), account.calls("aws"));
    }

    @ParameterizedTest
    @CsvSource({"payweek-qa, template.yaml", "payweek-qa-migration, migration.yaml"})
    void a_template_takes_exactly_the_parameters_that_are_given(String stack, String template) {
        account.copy(once);
        String call = account.calls("aws cloudformation deploy --stack-name " + stack + " --")
                .get(0);
        List<String> given = Pattern.compile(" ")
                .splitAsStream(call.substring(call.indexOf("--parameter-overrides ") + 22))
                .map(pair -> pair.substring(0, pair.indexOf('=')))
                .sorted()
                .toList();
        List<String> taken = new ArrayList<>();
        Tree.yaml(Tree.text("infra/sam/" + template))
                .path("Parameters")
                .fieldNames()
                .forEachRemaining(taken::add);
        assertEquals(taken.stream().sorted().toList(), given);
        assertFalse(given.isEmpty());
    }

    private static void assertDeployed(Account account) {
        Finished deployed = account.deployAll();
        assertEquals(0, deployed.exit(), deployed.output());
    }
}
