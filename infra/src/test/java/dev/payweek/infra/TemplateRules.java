package dev.payweek.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must hold for the SAM template beyond what cfn-lint knows. */
final class TemplateRules {
    /** Names that CodeDeploy has ready for Lambda; cfn-lint cannot see a misspelt one behind the transform. */
    private static final Set<String> TRAFFIC_SHIFTS = Set.of(
            "AllAtOnce",
            "Canary10Percent5Minutes",
            "Canary10Percent10Minutes",
            "Canary10Percent15Minutes",
            "Canary10Percent30Minutes",
            "Linear10PercentEvery1Minute",
            "Linear10PercentEvery2Minutes",
            "Linear10PercentEvery3Minutes",
            "Linear10PercentEvery10Minutes");

    private final List<String> faults = new ArrayList<>();

    private TemplateRules() {}

    static List<String> faults(String template) {
        TemplateRules rules = new TemplateRules();
        JsonNode document = Tree.yaml(template);
        rules.parameters(document.path("Parameters"));
        rules.function(document.path("Resources").path("Function").path("Properties"));
        rules.surroundings(document.path("Resources"));
        return List.copyOf(rules.faults);
    }

    private void parameters(JsonNode parameters) {
        is(parameters.at("/TokenSha256/NoEcho"), "true", "the token's hash must not be shown");
        is(
                parameters.at("/ImageUri/AllowedPattern"),
                ".+@sha256:[0-9a-f]{64}",
                "the image must be named by digest, or production may run another one than QA accepted");
    }

    private void function(JsonNode function) {
        is(function.path("PackageType"), "Image", "the function is a container image");
        is(function.path("ImageUri"), "ImageUri", "the image comes by parameter");
        is(function.path("MemorySize"), "1024", "memory is 1024 MB");
        is(function.path("Timeout"), "10", "the time limit is 10 seconds");
        is(
                function.at("/Environment/Variables/PAYWEEK_DB"),
                "{{resolve:secretsmanager:${DatabaseSecret}:SecretString:url}}",
                "the database's URL holds a password, so it comes from the secret");
        is(function.at("/Environment/Variables/PAYWEEK_TOKEN_SHA256"), "TokenSha256", "the token's hash is given");
        is(function.path("AutoPublishAlias"), "live", "the alias is live");
        is(function.path("AutoPublishCodeSha256"), "Release", "a changed setting must make a new version");
        JsonNode shift = function.at("/DeploymentPreference/Type");
        is(shift.path(0), "InProduction", "how traffic moves depends on the stage");
        check(shift.path(1).asText().startsWith("Canary"), "production starts with a canary");
        is(shift.path(2), "AllAtOnce", "QA does not wait");
        for (int branch = 1; branch <= 2; branch++) {
            String name = shift.path(branch).asText();
            check(TRAFFIC_SHIFTS.contains(name), "CodeDeploy has no " + name);
        }
        is(function.at("/DeploymentPreference/Alarms/0"), "ErrorsAlarm", "the canary must have an alarm to heed");
        JsonNode event = function.at("/Events/EveryRequest");
        is(event.path("Type"), "HttpApi", "requests come from the HTTP API");
        is(event.at("/Properties/PayloadFormatVersion"), "2.0", "the event has the second form");
        check(
                !event.path("Properties").has("Path") && function.path("Events").size() == 1,
                "every path goes to the function");
    }

    private void surroundings(JsonNode resources) {
        JsonNode throttle = resources.at("/Api/Properties/DefaultRouteSettings");
        check(throttle.path("ThrottlingRateLimit").asInt() > 0, "requests must be throttled");
        check(throttle.path("ThrottlingBurstLimit").asInt() > 0, "bursts must be throttled");
        check(resources.at("/Logs/Properties/RetentionInDays").asInt() > 0, "logs must not be kept for ever");
        is(
                resources.at("/Function/Properties/LoggingConfig/LogGroup"),
                "Logs",
                "the function writes to that log group");
        JsonNode alarm = resources.at("/ErrorsAlarm/Properties");
        is(alarm.path("Namespace"), "AWS/Lambda", "the alarm watches Lambda");
        is(alarm.path("MetricName"), "Errors", "the alarm watches errors");
        List<String> dimensions = new ArrayList<>();
        alarm.path("Dimensions")
                .forEach(dimension -> dimensions.add(dimension.path("Name").asText() + " "
                        + dimension.path("Value").asText()));
        check(
                dimensions.equals(List.of("FunctionName Function", "Resource ${Function}:live")),
                "the alarm must watch the alias");
    }

    private void is(JsonNode node, String expected, String rule) {
        check(node.asText().equals(expected), rule);
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            faults.add(rule);
        }
    }
}
