package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An AWS account in a folder, with a Payweek behind it, that the real scripts deploy to. */
final class Account {
    static final String IMAGE = "payweek@sha256:" + "b".repeat(64);

    private final Path folder;
    private final Path state;
    private final StandIns standIns;

    Account(Path folder, Endpoint endpoint) {
        this.folder = folder;
        this.state = folder.resolve("state");
        this.standIns = new StandIns(folder);
        try {
            for (String kept : List.of("versions", "images")) {
                Files.createDirectories(state.resolve(kept));
            }
            Path aws = folder.resolve("aws");
            try (var in = Account.class.getResourceAsStream("aws")) {
                Files.write(aws, in == null ? new byte[0] : in.readAllBytes());
            }
            assertTrue(aws.toFile().setExecutable(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set("url", endpoint.url());
        standIns.program(
                "terraform",
                "case \"$*\" in *state\\ list*) [ ! -f \"$here/state/terraform\" ] || echo made ;;"
                        + " *apply*) echo made >\"$here/state/terraform\";"
                        + " [ ! -f \"$here/state/apply\" ] || exit 1 ;;"
                        + " *destroy*) rm -f \"$here/state/terraform\" ;; esac\n");
        standIns.program(
                "docker",
                "case \"$1\" in login) cat >/dev/null ;;"
                        + " push) echo sha256:" + "b".repeat(64)
                        + " >\"$here/state/images/${2##*:}\" ;;"
                        + " image) echo payweek@sha256:" + "b".repeat(64) + " ;; esac\n");
    }

    /** Makes it the same as another account, calls included, but for where its Payweek answers. */
    void copy(Account other) {
        for (String kept : List.of("", "versions", "images")) {
            for (Path file : Tree.files(other.state.resolve(kept))) {
                if (!file.endsWith("url")) {
                    Tree.write(state.resolve(kept).resolve(file.getFileName()), Tree.text(file));
                }
            }
        }
        standIns.remember(other.standIns.calls(""));
    }

    /** Makes commands fail that contain the text; "2:" before it means the second of them only. */
    void breakAt(String part) {
        set("broken", part.matches("\\d:.*") ? part : "*:" + part);
        set("seen", "0");
    }

    void mend() {
        set("broken", "");
    }

    void set(String name, String value) {
        Tree.write(state.resolve(name), value + "\n");
    }

    String get(String name) {
        Path file = state.resolve(name);
        return Files.exists(file) ? Tree.text(file).strip() : "";
    }

    List<String> versions() {
        return names("versions");
    }

    List<String> images() {
        return names("images");
    }

    List<String> calls(String start) {
        return standIns.calls(start);
    }

    /** The whole way of stage.yml: image, Terraform, tables, function, and what it does when one of them fails. */
    Finished deployAll() {
        return run(command("bash", "-c", """
                set -e
                note="$1/built"; : >"$note"
                away() {
                  [ -z "${IMAGE_URI:-}" ] || ! grep -q built=true "$note" || "$0/image" --remove "$IMAGE_URI"
                  exit 1
                }
                IMAGE_URI="$(BUILT="$note" "$0/image")" || away
                export IMAGE_URI
                "$0/apply" || away
                "$0/migrate" || away
                "$0/deploy" || away
                """, Tree.at("infra/bin").toString(), state.toString()));
    }

    Finished deploy() {
        return run(deployment());
    }

    Command deployment() {
        return command(Tree.at("infra/bin/deploy").toString()).with("IMAGE_URI", IMAGE);
    }

    Finished run(Command command) {
        return command.run(folder);
    }

    Command command(String... words) {
        return standIns.before(Command.of(words))
                .with("STAGE", "qa")
                .with("DATABASE_SECRET", "payweek/qa")
                .with("PAYWEEK_TOKEN", Endpoint.TOKEN)
                .with("LOGS_BUCKET", "a-bucket")
                .with("STATE_BUCKET", "states")
                .with("AWS_REGION", "us-west-2")
                .with("REPOSITORY", "registry.example.org/payweek")
                .with("BASE_IMAGE", "base@sha256:" + "c".repeat(64))
                .with("TREE", "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
                .with("ATTEMPTS", "1")
                .with("PAUSE", "0.2");
    }

    private List<String> names(String folderName) {
        Path there = state.resolve(folderName);
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
