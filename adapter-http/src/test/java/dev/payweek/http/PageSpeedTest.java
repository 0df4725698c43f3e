package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how fast the page is and how much of it moves: -Dpayweek.speed=ENTRIES names how many entries the ledger has.
 * Times depend on the machine, so that only what moves is judged.
 */
@EnabledIfSystemProperty(named = "payweek.speed", matches = "\\d+")
class PageSpeedTest extends ServedPage {

    private static final int RUNS = 5;
    private static final int A_WRITE = 500;

    private static final String WATCH = """
            window.seen = { moved: 0, paint: 0, task: 0 };
            new PerformanceObserver((list) => list.getEntries()
              .forEach((one) => one.hadRecentInput || (seen.moved += one.value)))
              .observe({ type: "layout-shift", buffered: true });
            new PerformanceObserver((list) => list.getEntries().forEach((one) => (seen.paint = one.startTime)))
              .observe({ type: "largest-contentful-paint", buffered: true });
            new PerformanceObserver((list) => list.getEntries()
              .forEach((one) => (seen.task = Math.max(seen.task, one.duration))))
              .observe({ type: "longtask", buffered: true });""";

    @Test
    void figures() throws Exception {
        twoWeeks();
        fill(Integer.getInteger("payweek.speed", 0));
        for (int width : List.of(390, 1280)) {
            List<double[]> runs = new ArrayList<>();
            for (int run = 0; run <= RUNS; run++) {
                double[] figures = look(width);
                // The first one warms up.
                if (run > 0) {
                    runs.add(figures);
                }
            }
            double moved = median(runs, 0);
            System.out.printf(
                    Locale.ROOT,
                    "%4d px: moved %.4f, largest paint %.0f ms, longest task %.0f ms (medians of %d)%n",
                    width,
                    moved,
                    median(runs, 1),
                    median(runs, 2),
                    RUNS);
            assertTrue(moved <= 0.02, width + " px: " + moved);
        }
    }

    private double[] look(int width) {
        Page page = browser.blank(width, "en-US");
        page.addInitScript(WATCH);
        page.navigate(served.address().toString());
        assertThat(page.locator("#history")).not().isEmpty();
        assertThat(page.locator(".expense").first()).isVisible();
        page.waitForTimeout(500);
        List<?> seen = (List<?>) page.evaluate("[seen.moved, seen.paint, seen.task]");
        page.close();
        return seen.stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray();
    }

    private static double median(List<double[]> runs, int place) {
        return runs.stream().mapToDouble(run -> run[place]).sorted().toArray()[runs.size() / 2];
    }

    /** Expenses of the last years, a hundred each day at most. */
    private void fill(int entries) {
        LocalDate today = LocalDate.of(2026, 11, 22);
        for (int first = 0; first < entries; first += A_WRITE) {
            int from = first;
            served.budget().change("test", edit -> {
                for (int i = from; i < Math.min(entries, from + A_WRITE); i++) {
                    Money amount = Money.of(1 + i % 90 + ".50", "USD");
                    edit.add(EntryDraft.expense(amount, "Shop " + i % 97).on(today.minusDays(i / 100)));
                }
            });
        }
    }
}
