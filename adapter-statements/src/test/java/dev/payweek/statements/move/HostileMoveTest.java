package dev.payweek.statements.move;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.payweek.statements.Fixtures;
import dev.payweek.statements.FuzzTargets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of another program's file, the outcome is transactions, reasons or a refusal. */
class HostileMoveTest {

    private static final int CUTS = 60;
    private static final int ROUNDS = 40;
    private static final byte[] SIGNS = "\"\"',;\t\n\r<>/&#=()[]{}:-+.0129aZ\u0000é".getBytes(StandardCharsets.UTF_8);

    static List<String> fixtures() {
        return Stream.of("move", "found")
                .flatMap(kind -> Fixtures.names(kind).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_file_may_be_cut_off_or_damaged_anywhere(String name) {
        byte[] whole = Fixtures.bytes(name);
        Random random = new Random(Long.getLong("seed", 16));
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            FuzzTargets.Move.fuzzerTestOneInput(whole);
            int step = Math.max(1, whole.length / CUTS);
            for (int length = 0; length < whole.length; length += step) {
                FuzzTargets.Move.fuzzerTestOneInput(Arrays.copyOf(whole, length));
            }
            for (int round = 0; round < ROUNDS && whole.length > 0; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i < 1 + random.nextInt(8); i++) {
                    damaged[random.nextInt(damaged.length)] = SIGNS[random.nextInt(SIGNS.length)];
                }
                FuzzTargets.Move.fuzzerTestOneInput(damaged);
            }
        });
    }
}
