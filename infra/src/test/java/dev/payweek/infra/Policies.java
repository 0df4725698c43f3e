package dev.payweek.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Policies, read by cfn-lint, which knows every action of AWS and the shape of a statement. */
final class Policies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Policies() {}

    /** What is said against some policies, in JSON; nothing if they are sound. */
    static String complaints(Path folder, List<String> policies) throws IOException {
        Tool.CFN_LINT.require();
        ObjectNode template = JSON.createObjectNode().put("AWSTemplateFormatVersion", "2010-09-09");
        ObjectNode resources = template.putObject("Resources");
        for (String policy : policies) {
            ObjectNode resource = resources.putObject("Policy" + resources.size());
            resource.put("Type", "AWS::IAM::ManagedPolicy")
                    .putObject("Properties")
                    .set("PolicyDocument", JSON.readTree(policy));
        }
        Path file = folder.resolve("policies-" + Integer.toHexString(policies.hashCode()) + ".json");
        Tree.write(file, template.toPrettyString());
        // What it merely informs of is that names are written out, where templates would refer to them.
        Command.Finished lint = Command.of("cfn-lint", "--ignore-checks", "I", "--", file.toString())
                .run(folder);
        return lint.succeeded() ? "" : lint.output();
    }
}
