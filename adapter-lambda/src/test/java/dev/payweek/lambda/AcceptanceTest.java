package dev.payweek.lambda;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The function behind AWS's own runtime client is what a deployment has to be. */
class AcceptanceTest {

    @Test
    void the_function_is_accepted_and_nothing_of_the_questions_is_left() throws Exception {
        Map<String, String> environment = Acceptance.environment();
        try (Instance migration = Instance.of(MigrationHandler.class, environment)) {
            Acceptance.migrate(migration);
        }
        try (Instance function = Instance.of(PayweekHandler.class, environment)) {
            Acceptance.of(function);
        }
    }
}
