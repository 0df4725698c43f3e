package dev.payweek.http;

import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A file of the site, held in memory as it is and compressed. */
final class Asset {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "ico", "image/x-icon");

    private final String type;
    private final byte[] plain;
    private final byte[] compressed;
    private final String tag;

    private Asset(String type, byte[] plain) throws IOException {
        this.type = type;
        this.plain = plain;
        this.compressed = gzip(plain);
        this.tag = fingerprint(plain);
    }

    /** Reads a file to its end and closes it; the ending of its name says its type. */
    static Asset read(String name, InputStream file) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException(name + " has an ending of no known type");
        }
        try (file) {
            return new Asset(type, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /**
     * Answers with the file, or 304 when the browser has it. Its address stays the same in the next version, so a
     * browser asks each time; the answer is short as long as nothing has changed.
     */
    Response answer(Request request) {
        boolean small = Compression.isAccepted(request);
        String current = small ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"";
        boolean has = request.header("If-None-Match")
                .map(tags -> List.of(tags.split("\\s*,\\s*")).contains(current))
                .orElse(false);
        Response response = has ? Response.empty(304) : whole(small);
        return response.with("ETag", current).with("Cache-Control", "no-cache");
    }

    private Response whole(boolean small) {
        byte[] bytes = small ? compressed : plain;
        Response response =
                Response.of(200, type, out -> out.write(bytes)).with("Content-Length", Integer.toString(bytes.length));
        return small ? response.with("Content-Encoding", "gzip") : response;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
