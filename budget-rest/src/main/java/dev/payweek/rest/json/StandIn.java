package dev.payweek.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.payweek.money.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in for a value that cannot be read, so that the rest of a body is looked at too. There are two of each,
 * so that what is wrong only because of one of them is not taken for what is wrong whatever was meant.
 */
public enum StandIn {
    /** Optional values are left out. */
    FIRST,
    /** Optional values are there. */
    SECOND;

    Object of(Type type, Optional<Currency> currency) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, currency);
        }
        Class<?> plain = (Class<?>) type;
        boolean first = this == FIRST;
        if (plain == String.class) {
            return first ? "a" : "b";
        }
        if (plain == Money.class) {
            return Money.ofMinor(first ? 1 : 2, currency.orElseThrow());
        }
        if (plain == LocalDate.class) {
            return LocalDate.of(first ? 2000 : 2100, 1, 1);
        }
        if (plain == Integer.class || plain == int.class) {
            return first ? 1 : 2;
        }
        if (plain == Long.class || plain == long.class) {
            return first ? 1L : 2L;
        }
        if (plain == Boolean.class || plain == boolean.class) {
            return !first;
        }
        if (plain == JsonNode.class) {
            return NullNode.instance;
        }
        if (plain.isEnum()) {
            Object[] words = plain.getEnumConstants();
            return words[first ? 0 : words.length - 1];
        }
        Shape shape = Shape.of(plain);
        return shape.make(
                shape.fields().stream().map(field -> of(field.type(), currency)).toList());
    }

    private Object generic(ParameterizedType type, Optional<Currency> currency) {
        if (type.getRawType() == Optional.class) {
            return this == FIRST ? Optional.empty() : Optional.of(of(type.getActualTypeArguments()[0], currency));
        }
        return type.getRawType() == Map.class ? Map.of() : List.of();
    }
}
