package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.budget.ImportOptions;
import dev.payweek.budget.RuleDraft;
import dev.payweek.rule.When;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.StatementFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;

/**
 * What it costs to import a CSV of a million rows, through a hundred rules, into SQLite: the CPU time of a whole
 * process with a small heap, from its start to its end; and of importing the same file again, which adds nothing.
 */
public final class ImportCost {

    private static final int RULES = 100;
    private static final int MERCHANTS = 2_000;
    private static final int DAYS = 3_650;
    private static final String HEAP = "-Xmx256m";

    private ImportCost() {}

    /**
     * Runs the comparison.
     *
     * @param arguments how many rows; 1,000,000 unless told
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            take(Path.of(arguments[0]), arguments[1]);
            return;
        }
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("payweek-benchmark");
        Path file = folder.resolve("bank.csv");
        write(file, rows);
        String url = "jdbc:sqlite:" + folder.resolve("budget.db");
        try (Budget budget = Budget.open(url)) {
            addRules(budget);
        }
        System.out.printf("%,d rows, %,d bytes, %d rules, %s%n", rows, Files.size(file), RULES, HEAP);
        inProcessOfItsOwn("first import", file, url);
        inProcessOfItsOwn("the same again", file, url);
        System.out.printf("the ledger takes %,d bytes%n", Files.size(folder.resolve("budget.db")));
    }

    private static void inProcessOfItsOwn(String what, Path file, String url) throws IOException, InterruptedException {
        System.out.print(what + ": ");
        System.out.flush();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportCost.class.getName(),
                        file.toString(),
                        url)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The import ended with " + process.exitValue() + ".");
        }
    }

    private static void take(Path file, String url) {
        long begun = System.nanoTime();
        ImportBatch batch;
        try (Budget budget = Budget.open(url)) {
            batch = budget.importStatement(onDisk(file), ImportOptions.NONE)
                    .accounts()
                    .get(0)
                    .batch();
        }
        long wall = System.nanoTime() - begun;
        long cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        long rows = (long) batch.inserted() + batch.duplicates() + batch.rejected();
        System.out.printf(
                "%,d new, %,d known, %,d to review; %.1f s CPU, %.1f s on the clock; %,.0f rows per CPU second,"
                        + " %.2f us a row%n",
                batch.inserted(),
                batch.duplicates(),
                batch.needsReview(),
                cpu / 1e9,
                wall / 1e9,
                rows / (cpu / 1e9),
                cpu / 1e3 / rows);
    }

    private static StatementFile onDisk(Path file) {
        return new StatementFile() {
            @Override
            public String name() {
                return "bank.csv";
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
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
