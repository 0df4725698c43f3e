package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each root is really applied: by Terraform and the scripts, to an account that stands in for AWS, with the state in a
 * bucket there; read back by AWS's own command line; planned again, which must change nothing; and removed. Most of it
 * is waiting, so the roots wait together.
 */
@Execution(ExecutionMode.CONCURRENT)
class AppliedTest {
    private static final Pattern CHANGED = Pattern.compile("# (\\S+) (?:will|must) be ");

    /**
     * What a second plan would change in the account that stands in, by name, and why: moto answers with less than it
     * was given. Anything else would be a fault of ours, which AWS would show in every plan.
     */
    private static final Set<String> MOTO_FORGETS = Set.of(
            // That its origin lies inside a network: moto keeps an origin's address only.
            "aws_cloudfront_distribution.page");

    @TempDir
    private static Path folder;

    private static Moto moto;
    private static final Map<String, Provider> PROVIDERS = new HashMap<>();

    @BeforeAll
    static void open_an_account() throws Exception {
        Tool.TERRAFORM.require();
        Tool.AWS.require();
        moto = Moto.start(folder);
        moto.aws("s3", "mb", "s3://states");
        // In a copy: others read the roots meanwhile, and Terraform writes into them.
        Tree.copyFiles(Tree.at("infra/bin"), folder.resolve("infra/bin"));
        Path roots = folder.resolve("infra/terraform");
        Path data = folder.resolve("data");
        for (String root : List.of("app", "service", "bootstrap")) {
            Path copy = roots.resolve(root);
            Terraform.copy(Terraform.root(root), copy);
            if (PROVIDERS.isEmpty()) {
                Terraform.initialise(copy, data);
            }
            PROVIDERS.put(root, Provider.start(data, folder, moto.before(Command.of())));
        }
    }

    @AfterAll
    static void close_it() {
        PROVIDERS.values().forEach(Provider::close);
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void the_bootstrap_is_made_read_back_found_unchanged_and_removed() throws IOException {
        Path root = folder.resolve("infra/terraform/bootstrap");
        assertDone(bootstrap(root, new String[] {"-input=false"}, "init"));
        String[] settings = {"-var=repository=owner@1/name@2", "-var=email=owner@example.org", "-input=false"};
        assertDone(bootstrap(root, settings, "apply", "-auto-approve"));
        assertEquals(
                "repo:owner@1/name@2:environment:production",
                moto.aws(
                        "iam",
                        "get-role",
                        "--role-name=payweek-deploy-production",
                        "--query=Role.AssumeRolePolicyDocument.Statement[0].Condition.StringEquals"
                                + ".\"token.actions.githubusercontent.com:sub\""));
        assertEquals(
                "IMMUTABLE\tTrue",
                moto.aws(
                        "ecr",
                        "describe-repositories",
                        "--query=repositories[0].[imageTagMutability,imageScanningConfiguration.scanOnPush]"));
        assertEquals(Set.of(), changes(bootstrap(root, settings, "plan")));
        assertSound(
                "bootstrap",
                "aws_iam_policy.boundary.policy",
                "aws_iam_policy.service.production.policy",
                "aws_iam_policy.service.qa.policy",
                "aws_iam_role.deploy.production.assume_role_policy",
                "aws_iam_role.deploy.qa.assume_role_policy",
                "aws_iam_role_policy.deploy.production.policy",
                "aws_iam_role_policy.deploy.qa.policy",
                "aws_s3_bucket_policy.state.policy");
        // Which images go is no policy of who may do what; the account reads each rule of it, and refuses a wrong one.
        String rule = """
                {"rules":[{"rulePriority":1,"action":{"type":"expire"},
                 "selection":{"tagStatus":"any","countType":"imageCount","countNumber":20}}]}
                """;
        Finished wrong = moto.before(Command.of(
                        "aws",
                        "ecr",
                        "put-lifecycle-policy",
                        "--repository-name=payweek",
                        "--lifecycle-policy-text=" + rule))
                .run(folder);
        assertTrue(wrong.output().contains("InvalidParameterException"), wrong.output());
        assertDone(bootstrap(root, settings, "destroy", "-auto-approve"));
    }

    @Test
    void the_logs_bucket_its_alarm_and_its_dashboard_are_made_read_back_found_unchanged_and_removed()
            throws IOException {
        assertDone(script("app", ""));
        String bucket = moto.aws("s3api", "list-buckets", "--query=Buckets[?starts_with(Name,'finance-')].Name");
        assertEquals(
                "4xxErrors\tEntireBucket\t" + bucket,
                moto.aws(
                        "cloudwatch",
                        "describe-alarms",
                        "--alarm-names=finance-tracker-s3-4xx-errors-qa",
                        "--query=MetricAlarms[0].[MetricName,Dimensions[?Name=='FilterId']|[0].Value,"
                                + "Dimensions[?Name=='BucketName']|[0].Value]"));
        assertTrue(moto.aws("cloudwatch", "get-dashboard", "--dashboard-name=finance-tracker-dashboard-qa")
                .contains("ColdStarts"));
        assertEquals(Set.of(), changes(script("app", "PLAN")));
        assertSound("app", "aws_s3_bucket_policy.logs.policy");
        moto.aws("s3api", "put-object", "--bucket=" + bucket, "--key=deployments/one.json");
        Finished full = script("app", "DESTROY");
        assertTrue(full.output().contains("BucketNotEmpty"), full.output());
        assertDone(moto.before(Command.of(Tree.at("infra/bin/empty").toString(), bucket))
                .run(folder));
        assertDone(script("app", "DESTROY"));
        assertEquals("", moto.aws("s3api", "list-buckets", "--query=Buckets[?starts_with(Name,'finance-')].Name"));
    }

    @Test
    void the_service_and_its_page_are_made_read_back_found_unchanged_and_removed() throws IOException {
        assertDone(script("service", ""));
        String bucket = moto.aws("s3api", "list-buckets", "--query=Buckets[?starts_with(Name,'payweek-service')].Name");
        String name = moto.aws("cloudfront", "list-distributions", "--query=DistributionList.Items[0].DomainName");
        assertEquals(
                "PAYWEEK_ALLOW_HOST=" + name + "\nPAYWEEK_TOKEN_SHA256="
                        + "1f6076e3a47ba1ded08025ffe06e57af217c14f9407f33fba50f99b1c7019387",
                moto.aws("s3", "cp", "s3://" + bucket + "/settings", "-"));
        assertEquals(
                "t4g.micro\tNone\trequired",
                moto.aws(
                        "ec2",
                        "describe-instances",
                        "--query=Reservations[0].Instances[0]"
                                + ".[InstanceType,PublicIpAddress,MetadataOptions.HttpTokens]"));
        Finished plan = script("service", "PLAN");
        assertEquals(MOTO_FORGETS, changes(plan), plan.output());
        assertSound(
                "service",
                "aws_iam_role.machine.assume_role_policy",
                "aws_iam_role_policy.machine.policy",
                "aws_s3_bucket_policy.service.policy",
                "aws_vpc_endpoint.s3.policy");
        assertDone(moto.before(Command.of(Tree.at("infra/bin/empty").toString(), bucket))
                .run(folder));
        assertDone(script("service", "DESTROY"));
        assertEquals("None", moto.aws("cloudfront", "list-distributions", "--query=DistributionList.Items"));
    }

    /** Reads what a root's state holds of policies after the API has been asked for it, and has them looked through. */
    private static void assertSound(String root, String... names) throws IOException {
        Path there = folder.resolve("infra/terraform/" + root);
        Finished state = Terraform.plain(
                settled(Command.of("terraform", "state", "pull"), root).run(there));
        assertDone(state);
        Policies policies = new Policies(state.output());
        assertEquals(Set.of(names), policies.names());
        assertEquals(Set.of(), policies.complaints(folder));
    }

    private static void assertDone(Finished finished) {
        assertEquals(0, finished.exit(), finished.output());
    }

    private static Set<String> changes(Finished plan) {
        assertTrue(plan.output().contains("No changes.") || plan.output().contains("Plan: "), plan.output());
        Set<String> found = new TreeSet<>();
        CHANGED.matcher(plan.output()).results().forEach(change -> found.add(change.group(1)));
        return found;
    }

    private static Finished bootstrap(Path root, String[] settings, String... words) throws IOException {
        String[] line = new String[1 + words.length + settings.length];
        line[0] = "terraform";
        System.arraycopy(words, 0, line, 1, words.length);
        System.arraycopy(settings, 0, line, 1 + words.length, settings.length);
        return Terraform.plain(settled(Command.of(line), "bootstrap").run(root));
    }

    private static Finished script(String root, String mode) throws IOException {
        Command command = settled(Command.of(folder.resolve("infra/bin/apply").toString()), root)
                .with("ROOT", root)
                .with("STAGE", "qa")
                .with("STATE_BUCKET", "states")
                .with("PAYWEEK_TOKEN", "a-token");
        return Terraform.plain((mode.isEmpty() ? command : command.with(mode, "yes")).run(folder));
    }

    /** Each root has a folder of its own for its state, and a provider: several are under way at once. */
    private static Command settled(Command command, String root) {
        Command settled = Terraform.settled(moto.before(command))
                .with("TF_DATA_DIR", folder.resolve("data-" + root).toString());
        return Objects.requireNonNull(PROVIDERS.get(root)).before(settled);
    }
}
