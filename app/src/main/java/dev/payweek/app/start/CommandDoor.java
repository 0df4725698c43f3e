package dev.payweek.app.start;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a running service takes the commands that change its ledger: one process at a time writes a ledgers' file, and
 * somebody at the terminal need not know which. The address and a secret of this one process lie beside the database,
 * in a file that only its owner can read.
 *
 * @param port on this machine
 * @param secret what opens it
 * @param page where the service's page is
 * @param program what the service runs
 */
public record CommandDoor(int port, String secret, URI page, String program) {

    /** What a piece of the answer is. */
    public static final int OUT = 1;

    /** What a piece is that is no answer. */
    public static final int ERR = 2;

    /** The last piece, after which comes the exit code. */
    public static final int END = 0;

    /** Who only looks can look for himself, if the service is busy. */
    private static final int MILLIS_TO_LOOK = 2_000;

    private static final int LINES = 4;

    /** Returns the door of a service of this program. */
    public static CommandDoor of(int port, String secret, URI page) {
        return new CommandDoor(port, secret, page, FileStamp.of(KeptText.program()));
    }

    /** Returns the file beside a database that says where its service takes commands, whatever links lead there. */
    public static Path fileBeside(Path database) {
        Path file = database;
        try {
            file = database.toRealPath();
        } catch (IOException notThereYet) {
            // Then no link leads to it either.
        }
        return file.resolveSibling(file.getFileName() + ".door");
    }

    /** Returns the door of the service that serves a database, if there is one. */
    public static Optional<CommandDoor> of(Path database) {
        return Optional.of(fileBeside(database)).filter(Files::isReadable).flatMap(CommandDoor::read);
    }

    /** A service that ends may take the file away at any moment, which is as if it never was. */
    private static Optional<CommandDoor> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            return lines.size() == LINES
                    ? Optional.of(new CommandDoor(
                            Integer.parseInt(lines.get(0)), lines.get(1), URI.create(lines.get(2)), lines.get(3)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes where it is into a file that only its owner can read, from the moment it exists. */
    public void keep(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String text = port + "\n" + secret + "\n" + page + "\n" + program + "\n";
        Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.CREATE);
    }

    /**
     * Has the service run a command, and returns what it prints; empty if the service is another program, does not
     * answer soon, or has anything else to say.
     */
    public Optional<byte[]> ask(Path folder, Map<String, String> environment, String... words) {
        if (!program.equals(FileStamp.of(KeptText.program()))) {
            return Optional.empty();
        }
        CommandRequest request = CommandRequest.of(secret, folder, ZoneId.systemDefault(), environment, words);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS_TO_LOOK);
            boolean well = run(socket, request, InputStream.nullInputStream(), (kind, piece) -> {
                        if (kind != OUT) {
                            throw new IOException("it has something else to say");
                        }
                        answer.writeBytes(piece);
                    })
                    == 0;
            return well ? Optional.of(answer.toByteArray()) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Has the service run a command, prints what it prints, and returns its exit code. */
    public int run(CommandRequest request, InputStream input, PrintWriter out, PrintWriter err) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return run(socket, request, input, (kind, piece) -> {
                PrintWriter printer = kind == OUT ? out : err;
                printer.print(new String(piece, StandardCharsets.UTF_8));
                printer.flush();
            });
        }
    }

    /** Takes a piece of the answer. */
    private interface Printing {
        void print(int kind, byte[] piece) throws IOException;
    }

    private static int run(Socket socket, CommandRequest request, InputStream input, Printing printing)
            throws IOException {
        DataOutputStream to = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        DataInputStream from = new DataInputStream(socket.getInputStream());
        request.writeTo(to);
        if (request.words().contains("-")) {
            input.transferTo(to);
        }
        to.flush();
        socket.shutdownOutput();
        for (int kind = from.read(); kind != END; kind = from.read()) {
            if (kind < 0) {
                throw new IOException("it hung up");
            }
            printing.print(kind, from.readNBytes(from.readInt()));
        }
        return from.readInt();
    }
}
