package dev.payweek.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What must hold for the SAM template beyond what cfn-lint knows. */
final class TemplateRules {
    private final List<String> faults = new ArrayList<>();

    private TemplateRules() {}

    static List<String> faults(String template) {
        TemplateRules rules = new TemplateRules();
        JsonNode document = Tree.yaml(template);
        rules.parameters(document.path("Parameters"));
        rules.function(document.path("Resources").path("Function").path("Properties"));
        rules.callers(document.path("Resources"));
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
        is(function.path("AutoPublishAlias"), "next", "a new version answers nobody at first");
        is(function.path("AutoPublishCodeSha256"), "Release", "a changed setting must make a new version");
        is(
                function.at("/Environment/Variables/PAYWEEK_RELEASE"),
                "Release",
                "Lambda refuses a version that is like the last");
        JsonNode event = function.at("/Events/EveryRequestToNext");
        is(event.path("Type"), "HttpApi", "the acceptance questions come from an HTTP API");
        is(event.at("/Properties/ApiId"), "NextApi", "a new version is behind an address of its own");
        check(
                !event.path("Properties").has("Path") && function.path("Events").size() == 1,
                "every path goes to the function");
    }

    /** What callers use hangs on the alias that the script moves. */
    private void callers(JsonNode resources) {
        is(resources.at("/Live/Properties/Name"), "live", "callers use the alias live");
        is(resources.at("/Live/Properties/FunctionVersion/2"), "LiveVersion", "the script says which version answers");
        is(resources.at("/ApiIntegration/Properties/IntegrationUri"), "Live", "callers get the alias live");
        is(resources.at("/ApiIntegration/Properties/PayloadFormatVersion"), "2.0", "the event has the second form");
        is(resources.at("/ApiMayCall/Properties/FunctionName"), "Live", "the API may call the alias live");
        is(resources.at("/ApiRoute/Properties/RouteKey"), "$default", "every path goes to the alias");
        String format =
                resources.at("/ApiStage/Properties/AccessLogSettings/Format").asText();
        check(
                format.contains("$context.status") && !format.matches("(?s).*(path|Path|query|Query|routeKey).*"),
                "the access log must not name what is looked at");
    }

    private void surroundings(JsonNode resources) {
        for (String api : List.of("/ApiStage", "/NextApi")) {
            JsonNode throttle = resources.at(api + "/Properties/DefaultRouteSettings");
            check(throttle.path("ThrottlingRateLimit").asInt() > 0, "requests must be throttled");
            check(throttle.path("ThrottlingBurstLimit").asInt() > 0, "bursts must be throttled");
        }
        for (String logs : List.of("/Logs", "/AccessLog")) {
            check(resources.at(logs + "/Properties/RetentionInDays").asInt() > 0, "logs must not be kept for ever");
        }
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
