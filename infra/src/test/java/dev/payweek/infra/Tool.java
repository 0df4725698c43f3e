package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program that some checks cannot do without.
 *
 * <p>A newcomer without it still gets a green build, with the checks shown as skipped and a sentence that says what to
 * install. In CI a skipped check would be a check nobody runs, so there its absence is a failure.
 */
record Tool(String program, String remedy, String question) {
    static final Tool AWS = new Tool("aws", "install the command line of AWS");
    static final Tool BASH = new Tool("bash", "install bash");
    static final Tool CFN_LINT = new Tool("cfn-lint", "install cfn-lint 1.51 or later with pipx");
    static final Tool CURL = new Tool("curl", "install the package curl");
    static final Tool GIT = new Tool("git", "install the package git");
    static final Tool MOTO = new Tool("moto_server", "install moto[server] 5.2.1 with pipx", "--help");
    static final Tool SHELLCHECK = new Tool("shellcheck", "install the package shellcheck");
    static final Tool TERRAFORM = new Tool("terraform", "install Terraform 1.11 or later");
    static final Tool YAMLLINT = new Tool("yamllint", "install the package yamllint");

    /** Whether it answered when it was first asked; some take seconds to. */
    private static final Map<Tool, Boolean> ANSWERS = new ConcurrentHashMap<>();

    Tool(String program, String remedy) {
        this(program, remedy, "--version");
    }

    void require() {
        require(inContinuousIntegration());
    }

    void require(boolean inContinuousIntegration) {
        if (!ANSWERS.computeIfAbsent(this, Tool::answers)) {
            missing(program + " is missing: " + remedy + " to run this check.", inContinuousIntegration);
        }
    }

    /** Asks for the version instead of searching the path: a launcher that leads nowhere counts as absent. */
    private boolean answers() {
        try {
            return Command.of(program, question).run(Path.of("")).succeeded();
        } catch (Command.NotFoundException e) {
            return false;
        }
    }

    static void missing(String sentence, boolean inContinuousIntegration) {
        if (inContinuousIntegration) {
            fail(sentence);
        }
        abort(sentence);
    }

    static boolean inContinuousIntegration() {
        return "true".equals(System.getenv("CI"));
    }
}
