package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String TEMPLATE = Tree.text("infra/sam/template.yaml");

    private static final List<List<String>> WRONG = List.of(
            List.of("RetentionInDays: 30", "RetentionInDays: 31", "31 is not one of"),
            List.of("MemorySize: 1024", "MemorySize: 64", "64 is less than the minimum"),
            List.of("!Ref TokenSha256", "!Ref TokenSha", "TokenSha"),
            List.of("Timeout: 10", "Timout: 10", "Timout"),
            List.of("IntegrationUri: !Ref Live", "IntegrationUri: !Ref Alive", "Alive"));

    @TempDir
    private Path folder;

    /** All of them in one run, since most of it is reading what CloudFormation knows. */
    @Test
    void cloudformation_knows_everything_in_the_templates_and_would_refuse_what_it_does_not_know() {
        Tool.CFN_LINT.require();
        List<String> line = new ArrayList<>(List.of("cfn-lint", "--format", "parseable"));
        line.add(Tree.at("infra/sam/template.yaml").toString());
        line.add(Tree.at("infra/sam/migration.yaml").toString());
        for (int i = 0; i < WRONG.size(); i++) {
            List<String> fault = WRONG.get(i);
            Path file = folder.resolve("wrong" + i + ".yaml");
            Tree.write(file, Tree.spoilt(TEMPLATE, fault.get(0), fault.get(1)));
            line.add(file.toString());
        }
        Finished lint = Command.of(line.toArray(String[]::new)).run(folder);
        List<String> said = lint.output().lines().toList();
        assertEquals(
                List.of(),
                said.stream().filter(one -> !one.startsWith(folder + "/wrong")).toList());
        for (int i = 0; i < WRONG.size(); i++) {
            String file = folder + "/wrong" + i + ".yaml:";
            String complaint = WRONG.get(i).get(2);
            assertTrue(
                    said.stream().anyMatch(one -> one.startsWith(file) && one.contains(complaint)),
                    () -> file + " " + complaint + "\n" + lint.output());
        }
    }

    @Test
    void the_template_keeps_the_rules_of_the_house() {
        assertEquals(List.of(), TemplateRules.faults(TEMPLATE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AutoPublishAlias: next | AutoPublishAlias: live | a new version answers nobody at first
                    CodeSha256: !Ref Release | CodeSha256: !Ref ImageUri | a changed setting must make a new version
                    NoEcho: true | NoEcho: false | the token's hash must not be shown
                    Value: !Sub "${Function}:live" | Value: !Ref Function | the alarm must watch the alias
                    PAYWEEK_RELEASE: !Ref Release | PAYWEEK_RELEASE: 1 | Lambda refuses a version that is like the last
                    ApiId: !Ref NextApi | ApiId: !Ref Api | a new version is behind an address of its own
                    IntegrationUri: !Ref Live | IntegrationUri: !Ref Function | callers get the alias live
                    RouteKey: $default | RouteKey: GET /hello | every path goes to the alias
                    $context.httpMethod | $context.path | the access log must not name what is looked at
                    ThrottlingRateLimit: 10 | ThrottlingRateLimit: 0 | requests must be throttled
                    """)
    void a_broken_rule_is_named(String right, String wrong, String fault) {
        assertEquals(List.of(fault), TemplateRules.faults(Tree.spoilt(TEMPLATE, right, wrong)));
    }
}
