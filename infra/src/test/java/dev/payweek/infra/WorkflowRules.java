package dev.payweek.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold for every workflow: who may do what, what is pinned, and that the jobs name each other rightly. */
final class WorkflowRules {
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
    private static final Pattern USES_LINE = Pattern.compile("(?m)^\\s*(?:- )?uses: ([^\\s#]+)(.*)$");
    private static final Pattern NEEDED_OUTPUT = Pattern.compile("needs\\.([\\w-]+)\\.outputs\\.([\\w-]+)");
    private static final Pattern STEP_OUTPUT = Pattern.compile("steps\\.([\\w-]+)\\.outputs\\.([\\w-]+)");
    private static final Pattern SETTING = Pattern.compile("\\b(?:vars|secrets)\\.(\\w+)");

    private static final String STAGE = "./.github/workflows/stage.yml";

    /** The few rights to write, each with the one job that has it. */
    private static final Map<String, Set<String>> WRITERS = Map.of(
            "merge", Set.of("contents", "pull-requests"),
            "report", Set.of("issues"),
            "release", Set.of("contents"));

    private final List<String> faults = new ArrayList<>();

    private WorkflowRules() {}

    static List<String> faults(String workflow) {
        WorkflowRules rules = new WorkflowRules();
        JsonNode document = Tree.yaml(workflow);
        rules.comments(workflow);
        rules.whole(document);
        JsonNode jobs = document.path("jobs");
        for (Map.Entry<String, JsonNode> job : jobs.properties()) {
            rules.job(job.getKey(), job.getValue(), jobs);
        }
        return List.copyOf(rules.faults);
    }

    /** The settings that a workflow expects of the repository or its environments. */
    static Set<String> settings(String workflow) {
        Set<String> names = new TreeSet<>();
        Matcher setting = SETTING.matcher(workflow);
        while (setting.find()) {
            names.add(setting.group(1));
        }
        return names;
    }

    /** Forty digits mean nothing to a reader, nor to the program that proposes a newer version. */
    private void comments(String workflow) {
        Matcher line = USES_LINE.matcher(workflow);
        while (line.find()) {
            if (!line.group(1).startsWith("./") && !line.group(2).matches(" # v\\d+\\.\\d+\\.\\d+")) {
                faults.add(line.group(1) + " does not say which version it is");
            }
        }
    }

    private void whole(JsonNode document) {
        check(document.path("on").isObject(), "no trigger");
        check(!document.path("on").has("pull_request_target"), "a stranger's change must not run with our rights");
        check(document.path("permissions").isObject(), "no permissions for the whole workflow");
        for (Map.Entry<String, JsonNode> right : document.path("permissions").properties()) {
            check(right.getValue().asText().equals("read"), "the whole workflow may write " + right.getKey());
        }
    }

    private void job(String name, JsonNode job, JsonNode jobs) {
        for (String needed : needs(job)) {
            check(jobs.has(needed), name + " needs " + needed + ", which does not exist");
        }
        for (Map.Entry<String, JsonNode> right : job.path("permissions").properties()) {
            boolean reads = right.getValue().asText().equals("read");
            boolean provesItself = right.getKey().equals("id-token")
                    && (job.has("environment") || job.path("uses").asText().equals(STAGE));
            boolean writes = WRITERS.getOrDefault(name, Set.of()).contains(right.getKey());
            check(reads || provesItself || writes, name + " may write " + right.getKey());
        }
        if (job.has("uses")) {
            call(name, job, jobs);
        } else {
            check(job.path("timeout-minutes").asInt() > 0, name + " may hang for hours");
        }
        references(name, job, jobs);
        for (JsonNode step : job.path("steps")) {
            step(name, step);
        }
    }

    private void call(String name, JsonNode job, JsonNode jobs) {
        String called = job.path("uses").asText();
        check(
                called.startsWith("./") && Tree.at(called.substring(2)).toFile().isFile(),
                name + " calls " + called + ", which does not exist");
        if (called.equals(STAGE)) {
            String stage = job.at("/with/stage").asText();
            check(
                    job.at("/concurrency/group").asText().equals("stage-" + stage)
                            && job.at("/concurrency/cancel-in-progress")
                                    .asText()
                                    .equals("false"),
                    name + " may meet another deployment");
            check(!stage.equals("production") || behind(job, jobs), name + " does not wait for QA");
        }
    }

    private void step(String job, JsonNode step) {
        String uses = step.path("uses").asText();
        check(uses.isEmpty() || PINNED.matcher(uses).matches(), uses + " is not pinned to a commit");
        if (uses.startsWith("actions/checkout@")) {
            check(
                    step.at("/with/persist-credentials").asText().equals("false"),
                    job + " leaves its credentials in the working tree");
        }
        String script = step.path("run").asText();
        // GitHub pastes the value into the script before the shell reads it; whoever chooses the value writes the
        // script.
        check(!script.contains("${{"), job + " has an expression inside a script");
        Matcher program = Pattern.compile("infra/bin/[\\w-]+").matcher(script);
        while (program.find()) {
            check(
                    Tree.at(program.group()).toFile().canExecute(),
                    job + " runs " + program.group() + ", which does not exist");
        }
    }

    private void references(String name, JsonNode job, JsonNode jobs) {
        String text = job.toString();
        Matcher needed = NEEDED_OUTPUT.matcher(text);
        while (needed.find()) {
            check(
                    needs(job).contains(needed.group(1))
                            && (jobs.path(needed.group(1)).has("uses")
                                    || jobs.path(needed.group(1))
                                            .path("outputs")
                                            .has(needed.group(2))),
                    name + " reads " + needed.group() + ", which nobody gives");
        }
        Matcher stepped = STEP_OUTPUT.matcher(text);
        while (stepped.find()) {
            boolean written = false;
            for (JsonNode step : job.path("steps")) {
                written |= step.path("id").asText().equals(stepped.group(1))
                        && saidBy(step.path("run").asText()).contains("echo \"" + stepped.group(2) + "=");
            }
            check(written, name + " reads " + stepped.group() + ", which no step writes");
        }
    }

    private static Set<String> needs(JsonNode job) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode needs = job.path("needs");
        if (needs.isTextual()) {
            names.add(needs.asText());
        }
        needs.forEach(need -> names.add(need.asText()));
        return names;
    }

    /** A step's script and the project's own ones that it runs. */
    private static String saidBy(String script) {
        StringBuilder all = new StringBuilder(script);
        Matcher program = Pattern.compile("infra/bin/[\\w-]+").matcher(script);
        while (program.find()) {
            all.append(Tree.text(program.group()));
        }
        return all.toString();
    }

    private static boolean behind(JsonNode job, JsonNode jobs) {
        for (String needed : needs(job)) {
            JsonNode other = jobs.path(needed);
            if (other.at("/with/stage").asText().equals("qa") || behind(other, jobs)) {
                return true;
            }
        }
        return false;
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
