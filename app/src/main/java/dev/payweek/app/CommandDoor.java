package dev.payweek.app;

import dev.payweek.refusal.LedgerException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a running service takes the commands that change its ledger: one process at a time writes a ledgers' file, and
 * somebody at the terminal need not know which. The address and a secret of this one process lie beside the database,
 * in a file that only its owner can read.
 *
 * @param port on this machine
 * @param secret what opens it
 * @param page where the service's page is
 */
record CommandDoor(int port, String secret, URI page) {

    /** The service that has the ledger open has to run the command. */
    static final class Elsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient CommandDoor door;

        private final LedgerException taken;

        Elsewhere(CommandDoor door, LedgerException taken) {
            super(taken.getMessage(), taken);
            this.door = door;
            this.taken = taken;
        }

        /** Has the service run the command; where it has just ended, says what stood in the way. */
        int run(Caller caller, Failure failure, PrintWriter out, String... words) {
            try {
                return door.run(caller, out, failure.err(), words);
            } catch (ConnectException e) {
                return failure.report(taken);
            } catch (IOException e) {
                return failure.report(new UncheckedIOException(
                        "The service that has the ledger open ended before it answered: " + e.getMessage(), e));
            }
        }
    }

    /** Returns the file beside a database that says where its service takes commands. */
    static Path fileBeside(Path database) {
        return database.resolveSibling(database.getFileName() + ".door");
    }

    /** Returns the door of the service that serves a database, if there is one. */
    static Optional<CommandDoor> of(Optional<Path> database) {
        return database.map(CommandDoor::fileBeside).filter(Files::isReadable).flatMap(CommandDoor::read);
    }

    /** A service that ends may take the file away at any moment, which is as if it never was. */
    private static Optional<CommandDoor> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            return lines.size() == 3
                    ? Optional.of(
                            new CommandDoor(Integer.parseInt(lines.get(0)), lines.get(1), URI.create(lines.get(2))))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Has the service run a command, prints what it prints, and returns its exit code. */
    private int run(Caller caller, PrintWriter out, PrintWriter err, String... words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                DataOutputStream to = new DataOutputStream(socket.getOutputStream());
                DataInputStream from = new DataInputStream(socket.getInputStream())) {
            CommandRequest.of(secret, caller, words).writeTo(to);
            if (List.of(words).contains("-")) {
                caller.input().transferTo(to);
            }
            to.flush();
            socket.shutdownOutput();
            return copy(from, out, err);
        }
    }

    private static int copy(DataInputStream from, PrintWriter out, PrintWriter err) throws IOException {
        for (int kind = from.read(); kind != CommandListener.END; kind = from.read()) {
            if (kind < 0) {
                throw new IOException("it hung up");
            }
            String text = new String(bytes(from), StandardCharsets.UTF_8);
            PrintWriter printer = kind == CommandListener.OUT ? out : err;
            printer.print(text);
            printer.flush();
        }
        return from.readInt();
    }

    private static byte[] bytes(InputStream from) throws IOException {
        DataInputStream data = new DataInputStream(from);
        return data.readNBytes(data.readInt());
    }
}
