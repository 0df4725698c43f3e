package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what {@link AppliedTest} asks of every policy can be answered otherwise. */
class PoliciesTest {
    private static final String SOUND = """
            {"Version":"2012-10-17",
             "Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::a/*"]}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void an_action_that_does_not_exist_is_noticed_and_so_is_a_misspelt_word() throws IOException {
        String said = Policies.complaints(
                folder,
                List.of(
                        SOUND,
                        Tree.spoilt(SOUND, "GetObject", "GetObjectt"),
                        Tree.spoilt(SOUND, "Allow", "Alow"),
                        Tree.spoilt(SOUND, "Action", "Actions")));
        for (String fault : List.of("getobjectt", "'Alow'", "'Actions'")) {
            assertTrue(said.contains(fault), said);
        }
    }
}
