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
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What it costs to import a CSV of a million rows, through a hundred rules, into SQLite: the CPU time of the command
 * {@code ./payweek import} as a person runs it, with a small heap and from its start to its end; of importing the same
 * file again, which adds nothing; and, beside it, of {@code sqlite3} loading the rows that came about into tables and
 * indexes made by the same statements, durable too. In turn, so that what else the machine does meets all alike.
 *
 * <p>Run in the folder that holds {@code payweek}, on Linux, which reports what ended processes have used. The last
 * ledger stays, for {@link QueryCost}.
 */
public final class ImportCost {

    private static final int RULES = 100;
    private static final int MERCHANTS = 2_000;
    private static final int DAYS = 3_650;
    private static final String HEAP = "-Xmx256m";
    private static final double TICKS_A_SECOND = 100;
    private static final List<String> FILLED =
            List.of("ledger_entry", "import_day", "day_sum", "month_sum", "change", "change_edit");

    private ImportCost() {}

    /**
     * Runs the comparison.
     *
     * @param arguments how many rows, 1,000,000 by default, and how many rounds, 11 by default
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("payweek-benchmark");
        Path file = folder.resolve("bank.csv");
        write(file, rows);
        int rounds = arguments.length < 2 ? 11 : Integer.parseInt(arguments[1]);
        System.out.printf("%,d rows, %,d bytes, %d rules, %s%n", rows, Files.size(file), RULES, HEAP);
        double[] first = new double[rounds];
        double[] again = new double[rounds];
        double[] plain = new double[rounds];
        Path ledger = folder.resolve("budget.db");
        Path loaded = folder.resolve("plain.db");
        String url = "jdbc:sqlite:" + ledger;
        for (int round = 0; round < rounds; round++) {
            Files.deleteIfExists(ledger);
            try (Budget budget = Budget.open(url)) {
                addRules(budget);
            }
            payweek("check", "--db", url);
            first[round] = seconds(() -> payweek("import", "--db", url, file.toString()));
            again[round] = seconds(() -> payweek("import", "--db", url, file.toString()));
            if (round == 0) {
                dump(ledger, folder);
            }
            Files.deleteIfExists(loaded);
            plain[round] = seconds(() -> load(loaded, folder));
        }
        report("first import", rows, median(first), median(plain));
        report("the same again", rows, median(again), median(plain));
        report("plain SQLite", rows, median(plain), median(plain));
        System.out.printf("the ledger takes %,d bytes: %s%n", Files.size(ledger), ledger);
        Files.delete(loaded);
        Files.delete(file);
    }

    /** Something measured. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double seconds(Work work) throws IOException, InterruptedException {
        double before = secondsOfChildren();
        work.run();
        return secondsOfChildren() - before;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void report(String what, int rows, double cpu, double plain) {
        System.out.printf(
                "%s: %.1f s CPU, %,.0f rows per CPU second, %.2f x plain SQLite (medians)%n",
                what, cpu, rows / cpu, cpu / plain);
    }

    /** Writes the statements that made the ledger's tables, and the rows of those that an import fills. */
    private static void dump(Path ledger, Path folder) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>(List.of(
                "sqlite3", ledger.toString(), ".output " + folder.resolve("schema.sql"), ".schema", ".mode csv"));
        for (String table : FILLED) {
            commands.add(".output " + folder.resolve(table + ".csv"));
            commands.add("SELECT * FROM " + table);
        }
        run(new ProcessBuilder(commands));
    }

    private static void load(Path loaded, Path folder) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>(List.of(
                "sqlite3",
                loaded.toString(),
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL",
                ".read " + folder.resolve("schema.sql"),
                "BEGIN",
                ".mode csv"));
        for (String table : FILLED) {
            commands.add(".import " + folder.resolve(table + ".csv") + " " + table);
        }
        commands.add("COMMIT");
        run(new ProcessBuilder(commands).redirectOutput(ProcessBuilder.Redirect.DISCARD));
    }

    private static void payweek(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./payweek"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("JDK_JAVA_OPTIONS", HEAP);
        run(builder);
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        int end = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        if (end != 0) {
            throw new IllegalStateException(builder.command().get(0) + " ended with " + end + ".");
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
