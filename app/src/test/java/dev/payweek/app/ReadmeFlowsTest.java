package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.http.HttpServer;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Settings;
import dev.payweek.rest.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what README.md says to type gives true answers: its lines are read from it and run. */
class ReadmeFlowsTest {

    private static final String TODAY = "2026-11-22";

    /** The two days of a bank that the README's own answer is about. */
    private static final List<String> MOVED = List.of(
            "20261120|1680.00|PAYROLL ACME",
            "20261120|-4.50|CORNER COFFEE 12",
            "20261121|-38.20|GREEN GROCER",
            "20261122|-20.00|CINEMA LUMEN");

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void at_noon() throws IOException {
        commands = Commands.in(folder, TODAY);
        Files.writeString(folder.resolve("statement.ofx"), ofx(MOVED));
        Files.writeString(folder.resolve("statement.csv"), csv(MOVED));
    }

    private static String ofx(List<String> rows) {
        StringBuilder text = new StringBuilder("""
                OFXHEADER:100
                DATA:OFXSGML

                <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
                <BANKACCTFROM><BANKID>1<ACCTID>77<ACCTTYPE>CHECKING</BANKACCTFROM>
                <BANKTRANLIST>
                """);
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            text.append("<STMTTRN><TRNTYPE>OTHER<DTPOSTED>").append(cells[0]);
            text.append("<TRNAMT>").append(cells[1]).append("<FITID>").append(cells[0] + cells[1]);
            text.append("<NAME>").append(cells[2]).append("</STMTTRN>\n");
        }
        return text + "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
    }

    private static String csv(List<String> rows) {
        StringBuilder text = new StringBuilder("Date,Description,Amount (USD)\n");
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            text.append(cells[0], 0, 4)
                    .append('-')
                    .append(cells[0], 4, 6)
                    .append('-')
                    .append(cells[0], 6, 8);
            text.append(',').append(cells[2]).append(',').append(cells[1]).append('\n');
        }
        return text.toString();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of(System.getProperty("payweek.root", ".."), "README.md"));
    }

    /** Returns the words of the lines of all blocks of commands that begin with the word. */
    private List<List<String>> lines(String begin) throws IOException {
        return readme().lines()
                .filter(line -> line.startsWith(begin + " "))
                .map(line -> words(line.replaceFirst("\\s+# .*", "")))
                .toList();
    }

    private List<String> words(String line) {
        return Commands.words(line).stream()
                .skip(1)
                .map(word -> word.replaceFirst("^(@?)(~/Downloads/)?(?=statement[.])", "$1" + folder + "/"))
                .toList();
    }

    private String run(List<String> words) {
        return commands.printed(words.toArray(String[]::new));
    }

    @Test
    void the_flow_in_the_terminal_gives_the_answer_that_the_page_shows() throws IOException {
        List<List<String>> typed = lines("./payweek").stream()
                .filter(words -> !words.get(0).equals("serve"))
                .filter(words -> words.size() < 2 || !words.get(1).endsWith(".csv"))
                .toList();
        assertEquals(8, typed.size(), typed.toString());
        List<String> printed = typed.stream().map(this::run).toList();
        String week = printed.get(6);
        String verdict = week.lines().findFirst().orElseThrow();
        assertEquals("Fine. 47.27 a day until Fri 4 Dec, payday in 12 days.", verdict);
        assertTrue(readme().contains("```text\n" + verdict + "\n```\n"), verdict);
        assertTrue(week.contains("Income 1680.00, committed 1050.00\n"), week);
        assertTrue(week.contains("567.30 USD left of 630.00\n"), week);
        assertTrue(week.contains("900.00  due 1 Dec\n"), week);
        assertTrue(printed.get(7).contains("487.30 USD left of 630.00\n"), printed.get(7));

        List<String> later = new ArrayList<>(MOVED);
        later.add("20261201|-900.00|LANDLORD");
        Files.writeString(folder.resolve("later.ofx"), ofx(later));
        commands = Commands.in(folder, "2026-12-01");
        commands.printed("import", folder.resolve("later.ofx").toString());
        String paid = commands.printed("week");
        assertTrue(paid.contains("567.30 USD left of 630.00\n"), paid);
        assertTrue(paid.startsWith("Fine. 189.10 a day until Friday, payday in 3 days.\n"), paid);
    }

    @Test
    void the_answer_from_a_file_alone_is_true() throws IOException {
        List<List<String>> typed = lines("./payweek").stream()
                .filter(words -> words.size() > 1 && words.get(1).endsWith(".csv"))
                .toList();
        assertEquals(1, typed.size());
        String week = run(typed.get(0));
        assertTrue(week.startsWith("Fine. 134.77 a day until Fri 4 Dec, payday in 12 days.\n"), week);
        assertEquals("", commands.run("list").out());
    }

    @Test
    void the_flow_over_http_gives_the_answer_of_the_terminal() throws Exception {
        List<List<String>> typed = lines("curl");
        assertEquals(2, typed.size());
        try (Budget budget = Budget.inMemory(commands.clock());
                HttpServer server = HttpServer.start(
                        new PayweekApi(budget, Settings.LOCAL), new HttpServer.Options("127.0.0.1", 0))) {
            HttpResponse<String> added = send(server.address(), typed.get(0));
            assertEquals(201, added.statusCode(), added.body());
            HttpResponse<String> tried = send(server.address(), typed.get(1));
            assertEquals(200, tried.statusCode(), tried.body());
            assertTrue(tried.body().contains("\"inserted\":3,\"duplicates\":0,\"needs_review\":1"), tried.body());
            long id = Json.parse(added.body().getBytes(StandardCharsets.UTF_8))
                    .path("id")
                    .longValue();
            assertTrue(tried.body().contains("looks like entry " + id + ", entered by hand"), tried.body());
            HttpResponse<String> answer = send(server.address(), List.of("http://127.0.0.1:8000/budget"));
            assertTrue(answer.body().contains("\"paid_out\":4.50"), answer.body());
            commands.printed("add", "4.50", "Corner Coffee");
            assertEquals(commands.printed("week", "--json").strip(), answer.body());
        }
    }

    /** Sends what curl would. */
    private static HttpResponse<String> send(URI address, List<String> words) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String type = "application/x-www-form-urlencoded";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-d") || word.equals("--data-binary")) {
                String data = words.get(++i);
                request.POST(
                        data.startsWith("@")
                                ? HttpRequest.BodyPublishers.ofFile(Path.of(data.substring(1)))
                                : HttpRequest.BodyPublishers.ofString(data));
            } else if (word.equals("-H")) {
                type = words.get(++i).replaceFirst("^Content-Type: ", "");
            } else {
                URI said = URI.create(word);
                String query = said.getQuery() == null ? "" : "?" + said.getQuery();
                request.uri(address.resolve(said.getPath() + query));
            }
        }
        request.header("Content-Type", type);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
