package dev.payweek.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records as JSON objects, by their components in snake_case; a record without a {@link Schema} is none of the
 * API's and is refused.
 *
 * <p>Money is a number with exactly its currency's decimals, a ratio one with four; what is absent is left out;
 * constants of an enum are in lower case; dates and other values are their text, in which a half character becomes
 * U+FFFD.
 */
final class ShapeWriter {

    private static final int REPLACEMENT = 0xFFFD;

    private ShapeWriter() {}

    static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Money money) {
            out.writeNumber(money.decimal());
        } else if (value instanceof Ratio ratio) {
            out.writeNumber(ratio.decimal());
        } else if (value instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Enum<?> constant) {
            out.writeString(Names.word(constant));
        } else if (value instanceof JsonNode tree) {
            out.writeTree(tree);
        } else if (value instanceof List<?> list) {
            writeList(out, list);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(out, map);
        } else if (value instanceof Record shape) {
            writeRecord(out, shape);
        } else {
            out.writeString(whole(value.toString()));
        }
    }

    /** A problem repeats what was sent, and half a character cannot be written as UTF-8. */
    private static String whole(String text) {
        // A loop, since long answers hold a hundred thousand texts.
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return text.codePoints()
                        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static void writeList(JsonGenerator out, List<?> list) throws IOException {
        out.writeStartArray();
        for (Object element : list) {
            write(out, element);
        }
        out.writeEndArray();
    }

    private static void writeMap(JsonGenerator out, Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeFieldName(whole(entry.getKey().toString()));
            write(out, entry.getValue());
        }
        out.writeEndObject();
    }

    private static void writeRecord(JsonGenerator out, Record shape) throws IOException {
        out.writeStartObject();
        for (Shape.Field field : Shape.of(shape.getClass()).fields()) {
            Object value = field.valueIn(shape);
            Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (present != null) {
                out.writeFieldName(field.name());
                write(out, present);
            }
        }
        out.writeEndObject();
    }
}
