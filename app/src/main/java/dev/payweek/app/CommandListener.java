package dev.payweek.app;

import dev.payweek.app.start.CommandDoor;
import dev.payweek.app.start.CommandRequest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** The service's side of a {@link CommandDoor}: runs the commands of others at the terminal on its open ledger. */
final class CommandListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CommandListener.class.getName());
    private static final int AT_ONCE = 4;
    private static final int MILLIS_TO_ASK = 5_000;
    private static final int SECRET_BYTES = 32;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ServerSocket socket;
    private final Path file;
    private final String secret;
    private final Caller service;
    private final ServedLedger ledger;
    private final ExecutorService commands = Executors.newFixedThreadPool(AT_ONCE, work -> daemon(work, "command"));

    private CommandListener(ServerSocket socket, Path file, String secret, Caller service, ServedLedger ledger) {
        this.socket = socket;
        this.file = file;
        this.secret = secret;
        this.service = service;
        this.ledger = ledger;
    }

    /** Takes commands for a ledger from now on. */
    static CommandListener open(Path database, URI page, Caller service, ServedLedger ledger) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        Path file = CommandDoor.fileBeside(database);
        try {
            ServerSocket socket = new ServerSocket(0, AT_ONCE, InetAddress.getLoopbackAddress());
            CommandDoor.of(socket.getLocalPort(), secret, page).keep(file);
            CommandListener listener = new CommandListener(socket, file, secret, service, ledger);
            daemon(listener::listen, "commands").start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Commands cannot be taken at " + file + ": " + e.getMessage(), e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                commands.execute(() -> answer(caller));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "A command could not be taken: {0}", e.toString());
                    // What stands in the way, such as too many open files, does not go by asking again at once.
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void answer(Socket caller) {
        try (caller;
                DataInputStream from = new DataInputStream(new BufferedInputStream(caller.getInputStream()));
                DataOutputStream to = new DataOutputStream(new BufferedOutputStream(caller.getOutputStream()))) {
            caller.setSoTimeout(MILLIS_TO_ASK);
            CommandRequest request = CommandRequest.readFrom(from);
            if (!request.opens(secret)) {
                return;
            }
            caller.setSoTimeout(0);
            Caller who = new Caller(
                    request.clock(service.clock()), request.environment(), request.folder(), from, Optional.of(ledger));
            int code = execute(who, request, to);
            to.write(CommandDoor.END);
            to.writeInt(code);
            to.flush();
        } catch (IOException | Output.Failed e) {
            LOG.log(System.Logger.Level.DEBUG, "The caller of a command has gone", e);
        }
    }

    private static int execute(Caller who, CommandRequest request, DataOutputStream to) {
        PrintWriter out = printer(CommandDoor.OUT, to);
        PrintWriter err = printer(CommandDoor.ERR, to);
        int code = Payweek.execute(who, out, err, request.words().toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }

    private static PrintWriter printer(int kind, DataOutputStream to) {
        OutputStream pieces = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                synchronized (to) {
                    to.write(kind);
                    to.writeInt(length);
                    to.write(bytes, from, length);
                }
            }

            @Override
            public void flush() throws IOException {
                to.flush();
            }
        };
        return new PrintWriter(
                new OutputStreamWriter(new Output(pieces), StandardCharsets.UTF_8), kind == CommandDoor.ERR);
    }

    /** Takes no more commands; the ones under way are left to end. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The door for commands cannot be closed: " + e.getMessage(), e);
        } finally {
            commands.shutdown();
        }
    }
}
