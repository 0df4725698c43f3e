package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the machine does by itself: brings in a release, and goes back from one that does not answer. Bucket and ledger
 * are folders here; a release is a file whose words say how it behaves: {@code good}, {@code dead}, or
 * {@code upgrading}, which leaves a ledger that no other opens and then does not answer.
 */
class MachineTest {
    @TempDir
    private Path folder;

    private StandIns standIns;

    @BeforeEach
    void an_empty_machine() throws IOException {
        Tool.BASH.require();
        standIns = new StandIns(folder);
        Files.createDirectories(folder.resolve("bucket/releases"));
        Files.createDirectories(folder.resolve("bucket/backups"));
        Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(folder.resolve("data"));
        standIns.program("aws", """
                from="${@: -2:1}" to="${@: -1}"
                from="${from/s3:\\/\\/ledgers/$here/bucket}" to="${to/s3:\\/\\/ledgers/$here/bucket}"
                if [ "$from" = - ]; then cat >"$to"; else cp "$from" "$to"; fi
                """);
        standIns.program("systemctl", """
                ledger="$here/data/ledger.payweek"
                case "$1" in
                  stop) rm -f "$here/answering" ;;
                  *)
                    rm -f "$here/answering"
                    behaves="$(cut -d' ' -f1 "$here/home/payweek.jar")"
                    [ -e "$ledger" ] || echo entries >"$ledger"
                    case "$behaves" in
                      good) ! grep -q upgraded "$ledger" && touch "$here/answering" ;;
                      upgrading) echo upgraded >>"$ledger" ;;
                    esac ;;
                esac
                exit 0
                """);
        standIns.program("curl", "[ -e \"$here/answering\" ]\n");
        standIns.program("runuser", """
                while [ "$1" != -jar ]; do shift; done
                case "$3" in
                  backup) cp "$6" "$4" ;;
                  restore) cp "$4" "$6" ;;
                esac
                """);
        Tree.write(folder.resolve("bucket/settings"), "PAYWEEK_ALLOW_HOST=d1.cloudfront.net\n");
    }

    @Test
    void until_something_is_wanted_nothing_happens() {
        assertEquals(0, look().exit());
        assertEquals(List.of(), standIns.calls("systemctl"));
    }

    @Test
    void a_release_that_answers_is_said_to_be_up_and_is_not_started_again() {
        String good = want("good 1", "a");
        assertEquals(0, look().exit());
        assertEquals(good + " a up", said());
        assertEquals(0, look().exit());
        assertEquals(1, standIns.calls("systemctl").size());
    }

    @Test
    void the_ledger_is_backed_up_before_another_release_meets_it() {
        want("good 1", "a");
        look();
        String next = want("good 2", "b");
        look();
        assertEquals(next + " b up", said());
        assertEquals("entries\n", Tree.text(folder.resolve("bucket/backups/before-" + next + ".backup")));
    }

    @Test
    void a_release_that_does_not_answer_is_followed_by_the_former_and_not_tried_again() {
        want("good 1", "a");
        look();
        String dead = want("dead 2", "b");
        assertEquals(1, look().exit());
        assertEquals(dead + " b refused it does not answer, the former one does", said());
        assertTrue(Files.exists(folder.resolve("answering")));
        int calls = standIns.calls("systemctl").size();
        look();
        assertEquals(calls, standIns.calls("systemctl").size());
    }

    @Test
    void one_that_changed_the_tables_first_leaves_the_ledger_as_it_was() {
        want("good 1", "a");
        look();
        String broken = want("upgrading 2", "b");
        assertEquals(1, look().exit());
        assertEquals(broken + " b refused it does not answer, the former one does with the ledger from before", said());
        assertEquals("entries\n", Tree.text(folder.resolve("data/ledger.payweek")));
        assertTrue(Files.exists(folder.resolve("data/ledger.payweek.of-" + broken)));
    }

    @Test
    void settings_that_let_nothing_answer_go_back_with_the_release() {
        want("good 1", "a");
        look();
        Tree.write(folder.resolve("bucket/settings"), "PAYWEEK_TOKEN_SHA256=wrong\n");
        want("dead 2", "b");
        look();
        assertEquals("PAYWEEK_ALLOW_HOST=d1.cloudfront.net\n", Tree.text(folder.resolve("home/settings")));
        assertTrue(Files.exists(folder.resolve("answering")));
    }

    @ParameterizedTest
    @CsvSource({"absent, it cannot be had", "other, it cannot be had", "../x, its name is no SHA-256"})
    void what_is_not_what_it_is_called_is_never_started(String kind, String why) {
        String name = kind.startsWith("..") ? kind : "a".repeat(64);
        if (kind.equals("other")) {
            Tree.write(folder.resolve("bucket/releases/" + name + ".jar"), "good but another");
        }
        Tree.write(folder.resolve("bucket/wanted"), name + " a\n");
        assertEquals(1, look().exit());
        assertTrue(said().startsWith(name + " a refused " + why), said());
        assertEquals(List.of(), standIns.calls("systemctl"));
    }

    @Test
    void a_first_release_that_does_not_answer_leaves_nothing_to_start() {
        String dead = want("dead 1", "a");
        assertEquals(1, look().exit());
        assertEquals(dead + " a refused it does not answer, and there is none to go back to", said());
        assertFalse(Files.exists(folder.resolve("home/payweek.jar")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payweek.service", "payweek-release.service", "payweek-keep.service"})
    void units_start_only_what_user_data_installs(String unit) {
        String text = Tree.text(Terraform.root("service").resolve("machine/" + unit));
        String started = text.lines()
                .filter(line -> line.startsWith("ExecStart="))
                .map(line -> line.substring(10).split(" ", 2)[0])
                .findFirst()
                .orElseThrow();
        String installed = Tree.text(Terraform.root("service").resolve("machine.tf"));
        assertTrue(started.equals("/usr/bin/java") || installed.contains('"' + started + '"'), started);
    }

    /** Puts a release into the bucket, wants it, and returns its name. */
    private String want(String words, String attempt) {
        Path jar = folder.resolve("jar");
        Tree.write(jar, words);
        String sha =
                Command.of("sha256sum", jar.toString()).run(folder).output().substring(0, 64);
        Tree.write(folder.resolve("bucket/releases/" + sha + ".jar"), words);
        Tree.write(folder.resolve("bucket/wanted"), sha + " " + attempt + "\n");
        return sha;
    }

    private String said() {
        return Tree.text(folder.resolve("bucket/running")).strip();
    }

    private Finished look() {
        return standIns.before(Command.of(
                        Terraform.root("service").resolve("machine/release").toString()))
                .with("BUCKET", "ledgers")
                .with("PAYWEEK_HOME", folder.resolve("home").toString())
                .with("PAYWEEK_DATA", folder.resolve("data").toString())
                .with("PATIENCE", "1")
                .run(folder);
    }
}
