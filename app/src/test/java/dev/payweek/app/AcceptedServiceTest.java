package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions that {@code infra/bin/acceptance} asks of every deployment, asked of a service on this machine. */
class AcceptedServiceTest {

    /** The SHA-256 of {@code a-token}. */
    private static final String TOKEN_SHA256 = "1f6076e3a47ba1ded08025ffe06e57af217c14f9407f33fba50f99b1c7019387";

    @TempDir
    private Path folder;

    @Test
    void a_service_is_accepted_with_its_page_and_one_without_its_token_is_not() throws Exception {
        try (ServiceProcess service =
                ServiceProcess.in(folder, "--db", "ledger.payweek", "--token-sha256", TOKEN_SHA256)) {
            assertTrue(asked(service, "a-token", 0).endsWith("accepted: http://127.0.0.1:" + port(service) + "\n"));
            assertTrue(asked(service, "another", 1).contains("not accepted: GET /hello answered 401, not 200"));
        }
    }

    private static int port(ServiceProcess service) {
        return service.address().getPort();
    }

    private String asked(ServiceProcess service, String token, int exit) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("payweek.root", ".."), "infra/bin/acceptance");
        ProcessBuilder asking = new ProcessBuilder(
                        script.toAbsolutePath().toString(), "http://127.0.0.1:" + port(service))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        asking.environment().putAll(Map.of("PAYWEEK_TOKEN", token, "WRITES", "yes", "PAGE", "yes", "ATTEMPTS", "1"));
        Process process = asking.start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(exit, process.waitFor(), said);
            return said;
        }
    }
}
