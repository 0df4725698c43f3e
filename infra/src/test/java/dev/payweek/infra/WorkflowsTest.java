package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowsTest {
    private static final String CI = Tree.text(".github/workflows/ci.yml");
    private static final String DEPLOY = Tree.text(".github/workflows/deploy.yml");

    static List<Path> workflows() {
        return Tree.files(Tree.at(".github/workflows"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_keeps_the_rules(Path workflow) {
        assertEquals(List.of(), WorkflowRules.faults(Tree.text(workflow)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    needs: qa | needs: check | production does not wait for QA
                    needs: check | needs: checks | qa needs checks, which does not exist
                    workflows/ci.yml | workflows/cy.yml | check calls ./.github/workflows/cy.yml, which does not exist
                    workflow_dispatch: | pull_request_target: | a stranger's change must not run with our rights
                    run: infra/bin/deploy | run: infra/bin/deplo | qa runs infra/bin/deplo, which does not exist
                    environment: qa | name: qa | qa may write id-token
                    $(infra/bin/image) | ${{ vars.IMAGE }} | qa has an expression inside a script
                    steps.image. | steps.picture. | qa reads steps.picture.outputs.uri, which no step writes
                    qa.outputs.image | qa.outputs.uri | production reads needs.qa.outputs.uri, which nobody gives
                    credentials: false | credentials: true | qa leaves its credentials in the working tree
                    """)
    void a_broken_rule_is_named(String right, String wrong, String fault) {
        List<String> faults = WorkflowRules.faults(Tree.spoilt(DEPLOY, right, wrong));
        assertTrue(faults.contains(fault), faults::toString);
    }

    @Test
    void a_version_that_can_be_moved_is_refused() {
        assertEquals(
                List.of(
                        "actions/setup-java@v5 does not say which version it is",
                        "actions/setup-java@v5 is not pinned to a commit"),
                WorkflowRules.faults(Tree.spoilt(
                        CI,
                        "actions/setup-java@b6effb05e454b25005698d916606bdc6ffcbf961 # v5.7.0",
                        "actions/setup-java@v5")));
    }

    @Test
    void rights_to_write_are_refused() {
        assertEquals(
                List.of("the whole workflow may write contents"),
                WorkflowRules.faults(Tree.spoilt(CI, "contents: read", "contents: write")));
    }

    @Test
    void a_job_without_end_is_refused() {
        assertEquals(
                List.of("build may hang for hours"),
                WorkflowRules.faults(Tree.spoilt(CI, "    timeout-minutes: 40\n", "")));
    }

    @Test
    void changes_are_checked_and_their_coverage_is_kept() {
        JsonNode ci = Tree.yaml(CI);
        assertTrue(ci.path("on").has("pull_request"));
        assertTrue(ci.path("on").has("push"));
        JsonNode kept = null;
        boolean built = false;
        for (JsonNode step : ci.at("/jobs/build/steps")) {
            built |= step.path("run").asText().equals("bash .ci/run");
            if (step.path("uses").asText().startsWith("actions/upload-artifact@")) {
                kept = step.path("with");
            }
        }
        assertTrue(built);
        assertTrue(kept != null);
        assertEquals("backend-coverage", kept.path("name").asText());
        assertEquals("**/target/site/jacoco/jacoco.xml", kept.path("path").asText());
    }

    @Test
    void main_goes_through_qa_to_production() {
        JsonNode deploy = Tree.yaml(DEPLOY);
        assertEquals("main", deploy.at("/on/push/branches/0").asText());
        assertEquals("./.github/workflows/ci.yml", deploy.at("/jobs/check/uses").asText());
        assertEquals("check", deploy.at("/jobs/qa/needs").asText());
        assertEquals("qa", deploy.at("/jobs/production/needs").asText());
        assertEquals("false", deploy.at("/concurrency/cancel-in-progress").asText());
    }

    @Test
    void the_tools_have_the_versions_that_are_documented_and_pinned() {
        String readme = Tree.text("infra/README.md");
        for (String workflow : List.of(CI, DEPLOY)) {
            assertTrue(workflow.contains("terraform_version: 1.11.4"));
        }
        assertTrue(readme.contains("Terraform 1.11.4"));
        assertTrue(readme.contains("cfn-lint 1.51.0"));
    }

    @Test
    void every_setting_that_no_file_holds_is_documented() {
        Set<String> expected = new TreeSet<>();
        workflows().forEach(workflow -> expected.addAll(WorkflowRules.settings(Tree.text(workflow))));
        assertTrue(expected.contains("DEPLOY_ROLE"), expected::toString);
        String readme = Tree.text("infra/README.md");
        List<String> silent = expected.stream()
                .filter(name -> !readme.contains("`" + name + "`"))
                .toList();
        assertEquals(List.of(), silent);
    }
}
