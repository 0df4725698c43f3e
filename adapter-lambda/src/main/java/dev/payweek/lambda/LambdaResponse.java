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

/** Packs an answer into the JSON that Lambda hands back to the sender. */
final class LambdaResponse {

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
     * @throws TooLarge as soon as it is known; nothing larger is ever held
     */
    static ByteArrayOutputStream packed(EventFormat carrier, Response response, boolean bodiless) throws IOException {
        var body = new Bounded(carrier.mostBytes());
        if (!bodiless) {
            response.body().writeTo(body);
        }
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        // The sender counts for itself; REST APIs would pass ours on under another name.
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Length"));

        var packed = new Bounded(carrier.mostBytes());
        try (JsonGenerator json = Json.generator(packed)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.status());
            carrier.writeHead(json, response.status(), headers);
            writeBody(json, body.held.toByteArray());
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
