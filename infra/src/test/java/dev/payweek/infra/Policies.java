package dev.payweek.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every policy that there is in a state of Terraform, read by cfn-lint, which knows each action of AWS, the shape of a
 * statement, and what differs between the policies of identities, of resources and of whom a role trusts.
 */
final class Policies {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** AWS gives each topic a policy; one of ours would be a resource of its own. */
    private static final String WITH_ONE_OF_AWS = "aws_sns_topic";

    /** By resource and attribute, such as {@code aws_iam_role.deploy.qa.assume_role_policy}. */
    private final Map<String, JsonNode> documents = new TreeMap<>();

    /** Reads a state, as {@code terraform state pull} writes it. */
    Policies(String state) throws IOException {
        for (JsonNode resource : JSON.readTree(state).path("resources")) {
            if (!resource.path("mode").asText().equals("managed")
                    || resource.path("type").asText().equals(WITH_ONE_OF_AWS)) {
                continue;
            }
            for (JsonNode instance : resource.path("instances")) {
                String key = instance.path("index_key").asText();
                String name = resource.path("type").asText() + "."
                        + resource.path("name").asText() + (key.isEmpty() ? "" : "." + key);
                instance.path("attributes").properties().forEach(attribute -> {
                    JsonNode document = read(attribute.getValue().asText());
                    if (document.has("Statement")) {
                        documents.put(name + "." + attribute.getKey(), document);
                    }
                });
            }
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.startsWith("{") ? JSON.readTree(text) : JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    Set<String> names() {
        return documents.keySet();
    }

    /**
     * What is said against them; nothing if they are sound and each would be refused with a misspelt word or with an
     * action that does not exist in its first statement.
     */
    Set<String> complaints(Path folder) throws IOException {
        Tool.CFN_LINT.require();
        ObjectNode template = JSON.createObjectNode().put("AWSTemplateFormatVersion", "2010-09-09");
        ObjectNode resources = template.putObject("Resources");
        Map<String, String> spoilt = new TreeMap<>();
        Map<String, String> sound = new TreeMap<>();
        documents.forEach((name, document) -> {
            sound.put(add(resources, name, document), name);
            spoilt.put(add(resources, name, spoilt(document, "Effect", "Alow")), name + " may be misspelt");
            spoilt.put(
                    add(resources, name, spoilt(document, "Action", "s3:NoSuchThing")),
                    name + " may name what does not exist");
        });
        Path file = folder.resolve("policies-" + Integer.toHexString(documents.hashCode()) + ".json");
        Tree.write(file, template.toPrettyString());
        // What it merely informs of is that names are written out, where templates would refer to them.
        Command.Finished lint = Command.of(
                        "cfn-lint", "--format", "json", "--ignore-checks", "I", "--", file.toString())
                .run(folder);
        Set<String> complaints = new TreeSet<>();
        for (JsonNode finding : JSON.readTree(lint.output())) {
            String resource = finding.at("/Location/Path/1").asText();
            spoilt.remove(resource);
            if (sound.containsKey(resource)) {
                complaints.add(
                        sound.get(resource) + ": " + finding.path("Message").asText());
            }
        }
        complaints.addAll(spoilt.values());
        return complaints;
    }

    private static JsonNode spoilt(JsonNode document, String member, String wrong) {
        JsonNode copy = document.deepCopy();
        JsonNode first = copy.path("Statement").isArray() ? copy.at("/Statement/0") : copy.path("Statement");
        ((ObjectNode) first).put(member, wrong);
        return copy;
    }

    /** Adds a resource that takes a policy of the same kind, and returns its name. An endpoint's is like a bucket's. */
    private static String add(ObjectNode resources, String name, JsonNode document) {
        String id = "Policy" + resources.size();
        ObjectNode resource = resources.putObject(id);
        if (name.endsWith(".assume_role_policy")) {
            resource.put("Type", "AWS::IAM::Role").putObject("Properties").set("AssumeRolePolicyDocument", document);
        } else if (name.startsWith("aws_iam_")) {
            resource.put("Type", "AWS::IAM::ManagedPolicy")
                    .putObject("Properties")
                    .set("PolicyDocument", document);
        } else {
            resource.put("Type", "AWS::S3::BucketPolicy")
                    .putObject("Properties")
                    .put("Bucket", id.toLowerCase(Locale.ROOT))
                    .set("PolicyDocument", document);
        }
        return id;
    }
}
