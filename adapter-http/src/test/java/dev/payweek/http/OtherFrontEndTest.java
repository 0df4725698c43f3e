package dev.payweek.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import dev.payweek.rest.http.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A front end as a tracker has it that is opened by a server of files: of another origin, by Fetch, with a pie that is
 * given labels and data and told to update.
 */
class OtherFrontEndTest extends ServedPage {

    private static final String PAGE = """
            <!doctype html><title>Tracker</title><link rel="icon" href="data:,">
            <form id="add"><input id="title"><input id="amount" type="number" step="0.01">
              <select id="category"><option>Food</option><option>Transport</option></select><button>Add</button></form>
            <p id="summary"></p><ul id="list"></ul><canvas id="chart"></canvas>
            <script>
              // Keeps to how such charts are called: new Chart(canvas, {type, data}), then chart.update().
              class Chart {
                constructor(canvas, { data }) { this.canvas = canvas; this.data = data; this.update(); }
                update() {
                  const { labels, datasets: [{ data }] } = this.data;
                  this.canvas.textContent = labels.map((label, i) => label + "=" + data[i]).join();
                }
              }
              const API = "%s", byId = (id) => document.getElementById(id);
              let chart;
              async function load() {
                const expenses = await (await fetch(API + "/expenses")).json();
                byId("list").replaceChildren(...expenses.map(({ id, title, amount, category }) => {
                  const item = document.createElement("li"), button = document.createElement("button");
                  item.textContent = `${title} ${amount.toFixed(2)} ${category}`;
                  button.textContent = "Delete";
                  button.onclick = async () => {
                    await fetch(API + "/expenses/" + id, { method: "DELETE" });
                    load();
                  };
                  item.append(button);
                  return item;
                }));
                const sums = {};
                expenses.forEach(({ category, amount }) => sums[category] = (sums[category] || 0) + amount);
                const summary = await (await fetch(API + "/expenses/summary")).json();
                byId("summary").textContent = `${summary.total_count} for ${summary.total_amount}`;
                const data = { labels: Object.keys(sums), datasets: [{ data: Object.values(sums) }] };
                chart ? (Object.assign(chart.data, data), chart.update())
                      : chart = new Chart(byId("chart"), { type: "pie", data });
              }
              byId("add").onsubmit = async (event) => {
                event.preventDefault();
                await fetch(API + "/expenses", { method: "POST", headers: { "Content-Type": "application/json" },
                  body: JSON.stringify({ title: byId("title").value, amount: parseFloat(byId("amount").value),
                    category: byId("category").value }) });
                load();
              };
              load();
            </script>""";

    private HttpServer files;
    private String origin = "";

    @BeforeEach
    void serveFiles() throws IOException {
        files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin = "http://127.0.0.1:" + files.getAddress().getPort();
    }

    @AfterEach
    void stopFiles() {
        files.stop(0);
    }

    @Test
    void it_adds_lists_adds_up_and_deletes() throws Exception {
        try (var allowing = new Served(Served.NOON, Settings.LOCAL.allowing(Set.of(origin)))) {
            Page page = openFrontEnd(allowing);
            assertThat(page.locator("#summary")).hasText("0 for 0");
            add(page, "Noodles", "12.50", "Food");
            assertThat(page.locator("#summary")).hasText("1 for 12.5");
            add(page, "Bus", "2.80", "Transport");
            assertThat(page.locator("#list li"))
                    .hasText(new String[] {"Bus 2.80 Other:TransportDelete", "Noodles 12.50 Other:FoodDelete"});
            assertThat(page.locator("#chart")).hasText("Other:Transport=2.8,Other:Food=12.5");
            page.locator("#list button").first().click();
            assertThat(page.locator("#summary")).hasText("1 for 12.5");
            assertThat(page.locator("#chart")).hasText("Other:Food=12.5");
            assertEquals(List.of(), browser.unhandled());
        }
    }

    @Test
    void where_its_origin_was_not_allowed_it_reads_and_writes_nothing() throws Exception {
        Page page = openFrontEnd(served);
        add(page, "Noodles", "12.50", "Food");
        page.waitForTimeout(300);
        assertThat(page.locator("#list")).isEmpty();
        assertEquals("[]", served.get("/expenses").text());
        assertEquals(
                List.of(),
                browser.unhandled().stream()
                        .filter(one -> !one.contains("fetch"))
                        .toList());
    }

    private Page openFrontEnd(Served service) {
        String address = service.address().toString().replaceAll("/$", "");
        byte[] html = PAGE.formatted(address).getBytes(StandardCharsets.UTF_8);
        files.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        files.start();
        return browser.open(origin + "/frontend/index.html", 1280);
    }

    private static void add(Page page, String title, String amount, String category) {
        page.locator("#title").fill(title);
        page.locator("#amount").fill(amount);
        page.locator("#category").selectOption(category);
        page.locator("#add button").click();
    }
}
