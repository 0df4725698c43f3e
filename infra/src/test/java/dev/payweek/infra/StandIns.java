package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Programs that stand in front of the real ones on the path, for scripts that would otherwise reach AWS. Each call is
 * written down, one line of arguments, before the stand-in's own lines run.
 */
final class StandIns {
    private final Path folder;

    StandIns(Path folder) {
        this.folder = folder;
    }

    void program(String name, String lines) {
        Path file = folder.resolve(name);
        Tree.write(
                file, "#!/usr/bin/env bash\nhere=" + folder + "\necho \"" + name + " $*\" >>" + calls() + "\n" + lines);
        assertTrue(file.toFile().setExecutable(true));
    }

    Command before(Command command) {
        return command.with("PATH", folder + System.getProperty("path.separator") + System.getenv("PATH"));
    }

    /** Begins with calls that were made elsewhere. */
    void remember(List<String> calls) {
        Tree.write(calls(), String.join("\n", calls) + "\n");
    }

    List<String> calls(String start) {
        return Files.exists(calls())
                ? Tree.text(calls())
                        .lines()
                        .filter(line -> line.startsWith(start))
                        .toList()
                : List.of();
    }

    private Path calls() {
        return folder.resolve("calls.txt");
    }
}
