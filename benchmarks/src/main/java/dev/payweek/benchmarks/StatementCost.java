package dev.payweek.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;

/**
 * What it costs to read a large CSV as a bank statement, beside FastCSV alone, which only cuts the same file into cells
 * and adds up one column.
 */
public final class StatementCost {

    private static final int ROUNDS = 7;

    private StatementCost() {}

    /**
     * Runs the comparison.
     *
     * @param arguments how many rows the file has; 1,000,000 by default
     */
    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("payweek-benchmark");
        compare("ISO dates, signed amounts", iso(folder.resolve("iso.csv"), rows), 2, rows);
        compare("D/M/Y, sides, balance", sides(folder.resolve("sides.csv"), rows), 2, rows);
        compare("whole file decides", late(folder.resolve("late.csv"), rows), 2, rows);
    }

    private static Path iso(Path file, int rows) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("Date,Description,Amount\n");
            for (int i = 0; i < rows; i++) {
                LocalDate day = LocalDate.of(2016, 1, 1).plusDays(i * 3_650L / rows);
                int cents = random.nextInt(20_000) - 15_000;
                writer.write(day + "," + merchant(random) + "," + decimal(cents) + "\n");
            }
        }
        return file;
    }

    private static Path sides(Path file, int rows) throws IOException {
        Random random = new Random(2);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("Date;Details;Debit;Credit;Balance\r\n");
            long balance = 100_000;
            for (int i = 0; i < rows; i++) {
                LocalDate day = LocalDate.of(2016, 1, 1).plusDays(i * 3_650L / rows);
                int cents = random.nextInt(20_000) - 10_000;
                balance += cents;
                String amount = decimal(Math.abs(cents)).replace('.', ',');
                writer.write(String.format(
                        Locale.ROOT,
                        "%02d/%02d/%d;\"%s\";%s;%s;%s\r\n",
                        day.getDayOfMonth(),
                        day.getMonthValue(),
                        day.getYear(),
                        merchant(random),
                        cents < 0 ? amount : "",
                        cents < 0 ? "" : amount,
                        decimal(balance).replace('.', ',')));
            }
        }
        return file;
    }

    /** The first day above 12 comes in the last row, so nothing but the whole file distinguishes days from months. */
    private static Path late(Path file, int rows) throws IOException {
        Random random = new Random(3);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("Date,Description,Amount\n");
            for (int i = 0; i < rows; i++) {
                String day = i == rows - 1 ? "31/12/2026" : "0" + (1 + i % 9) + "/05/2026";
                writer.write(day + "," + merchant(random) + "," + decimal(random.nextInt(20_000) - 15_000) + "\n");
            }
        }
        return file;
    }

    private static String merchant(Random random) {
        return "CARD PAYMENT MERCHANT " + random.nextInt(100_000) + " REF " + random.nextInt(1_000_000);
    }

    private static String decimal(long cents) {
        return BigDecimal.valueOf(cents, 2).toString();
    }

    private static void compare(String what, Path file, int amountColumn, int rows) throws IOException {
        double[] ours = new double[ROUNDS];
        double[] alone = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double cutting = seconds(() -> cutOnly(file, amountColumn, rows));
            double reading = seconds(() -> read(file, rows));
            if (round >= 0) {
                alone[round] = cutting;
                ours[round] = reading;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,.0f rows a CPU second; FastCSV alone %,.0f; ratio of cost %.2f%n",
                what,
                rows / median(ours),
                rows / median(alone),
                median(ours) / median(alone));
    }

    private static void cutOnly(Path file, int amountColumn, int rows) {
        char separator = amountColumn == 2 && file.endsWith("sides.csv") ? ';' : ',';
        int count = 0;
        long sum = 0;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                String cell = row.getField(amountColumn);
                for (int i = 0; i < cell.length(); i++) {
                    sum += cell.charAt(i);
                }
                count++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        require(count == rows + 1 && sum != 0, count);
    }

    private static void read(Path file, int rows) {
        StatementFile statement = new StatementFile() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
        Counting sink = new Counting();
        try {
            for (StatementFormat format : ServiceLoader.load(StatementFormat.class)) {
                if (format.recognise(statement) > 50) {
                    require(format.read(statement, ReadOptions.NONE, sink).isEmpty(), 0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        require(sink.rows == rows && sink.checksum != 0, sink.rows);
    }

    private static void require(boolean holds, long found) {
        if (!holds) {
            throw new IllegalStateException("not the file that was written: " + found);
        }
    }

    private static double seconds(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Counts and adds up, as the least that anybody would do with rows. */
    private static final class Counting implements StatementSink {

        private long rows;
        private long checksum;

        @Override
        public void account(StatementAccount account) {
            // Rows are all that is counted.
        }

        @Override
        public void row(StatementRow row) {
            rows++;
            checksum += row.amount().signum() + row.date().getDayOfMonth();
        }

        @Override
        public void balance(LocalDate day, BigDecimal held) {
            // Rows are all that is counted.
        }

        @Override
        public void opening(LocalDate day, BigDecimal held) {
            // Rows are all that is counted.
        }

        @Override
        public void skipped(int line, String reason) {
            // Rows are all that is counted.
        }

        @Override
        public void rejected(RejectedRow row) {
            throw new IllegalStateException(row.toString());
        }
    }
}
