package dev.payweek.rest.http;

import dev.payweek.rest.json.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file in a form, {@code multipart/form-data} of RFC 7578: the first part that has a file name or is called
 * {@code file}. Read as it comes, so that a form may be of any size; what follows the file is not looked at. A part
 * before it that is called {@code decisions} is kept.
 */
final class FormPart extends InputStream {

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 32;
    private static final Pattern BOUNDARY = Pattern.compile("(?i)\\bboundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=(?:\"([^\"]*)\"|([^\\s;]*))");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"?(file|decisions)\"?\\s*(;|$)");

    private final BufferedInputStream form;
    private final byte[] end;
    private Optional<String> fileName = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> decisions = Optional.empty();
    private boolean ended;

    private FormPart(InputStream form, String boundary) {
        this.form = new BufferedInputStream(form, 1 << 16);
        this.end = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Finds the file in a form.
     *
     * @param contentType the header that names the boundary
     * @param most the most bytes of decisions, inclusive
     * @throws Problem with status 400 if it is no form or holds no file, or 413
     */
    static FormPart find(String contentType, InputStream body, int most) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw broken("The form does not say where its parts end.");
        }
        var part = new FormPart(body, boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        part.skipTo(part.end, 2);
        while (part.opensPart()) {
            if (part.isFile()) {
                return part;
            }
            if (part.name.equals(Optional.of("decisions"))) {
                part.keepDecisions(most);
            } else {
                part.skipTo(part.end, 0);
            }
        }
        throw broken("The form holds no file.");
    }

    /** Returns the name the sender gave the file. */
    Optional<String> fileName() {
        return fileName;
    }

    /** Returns what came before the file, of how its rows are taken. */
    Optional<String> decisions() {
        return decisions;
    }

    private void keepDecisions(int most) throws IOException {
        byte[] bytes = readNBytes(most + 1);
        if (bytes.length > most) {
            throw Problem.of(413, "too_large", "The decisions must not exceed " + most + " bytes.");
        }
        decisions = Optional.of(new String(bytes, StandardCharsets.UTF_8));
        ended = false;
    }

    /** After a boundary comes a line end and a part, or two dashes and nothing more. */
    private boolean opensPart() throws IOException {
        return !line().startsWith("--");
    }

    private boolean isFile() throws IOException {
        boolean file = false;
        name = Optional.empty();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String header = line();
            if (header.isEmpty()) {
                return file;
            }
            if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                Matcher given = FILE_NAME.matcher(header);
                boolean named = given.find();
                fileName = named
                        ? Optional.of(given.group(1) == null ? given.group(2) : given.group(1))
                        : Optional.empty();
                Matcher called = NAME.matcher(header);
                name = called.find() ? Optional.of(called.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
                file = named || name.equals(Optional.of("file"));
            }
        }
        throw broken("A part of the form has too many headers.");
    }

    private String line() throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        for (int c = form.read(); c != '\n'; c = form.read()) {
            if (c < 0 || length >= LONGEST_LINE) {
                throw broken("The form breaks off.");
            }
            line = length == line.length ? Arrays.copyOf(line, 2 * length) : line;
            line[length++] = (byte) c;
        }
        return new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
    }

    /** Passes over everything up to and with the mark, of which so many bytes count as read already. */
    private void skipTo(byte[] mark, int matched) throws IOException {
        int[] fallback = fallbacks(mark);
        int at = matched;
        while (at < mark.length) {
            int c = form.read();
            if (c < 0) {
                throw broken("The form breaks off.");
            }
            while (at > 0 && mark[at] != (byte) c) {
                at = fallback[at - 1];
            }
            at += mark[at] == (byte) c ? 1 : 0;
        }
    }

    /** Returns for each beginning of the mark the length of the longest shorter one that it ends with. */
    private static int[] fallbacks(byte[] mark) {
        int[] fallback = new int[mark.length];
        for (int i = 1; i < mark.length; i++) {
            int at = fallback[i - 1];
            while (at > 0 && mark[at] != mark[i]) {
                at = fallback[at - 1];
            }
            fallback[i] = at + (mark[at] == mark[i] ? 1 : 0);
        }
        return fallback;
    }

    /** A line end begins a boundary or is the file's own; only what follows decides. */
    @Override
    public int read() throws IOException {
        if (ended) {
            return -1;
        }
        int c = form.read();
        if (c < 0) {
            throw broken("The form breaks off.");
        }
        if (c == end[0] && restIsEnd()) {
            ended = true;
            return -1;
        }
        return c;
    }

    private boolean restIsEnd() throws IOException {
        form.mark(end.length);
        byte[] rest = form.readNBytes(end.length - 1);
        // Shorter where the form breaks off within what might have been the boundary.
        boolean isEnd = Arrays.equals(rest, 0, rest.length, end, 1, end.length);
        if (!isEnd) {
            form.reset();
        }
        return isEnd;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (byte) c;
        }
        return count;
    }

    private static Problem broken(String what) {
        return Problem.of(400, "malformed_form", what);
    }
}
