package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what {@link AppliedTest} asks of every policy can be answered otherwise, of each kind of policy. */
class PoliciesTest {
    private static final String IDENTITY = """
            {"Version":"2012-10-17",
             "Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::a/*"]}]}
            """;
    private static final String TRUST = """
            {"Version":"2012-10-17",
             "Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}}]}
            """;
    private static final String RESOURCE = """
            {"Version":"2012-10-17",
             "Statement":{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":["arn:aws:s3:::a/*"]}}
            """;

    @TempDir
    private Path folder;

    private final ObjectNode state = new ObjectMapper().createObjectNode();
    private final ArrayNode resources = state.putArray("resources");

    @Test
    void sound_policies_of_each_kind_are_found_and_nothing_is_said_of_them() throws IOException {
        policy("aws_iam_policy.qa", "policy", IDENTITY);
        policy("aws_iam_role", "assume_role_policy", TRUST);
        policy("aws_s3_bucket_policy", "policy", RESOURCE);
        policy("aws_vpc_endpoint", "policy", RESOURCE);
        policy("aws_sns_topic", "policy", RESOURCE);
        policy("aws_ecr_lifecycle_policy", "policy", "{\"rules\":[]}");
        Policies policies = new Policies(state.toString());
        assertEquals(
                Set.of(
                        "aws_iam_policy.one.qa.policy",
                        "aws_iam_role.one.assume_role_policy",
                        "aws_s3_bucket_policy.one.policy",
                        "aws_vpc_endpoint.one.policy"),
                policies.names());
        assertEquals(Set.of(), policies.complaints(folder));
    }

    @Test
    void what_is_wrong_with_one_is_said() throws IOException {
        policy("aws_iam_policy", "policy", Tree.spoilt(IDENTITY, "GetObject", "GetObjectt"));
        policy("aws_iam_role_policy", "policy", Tree.spoilt(IDENTITY, "Action", "Actions"));
        policy("aws_iam_role", "assume_role_policy", Tree.spoilt(TRUST, "Principal", "Principals"));
        policy("aws_s3_bucket_policy", "policy", Tree.spoilt(RESOURCE, "\"Principal\":\"*\",", ""));
        policy("aws_vpc_endpoint", "policy", Tree.spoilt(RESOURCE, "Deny", "Denied"));
        Set<String> said = new Policies(state.toString()).complaints(folder);
        for (String fault : List.of(
                "aws_iam_policy.one.policy: 'getobjectt' is not",
                "aws_iam_role_policy.one.policy: Additional properties are not allowed ('Actions'",
                "aws_iam_role.one.assume_role_policy: Additional properties are not allowed ('Principals'",
                "aws_s3_bucket_policy.one.policy: Only one of ['Principal'",
                "aws_vpc_endpoint.one.policy: 'Denied' is not")) {
            assertTrue(said.stream().anyMatch(one -> one.startsWith(fault)), () -> fault + "\n" + said);
        }
    }

    private void policy(String type, String attribute, String document) {
        int dot = type.indexOf('.');
        ObjectNode resource = resources.addObject().put("mode", "managed").put("name", "one");
        resource.put("type", dot < 0 ? type : type.substring(0, dot));
        ObjectNode instance = resource.putArray("instances").addObject();
        if (dot >= 0) {
            instance.put("index_key", type.substring(dot + 1));
        }
        instance.putObject("attributes").put("bucket", "a").put(attribute, document);
    }
}
