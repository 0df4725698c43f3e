package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What requests cost over HTTP, beside servers that give the same bytes out of memory: {@code ./payweek serve} as a
 * user starts it, driven by {@code wrk}, in rounds that take turns. Prints requests per second and CPU for each, and
 * the ratios that count; runs on Linux, since it reads CPU from {@code /proc}.
 */
public final class HttpCost {

    private static final List<String> READS =
            List.of("/budget", "/expenses/summary", "/budget/history?periods=52", "/health");
    private static final Pattern ADDRESS = Pattern.compile("http://[^ ]+");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final int TICKS_PER_SECOND = 100;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 5;

    private final List<Process> started = new ArrayList<>();

    private record Cost(double perSecond, double cpuMicros) {}

    private HttpCost() {}

    /**
     * Runs the comparison.
     *
     * @param arguments how many expenses the ledger has, 10,000 by default; how many rounds, 5 by default; connections,
     *     16 by default
     */
    public static void main(String[] arguments) throws Exception {
        int expenses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int connections = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
        var cost = new HttpCost();
        try {
            cost.compare(expenses, rounds, connections);
        } finally {
            cost.started.forEach(Process::destroy);
        }
    }

    private void compare(int expenses, int rounds, int connections) throws IOException, InterruptedException {
        Path file = Files.createTempDirectory("payweek-benchmark").resolve("ledger.db");
        try (Budget budget = Budget.open("jdbc:sqlite:" + file)) {
            new SampleLedger(LocalDate.now(budget.clock())).fill(budget, expenses, 100);
        }
        System.out.printf(
                "%d expenses, %d connections, %d rounds; load %s%n",
                expenses,
                connections,
                rounds,
                Files.readString(Path.of("/proc/loadavg")).strip());
        Process service = start("./payweek", "serve", "--db", "jdbc:sqlite:" + file, "--port", "0");
        String address = awaited(service, ADDRESS);
        Process same = sameBytes("javalin", address);
        String sameAddress = awaited(same, ADDRESS);
        for (String path : READS) {
            wrk(WARM_UP_SECONDS, connections, address + path);
            wrk(WARM_UP_SECONDS, connections, sameAddress + path);
            List<Cost> ours = new ArrayList<>();
            List<Cost> theirs = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ours.add(measured(service, connections, address + path));
                theirs.add(measured(same, connections, sameAddress + path));
            }
            print(path, median(ours), median(theirs));
        }
        System.out.printf("resident: %d MB%n", residentKilobytes(service) / 1_024);
    }

    private Process sameBytes(String kind, String address) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SameBytes.class.getName(),
                kind,
                address));
        command.addAll(READS);
        return start(command.toArray(String[]::new));
    }

    private Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    /** Reads what a process says until the pattern is found. */
    private static String awaited(Process process, Pattern pattern) throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher found = pattern.matcher(line);
            if (found.find()) {
                return found.group();
            }
        }
        throw new IllegalStateException("a server ended before it was ready");
    }

    private static Cost measured(Process server, int connections, String url) throws IOException, InterruptedException {
        long before = cpuTicks(server);
        String report = wrk(SECONDS, connections, url);
        double seconds = (double) (cpuTicks(server) - before) / TICKS_PER_SECOND;
        if (report.contains("Non-2xx")) {
            throw new IllegalStateException("not every answer was one: " + report);
        }
        return new Cost(number(RATE, report), seconds * 1e6 / number(REQUESTS, report));
    }

    private static String wrk(int seconds, int connections, String url) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", url)
                .redirectErrorStream(true)
                .start();
        String report = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IllegalStateException(report);
        }
        return report;
    }

    private static double number(Pattern pattern, String report) {
        Matcher found = pattern.matcher(report);
        if (!found.find()) {
            throw new IllegalStateException(report);
        }
        return Double.parseDouble(found.group(1));
    }

    /** Returns the CPU time of a process in both modes; the command's name, which may hold blanks, is cut off. */
    private static long cpuTicks(Process process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long residentKilobytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private static Cost median(List<Cost> costs) {
        return new Cost(
                median(costs.stream().mapToDouble(Cost::perSecond).toArray()),
                median(costs.stream().mapToDouble(Cost::cpuMicros).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void print(String path, Cost ours, Cost same) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f/s, %.0f us CPU; the same bytes from memory %.0f/s, %.0f us; ratio %.2f, CPU %.2f%n",
                path,
                ours.perSecond(),
                ours.cpuMicros(),
                same.perSecond(),
                same.cpuMicros(),
                ours.perSecond() / same.perSecond(),
                ours.cpuMicros() / same.cpuMicros());
    }
}
