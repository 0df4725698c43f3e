package dev.payweek.persistence.sqlite;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process did to the files of a ledger, and what it acknowledged on its standard output, in the order in which
 * the system was asked: the log of {@code strace} as steps.
 */
final class DiskTrace {

    /** The words before a program that is to be traced; the log's name and the program follow. */
    static final List<String> STRACE = List.of(
            "strace",
            "-f",
            "-y",
            "-xx",
            "-qq",
            "-s",
            "100000000",
            "-e",
            "signal=none",
            "-e",
            "trace=write,writev,pwrite64,pwritev,ftruncate,fallocate,fsync,fdatasync,unlink,rename",
            "-o");

    private static final Pattern UNFINISHED = Pattern.compile("(\\d+) +(.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern ON_A_FILE =
            Pattern.compile("\\d+ +(\\w+)\\((\\d+)<([^>]*)>(?:, (.*?))?\\) += (-?\\d+).*");

    private DiskTrace() {}

    /** Something that happened on the way to the disk, or to whoever waits for the acknowledgement. */
    sealed interface Step permits OnFile, Acknowledgement {}

    /** A step on the ledger's file, which is told by nothing, or on the one beside it that is told by its ending. */
    sealed interface OnFile extends Step permits Write, Truncation, Sync {
        String file();
    }

    /** Bytes handed to the system, which may put them on the disk at any time from now on, in any order. */
    record Write(String file, int offset, ByteBuffer bytes) implements OnFile {}

    /** The file given another length. */
    record Truncation(String file, int length) implements OnFile {}

    /** All that was handed over of the file is on the disk. */
    record Sync(String file) implements OnFile {}

    /** The caller was told that the entry is lasting. */
    record Acknowledgement(long id) implements Step {}

    /** Reads the log of a process that kept its ledger in the given file. */
    static List<Step> read(Path log, Path ledger) throws IOException {
        List<Step> steps = new ArrayList<>();
        Map<String, String> unfinished = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher half = UNFINISHED.matcher(line);
                Matcher rest = RESUMED.matcher(line);
                if (half.matches()) {
                    unfinished.put(half.group(1), half.group(1) + " " + half.group(2));
                } else if (rest.matches()) {
                    add(steps, unfinished.remove(rest.group(1)) + rest.group(2), ledger);
                } else {
                    add(steps, line, ledger);
                }
            }
        }
        return steps;
    }

    private static void add(List<Step> steps, String traced, Path ledger) {
        Matcher call = ON_A_FILE.matcher(traced);
        if (!call.matches() || call.group(5).startsWith("-")) {
            return;
        }
        String name = new String(bytes(call.group(3)), StandardCharsets.UTF_8);
        if (call.group(1).equals("write") && call.group(2).equals("1")) {
            new String(bytes(string(call.group(4))), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .forEach(id -> steps.add(new Acknowledgement(Long.parseLong(id))));
        } else if (name.equals(ledger.toString()) || name.equals(ledger + "-wal")) {
            steps.add(step(call.group(1), name.substring(ledger.toString().length()), call));
        }
    }

    private static OnFile step(String call, String file, Matcher arguments) {
        return switch (call) {
            case "fsync", "fdatasync" -> new Sync(file);
            case "ftruncate" -> new Truncation(file, Integer.parseInt(arguments.group(4)));
            case "pwrite64" -> {
                String values = arguments.group(4);
                byte[] bytes = bytes(string(values));
                if (bytes.length != Integer.parseInt(arguments.group(5))) {
                    throw new IllegalArgumentException("A write was not traced whole.");
                }
                int offset = Integer.parseInt(values.substring(values.lastIndexOf(' ') + 1));
                yield new Write(file, offset, ByteBuffer.wrap(bytes));
            }
            default -> throw new IllegalArgumentException("The replayer does not know what " + call + " does.");
        };
    }

    private static String string(String argument) {
        return argument.substring(1, argument.indexOf('"', 1));
    }

    /** Returns what a text like {@code \x0a\xff} says. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 4);
        for (int at = 0; at < text.length(); at += 4) {
            bytes.write(Character.digit(text.charAt(at + 2), 16) << 4 | Character.digit(text.charAt(at + 3), 16));
        }
        return bytes.toByteArray();
    }
}
