package dev.payweek.persistence;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code strace} does to a process at its calls on some files: count them, fail one, kill the process at one. */
public final class Strace {

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(.*");

    private Strace() {}

    /**
     * A call of a thread to the system.
     *
     * @param name what is called
     * @param number the how manieth call of this name by its thread, from 1
     */
    public record Call(String name, int number) {}

    /** Skips the test where strace is missing; on CI, which has it, the test fails. */
    public static void require() throws InterruptedException {
        try {
            Process probe = new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true").start();
            if (probe.waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            // It is not there.
        }
        String sentence = "strace is missing or may not trace here, so nothing was done to the disk; install strace.";
        if ("true".equals(System.getenv("CI"))) {
            fail(sentence);
        }
        abort(sentence);
    }

    /** Returns the words before a program whose calls on the files are logged. */
    public static List<String> logging(Path log, Set<String> calls, List<Path> files) {
        return words(log, calls, files);
    }

    /** Returns the words before a program that is killed when one of its threads makes the call. */
    public static List<String> killing(Call at, List<Path> files) {
        return injecting(at.name() + ":signal=SIGKILL:when=" + at.number(), at.name(), files);
    }

    /** Returns the words before a program each of whose threads is told an error, once, in place of the call. */
    public static List<String> failing(Call at, String error, List<Path> files) {
        List<String> words = injecting(at.name() + ":error=" + error + ":when=" + at.number(), at.name(), files);
        // Other calls are not stopped at all; signals, though, do not arrive so.
        words.add("--seccomp-bpf");
        return words;
    }

    private static List<String> injecting(String fault, String call, List<Path> files) {
        List<String> words = words(Path.of("/dev/null"), Set.of(call), files);
        words.addAll(List.of("-e", "inject=" + fault));
        return words;
    }

    private static List<String> words(Path log, Set<String> calls, List<Path> files) {
        List<String> words = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", log.toString()));
        words.addAll(List.of("-e", "trace=" + String.join(",", calls), "-e", "signal=none"));
        for (Path file : files) {
            words.addAll(List.of("-P", file.toString()));
        }
        return words;
    }

    /** Returns each call in a log, by whichever of the threads made most of its name. */
    public static List<Call> calls(Path log) throws IOException {
        Map<String, Integer> ofThreads = new HashMap<>();
        Map<String, Integer> most = new TreeMap<>();
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                int number = ofThreads.merge(call.group(1) + call.group(2), 1, Integer::sum);
                most.merge(call.group(2), number, Math::max);
            }
        }
        List<Call> calls = new ArrayList<>();
        most.forEach((name, count) -> {
            for (int number = 1; number <= count; number++) {
                calls.add(new Call(name, number));
            }
        });
        return calls;
    }
}
