package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium without a window, and everything it complained about since a page was opened. */
final class Browser implements AutoCloseable {

    private static final String MISSING =
            "The page is not tested: it needs chromium and nodejs; apt-get install -y chromium nodejs.";
    private static final double PATIENCE_MS = 20_000;

    private final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    /** Starts one. Where it is not installed the test is skipped, but for a build server, where it fails. */
    Browser() {
        Path executable =
                onPath("chromium", "chromium-browser", "google-chrome").orElseGet(Browser::missing);
        Path node = onPath("node", "nodejs").orElseGet(Browser::missing);
        System.setProperty("playwright.nodejs.path", node.toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    private static Path missing() {
        return "true".equalsIgnoreCase(System.getenv("CI")) ? fail(MISSING) : abort(MISSING);
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens an address in a window of its own, of a width, in English. */
    Page open(String address, int width) {
        return open(address, width, "en-US");
    }

    /** Opens an address in a window of its own, of a width, in a language. */
    Page open(String address, int width, String language) {
        Page page = blank(width, language);
        page.navigate(address);
        return page;
    }

    /** Opens a window of its own without any address, so that what it loads can be watched from the first on. */
    Page blank(int width, String language) {
        complaints.clear();
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language);
        return listened(chromium.newContext(options).newPage());
    }

    /** Opens an address in another tab of the browser that a page is in. */
    Page openBeside(Page page, String address) {
        Page beside = listened(page.context().newPage());
        beside.navigate(address);
        return beside;
    }

    private Page listened(Page page) {
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        return page;
    }

    /** A violation of the page's policy arrives here too, as an error. */
    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    /** A page that outlives its service complains of it, and would do so in the next test. */
    void closePages() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    /** Returns the errors that no script handled; requests that failed are complaints too, but not these. */
    List<String> unhandled() {
        return complaints.stream()
                .filter(one -> one.startsWith("error: ") && !one.contains("Failed to load resource"))
                .toList();
    }

    void assertContent() {
        assertEquals(List.of(), complaints);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
