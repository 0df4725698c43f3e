package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how fast the page is, how much of it moves, and how long the longest task of each thing done on it is:
 * -Dpayweek.speed=ENTRIES names how many entries the ledger has. Times depend on the machine, so that only what moves
 * is judged.
 */
@EnabledIfSystemProperty(named = "payweek.speed", matches = "\\d+")
class PageSpeedTest extends ServedPage {

    private static final int RUNS = 5;
    private static final int A_WRITE = 500;
    private static final int PAGES = 19;

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

    private final Map<String, List<double[]>> longest = new LinkedHashMap<>();

    @Test
    @Timeout(900)
    void figures() throws Exception {
        twoWeeks();
        int entries = Integer.getInteger("payweek.speed", 0);
        fill(entries);
        for (int width : List.of(390, 1280)) {
            List<double[]> runs = new ArrayList<>();
            Page page = browser.blank(width, "en-US");
            page.addInitScript(WATCH);
            for (int run = 0; run <= RUNS; run++) {
                double[] figures = look(page);
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
            if (entries > A_WRITE) {
                double known = task(page, "120 ms of nothing", () -> page.evaluate("""
                        () => new Promise((done) => setTimeout(() => {
                          for (const begin = performance.now(); performance.now() < begin + 120; );
                          done();
                        }))"""));
                assertTrue(known >= 120, "a long task is seen");
                longest.clear();
                for (int run = 0; run < RUNS; run++) {
                    look(page);
                    work(page, width);
                }
                longest.forEach((what, all) -> System.out.printf(
                        Locale.ROOT,
                        "%4d px, %s: longest task %.0f ms (median of %d)%n",
                        width,
                        what,
                        median(all, 0),
                        RUNS));
            }
        }
    }

    private double[] look(Page page) {
        page.navigate(served.address().toString());
        assertThat(page.locator("#history")).not().isEmpty();
        assertThat(page.locator(".expense").first()).isVisible();
        page.waitForTimeout(500);
        List<?> seen = (List<?>) page.evaluate("[seen.moved, seen.paint, seen.task]");
        return seen.stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray();
    }

    /** What is done on the page over the long ledger; a task below 50 ms counts as 0. */
    private void work(Page page, int width) {
        task(page, "a thousand entries", () -> {
            for (int shown = 1; shown <= PAGES; shown++) {
                page.locator("#expenses .more button").click();
                assertThat(page.locator(".expense")).hasCount(50 * (shown + 1));
            }
        });
        task(page, "scrolling through them", () -> page.evaluate("""
                async () => {
                  for (let at = 0; at < document.body.scrollHeight; at += 2000) {
                    scrollTo(0, at);
                    await new Promise(requestAnimationFrame);
                  }
                  scrollTo(0, 0);
                }"""));
        task(page, "adding one above them", () -> {
            if (width < 640) {
                page.locator("#add-open").click();
            }
            page.locator("#add-line").fill("4.50 tea");
            page.locator("#add-line").press("Enter");
            assertThat(page.locator("#toasts")).containsText("Added");
            assertThat(page.locator(".expense .title").first()).hasText("tea");
            if (width < 640) {
                page.locator("#add-close").click();
            }
        });
        task(page, "finding some", () -> {
            page.locator("#find").fill("Shop 42");
            assertThat(page.locator(".expense .title").first()).hasText("Shop 42");
            assertThat(page.locator(".expense")).hasCount(50);
        });
        task(page, "the week before", () -> {
            page.getByLabel("Week before").click();
            page.waitForURL("**on=**");
            assertThat(page.locator(".steps button").last()).hasText("Today");
        });
        task(page, "rules and lists", () -> {
            page.locator("#open-lists").click();
            assertThat(page.locator("#list-twins")).containsText("No entry from a bank looks like one");
        });
        page.keyboard().press("Escape");
    }

    private double task(Page page, String what, Runnable work) {
        page.evaluate("seen.task = 0");
        work.run();
        page.waitForTimeout(500);
        double found = ((Number) page.evaluate("seen.task")).doubleValue();
        longest.computeIfAbsent(what, any -> new ArrayList<>()).add(new double[] {found});
        return found;
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
