package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What it costs to import a CSV of a million rows, through a hundred rules, into SQLite: the CPU time of the command
 * {@code ./payweek import} as a person runs it, with a small heap and from its start to its end; and of importing the
 * same file again, which adds nothing.
 *
 * <p>Run in the folder that holds {@code payweek}, on Linux, which reports what ended processes have used.
 */
public final class ImportCost {

    private static final int RULES = 100;
    private static final int MERCHANTS = 2_000;
    private static final int DAYS = 3_650;
    private static final String HEAP = "-Xmx256m";
    private static final double TICKS_A_SECOND = 100;

    private ImportCost() {}

    /**
     * Runs the comparison.
     *
     * @param arguments how many rows; 1,000,000 by default
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("payweek-benchmark");
        Path file = folder.resolve("bank.csv");
        write(file, rows);
        String url = "jdbc:sqlite:" + folder.resolve("budget.db");
        try (Budget budget = Budget.open(url)) {
            addRules(budget);
        }
        run("check", "--db", url);
        System.out.printf("%,d rows, %,d bytes, %d rules, %s%n", rows, Files.size(file), RULES, HEAP);
        take("first import", rows, file, url);
        take("the same again", rows, file, url);
        System.out.printf("the ledger takes %,d bytes%n", Files.size(folder.resolve("budget.db")));
        for (String name : new String[] {"bank.csv", "budget.db"}) {
            Files.delete(folder.resolve(name));
        }
    }

    private static void take(String what, int rows, Path file, String url) throws IOException, InterruptedException {
        double before = secondsOfChildren();
        long begun = System.nanoTime();
        run("import", "--db", url, file.toString());
        double wall = (System.nanoTime() - begun) / 1e9;
        double cpu = secondsOfChildren() - before;
        System.out.printf(
                "%s: %.1f s CPU, %.1f s on the clock; %,.0f rows per CPU second, %.2f us a row%n",
                what, cpu, wall, rows / cpu, cpu * 1e6 / rows);
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./payweek"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("JDK_JAVA_OPTIONS", HEAP);
        int end = builder.start().waitFor();
        if (end != 0) {
            throw new IllegalStateException("payweek " + arguments[0] + " ended with " + end + ".");
        }
    }

    /** Returns the CPU time of the processes that were started here and have ended, with those they started. */
    private static double secondsOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND;
    }

    private static void addRules(Budget budget) {
        budget.write("benchmark", edit -> {
            for (int i = 0; i < RULES; i++) {
                edit.add(RuleDraft.of(
                        "rule " + i,
                        When.when().title().contains("merchant " + i * 7 + " ").then("Fun:Place " + i % 20)));
            }
            return RULES;
        });
    }

    /** A household's ten years, made denser: day after day, merchants by Zipf's law, amounts with cents. */
    private static void write(Path file, int rows) throws IOException {
        Random random = new Random(1);
        LocalDate first = LocalDate.of(2016, 11, 22);
        long start = System.nanoTime();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("Date,Description,Amount,Currency\n");
            for (int i = 0; i < rows; i++) {
                int merchant = (int) (Math.pow(MERCHANTS, random.nextDouble()) - 1);
                int cents = 100 + random.nextInt(19_900);
                out.write(first.plusDays((long) i * DAYS / rows) + ",Merchant " + merchant + " Store " + merchant % 97
                        + ",-" + cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100 + ",USD\n");
            }
        }
        System.out.println("the file was written in " + Duration.ofNanos(System.nanoTime() - start));
    }
}
