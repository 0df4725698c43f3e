package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class ImageScriptTest {
    private static final String REPOSITORY = "123456789012.dkr.ecr.us-west-2.amazonaws.com/payweek";
    private static final String DIGEST = "sha256:" + "c".repeat(64);
    /** The name git gives to a tree without files. */
    private static final String EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    private static final String BASE = "base@" + DIGEST;

    /** printf base@sha256:ccc… | sha256sum | cut -c1-12 */
    private static final String TAG = EMPTY_TREE + "-2f22f12acd8b";

    @TempDir
    private Path programs;

    @TempDir
    private Path root;

    private StandIns standIns;

    @BeforeEach
    void make_a_repository() throws IOException {
        Tool.BASH.require();
        Tool.GIT.require();
        standIns = new StandIns(programs);
        standIns.program(
                "docker",
                "case \"$1\" in login) cat >/dev/null ;; image) echo " + REPOSITORY + "@" + DIGEST
                        + " ;; *) echo noise ;; esac\n");
        Files.createDirectories(root.resolve("infra/bin"));
        Files.copy(Tree.at("infra/bin/image"), root.resolve("infra/bin/image"));
        assertTrue(Command.of("git", "init", "--quiet").run(root).succeeded());
        Finished commit = Command.of(
                        "git",
                        "-c",
                        "user.name=t",
                        "-c",
                        "user.email=t@example.org",
                        "-c",
                        "commit.gpgsign=false",
                        "commit",
                        "--quiet",
                        "--allow-empty",
                        "--message",
                        "Begin")
                .run(root);
        assertEquals(0, commit.exit(), commit.output());
    }

    @Test
    void a_new_tree_is_built_and_pushed() {
        standIns.program("aws", "case \"$*\" in *describe-images*) exit 254 ;; *) echo password ;; esac\n");
        Finished built = image();
        assertEquals(0, built.exit(), built.output());
        assertTrue(built.output().endsWith("\n" + REPOSITORY + "@" + DIGEST + "\n"), built.output());
        assertEquals(
                List.of(
                        "docker login --username AWS --password-stdin 123456789012.dkr.ecr.us-west-2.amazonaws.com",
                        "docker build --provenance=false --build-arg BASE_IMAGE=base@" + DIGEST + " --file "
                                + root.toAbsolutePath() + "/infra/lambda/Dockerfile --tag " + REPOSITORY + ":"
                                + TAG + " " + root.toAbsolutePath(),
                        "docker push " + REPOSITORY + ":" + TAG),
                standIns.calls("docker").subList(0, 3));
    }

    @Test
    void a_tree_that_was_pushed_before_is_not_built_again() {
        standIns.program("aws", "echo " + DIGEST + "\n");
        Finished built = image();
        assertEquals(0, built.exit(), built.output());
        assertEquals(REPOSITORY + "@" + DIGEST + "\n", built.output());
        assertEquals(List.of(), standIns.calls("docker"));
    }

    @Test
    void a_failed_push_names_no_image() {
        standIns.program("aws", "case \"$*\" in *describe-images*) exit 254 ;; *) echo password ;; esac\n");
        standIns.program("docker", "case \"$1\" in login) cat >/dev/null ;; push) exit 1 ;; esac\n");
        Finished built = image();
        assertEquals(1, built.exit(), built.output());
        assertEquals(List.of(), standIns.calls("docker image"));
    }

    @Test
    void another_base_is_another_image() {
        standIns.program(
                "aws",
                "case \"$*\" in *describe-images*" + TAG + "*) echo " + DIGEST
                        + " ;; *describe-images*) exit 254 ;; *) echo password ;; esac\n");
        image();
        assertEquals(List.of(), standIns.calls("docker"));
        Finished built = standIns.before(
                        Command.of("bash", root.resolve("infra/bin/image").toString()))
                .with("BASE_IMAGE", "base@sha256:" + "d".repeat(64))
                .with("REPOSITORY", REPOSITORY)
                .run(root);
        assertEquals(0, built.exit(), built.output());
        assertEquals(1, standIns.calls("docker push").size());
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "ImageNotFound, 1"})
    void an_image_that_was_not_accepted_is_taken_away(String failures, int exit) {
        standIns.program("aws", "echo '" + failures + "'\n");
        Finished removed = standIns.before(Command.of(
                        "bash", root.resolve("infra/bin/image").toString(), "--remove", REPOSITORY + "@" + DIGEST))
                .with("REPOSITORY", REPOSITORY)
                .run(root);
        assertEquals(exit, removed.exit(), removed.output());
        assertEquals(
                1,
                standIns.calls("aws ecr batch-delete-image --repository-name payweek --image-ids imageDigest=" + DIGEST)
                        .size());
    }

    private Finished image() {
        return standIns.before(
                        Command.of("bash", root.resolve("infra/bin/image").toString()))
                .with("BASE_IMAGE", BASE)
                .with("REPOSITORY", REPOSITORY)
                .run(root);
    }
}
