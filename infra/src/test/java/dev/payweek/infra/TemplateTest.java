package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String TEMPLATE = Tree.text("infra/sam/template.yaml");

    @TempDir
    private Path folder;

    @Test
    void cloudformation_knows_everything_in_the_template() {
        for (String template : List.of(TEMPLATE, Tree.text("infra/sam/migration.yaml"))) {
            Finished lint = lint(template);
            assertEquals(0, lint.exit(), lint.output());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RetentionInDays: 30 | RetentionInDays: 31 | 31 is not one of
                    MemorySize: 1024 | MemorySize: 64 | 64 is less than the minimum
                    !Ref TokenSha256 | !Ref TokenSha | TokenSha
                    Timeout: 10 | Timout: 10 | Timout
                    IntegrationUri: !Ref Live | IntegrationUri: !Ref Alive | Alive
                    """)
    void cloudformation_would_refuse(String right, String wrong, String complaint) {
        Finished lint = lint(Tree.spoilt(TEMPLATE, right, wrong));
        assertTrue(!lint.succeeded() && lint.output().contains(complaint), lint.output());
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

    private Finished lint(String template) {
        Tool.CFN_LINT.require();
        Path file = folder.resolve("template.yaml");
        Tree.write(file, template);
        return Command.of("cfn-lint", file.toString()).run(folder);
    }
}
