package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions of the workflows: what is built, what is deployed, what passes, what is merged. */
class PipelineScriptsTest {
    @TempDir
    private Path folder;

    private StandIns standIns;

    @BeforeEach
    void needs_bash() {
        Tool.BASH.require();
        standIns = new StandIns(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "push, refs/heads/feature/x, echo 0, true",
        "push, refs/heads/feature/x, echo 1, false",
        "push, refs/heads/feature/x, exit 1, true",
        "push, refs/heads/main, echo 1, true",
        "push, refs/tags/v1.0.0, echo 1, true",
        "pull_request, refs/pull/7/merge, echo 1, true"
    })
    void a_commit_is_built_once(String event, String ref, String pulls, boolean build) {
        standIns.program("gh", pulls + "\n");
        Finished once = script("once").with("EVENT", event).with("REF", ref).run(folder);
        assertEquals("build=" + build + "\n", once.output());
    }

    @ParameterizedTest
    @CsvSource({
        "pull_request, on, owner/name, false, someone, true",
        "pull_request, '', owner/name, false, someone, false",
        "pull_request, off, owner/name, false, someone, false",
        "pull_request, on, stranger/name, false, someone, false",
        "pull_request, on, '', false, someone, false",
        "pull_request, on, owner/name, true, someone, false",
        "pull_request, on, owner/name, false, dependabot[bot], false",
        "push, on, '', '', someone, true",
        "push, '', '', '', someone, false"
    })
    void what_may_be_deployed_is_decided_in_one_place(
            String event, String deployments, String head, String draft, String actor, boolean deploy) {
        Finished plan = script("plan")
                .with("EVENT", event)
                .with("DEPLOYMENTS", deployments)
                .with("HEAD_REPOSITORY", head)
                .with("DRAFT", draft)
                .with("ACTOR", actor)
                .run(folder);
        assertTrue(plan.output().endsWith("deploy=" + deploy + "\n"), plan.output());
        assertEquals(!deploy, plan.output().contains("::notice::nothing is deployed: "));
    }

    @ParameterizedTest
    @CsvSource({
        "true, success, success, success, 0",
        "false, success, skipped, skipped, 0",
        "'', success, skipped, skipped, 0",
        "true, success, skipped, skipped, 1",
        "true, success, success, skipped, 1",
        "true, success, success, failure, 1",
        "true, success, failure, skipped, 1",
        "true, success, success, cancelled, 1",
        "false, failure, skipped, skipped, 1",
        "false, skipped, skipped, skipped, 1",
        "false, cancelled, skipped, skipped, 1",
        "true, '', '', '', 1"
    })
    void the_verdict_takes_a_skipped_job_only_where_nothing_was_to_be_deployed(
            String deploy, String check, String qa, String production, int exit) {
        Finished verdict = script("verdict")
                .with("DEPLOY", deploy)
                .with("CHECK", check)
                .with("QA", qa)
                .with("PRODUCTION", production)
                .run(folder);
        assertEquals(exit, verdict.exit(), verdict.output());
    }

    @ParameterizedTest
    @CsvSource({"exit 0, 0", "exit 1, 1"})
    void exactly_what_was_checked_is_merged(String gh, int exit) {
        standIns.program("gh", gh + "\n");
        Finished merge = script("merge").with("NUMBER", "7").with("SHA", "abc").run(folder);
        assertEquals(exit, merge.exit(), merge.output());
        assertEquals(
                "gh pr merge 7 --repo owner/name --squash --delete-branch --match-head-commit abc",
                standIns.calls("gh").get(0));
    }

    @Test
    void a_pull_request_that_would_take_back_another_is_not_deployed() throws IOException {
        Tool.GIT.require();
        Path origin = Files.createDirectory(folder.resolve("origin"));
        git(origin, "init", "--quiet", "--initial-branch=main");
        commit(origin, "one");
        Path clone = folder.resolve("clone");
        git(folder, "clone", "--quiet", origin.toString(), clone.toString());
        String main = tree(clone);
        commit(clone, "two");

        assertCurrent(clone, "does not exist", 0, "");
        assertCurrent(clone, main, 0, "");
        assertCurrent(clone, tree(clone), 0, "");
        assertCurrent(clone, "4b825dc642cb6eb9a060e54bf8d69288fbee4904", 1, "another pull request that is not merged");
        commit(origin, "three");
        assertCurrent(clone, main, 1, "main has moved on");
    }

    private void assertCurrent(Path clone, String deployed, int exit, String said) {
        standIns.program(
                "aws",
                deployed.contains(" ")
                        ? "echo 'Stack " + deployed + "' >&2; exit 254\n"
                        : "case \"$*\" in *tree*) echo " + deployed + " ;; *) echo UPDATE_COMPLETE ;; esac\n");
        Finished current = script("current").with("STAGE", "production").run(clone);
        assertEquals(exit, current.exit(), current.output());
        assertTrue(current.output().contains(said), current.output());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, IN_SYNC, 0, the stack is what its template says",
        "2, 0, IN_SYNC, 1, Terraform would change what is listed above of app",
        "0, 2, IN_SYNC, 1, Terraform would change what is listed above of service",
        "1, 0, IN_SYNC, 1, ''",
        "0, 1, IN_SYNC, 1, ''",
        "0, 0, DRIFTED, 1, are not what the template says"
    })
    void what_was_changed_by_hand_is_noticed(int app, int service, String stack, int exit, String said) {
        standIns.program("terraform", """
                case "$*" in
                  *terraform/app*plan*) exit APP ;;
                  *terraform/service*plan*alarm_topic=topic*) exit SERVICE ;;
                  *plan*) exit 3 ;;
                  *alarms_topic) echo topic ;;
                esac
                """.replace("APP", "" + app).replace("SERVICE", "" + service));
        standIns.program(
                "aws",
                "case \"$*\" in *drift-detection-status*) printf 'DETECTION_COMPLETE\\t" + stack
                        + "\\n' ;; *) echo id ;; esac\n");
        Finished drift = script("drift")
                .with("STAGE", "qa")
                .with("STATE_BUCKET", "states")
                .with("AWS_REGION", "us-west-2")
                .with("SERVICE", "on")
                .with("PAYWEEK_TOKEN", Endpoint.TOKEN)
                .run(folder);
        assertEquals(exit, drift.exit(), drift.output());
        assertTrue(drift.output().contains(said), drift.output());
        assertTrue(standIns.calls("terraform").stream().noneMatch(call -> call.contains(" apply ")));
    }

    @ParameterizedTest
    @CsvSource({"the same, 0, the backup is the ledger", "another, 1, is not what"})
    void a_backup_that_is_not_the_ledger_is_noticed(String restored, int exit, String said) {
        for (String program : new String[] {"initdb", "pg_ctl", "pg_restore"}) {
            standIns.program(program, "exit 0\n");
        }
        standIns.program(
                "pg_dump", "echo \"$PGUSER $PGPASSWORD $PGSSLMODE\" >\"$here/login\"; touch \"${4#--file=}\"\n");
        standIns.program("payweek", "case $1 in export) echo " + restored + " ;; esac\n");
        standIns.program(
                "curl", "while [ $# -gt 0 ]; do [ \"$1\" = --output ] && echo the same >\"$2\"; shift; done\n");
        standIns.program("aws", """
                case "$*" in
                  *get-secret*) echo '{"url":"jdbc:postgresql://db/p?user=p&password=a%25b&sslmode=require"}' ;;
                  *) echo https://example.org ;;
                esac
                """);
        Finished drill = script("restore-drill")
                .with("STAGE", "production")
                .with("PAYWEEK_TOKEN", "t")
                .with("PGBIN", folder.toString())
                .with("PAYWEEK", folder.resolve("payweek").toString())
                .with("LOGS_BUCKET", "a-bucket")
                .run(folder);
        assertEquals(exit, drill.exit(), drill.output());
        assertTrue(drill.output().contains(said), drill.output());
        assertEquals("p a%b require\n", Tree.text(folder.resolve("login")));
        assertEquals(exit == 0, !standIns.calls("aws s3 cp").isEmpty());
        assertFalse(standIns.calls("pg_dump").get(0).contains("a%"));
    }

    @Test
    void a_release_holds_programs_a_list_of_what_is_in_them_and_checksums() throws IOException {
        Path root = folder.resolve("project");
        Files.createDirectories(root.resolve("infra/bin"));
        for (String script : List.of("infra/bin/release", "infra/bin/pack", "payweek", "payweek.cmd", ".ci/needs")) {
            Files.createDirectories(root.resolve(script).getParent());
            Files.copy(Tree.at(script), root.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectories(root.resolve("app/launcher"));
        for (String file : List.of("README.md", "CHANGELOG.md", "LICENSE", "app/launcher/short.args")) {
            Tree.write(root.resolve(file), file);
        }
        standIns.program("java", """
                [ "$3" = man ] || echo "$4"
                [ "$3" != man ] || echo page >"$5/payweek.1"
                """);
        standIns.program("jar", "tar -cf \"$4\" \"$5\"\n");
        Tree.write(root.resolve("pom.xml"), "<project>\n  <version>1.2.3</version>\n</project>\n");
        standIns.program("mvn", """
                mkdir -p app/target adapter-lambda/target target
                touch app/target/payweek.jar app/target/payweek-start.jar target/bom.json
                touch adapter-lambda/target/payweek-lambda.jar
                """);
        Command release = standIns.before(
                Command.of("bash", root.resolve("infra/bin/release").toString(), "v1.2.3", "out"));
        Finished made = release.run(root);
        assertEquals(0, made.exit(), made.output());
        assertEquals(
                "payweek-1.2.3.jar payweek-1.2.3.sbom.json payweek-1.2.3.tar.gz payweek-1.2.3.zip"
                        + " payweek-lambda-1.2.3.jar",
                String.join(
                        " ",
                        Tree.text(root.resolve("out/SHA256SUMS"))
                                .lines()
                                .map(line -> line.substring(66))
                                .sorted()
                                .toList()));
        for (String archive : List.of("payweek-1.2.3.tar.gz", "payweek-1.2.3.zip")) {
            assertEquals(
                    "CHANGELOG.md LICENSE README.md completions/_payweek completions/payweek.bash"
                            + " completions/payweek.fish lib/needs lib/payweek-start.jar lib/payweek.jar lib/short.args"
                            + " man/man1/payweek.1 payweek payweek.cmd",
                    String.join(
                            " ",
                            Command.of("tar", "-tf", "out/" + archive)
                                    .run(root)
                                    .output()
                                    .lines()
                                    .filter(name -> !name.endsWith("/"))
                                    .map(name -> name.replaceFirst("payweek-1.2.3/", ""))
                                    .sorted()
                                    .toList()));
        }
        Tree.write(root.resolve("pom.xml"), "<project>\n  <version>1.2.4</version>\n</project>\n");
        Finished other = release.run(root);
        assertEquals(1, other.exit());
        assertTrue(other.output().contains("the project is version 1.2.4, which is not v1.2.3"), other.output());
    }

    private Command script(String name) {
        return standIns.before(Command.of(Tree.at("infra/bin/" + name).toString()))
                .with("REPOSITORY", "owner/name")
                .with("SHA", "abc");
    }

    private static void commit(Path repository, String file) {
        Tree.write(repository.resolve(file), file);
        git(repository, "add", file);
        git(
                repository,
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@example.org",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "--quiet",
                "--message",
                file);
    }

    private static String tree(Path repository) {
        return Command.of("git", "rev-parse", "HEAD^{tree}")
                .run(repository)
                .output()
                .strip();
    }

    private static void git(Path where, String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "git";
        System.arraycopy(words, 0, line, 1, words.length);
        Finished done = Command.of(line).run(where);
        assertEquals(0, done.exit(), done.output());
    }
}
