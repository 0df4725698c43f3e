package dev.payweek.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as this API speaks it: strict when it reads, decimal wherever there is money. */
public final class Json {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_STRING_LENGTH = 100_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxStringLength(MAX_STRING_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /**
     * Returns the tree that the bytes hold, numbers as they were written.
     *
     * @throws Problem with status 400 if they are no JSON, with the place
     */
    public static JsonNode parse(byte[] bytes) {
        try {
            JsonNode tree = MAPPER.readTree(text(bytes));
            if (tree == null || tree.isMissingNode()) {
                throw Problem.of(400, "malformed_json", "The request needs a JSON body and has none.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw Problem.of(400, "malformed_json", "The body is not valid JSON" + place(e) + ".");
        } catch (CharacterCodingException e) {
            throw Problem.of(400, "malformed_json", "The body is not valid JSON in UTF-8.");
        } catch (ArithmeticException | NumberFormatException e) {
            throw Problem.of(400, "malformed_json", "The body holds a number that is beyond all bounds.");
        }
    }

    /** JSON is UTF-8 (RFC 8259); the parser itself would guess other encodings and let half characters through. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : ", see line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /**
     * Returns a generator on a stream that it leaves open. Closing it ends nothing that was begun: a list that breaks
     * off must not look like a whole one.
     */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    }

    /** Returns a value as JSON bytes; see {@link ShapeWriter} for what can be written. */
    public static byte[] bytes(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** Returns a value as JSON text. */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** Writes a value as JSON where the generator stands, such as an element of a long list. */
    public static void write(Object value, JsonGenerator generator) throws IOException {
        ShapeWriter.write(generator, value);
    }

    /** Writes a value as JSON to a stream that stays open. */
    public static void write(Object value, OutputStream out) throws IOException {
        try (JsonGenerator generator = generator(out)) {
            ShapeWriter.write(generator, value);
        }
    }
}
