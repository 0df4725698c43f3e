package dev.payweek.statements;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what the fuzzers begin with and what they have found, each against its parser and every other. */
class FuzzReplayTest {

    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "csv", FuzzTargets.Csv::fuzzerTestOneInput,
            "ofx", FuzzTargets.Ofx::fuzzerTestOneInput,
            "qif", FuzzTargets.Qif::fuzzerTestOneInput,
            "camt", FuzzTargets.Camt::fuzzerTestOneInput,
            "simplefin", FuzzTargets.SimpleFin::fuzzerTestOneInput,
            "mt940", FuzzTargets.Mt940::fuzzerTestOneInput,
            "html", FuzzTargets.Html::fuzzerTestOneInput);

    static List<String> inputs() {
        return Stream.concat(TARGETS.keySet().stream(), Stream.of("dialects", "found"))
                .flatMap(kind -> Fixtures.names(kind).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void no_input_breaks_a_parser(String name) {
        byte[] bytes = Fixtures.bytes(name);
        assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> TARGETS.values().forEach(target -> target.accept(bytes)));
    }
}
