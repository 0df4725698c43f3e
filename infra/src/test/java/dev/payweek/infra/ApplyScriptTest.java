package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.infra.Command.Finished;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyScriptTest {
    @TempDir
    private Path folder;

    @Test
    void each_stage_has_its_own_state() {
        Finished applied = apply("exit 0\n");
        assertEquals(0, applied.exit(), applied.output());
        String root = "terraform -chdir=" + Tree.at("infra/terraform/app").normalize();
        assertEquals(
                List.of(
                        root + " init -input=false -reconfigure -backend-config=bucket=states"
                                + " -backend-config=key=payweek/qa.tfstate -backend-config=region=us-west-2",
                        root + " state list",
                        root
                                + " apply -auto-approve -input=false -var=stage=qa -var=region=us-west-2"
                                + " -var=alarm_email="),
                new StandIns(folder).calls("terraform"));
    }

    @Test
    void nothing_is_applied_to_a_state_that_cannot_be_reached() {
        Finished applied = apply("exit 1\n");
        assertEquals(1, applied.exit(), applied.output());
        assertEquals(1, new StandIns(folder).calls("terraform").size());
    }

    private Finished apply(String terraform) {
        Tool.BASH.require();
        StandIns standIns = new StandIns(folder);
        standIns.program("terraform", terraform);
        return standIns.before(Command.of(Tree.at("infra/bin/apply").toString()))
                .with("STAGE", "qa")
                .with("STATE_BUCKET", "states")
                .with("AWS_REGION", "us-west-2")
                .with("ALARM_EMAIL", "")
                .run(folder);
    }
}
