package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlStyleTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needs_yamllint() {
        Tool.YAMLLINT.require();
    }

    @Test
    void workflows_and_template_are_tidy() {
        Finished lint = yamllint(Tree.at(".github"), Tree.at("infra/sam"), Tree.at("infra/yamllint.yaml"));
        assertEquals(0, lint.exit(), lint.output());
    }

    @Test
    void a_key_written_twice_is_refused() {
        Path file = folder.resolve("planted.yml");
        Tree.write(file, "name: one\nname: two\n");
        Finished lint = yamllint(file);
        assertTrue(!lint.succeeded() && lint.output().contains("duplication of key"), lint.output());
    }

    private Finished yamllint(Path... places) {
        String[] words = new String[4 + places.length];
        words[0] = "yamllint";
        words[1] = "--strict";
        words[2] = "--config-file";
        words[3] = Tree.at("infra/yamllint.yaml").toString();
        for (int i = 0; i < places.length; i++) {
            words[4 + i] = places[i].toString();
        }
        return Command.of(words).run(folder);
    }
}
