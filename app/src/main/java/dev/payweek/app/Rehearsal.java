package dev.payweek.app;

import dev.payweek.app.start.CommandDoor;
import dev.payweek.app.start.KeptText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does once what is done every day, in a folder made for it, so that Java can keep what it learnt of the classes for
 * later starts. Called by {@code ./payweek}.
 */
final class Rehearsal {

    /** With a bill and pay to discover, as what discovers loads the more the more there is. */
    private static final String STATEMENT = """
            Date,Description,Amount
            2026-11-20,Coffee,-4.50
            2026-11-20,Acme payroll,1500.00
            2026-11-06,Acme payroll,1500.00
            2026-10-23,Acme payroll,1500.00
            2026-10-09,Acme payroll,1500.00
            2026-11-03,Parkview rent,-900.00
            2026-10-03,Parkview rent,-900.00
            2026-09-03,Parkview rent,-900.00
            2026-08-03,Parkview rent,-900.00
            """;

    private static final List<List<String>> PLAY = List.of(
            List.of("rules", "add", "coffee", "title contains \"coffee\"", "Fun:Coffee"),
            List.of("import", "bank.csv"),
            List.of("add", "9.00", "Books", "--on", "2026-11-21"),
            List.of("schedule", "every 2 weeks from 2026-11-20"),
            List.of("week", "--on", "2026-11-22"),
            List.of("week", "--on", "2026-11-22", "--json"),
            List.of("list"),
            List.of("changes"),
            List.of("export"),
            List.of("completion", "words", "bash", "payweek list --category "));

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final int MOST_SECONDS = 60;

    private Rehearsal() {}

    /** Plays in the folder that is named, and ends the process as a service ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Files.writeString(folder.resolve("bank.csv"), STATEMENT);
        Caller caller = new Caller(
                Caller.ofProcess().clock(), Map.of(), folder, InputStream.nullInputStream(), Optional.empty());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> words : PLAY) {
            Payweek.execute(caller, nowhere, nowhere, words.toArray(String[]::new));
        }
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        PrintWriter heard = new PrintWriter(new Listening(said), true);
        Thread service = new Thread(
                () -> Payweek.execute(caller, heard, nowhere, "serve", "--port", "0", "--log", "none"), "serve");
        service.setDaemon(true);
        service.start();
        address(said).ifPresent(Rehearsal::visit);
        lookAgain(folder);
        System.exit(0);
    }

    /** Keeps a week and asks for it again, which a start in {@code folder} would do. */
    private static void lookAgain(Path folder) {
        Instant now = Instant.now();
        KeptText kept = new KeptText(folder.resolve("cache"), KeptText.program(), now, System.getenv(), "week");
        Path ledger = folder.resolve("payweek.db");
        kept.dependsOn(ledger, folder.resolve("config"));
        kept.isTrueUntil(now.plusSeconds(MOST_SECONDS));
        kept.keep(now);
        if (kept.find().isEmpty()) {
            kept.ledger().flatMap(CommandDoor::of).ifPresent(service -> service.ask(folder, Map.of(), "week"));
        }
    }

    private static Optional<String> address(BlockingQueue<String> said) throws InterruptedException {
        String text = said.poll(MOST_SECONDS, TimeUnit.SECONDS);
        Matcher address = ADDRESS.matcher(text == null ? "" : text);
        return address.find() ? Optional.of(address.group()) : Optional.empty();
    }

    private static void visit(String address) {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of("/", "/budget", "/health", "/discoveries")) {
            client.sendAsync(
                            HttpRequest.newBuilder(URI.create(address + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .join();
        }
    }

    /** Hands on each piece of what is printed. */
    private static final class Listening extends Writer {

        private final BlockingQueue<String> said;

        Listening(BlockingQueue<String> said) {
            this.said = said;
        }

        @Override
        public void write(char[] letters, int from, int length) {
            said.add(new String(letters, from, length));
        }

        @Override
        public void flush() {
            // Handed on already.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
