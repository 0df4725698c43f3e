package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A release brought to the machine, broken on purpose. The bucket is a folder; a machine takes a release up at once,
 * unless its words are {@code dead}.
 */
class ServiceScriptTest {
    @TempDir
    private Path folder;

    private StandIns standIns;
    private Endpoint endpoint;

    @BeforeEach
    void an_account_without_a_machine() throws IOException {
        Tool.BASH.require();
        Tool.CURL.require();
        endpoint = Endpoint.healthy();
        endpoint.answer("GET /", 200, "<html>");
        Files.createDirectories(folder.resolve("bucket/releases"));
        standIns = new StandIns(folder);
        standIns.program("terraform", """
                case "$*" in
                  *bucket) echo ledgers ;;
                  *url) echo URL ;;
                  *destroy*) rm -f "$here/bucket/wanted" ;;
                esac
                """.replace("URL", endpoint.url()));
        standIns.program("aws", """
                [ "$1" = s3 ] || exit 0
                from="${@: -2:1}" to="${@: -1}"
                from="${from/s3:\\/\\/ledgers/$here/bucket}" to="${to/s3:\\/\\/ledgers/$here/bucket}"
                if [ "$from" = - ]; then cat >"$to"; elif [ "$to" = - ]; then cat "$from"; else cp "$from" "$to"; fi
                if [[ "$to" == */wanted ]]; then
                  read -r release attempt <"$to"
                  became=up
                  ! grep -q dead "$here/bucket/releases/$release.jar" || became="refused it does not answer"
                  echo "$release $attempt $became" >"$here/bucket/running"
                fi
                """);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void a_release_that_is_accepted_stays_and_the_one_before_can_come_back() {
        assertEquals(0, deploy("good 1").exit());
        String first = wanted();
        Finished second = deploy("good 2");
        assertEquals(0, second.exit(), second.output());
        assertFalse(wanted().equals(first));
        Finished back = service("--back").run(folder);
        assertEquals(0, back.exit(), back.output());
        assertEquals(first, wanted());
    }

    @Test
    void only_where_another_release_answered_before_is_there_one_to_go_back_to() {
        assertEquals(
                List.of("", "", "changed=true\n", "changed=true\n"),
                List.of(changedBy("good 1"), changedBy("good 1"), changedBy("good 2"), changedBy("good 1")));
        assertEquals("", changedBy("dead 2"));
    }

    private String changedBy(String words) {
        Path said = folder.resolve("said");
        Tree.write(said, "");
        Tree.write(folder.resolve("payweek.jar"), words);
        service().with("CHANGED", said.toString()).run(folder);
        return Tree.text(said);
    }

    @Test
    void after_one_that_does_not_answer_the_former_does() {
        deploy("good 1");
        String first = wanted();
        Finished dead = deploy("dead 2");
        assertEquals(1, dead.exit());
        assertTrue(dead.output().contains("the release does not answer; the former release answers"), dead.output());
        assertEquals(first, wanted());
    }

    @Test
    void after_one_that_is_not_accepted_the_former_answers() {
        deploy("good 1");
        String first = wanted();
        endpoint.answer("GET /", 200, "nothing");
        Finished wrong = deploy("good 2");
        assertEquals(1, wrong.exit());
        assertTrue(wrong.output().contains("::error::qa: not accepted; the former release answers"), wrong.output());
        assertEquals(first, wanted());
    }

    @Test
    void a_first_release_that_is_not_accepted_leaves_no_machine() {
        Finished dead = deploy("dead 1");
        assertEquals(1, dead.exit());
        assertTrue(dead.output().contains("it was the first release, and its machine was removed"), dead.output());
        assertTrue(standIns.calls("terraform").stream().anyMatch(call -> call.contains(" destroy ")));
    }

    @Test
    void a_machine_that_says_nothing_is_not_waited_for_without_end() {
        deploy("good 1");
        standIns.program("aws", "[ \"$2\" != cp ] || case \"$5\" in -) echo of another attempt ;; esac\n");
        Finished silent = deploy("good 2");
        assertEquals(1, silent.exit());
        assertTrue(silent.output().contains("has not said within 0 seconds"), silent.output());
    }

    private String wanted() {
        return Tree.text(folder.resolve("bucket/wanted")).split(" ", 2)[0];
    }

    private Finished deploy(String words) {
        Tree.write(folder.resolve("payweek.jar"), words);
        return service().run(folder);
    }

    private Command service(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = Tree.at("infra/bin/service").toString();
        System.arraycopy(words, 0, line, 1, words.length);
        return standIns.before(Command.of(line))
                .with("STAGE", "qa")
                .with("STATE_BUCKET", "states")
                .with("AWS_REGION", "us-west-2")
                .with("PAYWEEK_TOKEN", Endpoint.TOKEN)
                .with("JAR", folder.resolve("payweek.jar").toString())
                .with("ATTEMPTS", "1")
                .with("WAIT", "0")
                .with("PAUSE", "0.1");
    }
}
