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
        Finished lint = lint(TEMPLATE);
        assertEquals(0, lint.exit(), lint.output());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RetentionInDays: 30 | RetentionInDays: 31 | 31 is not one of
                    MemorySize: 1024 | MemorySize: 64 | 64 is less than the minimum
                    !Ref TokenSha256 | !Ref TokenSha | TokenSha
                    Timeout: 10 | Timout: 10 | Timout
                    - !Ref ErrorsAlarm | - !Ref ServerErrorsAlarm | Circular Dependencies
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
                    Canary10Percent5Minutes | Canary10Percent5Minute | CodeDeploy has no Canary10Percent5Minute
                    !Ref Release | !Ref ImageUri | a changed setting must make a new version
                    NoEcho: true | NoEcho: false | the token's hash must not be shown
                    Value: !Sub "${Function}:live" | Value: !Ref Function | the alarm must watch the alias
                    ApiId: !Ref Api | Path: /hello | every path goes to the function
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
