package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pressing Save where nothing was touched changes nothing, whatever is stored; touching one thing changes that one. */
class UntouchedFormsTest extends ServedPage {

    private static final List<String> GIVEN =
            List.of("/sources", "/limits", "/set-asides", "/bills", "/ledger", "/income");

    /** Every kind of the grammar, with everything a form does not show. */
    static Stream<String> sources() {
        String rest = "\"adjust\":\"following\",\"holidays\":[\"2026-12-25\",\"2027-01-01\"],\"tolerance_days\":2";
        Stream<String> schedules = Stream.of(
                "\"kind\":\"weekly\",\"anchor\":\"2026-11-20\"",
                "\"kind\":\"every_n_days\",\"n\":10,\"anchor\":\"2026-11-20\"",
                "\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\"",
                "\"kind\":\"every_n_weeks\",\"n\":3,\"anchor\":\"2026-11-20\"",
                "\"kind\":\"semi_monthly\",\"days\":[15,\"last\"]",
                "\"kind\":\"semi_monthly\",\"days\":[\"last\",10]",
                "\"kind\":\"monthly\",\"day\":20",
                "\"kind\":\"monthly\",\"day\":31",
                "\"kind\":\"monthly\",\"day\":\"last\"",
                "\"kind\":\"monthly\",\"day\":\"last_business_day\"",
                "\"kind\":\"monthly\",\"day\":\"last_business_day\",\"minus\":2",
                "\"kind\":\"monthly_nth_weekday\",\"nth\":2,\"weekday\":\"friday\"",
                "\"kind\":\"monthly_nth_weekday\",\"nth\":\"last\",\"weekday\":\"monday\"",
                "\"kind\":\"every_n_months\",\"n\":3,\"anchor\":\"2026-01-31\"",
                "\"kind\":\"yearly\",\"anchor\":\"2026-03-15\"");
        String match = ",\"match\":{\"all\":[{\"field\":\"title\",\"op\":\"contains\",\"value\":\"acme\"}]}";
        String single =
                "{\"primary\":true,\"versions\":[{\"schedule\":{%s,%s},\"expected\":700.00}],\"until\":\"2030-12-31\","
                        + "\"tolerance_days\":6,\"spread\":false%s}";
        String several = "{\"primary\":true,\"primary_from\":\"2026-03-01\",\"versions\":["
                + "{\"schedule\":{\"kind\":\"monthly\",\"day\":25},\"expected\":600.00},"
                + "{\"from\":\"2026-06-01\",\"schedule\":{%s,%s},\"expected\":700.00},"
                + "{\"from\":\"2027-06-01\",\"schedule\":{\"kind\":\"monthly\",\"day\":\"last\"},"
                + "\"expected\":800.00}]%s}";
        String irregular = "{\"primary\":true,\"versions\":[{\"schedule\":{\"kind\":\"irregular\"}}],"
                + "\"horizon\":\"2027-02-10\"%s}";
        return Stream.concat(
                schedules.flatMap(
                        one -> Stream.of(single.formatted(one, rest, match), several.formatted(one, rest, ""))),
                Stream.of(irregular.formatted("")));
    }

    @Test
    void a_pay_source_stays_and_of_it_only_the_amount_changes_that_is_touched() throws Exception {
        Page page = open();
        for (String source : sources().toList()) {
            json("PUT", "/sources/main", source);
            List<String> before = all();
            openSettings(page);
            save(page);
            assertEquals(before, all(), source);
            if (!source.contains("irregular")) {
                openSettings(page);
                page.locator("#schedule-expected").fill("1,234.50");
                save(page);
                assertEquals(before.get(0).replace("700.00", "1234.50"), all().get(0), source);
            }
        }
        browser.assertContent();
    }

    @Test
    void a_limit_stays() throws Exception {
        Page page = open();
        for (String limit : List.of(
                "\"per\":\"period\",\"rollover\":\"surplus\",\"cap\":50,\"reset\":true,",
                "\"per\":\"week\",\"rollover\":\"both\",",
                "\"per\":\"period\",\"rollover\":\"deficit\",\"cap\":10,",
                "")) {
            json("PUT", "/limits/Fun", "{\"amount\":200," + limit + "\"from\":\"2026-11-01\"}");
            List<String> before = all();
            page.reload();
            page.locator(".category[data-category='Fun'] summary").click();
            assertThat(page.locator("#limit-fun-amount")).hasValue("200.00");
            page.getByText("Set limit").locator("visible=true").click();
            assertThat(page.locator("#toasts")).containsText("Nothing was changed");
            assertEquals(before, all(), limit);
        }
        browser.assertContent();
    }

    @Test
    void the_ledger_stays_and_a_touched_zone_leaves_the_currency() throws Exception {
        twoWeeks();
        List<String> before = all();
        Page page = open();
        openSettings(page);
        page.locator("#ledger-form button").click();
        assertThat(page.locator("#toasts")).containsText("Nothing was changed");
        assertEquals(before, all());
        browser.assertContent();
    }

    @Test
    void another_amount_of_a_set_aside_keeps_its_category_and_its_end() throws Exception {
        json("PUT", "/set-asides/Car", """
                {"amount":50,"category":"Other:Car","from":"2026-01-01","until":"2027-06-30"}""");
        Page page = open();
        openSettings(page);
        page.locator("#set-aside-name").fill("Car");
        page.locator("#set-aside-amount").fill("60");
        page.locator("#set-aside-form button").click();
        assertThat(page.locator("#toasts")).containsText("Car is set aside from now on");
        assertEquals(
                "[{\"name\":\"Car\",\"amounts\":[{\"amount\":50.00,\"per\":\"period\"},"
                        + "{\"from\":\"2026-11-22\",\"amount\":60.00,\"per\":\"period\"}],\"category\":\"Other:Car\","
                        + "\"from\":\"2026-01-01\",\"until\":\"2027-06-30\"}]",
                served.get("/set-asides").text());
        browser.assertContent();
    }

    @Test
    void what_somebody_else_changed_meanwhile_stays() throws Exception {
        json("PUT", "/sources/main", """
                {"primary":true,"versions":[{"schedule":{"kind":"monthly","day":20},"expected":700}]}""");
        Page page = open();
        openSettings(page);
        json("PUT", "/sources/main", """
                {"primary":true,"spread":false,
                "versions":[{"schedule":{"kind":"monthly","day":25},"expected":700}]}""");
        String before = served.get("/sources").text();
        page.locator("#schedule-expected").fill("800");
        save(page);
        assertEquals(before.replace("700.00", "800.00"), served.get("/sources").text());
    }

    private static void openSettings(Page page) {
        page.locator("#open-settings").click();
        assertThat(page.locator("#settings")).isVisible();
    }

    private static void save(Page page) {
        page.locator("#schedule-form button").click();
        assertThat(page.locator("#settings")).isHidden();
    }

    private List<String> all() throws Exception {
        var all = new ArrayList<String>();
        for (String one : GIVEN) {
            all.add(served.get(one).text());
        }
        return all;
    }
}
