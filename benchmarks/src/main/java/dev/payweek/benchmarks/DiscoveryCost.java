package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.plan.Discoveries;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreProvider.Access;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What it costs to discover pay, bills and pairs in a ledger of ten years on three accounts: from nothing, and again
 * after one entry came, with what is kept meanwhile. 2,000 merchants, half of them with a number in the text that is
 * never the same twice; a hundredth of the entries are transfers.
 */
public final class DiscoveryCost {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock NOON =
            Clock.fixed(TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final int DAYS = 3_650;
    private static final int MERCHANTS = 2_000;
    private static final int BILLS = 40;
    private static final int AT_A_TIME = 5_000;
    private static final int ROUNDS = 9;
    private static final List<String> ACCOUNTS = List.of("card", "checking", "savings");

    private DiscoveryCost() {}

    /**
     * Runs the comparison.
     *
     * @param arguments how many entries each ledger has; 10,000, 100,000 and 1,000,000 by default
     */
    public static void main(String[] arguments) throws IOException {
        List<String> sizes = arguments.length == 0 ? List.of("10000", "100000", "1000000") : List.of(arguments);
        for (String size : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int entries) throws IOException {
        Path folder = Files.createTempDirectory("payweek-benchmark");
        String url = "jdbc:sqlite:" + folder.resolve("ledger.db");
        try (Budget budget = Budget.open(url, Access.READ_WRITE, NOON)) {
            budget.change("benchmark", edit -> edit.change(edit.settings().withCurrency(SampleLedger.USD)));
        }
        fill(url, entries);
        long before = used();
        try (Budget budget = Budget.open(url, Access.READ_WRITE, NOON)) {
            long reading = reading(budget);
            long first = discovering(budget);
            Discoveries found = budget.read(BudgetView::discover);
            long kept = used() - before;
            long[] after = new long[ROUNDS];
            for (int round = -3; round < ROUNDS; round++) {
                budget.add(EntryDraft.expense(Money.ofMinor(1_234 + round, SampleLedger.USD), "Merchant " + name(7))
                        .on(TODAY.minusDays(round + 3))
                        .onAccount("card"));
                long cost = discovering(budget);
                if (round >= 0) {
                    after[round] = cost;
                }
            }
            Arrays.sort(after);
            System.out.printf(
                    "%d entries: %d ms CPU from nothing (to read them alone: %d ms),"
                            + " %.1f ms after an entry (median of %d), %d MB kept, %d found%n",
                    entries,
                    first / 1_000_000,
                    reading / 1_000_000,
                    after[ROUNDS / 2] / 1e6,
                    ROUNDS,
                    kept >> 20,
                    found.discoveries().size());
        }
    }

    private static long reading(Budget budget) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        budget.use(view -> {
            view.forEachEntry(EntryQuery.all(EntryKind.EXPENSE), entry -> {});
            view.forEachEntry(EntryQuery.all(EntryKind.INCOME), entry -> {});
        });
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static long discovering(Budget budget) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        budget.read(BudgetView::discover);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A name of letters alone, another for each number. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder("merch");
        for (int left = number; left > 0 || name.length() < 7; left /= 20) {
            name.append((char) ('a' + left % 20));
        }
        return name.toString();
    }

    private static void fill(String url, int entries) {
        try (LedgerStore store = StoreProvider.of(url).open(url, Access.READ_WRITE)) {
            Random random = new Random(1);
            List<Entry> some = new ArrayList<>();
            int done = 0;
            for (int ago = DAYS; ago >= 0; ago--) {
                LocalDate day = TODAY.minusDays(ago);
                regular(day, some);
                long until = (long) entries * (DAYS - ago) / DAYS;
                while (done + some.size() < until) {
                    if (random.nextInt(200) == 0) {
                        transfer(day, random, some);
                    } else {
                        some.add(purchase(day, random));
                    }
                }
                if (some.size() >= AT_A_TIME || ago == 0) {
                    PlainEntries.add(store, some);
                    done += some.size();
                    some.clear();
                }
            }
        }
    }

    private static Entry purchase(LocalDate day, Random random) {
        int merchant = random.nextInt(MERCHANTS);
        String text = name(merchant) + (merchant % 2 == 0 ? "" : " " + random.nextInt(1_000_000));
        boolean back = random.nextInt(50) == 0;
        int amount = 100 + random.nextInt(9_900);
        String account = ACCOUNTS.get(random.nextInt(2));
        return back ? income(day, amount, text, account) : expense(day, amount, text, account);
    }

    private static void transfer(LocalDate day, Random random, List<Entry> entries) {
        long amount = 5_000L * (1 + random.nextInt(40));
        entries.add(expense(day, amount, "Transfer to savings", "checking"));
        entries.add(income(day.plusDays(random.nextInt(2)), amount, "Transfer from checking", "savings"));
    }

    /** Pay and bills of one day. */
    private static void regular(LocalDate day, List<Entry> entries) {
        if (Math.floorMod(day.toEpochDay(), 14) == 1) {
            entries.add(income(day, 168_000, "Acme Corp payroll", "checking"));
        }
        for (int i = 0; i < BILLS; i++) {
            if (day.getDayOfMonth() == 1 + i % 28) {
                entries.add(expense(day, 4_000 + i, "Utility" + name(i), "checking"));
            }
        }
    }

    private static Entry income(LocalDate day, long minorUnits, String text, String account) {
        return PlainEntries.income(details(day, minorUnits, text, account));
    }

    private static Entry expense(LocalDate day, long minorUnits, String text, String account) {
        return PlainEntries.expense(details(day, minorUnits, text, account), CategoryPath.of("Fun"));
    }

    private static EntryDetails details(LocalDate day, long minorUnits, String text, String account) {
        return EntryDetails.of(day, Money.ofMinor(minorUnits, SampleLedger.USD), text)
                .withBankText(text)
                .withAccount(account);
    }
}
