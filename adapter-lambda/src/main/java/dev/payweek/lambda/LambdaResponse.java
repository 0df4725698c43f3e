package dev.payweek.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Packs an answer into the JSON that Lambda hands back to the sender. */
final class LambdaResponse {

    private static final byte[] NOTHING = {};

    private LambdaResponse() {}

    /** An answer has more bytes than its sender takes. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("too large", null, false, false);
        }
    }

    /**
     * Returns the packed answer.
     *
     * @param bodiless whether the caller asked by HEAD, and so takes everything but the body
     * @param gzip whether the caller takes a compressed body, which is made where it does not fit otherwise
     * @throws TooLarge as soon as it is known; nothing larger is ever held
     */
    static ByteArrayOutputStream packed(EventFormat carrier, Response response, boolean bodiless, boolean gzip)
            throws IOException {
        if (bodiless) {
            return packed(carrier, response, NOTHING);
        }
        var body = new Compressible(
                carrier.mostBytes(), gzip && !response.headers().containsKey("Content-Encoding"));
        response.body().writeTo(body);
        try {
            return packed(carrier, response, body.plain());
        } catch (TooLarge e) {
            return packed(carrier, response.with("Content-Encoding", "gzip"), body.compressed());
        }
    }

    private static ByteArrayOutputStream packed(EventFormat carrier, Response response, byte[] body)
            throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        // The sender counts for itself; REST APIs would pass ours on under another name.
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Length"));

        var packed = new Bounded(carrier.mostBytes());
        try (JsonGenerator json = Json.generator(packed)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.status());
            carrier.writeHead(json, response.status(), headers);
            writeBody(json, body);
            json.writeEndObject();
        }
        return packed.held;
    }

    /**
     * Whatever is UTF-8 travels as text, whatever its type: it arrives as the same bytes, and a REST API that does
     * not know which types are binary would hand base64 through to the caller.
     */
    private static void writeBody(JsonGenerator json, byte[] body) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            json.writeBooleanField("isBase64Encoded", false);
            json.writeStringField("body", text);
        } catch (CharacterCodingException binary) {
            json.writeBooleanField("isBase64Encoded", true);
            json.writeBinaryField("body", body);
        }
    }

    /** Holds a body as it is up to a number of bytes, and compressed beside it where that may be needed. */
    private static final class Compressible extends OutputStream {
        private final Bounded plain;
        private final Bounded packed;
        private final Optional<GZIPOutputStream> gzip;
        private boolean whole = true;

        Compressible(int most, boolean gzip) throws IOException {
            this.plain = new Bounded(most);
            this.packed = new Bounded(most);
            this.gzip = gzip ? Optional.of(new GZIPOutputStream(packed)) : Optional.empty();
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (gzip.isPresent()) {
                gzip.get().write(bytes, from, count);
            }
            try {
                if (whole) {
                    plain.write(bytes, from, count);
                }
            } catch (TooLarge e) {
                whole = false;
                compressing();
            }
        }

        byte[] plain() {
            if (!whole) {
                throw new TooLarge();
            }
            return plain.held.toByteArray();
        }

        byte[] compressed() throws IOException {
            compressing().close();
            return packed.held.toByteArray();
        }

        private GZIPOutputStream compressing() {
            return gzip.orElseThrow(TooLarge::new);
        }
    }

    /** Holds bytes up to a number of them. */
    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int one) {
            room(1);
            held.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            room(count);
            held.write(bytes, from, count);
        }

        private void room(int count) {
            if (held.size() + count > most) {
                throw new TooLarge();
            }
        }
    }
}
