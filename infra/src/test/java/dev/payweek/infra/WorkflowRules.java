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
        check(document.path("concurrency").has("group"), "no concurrency group");
        check(document.path("permissions").isObject(), "no permissions for the whole workflow");
        for (Map.Entry<String, JsonNode> right : document.path("permissions").properties()) {
            check(right.getValue().asText().equals("read"), "the whole workflow may write " + right.getKey());
        }
    }

    private void job(String name, JsonNode job, JsonNode jobs) {
        for (String needed : needs(job)) {
            check(jobs.has(needed), name + " needs " + needed + ", which does not exist");
        }
        if (job.has("uses")) {
            String called = job.path("uses").asText();
            check(
                    called.startsWith("./")
                            && Tree.at(called.substring(2)).toFile().isFile(),
                    name + " calls " + called + ", which does not exist");
            return;
        }
        check(job.path("timeout-minutes").asInt() > 0, name + " may hang for hours");
        for (Map.Entry<String, JsonNode> right : job.path("permissions").properties()) {
            boolean reads = right.getValue().asText().equals("read");
            boolean provesItself = right.getKey().equals("id-token") && job.has("environment");
            check(reads || provesItself, name + " may write " + right.getKey());
        }
        if (job.path("environment").asText().equals("production")) {
            check(behind(job, jobs, "qa"), name + " does not wait for QA");
        }
        references(name, job, jobs);
        for (JsonNode step : job.path("steps")) {
            step(name, step);
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
        Matcher program = Pattern.compile("infra/bin/\\w+").matcher(script);
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
                            && jobs.path(needed.group(1)).path("outputs").has(needed.group(2)),
                    name + " reads " + needed.group() + ", which nobody gives");
        }
        Matcher stepped = STEP_OUTPUT.matcher(text);
        while (stepped.find()) {
            boolean written = false;
            for (JsonNode step : job.path("steps")) {
                written |= step.path("id").asText().equals(stepped.group(1))
                        && step.path("run").asText().contains("echo \"" + stepped.group(2) + "=");
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

    private static boolean behind(JsonNode job, JsonNode jobs, String environment) {
        for (String needed : needs(job)) {
            JsonNode other = jobs.path(needed);
            if (other.path("environment").asText().equals(environment) || behind(other, jobs, environment)) {
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
