package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowsTest {
    private static final String CI = Tree.text(".github/workflows/backend-ci.yml");
    private static final String PIPELINE = Tree.text(".github/workflows/prod-pipeline.yml");
    private static final String STAGE = Tree.text(".github/workflows/stage.yml");
    private static final String NIGHTLY = Tree.text(".github/workflows/nightly.yml");

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
                    needs: [plan, qa] | needs: [plan] | production does not wait for QA
                    needs: [plan, check] | needs: [plan, checks] | qa needs checks, which does not exist
                    workflows/backend-ci | workflows/ci | check calls ./.github/workflows/ci.yml, which does not exist
                    workflow_dispatch: | pull_request_target: | a stranger's change must not run with our rights
                    run: infra/bin/merge | run: infra/bin/murge | merge runs infra/bin/murge, which does not exist
                    group: stage-production | group: stage-qa | production may meet another deployment
                    cancel-in-progress: false | cancel-in-progress: true | qa may meet another deployment
                    steps.plan.outputs | steps.plot.outputs | plan reads steps.plot.outputs.deploy, which no step writes
                    credentials: false | credentials: true | plan leaves its credentials in the working tree
                    """)
    void a_broken_rule_of_the_pipeline_is_named(String right, String wrong, String fault) {
        List<String> faults = WorkflowRules.faults(Tree.spoilt(PIPELINE, right, wrong));
        assertTrue(faults.contains(fault), faults::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    environment: ${{ inputs.stage }} | continue-on-error: false | deploy may write id-token
                    $(BUILT="$GITHUB_OUTPUT" infra/bin/image) | ${{ vars.A }} | deploy has an expression inside a script
                    contents: read | contents: write | the whole workflow may write contents
                    """)
    void a_broken_rule_of_a_stage_is_named(String right, String wrong, String fault) {
        List<String> faults = WorkflowRules.faults(Tree.spoilt(STAGE, right, wrong));
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
    void a_job_without_end_is_refused() {
        assertEquals(
                List.of("build may hang for hours"),
                WorkflowRules.faults(Tree.spoilt(CI, "    timeout-minutes: 60\n", "")));
    }

    @Test
    void branches_are_built_on_both_javas_and_their_coverage_is_kept() {
        JsonNode ci = Tree.yaml(CI);
        assertEquals("[\"feature/**\"]", ci.at("/on/push/branches").toString());
        assertTrue(ci.path("on").has("workflow_call"));
        assertEquals(
                "[\"17\",\"25\"]", ci.at("/jobs/build/strategy/matrix/java").toString());
        JsonNode kept = null;
        List<String> scripts = new ArrayList<>();
        for (String job : List.of("build", "infrastructure")) {
            for (JsonNode step : ci.at("/jobs/" + job + "/steps")) {
                scripts.addAll(step.path("run").asText().lines().toList());
                if (step.path("uses").asText().startsWith("actions/upload-artifact@")) {
                    kept = step.path("with");
                }
            }
        }
        assertTrue(scripts.contains("bash .ci/run"));
        for (String check :
                List.of("fmt -check -recursive -diff", "init -backend=false -input=false", "validate", "test")) {
            assertTrue(scripts.contains("terraform -chdir=\"$ROOT\" " + check), check);
        }
        assertTrue(kept != null);
        assertEquals("backend-coverage", kept.path("name").asText());
        assertEquals("**/target/site/jacoco/jacoco.xml", kept.path("path").asText());
    }

    @Test
    void a_pull_request_goes_through_qa_to_production_and_merges_itself() {
        JsonNode pipeline = Tree.yaml(PIPELINE);
        assertEquals("[\"main\"]", pipeline.at("/on/pull_request/branches").toString());
        assertEquals("[\"main\"]", pipeline.at("/on/push/branches").toString());
        JsonNode jobs = pipeline.path("jobs");
        assertEquals("[\"plan\",\"check\"]", jobs.at("/qa/needs").toString());
        assertEquals(
                "${{ needs.qa.outputs.image }}",
                jobs.at("/production/with/image").asText());
        assertEquals("always()", jobs.at("/build-deploy/if").asText());
        assertEquals(
                "[\"plan\",\"check\",\"qa\",\"production\"]",
                jobs.at("/build-deploy/needs").toString());
        assertEquals("[\"plan\",\"build-deploy\"]", jobs.at("/merge/needs").toString());
    }

    /** A second check of that name on the same commit, skipped by a push, would count as the one that is required. */
    @Test
    void the_required_check_comes_from_one_place() {
        for (Path workflow : workflows()) {
            boolean pipeline = workflow.endsWith("prod-pipeline.yml");
            assertEquals(pipeline, Tree.text(workflow).contains("build-deploy:"), workflow.toString());
        }
    }

    @Test
    void a_stage_is_brought_up_to_date_in_this_order() {
        List<String> scripts = new ArrayList<>();
        for (JsonNode step : Tree.yaml(STAGE).at("/jobs/deploy/steps")) {
            step.path("run")
                    .asText()
                    .lines()
                    .filter(line -> line.contains("infra/bin/"))
                    .forEach(scripts::add);
        }
        assertEquals(
                List.of(
                        "infra/bin/current",
                        "image=\"$(BUILT=\"$GITHUB_OUTPUT\" infra/bin/image)\"",
                        "infra/bin/apply",
                        "CHANGED=\"$GITHUB_OUTPUT\" infra/bin/service",
                        "infra/bin/migrate",
                        "infra/bin/deploy",
                        "infra/bin/service --back",
                        "infra/bin/image --remove \"$IMAGE_URI\""),
                scripts);
    }

    @Test
    void the_tools_have_the_versions_that_are_documented_and_pinned() {
        String readme = Tree.text("infra/README.md");
        for (String workflow : List.of(CI, STAGE, NIGHTLY)) {
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
        String page = Tree.text("docs/OPERATIONS.md");
        List<String> silent = expected.stream()
                .filter(name -> !page.contains("`" + name + "`"))
                .toList();
        assertEquals(List.of(), silent);
        assertFalse(expected.isEmpty());
    }
}
