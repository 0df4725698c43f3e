package dev.payweek.persistence.postgres;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a driver and a real PostgreSQL and behaves as Aurora DSQL says it does: a transaction that has changed
 * more than 3,000 rows goes no further, nor does one with two changes of the schema; what is not in its SQL is refused;
 * a commit is refused now and then with 40001, as where somebody else was first; a connection that has reached an age
 * ends, which is counted in transactions here, so that it does not depend on how fast the machine is.
 *
 * <p>It proves that we keep rules as we understand them, not that the rules are Amazon's.
 */
final class DsqlProxy implements AutoCloseable {

    static final int MOST_CHANGES = 3_000;

    private static final Pattern DDL = Pattern.compile("(?s)(create|alter|drop) .*");
    private static final Pattern CHANGED = Pattern.compile("(?:INSERT 0|UPDATE|DELETE) (\\d+)");
    private static final Pattern ABSENT = Pattern.compile("advisory|savepoint|serializable|for share");

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;
    private final String url;
    private final Random random;
    private final double conflicts;
    private final int mostTransactions;
    private final @Nullable Predicate<String> admits;
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();

    /** How often each thing happened, by a word for it. */
    final Map<String, AtomicInteger> happened = new ConcurrentHashMap<>();

    /** The most rows that any transaction has changed. */
    final AtomicInteger mostChanged = new AtomicInteger();

    /** Rules as they are asked for. */
    record Rules(double conflicts, int mostTransactions, long seed) {}

    DsqlProxy(String jdbcUrl, Rules rules) throws IOException {
        this(jdbcUrl, rules, null);
    }

    /**
     * Asks who connects for a password as well, and lets in whoever's it takes. Without, everybody is let in.
     *
     * @param admits whether it takes a password
     */
    DsqlProxy(String jdbcUrl, Rules rules, @Nullable Predicate<String> admits) throws IOException {
        this.admits = admits;
        this.server = URI.create(jdbcUrl.substring("jdbc:".length()));
        this.conflicts = rules.conflicts();
        this.mostTransactions = rules.mostTransactions();
        this.random = new Random(rules.seed());
        this.url =
                jdbcUrl.replaceFirst("//[^/]+/", Matcher.quoteReplacement("//127.0.0.1:" + door.getLocalPort() + "/"))
                        + (jdbcUrl.contains("?") ? "&" : "?") + "sslmode=disable";
        thread("dsql door", this::accept);
    }

    String url() {
        return url;
    }

    int count(String what) {
        AtomicInteger count = happened.get(what);
        return count == null ? 0 : count.get();
    }

    /** Ends all connections there are; new ones can be made. */
    void endConnections() {
        open.forEach(DsqlProxy::end);
    }

    @Override
    public void close() {
        endConnections();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket behind = new Socket(server.getHost(), server.getPort());
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                open.add(client);
                open.add(behind);
                Line line = new Line(client, behind);
                thread("dsql asked", line::asked);
                thread("dsql answered", line::answered);
            } catch (IOException closed) {
                // Either this proxy was closed, or the server was; the driver notices the latter by itself.
            }
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized boolean conflict() {
        return random.nextDouble() < conflicts;
    }

    private void note(String what) {
        happened.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
    }

    /** One connection. What the driver asks goes one way, what the server answers the other. */
    private final class Line {
        private final Socket client;
        private final Socket behind;
        private final DataInputStream asking;
        private final DataOutputStream asked;
        private final DataInputStream answering;
        private final DataOutputStream answered;
        private final Map<String, String> statements = new ConcurrentHashMap<>();
        private final Map<String, String> portals = new ConcurrentHashMap<>();
        private int transactions;
        private final AtomicInteger changed = new AtomicInteger();
        private final AtomicInteger schemaChanges = new AtomicInteger();
        /** How many ends of an answer are to be kept back, since the driver does not know what we asked for it. */
        private final AtomicInteger refusals = new AtomicInteger();

        Line(Socket client, Socket behind) throws IOException {
            this.client = client;
            this.behind = behind;
            this.asking = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            this.answered = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
            this.answering = new DataInputStream(new BufferedInputStream(behind.getInputStream()));
            this.asked = new DataOutputStream(new BufferedOutputStream(behind.getOutputStream()));
        }

        void asked() {
            try {
                byte[] start = asking.readNBytes(asking.readInt() - 4);
                if (admits != null && !admitted(admits)) {
                    finish();
                    return;
                }
                asked.writeInt(start.length + 4);
                asked.write(start);
                asked.flush();
                while (true) {
                    int kind = asking.readByte();
                    byte[] body = asking.readNBytes(asking.readInt() - 4);
                    pass(kind, body);
                    if (asking.available() == 0) {
                        asked.flush();
                    }
                }
            } catch (IOException ended) {
                finish();
            }
        }

        /** Asks for a password in clear, as is done behind TLS; before the server has said anything. */
        private boolean admitted(Predicate<String> admits) throws IOException {
            answer('R', new byte[] {0, 0, 0, 3});
            answered.flush();
            asking.readByte();
            if (admits.test(text(asking.readNBytes(asking.readInt() - 4), 0))) {
                return true;
            }
            note("refused at the door");
            answer(
                    'E',
                    "SFATAL\0C28000\0Munable to accept connection, access denied\0\0".getBytes(StandardCharsets.UTF_8));
            answered.flush();
            return false;
        }

        private void pass(int kind, byte[] body) throws IOException {
            switch (kind) {
                case 'P' -> {
                    String name = text(body, 0);
                    String sql = text(body, name.getBytes(StandardCharsets.UTF_8).length + 1);
                    statements.put(name, sql.strip().toLowerCase(Locale.ROOT));
                    // Byte by byte: behind the text come numbers.
                    send(
                            'P',
                            new String(body, StandardCharsets.ISO_8859_1)
                                    .replaceFirst("(?i)create index async", "create index")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                }
                case 'B' -> {
                    String portal = text(body, 0);
                    portals.put(portal, statements.getOrDefault(text(body, portal.length() + 1), ""));
                    send('B', body);
                }
                case 'E' -> {
                    String refusal = refusal(portals.getOrDefault(text(body, 0), ""));
                    if (refusal.isEmpty()) {
                        send('E', body);
                    } else {
                        refuse(refusal);
                    }
                }
                case 'Q' -> {
                    String sql = text(body, 0).strip().toLowerCase(Locale.ROOT);
                    String refusal = refusal(sql);
                    if (!refusal.isEmpty()) {
                        throw new IOException("nobody here asks so: " + sql);
                    }
                    send('Q', body);
                }
                default -> send(kind, body);
            }
        }

        /** The state and the reason by which a statement is refused; empty if it may run. */
        private String refusal(String sql) {
            boolean ending = sql.equals("rollback");
            if (!ending && changed.get() > MOST_CHANGES) {
                note("too many rows");
                return "54000 transaction row limit exceeded";
            }
            if (ABSENT.matcher(sql).find()) {
                note("not its SQL: " + sql);
                return "0A000 not supported: " + sql.replaceAll("[^a-z0-9_ ]+", " ");
            }
            if (DDL.matcher(sql).matches()) {
                if (schemaChanges.getAndIncrement() > 0) {
                    note("two changes of the schema");
                    return "0A000 multiple ddl statements are not supported in a transaction";
                }
                List<String> faults = SqlSubset.faultsOfStep(
                        sql.replace("create index async", "create index").replaceAll(" if (not )?exists", ""));
                if (!faults.isEmpty() && !sql.contains("schema_version")) {
                    note("not its SQL: " + sql);
                    return "0A000 not supported: " + sql.replaceAll("[^a-z0-9_ ]+", " ");
                }
            }
            if (sql.equals("commit") && changed.get() > 0 && conflict()) {
                note("conflict");
                return "40001 change conflicts with another transaction (OC000)";
            }
            return "";
        }

        /** Lets the server itself fail the transaction, in the statement's place. */
        private void refuse(String stateAndReason) throws IOException {
            refusals.incrementAndGet();
            send(
                    'Q',
                    ("DO $$BEGIN RAISE EXCEPTION '" + stateAndReason.substring(6) + "' USING ERRCODE='"
                                    + stateAndReason.substring(0, 5) + "'; END$$\0")
                            .getBytes(StandardCharsets.UTF_8));
        }

        private void send(int kind, byte[] body) throws IOException {
            asked.writeByte(kind);
            asked.writeInt(body.length + 4);
            asked.write(body);
        }

        void answered() {
            try {
                boolean refused = false;
                int keptBack = 0;
                while (true) {
                    int kind = answering.readByte();
                    byte[] body = answering.readNBytes(answering.readInt() - 4);
                    if (kind == 'E' && refusals.get() > keptBack && !refused) {
                        // The driver hears of the first only: the server would have passed over the rest.
                        refused = true;
                        answer(kind, body);
                    } else if (kind == 'Z' && refused) {
                        if (keptBack < refusals.get()) {
                            keptBack++;
                        } else {
                            refused = false;
                            keptBack = 0;
                            refusals.set(0);
                            ready(body);
                        }
                    } else if (!refused) {
                        if (kind == 'Z') {
                            ready(body);
                        } else {
                            count(kind, body);
                            answer(kind, body);
                        }
                    }
                    if (answering.available() == 0) {
                        answered.flush();
                    }
                }
            } catch (IOException ended) {
                finish();
            }
        }

        private void count(int kind, byte[] body) {
            Matcher tag = CHANGED.matcher(kind == 'C' ? text(body, 0) : "");
            if (tag.matches()) {
                int all = changed.addAndGet(Integer.parseInt(tag.group(1)));
                mostChanged.accumulateAndGet(all, Math::max);
            }
        }

        /** The server waits; outside a transaction, what was counted in it is over. */
        private void ready(byte[] body) throws IOException {
            boolean between = body[0] == 'I';
            if (between) {
                changed.set(0);
                schemaChanges.set(0);
            }
            answer('Z', body);
            if (between && ++transactions > mostTransactions) {
                answered.flush();
                note("too old");
                finish();
            }
        }

        private void answer(int kind, byte[] body) throws IOException {
            answered.writeByte(kind);
            answered.writeInt(body.length + 4);
            answered.write(body);
        }

        private void finish() {
            end(client);
            end(behind);
            open.remove(client);
            open.remove(behind);
        }
    }

    private static String text(byte[] body, int from) {
        int end = from;
        while (body[end] != 0) {
            end++;
        }
        return new String(body, from, end - from, StandardCharsets.UTF_8);
    }
}
