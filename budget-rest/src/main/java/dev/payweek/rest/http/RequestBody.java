package dev.payweek.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.json.Json;
import dev.payweek.rest.json.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request brings, read once and within its limits. For one thread. */
final class RequestBody {

    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(?!\"?utf-?8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);

    private final Request request;
    private final BodyLimits limits;
    private byte[] fingerprint = {};
    private boolean arrived;

    RequestBody(Request request, BodyLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    /** Returns the body as JSON, as often as it is asked for; see {@link Call#json}. */
    JsonNode json() {
        requireUncoded();
        String type = contentType();
        String media = mediaType();
        boolean json = media.equals("application/json") || media.endsWith("+json");
        if (!json || OTHER_CHARSET.matcher(type).find()) {
            throw Problem.of(415, "unsupported_media_type", "The body must be sent as application/json in UTF-8.");
        }
        if (!arrived) {
            fingerprint = bytes(limits.jsonBytes());
            arrived = true;
        }
        return Json.parse(fingerprint);
    }

    private byte[] bytes(int most) {
        try (InputStream body = request.body()) {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Problem.of(413, "too_large", "The body must not exceed " + most + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw incomplete();
        }
    }

    /** Returns the body as a file; see {@link Call#file}. */
    SentFile file() {
        SentFile file = read();
        // Other decisions make another request of it.
        fingerprint = (file.content().digest() + file.decisions().orElse("")).getBytes(StandardCharsets.UTF_8);
        return file;
    }

    private SentFile read() {
        requireUncoded();
        try (InputStream body = request.body()) {
            if (mediaType().startsWith("multipart/")) {
                FormPart part = FormPart.find(contentType(), body, limits.jsonBytes());
                return new SentFile(
                        part.fileName().filter(name -> !name.isBlank()),
                        Upload.of(part, limits.fileBytes()),
                        part.decisions());
            }
            return new SentFile(Optional.empty(), Upload.of(body, limits.fileBytes()), Optional.empty());
        } catch (Spool.Full full) {
            throw full.problem();
        } catch (IOException e) {
            throw incomplete();
        }
    }

    /** A compressed body would have to be unpacked before anybody knows how large it is, so none is taken. */
    private void requireUncoded() {
        String coding = request.header("Content-Encoding").map(String::strip).orElse("");
        if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "unsupported_encoding", "The body must be sent as it is, without compression.")
                    .with("Accept-Encoding", "identity");
        }
    }

    /** Returns what distinguishes the body, as far as it has been read, from another: its bytes, or a file's digest. */
    byte[] fingerprint() {
        return fingerprint;
    }

    /** Returns what kind of body the caller says it sends, in lower case and without parameters; possibly empty. */
    private String mediaType() {
        return contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private String contentType() {
        return request.header("Content-Type").orElse("");
    }

    private static Problem incomplete() {
        return Problem.of(400, "incomplete_body", "The body did not arrive whole.");
    }
}
