package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What an answer 304 costs beside the answer it spares, in a ledger of 10,000 expenses; a twentieth is the aim. */
public final class ConditionalCost {

    private static final List<String> TARGETS = List.of(
            "/budget",
            "/budget/history?periods=12",
            "/expenses",
            "/expenses?limit=100",
            "/expenses/summary",
            "/suggestions",
            "/export?format=csv");
    private static final int EXPENSES = 10_000;
    private static final int ROUNDS = 15;
    private static final long LEAST_NANOS = 20_000_000;

    private final PayweekApi api;

    private ConditionalCost(Budget budget) {
        this.api = new PayweekApi(budget, Settings.LOCAL);
    }

    /** Runs the comparison. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("payweek-benchmark");
        try (Budget budget = Budget.open("jdbc:sqlite:" + folder.resolve("ledger.db"))) {
            budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
            budget.write("benchmark", edit -> {
                for (int i = 0; i < EXPENSES; i++) {
                    edit.add(EntryDraft.expense(Money.of(i % 90 + ".50", "USD"), "Merchant " + i % 2_000)
                            .on(edit.today().minusDays(i % 700)));
                }
                return EXPENSES;
            });
            var cost = new ConditionalCost(budget);
            for (String target : TARGETS) {
                cost.compare(target);
            }
        }
    }

    private void compare(String target) throws IOException {
        String tag = send(target, "", 200).headers().getOrDefault("ETag", "");
        long[] whole = new long[ROUNDS];
        long[] spared = new long[ROUNDS];
        for (int round = -15; round < ROUNDS; round++) {
            long one = cpuNanos(target, "", 200);
            long other = cpuNanos(target, tag, 304);
            if (round >= 0) {
                whole[round] = one;
                spared[round] = other;
            }
        }
        System.out.printf(
                "%s: 200 costs %d us CPU, 304 %d us, ratio 1/%.0f%n",
                target, median(whole) / 1_000, median(spared) / 1_000, (double) median(whole) / median(spared));
    }

    private long cpuNanos(String target, String tag, int status) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long used = 0;
        int calls = 0;
        while (used < LEAST_NANOS) {
            send(target, tag, status);
            calls++;
            used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        }
        return used / calls;
    }

    private Response send(String target, String tag, int status) throws IOException {
        String[] parts = (target + "?").split("\\?", -1);
        Request request = new Request(
                "GET",
                parts[0],
                QueryString.parse(parts[1]),
                Map.of("host", "localhost", "if-none-match", tag),
                InputStream.nullInputStream());
        Response response = api.handle(request, "benchmark");
        if (response.status() != status) {
            throw new IllegalStateException(target + " answers " + response);
        }
        response.body().writeTo(new ByteArrayOutputStream());
        return response;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
