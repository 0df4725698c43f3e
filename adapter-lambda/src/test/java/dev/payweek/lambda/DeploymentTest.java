package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.refusal.LedgerException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private static final Map<String, String> RIGHT = Map.of(
            "PAYWEEK_DB",
            "jdbc:postgresql://db.example.org/payweek?user=p&password=secret",
            "PAYWEEK_TOKEN_SHA256",
            HASH);

    @Test
    void a_right_environment_is_read_and_its_secrets_are_not_told() {
        Deployment deployment = Deployment.of(RIGHT);
        assertEquals("jdbc:postgresql://db.example.org/payweek?user=p&password=secret", deployment.databaseUrl());
        assertEquals(HASH, deployment.tokenSha256());
        assertEquals("", deployment.basePath());
        assertFalse(deployment.toString().contains("secret"));
        assertFalse(deployment.toString().contains(HASH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PAYWEEK_DB           | ''                      | must hold the jdbc:postgresql:
            PAYWEEK_DB           | jdbc:sqlite:payweek.db  | vanishes with it
            PAYWEEK_DB           | jdbc:sqlite::memory:    | vanishes with it
            PAYWEEK_DB           | memory:                 | vanishes with it
            PAYWEEK_TOKEN_SHA256 | ''                      | open to everybody
            PAYWEEK_TOKEN_SHA256 | pw_secret               | 64 lower-case hexadecimal digits
            PAYWEEK_BASE_PATH    | money                   | must be a path like /money
            PAYWEEK_BASE_PATH    | /money/                 | must be a path like /money
            """)
    void a_wrong_environment_is_refused_in_one_sentence_that_names_the_variable(
            String variable, String value, String part) {
        Map<String, String> environment = new HashMap<>(RIGHT);
        environment.put(variable, value);
        String sentence = assertThrows(LedgerException.class, () -> Deployment.of(environment))
                .getMessage();
        assertTrue(sentence.startsWith(variable) && sentence.contains(part) && sentence.endsWith("."), sentence);
        assertFalse(sentence.contains("secret"), sentence);
    }
}
